import type { RoleName } from "../../access/rights.ts";
import { fault } from "../../base/errors.ts";
import type { Reader } from "../../store/open-store.ts";
import { holdingNow } from "../../store/queries/door-roles.ts";
import type { App } from "../app.ts";
import { asking } from "../record/asking.ts";
import { labelsOf } from "../record/labels-of.ts";
import { namesOf } from "../record/names-of.ts";
import { withRight } from "../signed-in.ts";
import type { Words } from "../words.ts";
import { checkRole } from "./check-role.ts";
import { systemNote } from "./system-note.ts";

type Named = { readonly kind: "member" | "body"; readonly id: string; readonly name: Words };
export type PersonItem = {
  readonly id: string; readonly login: string; readonly name: string; readonly made: string; readonly ended: string | null;
  /** a second factor stands beside the password: an officer can take away one that was lost */
  readonly secondFactor: boolean;
  /** a passkey, a second factor or a provider stands beside the password */
  readonly secondWay: boolean;
  readonly roles: readonly { readonly id: string; readonly role: RoleName; readonly actsFor: Named; readonly body: Named; readonly from: string; readonly to: string | null; readonly through: string | null;
    /** what it rests on, in words: "co-chair · Africa Focus Group" */
    readonly restsOn: Words | null; readonly ended: string | null; readonly holdsToday: boolean }[];
};

/** Accounts with those of their roles whose holder and body this officer may see; who has only others is not told. @throws not-allowed */
export async function listPeople(app: App, secret: string | null, languages: readonly string[]): Promise<readonly PersonItem[]> {
  return app.store.read(secret, async (reader) => {
    withRight(reader.viewer, "manage-accounts");
    const accounts = await reader.db.selectFrom("account").select(["id", "login", "display_name", "created_at", "ended_at"]).orderBy("display_name").orderBy("id").execute();
    const roles = await reader.db.selectFrom("acting_role").selectAll().orderBy("valid_from", "desc").orderBy("id").execute();
    const { holding, factors, others } = await app.store.door(null, async ({ db }) => ({
      holding: await holdingNow(db, roles.map((r) => r.id)),
      others: new Set((await Promise.all([db.selectFrom("passkey").select("account_id").execute(), db.selectFrom("identity").select("account_id").execute()])).flat().map((o) => o.account_id)),
      factors: new Set((await db.selectFrom("second_factor").select("account_id").where("confirmed_at", "is not", null).execute()).map((f) => f.account_id)),
    }));
    const terms = await labelsOf(asking(app, reader, { languages }), roles.flatMap((r) => r.through_id ?? []));
    const holders = [...new Set(roles.flatMap((r) => [r.holder_id, r.body_id]))];
    const names = await namesOf(reader, holders, languages);
    const kinds = new Map((holders.length === 0 ? [] : await reader.db.selectFrom("record").select(["id", "kind"]).where("id", "in", holders).execute()).map((r) => [r.id, r.kind]));
    const seen = (r: { holder_id: string; body_id: string }) => kinds.has(r.holder_id) && kinds.has(r.body_id);
    const named = (id: string): Named => ({ kind: kinds.get(id) === "member" ? "member" : "body", id, name: names.get(id) ?? { text: id, language: "und" } });
    const known = accounts.filter((a) => roles.some((r) => r.account_id === a.id && seen(r)));
    return known.map((a) => ({
      id: a.id, login: a.login, name: a.display_name, made: a.created_at.toISOString(), ended: a.ended_at?.toISOString() ?? null, secondFactor: factors.has(a.id), secondWay: factors.has(a.id) || others.has(a.id),
      roles: roles.filter((r) => r.account_id === a.id && seen(r)).map((r) => ({
        id: r.id, role: r.role as RoleName, actsFor: named(r.holder_id), body: named(r.body_id), from: r.valid_from, to: r.valid_to, through: r.through_id, restsOn: r.through_id === null ? null : (terms.get(r.through_id)?.name ?? null), ended: r.ended_at?.toISOString() ?? null, holdsToday: a.ended_at === null && holding.has(r.id),
      })),
    }));
  });
}

export type NewRole = { readonly role: RoleName; readonly holder: string; readonly from?: string | undefined; readonly to?: string | undefined; readonly through?: string | undefined };

/** A further role of an account; it gives rights from its first day on, and while what it rests on holds. @throws not-allowed, not-found, bad-input */
export async function giveRole(app: App, secret: string, accountId: string, wanted: NewRole): Promise<{ id: string }> {
  const by = await app.store.read(secret, async (reader) => {
    const viewer = withRight(reader.viewer, "manage-accounts");
    await checkRole(app, reader, viewer, wanted);
    await seenAccount(reader, accountId);
    return viewer;
  });
  return app.store.door({ act: "give-role" }, async (door) => {
    const made = await door.db
      .insertInto("acting_role")
      .values({ account_id: accountId, role: wanted.role, holder_id: wanted.holder, body_id: by.bodyId, ...(wanted.from === undefined ? {} : { valid_from: wanted.from }), valid_to: wanted.to ?? null, through_id: wanted.through ?? null, given_by: by.accountId })
      .returning("id")
      .executeTakeFirstOrThrow();
    await systemNote(door, wanted.holder, { role: wanted.role, holder: wanted.holder, account: accountId, from: wanted.from ?? null, to: wanted.to ?? null, through: wanted.through ?? null, by: by.accountId });
    return made;
  });
}

/** Ends a role: after a day (its last one), or at once. Whoever acts in it loses its rights with it. @throws not-allowed, not-found */
export async function endRole(app: App, secret: string, roleId: string, to: string | null): Promise<void> {
  const { by, role } = await app.store.read(secret, async (reader) => {
    const viewer = withRight(reader.viewer, "manage-accounts");
    const found = await reader.db.selectFrom("acting_role").selectAll().where("id", "=", roleId).executeTakeFirst();
    const holder = found && (await reader.db.selectFrom("record").select("id").where("id", "=", found.holder_id).executeTakeFirst());
    if (found === undefined || holder === undefined || found.ended_at !== null) throw fault("not-found");
    if (to !== null && to < found.valid_from) throw fault("bad-input", { path: "to", found: to, expected: `not before ${found.valid_from}` });
    return { by: viewer, role: found };
  });
  await app.store.door({ act: "end-role" }, async (door) => {
    if (to === null) await keepAnOfficer(door, { roleId });
    await door.db.updateTable("acting_role").set(to === null ? { ended_at: app.now() } : { valid_to: to }).where("id", "=", roleId).execute();
    await systemNote(door, role.holder_id, { endedRole: role.role, account: role.account_id, to: to ?? app.now().toISOString(), by: by.accountId });
  });
}

/** Closes an account with all its sessions and tokens. The person stays in the record, and what they did stays signed. @throws not-allowed, not-found */
export async function endAccount(app: App, secret: string, accountId: string): Promise<void> {
  const by = await app.store.read(secret, async (reader) => {
    const viewer = withRight(reader.viewer, "manage-accounts");
    await seenAccount(reader, accountId);
    return viewer;
  });
  await app.store.door({ act: "end-account" }, async (door) => {
    await keepAnOfficer(door, { accountId });
    await door.db.updateTable("account").set({ ended_at: app.now() }).where("id", "=", accountId).execute();
    await door.db.updateTable("session").set({ ended_at: app.now() }).where("account_id", "=", accountId).where("ended_at", "is", null).execute();
    await systemNote(door, by.holderId, { endedAccount: accountId, by: by.accountId });
  });
}

/** One that stands, and acts for somebody whom this officer may see. @throws not-found */
export async function seenAccount(reader: Reader, accountId: string): Promise<void> {
  const found = await reader.db.selectFrom("account as a").innerJoin("acting_role as r", "r.account_id", "a.id").innerJoin("record as h", "h.id", "r.holder_id").select("a.id").where("a.id", "=", accountId).where("a.ended_at", "is", null).executeTakeFirst();
  if (found === undefined) throw fault("not-found");
}

/** The last officer cannot be put out: nobody could let anyone in again. @throws not-allowed */
async function keepAnOfficer(door: Parameters<Parameters<App["store"]["door"]>[1]>[0], gone: { readonly roleId?: string; readonly accountId?: string }): Promise<void> {
  const officers = await door.db.selectFrom("acting_role as r").innerJoin("account as a", "a.id", "r.account_id").select(["r.id", "r.account_id"]).where("r.role", "=", "secretariat").where("r.ended_at", "is", null).where("a.ended_at", "is", null).execute();
  const holding = await holdingNow(door.db, officers.map((o) => o.id));
  const standing = officers.filter((o) => holding.has(o.id));
  const left = standing.filter((o) => o.id !== gone.roleId && o.account_id !== gone.accountId);
  if (standing.length > 0 && left.length === 0) throw fault("not-allowed", { right: "manage-accounts", whoCanGive: "a second officer, who has to stand first" });
}

