import type { App } from "../app.ts";
import type { Marked } from "../circles/mark.ts";
import { markingsOf } from "../marking-of.ts";
import { type Asking, asking, type Wanted } from "../record/asking.ts";
import { labelsOf } from "../record/labels-of.ts";
import { whoDid } from "../record/who-did.ts";
import { mayNow, withRight } from "../signed-in.ts";
import type { Words } from "../words.ts";
import type { ActItem, ActKind } from "./act-kinds.ts";

const settledDays = 30;

/** Acts that wait for a second person of one's own side, and those settled or expired within a month; what waits comes first. @throws not-allowed */
export async function listActs(app: App, secret: string | null, wanted: Wanted): Promise<{ items: readonly ActItem[] }> {
  return app.store.read(secret, async (reader) => {
    const viewer = withRight(reader.viewer, "propose-act");
    const ask = asking(app, reader, wanted);
    const now = app.now();
    const rows = await reader.db
      .selectFrom("two_person_act")
      .select(["id", "kind", "subject_kind", "subject_id", "to_class_id", "owner_id", "reason", "proposed_by", "proposed_at", "expires_at", "outcome", "settled_by", "settled_reason", "settled_at"])
      .where("proposed_at", ">", new Date(now.getTime() - settledDays * 86_400_000))
      .where("kind", "in", ["widen-marking", "delete-source"])
      .orderBy("proposed_at", "desc")
      .orderBy("id")
      .limit(500)
      .execute();
    const signs = await whoDid(ask, rows.flatMap((r) => [r.proposed_by, r.settled_by]), rows.map((r) => r.owner_id));
    const names = await subjectNames(ask, rows.flatMap((r) => (r.subject_kind === null || r.subject_id === null ? [] : [{ kind: r.subject_kind, id: r.subject_id }])));
    const markings = await markingsOf(reader, rows.flatMap((r) => r.to_class_id ?? []), wanted.languages);
    const items = rows.map((r): ActItem => {
      const waits = r.outcome === null && r.expires_at > now;
      const mine = r.proposed_by === viewer.accountId;
      return {
        id: r.id, kind: r.kind as ActKind,
        subject: r.subject_kind === null || r.subject_id === null ? null : { kind: r.subject_kind, id: r.subject_id, name: names.get(r.subject_id) ?? { text: r.subject_kind, language: "en" } },
        to: r.to_class_id === null ? null : (markings.get(r.to_class_id) ?? null),
        reason: r.reason, state: r.outcome ?? (waits ? "waiting" : "expired"),
        proposedBy: signs(r.proposed_by, r.owner_id), mine, proposed: r.proposed_at.toISOString(), expires: r.expires_at.toISOString(),
        settledBy: r.settled_by === null ? null : signs(r.settled_by, r.owner_id), settledReason: r.settled_reason, settled: r.settled_at?.toISOString() ?? null,
        mayDecide: waits && !mine && mayNow(reader.viewer, "second-act"),
      };
    });
    return { items: items.toSorted((a, b) => Number(b.state === "waiting") - Number(a.state === "waiting")) };
  });
}

type Subject = { readonly kind: Marked; readonly id: string };

/** What each is called, as far as this viewer may see it. A source that was deleted has no name any more. */
async function subjectNames(ask: Asking, subjects: readonly Subject[]): Promise<ReadonlyMap<string, Words>> {
  const ids = (kind: Marked) => subjects.filter((s) => s.kind === kind).map((s) => s.id);
  const { db } = ask.reader;
  const [sources, imports, claims] = [ids("source"), ids("import"), ids("claim")];
  const plain = (text: string): Words => ({ text, language: "und" });
  const found = new Map<string, Words>();
  if (sources.length > 0) for (const s of await db.selectFrom("source").select(["id", "title", "language"]).where("id", "in", sources).execute()) found.set(s.id, { text: s.title, language: s.language ?? "und" });
  if (imports.length > 0) for (const i of await db.selectFrom("import").select(["id", "file_name"]).where("id", "in", imports).execute()) found.set(i.id, plain(i.file_name));
  const on = claims.length === 0 ? [] : await db.selectFrom("claim").select(["id", "record_id", "field"]).where("id", "in", claims).execute();
  const labels = await labelsOf(ask, [...ids("record"), ...on.map((c) => c.record_id)]);
  for (const [id, label] of labels) found.set(id, label.name);
  for (const c of on) found.set(c.id, plain(`${labels.get(c.record_id)?.name.text ?? "?"} · ${c.field}`));
  return found;
}
