import { fault } from "../../base/errors.ts";
import { claimsById, decisionsById } from "../../store/queries/claim-rows.ts";
import type { App } from "../app.ts";
import { withRight } from "../signed-in.ts";
import type { Wanted } from "./asking.ts";
import { readFieldClaims } from "./field-claims.ts";
import { entryClass } from "./own-marking.ts";

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
    const record = await writer.db
      .selectFrom("record")
      .select("class_id")
      .where("id", "=", decision.record_id)
      .executeTakeFirstOrThrow();
    const [claim] = decision.claim_id === null ? [] : await claimsById(writer.db, [decision.claim_id]);
    const classId = await entryClass(writer, decision.class_id, [
      record.class_id,
      ...(claim === undefined ? [] : [claim.class_id, claim.source_class]),
    ]);
    writer.note({
      recordIds: [decision.record_id],
      classId,
      before: { decision: id, claim: decision.claim_id, reason: decision.reason },
      after: { decision: id, withdrawn: true, reason },
      told: [{ kind: "decision", id, about: [decision.record_id], classId: decision.class_id }],
    });
    return readFieldClaims(
      app,
      writer,
      { record: decision.record_id, field: decision.field, language: decision.language ?? undefined },
      asked,
    );
  });
}
