import { fault } from "../../base/errors.ts";
import { decisionsById } from "../../store/queries/claim-rows.ts";
import type { App } from "../app.ts";
import { withRight } from "../signed-in.ts";
import type { Wanted } from "./asking.ts";
import { readFieldClaims } from "./field-claims.ts";
import { ownMarking } from "./own-marking.ts";

/**
 * Takes back a decision of one's own side: the field is composed from its claims again. The decision stays to be read.
 * @throws not-found; not-allowed for a decision of others; conflict-edit when it was withdrawn or replaced meanwhile
 */
export async function withdrawDecision(app: App, secret: string | null, id: string, reason: string, asked: Wanted) {
  return app.store.write(secret, { act: "withdraw-decision", reason }, async (writer) => {
    const viewer = withRight(writer.viewer, "decide");
    const [decision] = await decisionsById(writer.db, [id]);
    if (decision === undefined) throw fault("not-found");
    if (decision.owner_id !== viewer.holderId) throw fault("not-allowed", { right: "decide", whoCanGive: "owner" });
    const done = await writer.db
      .updateTable("decision")
      .set({ withdrawn_at: app.now(), withdrawn_by: viewer.accountId, withdrawn_reason: reason })
      .where("id", "=", id)
      .where("withdrawn_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (done === undefined) throw fault("conflict-edit");
    // As open as the entry of the decision itself can have been at most: to its own side.
    const { entryClass } = await ownMarking(writer, undefined, [decision.class_id]);
    writer.note({ recordIds: [decision.record_id], classId: entryClass, before: { decision: id, claim: decision.claim_id, reason: decision.reason }, after: { decision: id, withdrawn: true, reason } });
    return readFieldClaims(app, writer, { record: decision.record_id, field: decision.field, language: decision.language ?? undefined }, asked);
  });
}
