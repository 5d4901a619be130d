import type { Reader } from "../../store/open-store.ts";
import { standingClaims } from "../../store/queries/people-file.ts";
import type { App } from "../app.ts";
import type { SignedIn } from "../signed-in.ts";

const wordKey = (text: string) => text.normalize("NFKC").trim().toLocaleLowerCase("und");
/** How a claim is found again: the record, its field and, for names, the language. */
export const valueKey = (record: string, field: string, language: string | null) => `${record} ${field} ${language ?? ""}`;
export const termKey = (...parts: readonly string[]) => parts.join(" ");
export const focalKey = (member: string, name: string) => `${member} ${wordKey(name)}`;

/** What stands, as far as this officer may see it, keyed as rows of a file name it. */
export async function standing(app: App, reader: Pick<Reader, "db">, viewer: SignedIn) {
  const { db } = reader;
  const records = await db.selectFrom("record").select(["id", "kind", "key", "class_id"]).where("kind", "in", ["member", "body", "membership", "office"]).execute();
  const of = new Map(records.map((r) => [r.id, r]));
  const members = (await db.selectFrom("member").selectAll().execute()).filter((m) => of.has(m.id));
  const claims = await standingClaims(db, viewer.holderId);
  const bodyNames = await db.selectFrom("claim").innerJoin("body", "body.id", "claim.record_id").select(["claim.record_id", "claim.value"]).where("claim.field", "in", ["name", "alias"]).where("claim.withdrawn_at", "is", null).execute();
  const several = <T>(rows: readonly T[], keys: (row: T) => readonly string[], id: (row: T) => string) => {
    const found = new Map<string, Set<string>>();
    for (const row of rows) for (const key of keys(row)) found.set(wordKey(key), (found.get(wordKey(key)) ?? new Set()).add(id(row)));
    return (word: string) => [...(found.get(wordKey(word)) ?? [])];
  };
  const bodies = records.filter((r) => r.kind === "body");
  const roles = await db.selectFrom("acting_role as r").innerJoin("account as a", "a.id", "r.account_id").select(["a.display_name", "r.holder_id", "r.valid_to"]).where("r.role", "=", "focal-point").where("r.ended_at", "is", null).where("a.ended_at", "is", null).execute();
  const open = await app.store.door(null, async (door) => door.db.selectFrom("door_link").select(["person_name", "holder_id", "valid_to"]).where("purpose", "=", "invitation").where("role", "=", "focal-point").where("used_at", "is", null).where("ended_at", "is", null).execute());
  return {
    memberBy: several(members, (m) => [m.code, m.iso2, m.iso3, of.get(m.id)?.key].filter((k) => k !== null && k !== undefined), (m) => m.id),
    bodyBy: several([...bodies.map((b) => [b.key, b.id] as const), ...bodyNames.map((n) => [String(n.value), n.record_id] as const)], ([word]) => [word], ([, id]) => id),
    members: new Map(members.map((m) => [m.id, m])),
    classOf: (id: string) => of.get(id)?.class_id,
    kinds: new Map(records.map((r) => [r.id, r.kind])),
    memberships: new Map((await db.selectFrom("membership").selectAll().orderBy("id", "desc").execute()).map((m) => [termKey(m.member_id, m.body_id), m.id])),
    offices: new Map((await db.selectFrom("office").selectAll().orderBy("id", "desc").execute()).map((o) => [termKey(o.holder_id, o.body_id, o.office), o.id])),
    values: Map.groupBy(claims, (c) => valueKey(c.record_id, c.field, c.language)),
    focal: new Map([
      ...open.map((o) => [focalKey(o.holder_id ?? "", o.person_name ?? ""), o.valid_to] as const),
      ...roles.map((r) => [focalKey(r.holder_id, r.display_name), r.valid_to] as const),
    ]),
  };
}
export type Standing = Awaited<ReturnType<typeof standing>>;
