import { fault } from "../../base/errors.ts";
import { decisionsOnFinding, type FindingRow } from "../../store/queries/finding-rows.ts";
import { initiativesLinked } from "../../store/queries/link-decisions.ts";
import { ownClass } from "../../store/queries/classes.ts";
import type { Writer } from "../../store/open-store.ts";
import type { App } from "../app.ts";
import { readGapCell } from "../picture/read-gap-cell.ts";
import { readOverlapPair } from "../picture/read-overlap-pair.ts";
import type { PictureWish } from "../picture/question.ts";
import { withRight } from "../signed-in.ts";
import { giveUp } from "./undertake.ts";

export type Withdrawal = { readonly decision: string; readonly reason?: string | undefined };

/**
 * Takes back a decision of one's own side on a pair: it waits for a decision again. The decision stays to be read.
 * @throws not-found; not-allowed for a decision of others; conflict-edit when it was withdrawn or replaced meanwhile
 */
export async function withdrawOverlapDecision(app: App, secret: string | null, ids: { readonly a: string; readonly b: string }, of: Withdrawal, wish: PictureWish, languages: readonly string[]) {
  // The right first: who may not decide is told so, and not whether there is such a pair.
  await app.store.read(secret, async (reader) => withRight(reader.viewer, "decide"));
  const { a, b } = await readOverlapPair(app, secret, ids, wish, languages);
  await withdraw(app, secret, of, (db) => decisionsOnFinding(db, { a: a.parts, b: b.parts }));
  return readOverlapPair(app, secret, ids, wish, languages);
}

/** The same of a gap. What was taken up by it is given up, visibly. */
export async function withdrawGapDecision(app: App, secret: string | null, cell: { readonly area: string; readonly line: string | null }, of: Withdrawal, wish: PictureWish, languages: readonly string[]) {
  await withdraw(app, secret, of, (db) => decisionsOnFinding(db, cell));
  return readGapCell(app, secret, cell, wish, languages);
}

async function withdraw(app: App, secret: string | null, of: Withdrawal, onFinding: (db: Writer["db"]) => Promise<readonly FindingRow[]>): Promise<void> {
  const reason = of.reason?.trim() || undefined;
  await app.store.write(secret, { act: "withdraw-finding", ...(reason === undefined ? {} : { reason }) }, async (writer) => {
    const viewer = withRight(writer.viewer, "decide");
    const row = (await onFinding(writer.db)).find((d) => d.id === of.decision);
    if (row === undefined) throw fault("not-found");
    if (row.owner_id !== viewer.holderId) throw fault("not-allowed", { right: "decide", whoCanGive: "owner" });
    const done = await writer.db
      .updateTable("finding_decision")
      .set({ withdrawn_at: app.now(), withdrawn_by: viewer.accountId, withdrawn_reason: reason ?? null })
      .where("id", "=", row.id).where("withdrawn_at", "is", null)
      .returning("id").executeTakeFirst();
    if (done === undefined) throw fault("conflict-edit");
    if (row.kind === "overlap") await initiativesLinked(writer.db, [row.a_id as string, row.b_id as string], row.outcome === "one-initiative");
    await giveUp(app, writer, viewer, [row]);
    const about = [row.a_id, row.b_id].filter((id) => id !== null);
    writer.note({ recordIds: about.length > 0 ? about : [row.id], classId: await ownClass(writer.db, 2), before: { decision: row.id, outcome: row.outcome, reason: row.reason }, after: { decision: row.id, withdrawn: true, reason: reason ?? null }, told: [{ kind: "finding", id: row.id, about, classId: row.class_id }] });
  });
}
