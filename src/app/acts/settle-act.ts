import { fault } from "../../base/errors.ts";
import type { Writer } from "../../store/open-store.ts";
import { classOf } from "../../store/queries/classes.ts";
import { deleteSource, type GoneWith } from "../../store/queries/two-person-acts.ts";
import { picturesChange } from "../../store/queries/picture-change.ts";
import type { App } from "../app.ts";
import { markedRow, setClass } from "../circles/mark.ts";
import { withRight } from "../signed-in.ts";

export type Settling = { readonly outcome: "done" | "refused" | "withdrawn"; readonly reason?: string | undefined };
export type Settled = { readonly id: string; readonly outcome: Settling["outcome"] };

/**
 * Seconds a proposed act, which then happens in the same transaction; or refuses it with a reason; or, by whoever proposed it, takes it back.
 * @throws not-found, not-allowed for the person who proposed it, bad-input without a reason for refusing, conflict-edit when it is too late or changed
 */
export async function settleAct(app: App, secret: string | null, id: string, wanted: Settling): Promise<Settled> {
  const reason = wanted.reason?.trim() ?? "";
  if (wanted.outcome === "refused" && reason === "") throw fault("bad-input", { path: "reason", found: "", expected: "why not, for whoever proposed it" });
  const verb = { done: "second-act", refused: "refuse-act", withdrawn: "withdraw-act" } as const;
  const { settled, gone } = await app.store.write(secret, { act: verb[wanted.outcome], ...(reason === "" ? {} : { reason }) }, async (writer) => {
    const viewer = withRight(writer.viewer, wanted.outcome === "withdrawn" ? "propose-act" : "second-act");
    const act = await writer.db.selectFrom("two_person_act").select(["id", "kind", "subject_kind", "subject_id", "to_class_id", "proposed_by", "expires_at", "outcome", "class_id"]).where("id", "=", id).executeTakeFirst();
    if (act === undefined) throw fault("not-found");
    if (act.outcome !== null || act.expires_at <= app.now()) throw fault("conflict-edit");
    if ((wanted.outcome === "withdrawn") !== (act.proposed_by === viewer.accountId)) throw fault("not-allowed", { right: verb[wanted.outcome], whoCanGive: wanted.outcome === "withdrawn" ? "whoever proposed it" : "another person" });
    // Two at once: the second finds it settled.
    const done = await writer.db.updateTable("two_person_act").set({ outcome: wanted.outcome, settled_by: viewer.accountId, settled_reason: reason === "" ? null : reason }).where("id", "=", id).where("outcome", "is", null).executeTakeFirst();
    if (done.numUpdatedRows !== 1n) throw fault("conflict-edit");
    const { before, gone } = wanted.outcome === "done" ? await doIt(writer, act) : { before: null, gone: [] };
    writer.note({ recordIds: act.subject_id === null ? [] : [act.subject_id], classId: act.class_id, before, after: { act: id, kind: act.kind, outcome: wanted.outcome, subject: act.subject_id, proposedBy: act.proposed_by, ...(gone.length === 0 ? {} : { wentWithIt: gone.filter((g) => g.ownerId === viewer.holderId).map(({ kind, n }) => ({ kind, n })) }) } });
    return { settled: { id, outcome: wanted.outcome }, gone: gone.filter((g) => g.ownerId !== viewer.holderId).map((g) => ({ ...g, source: act.subject_id, by: viewer.holderId })) };
  });
  // What was others' and said nothing without the source has gone with it: each of them is told of theirs, and of nobody else's.
  if (gone.length > 0)
    await app.store.system({ act: "source-deleted-by-its-owner" }, async (writer) => {
      for (const g of gone) writer.note({ recordIds: [], classId: await classOf(writer.db, 2, g.ownerId), before: null, after: { source: g.source, deletedBy: g.by, wentWithIt: { kind: g.kind, n: g.n } } });
    });
  return settled;
}

type Act = { readonly id: string; readonly kind: string; readonly subject_kind: "source" | "record" | "claim" | "import" | null; readonly subject_id: string | null; readonly to_class_id: number | null };

async function doIt(writer: Writer, act: Act): Promise<{ before: unknown; gone: readonly GoneWith[] }> {
  if (act.subject_kind === null || act.subject_id === null) return { before: null, gone: [] };
  const row = await markedRow(writer, act.subject_kind, act.subject_id);
  // It went, or changed hands, while the act waited.
  if (row === undefined) throw fault("conflict-edit");
  if (act.to_class_id !== null) {
    const classes = await writer.db.selectFrom("visibility_class").select(["id", "tlp", "circle_id"]).where("id", "in", [row.class_id, act.to_class_id]).execute();
    const [was, becomes] = [classes.find((c) => c.id === row.class_id), classes.find((c) => c.id === act.to_class_id)];
    if (was === undefined || becomes === undefined || becomes.tlp >= was.tlp) throw fault("conflict-edit");
    await setClass(writer, act.subject_kind, act.subject_id, row.class_id, act.to_class_id);
    if (act.subject_kind === "import") await picturesChange(writer.db);
    return { before: { tlp: was.tlp, circle: was.circle_id }, gone: [] };
  }
  const source = await writer.db.selectFrom("source").select(["title", "publisher", "url", "published"]).where("id", "=", act.subject_id).executeTakeFirst();
  const gone = await deleteSource(writer.db, act.id);
  await picturesChange(writer.db);
  return { before: source ?? null, gone };
}
