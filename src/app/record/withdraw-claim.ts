import { fault } from "../../base/errors.ts";
import { claimsById } from "../../store/queries/claim-rows.ts";
import type { App } from "../app.ts";
import { withRight } from "../signed-in.ts";
import type { Wanted } from "./asking.ts";
import { readFieldClaims } from "./field-claims.ts";
import { entryClass } from "./own-marking.ts";

/**
 * Takes back a claim of one's own side. It stays, marked as withdrawn, and no longer counts.
 * @throws not-found; not-allowed for a claim of others; conflict-edit when it was withdrawn meanwhile
 */
export async function withdrawClaim(app: App, secret: string | null, id: string, reason: string, asked: Wanted) {
  return app.store.write(secret, { act: "withdraw-claim", reason }, async (writer) => {
    const viewer = withRight(writer.viewer, "edit-record");
    const [claim] = await claimsById(writer.db, [id]);
    if (claim === undefined) throw fault("not-found");
    if (claim.owner_id !== viewer.holderId) throw fault("not-allowed", { right: "edit-record", whoCanGive: "owner" });
    const done = await writer.db
      .updateTable("claim")
      .set({ withdrawn_at: app.now(), withdrawn_by: viewer.accountId, withdrawn_reason: reason })
      .where("id", "=", id)
      .where("withdrawn_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (done === undefined) throw fault("conflict-edit");
    const record = await writer.db
      .selectFrom("record")
      .select("class_id")
      .where("id", "=", claim.record_id)
      .executeTakeFirstOrThrow();
    const classId = await entryClass(writer, claim.class_id, [record.class_id, claim.source_class]);
    writer.note({
      recordIds: [claim.record_id],
      classId,
      before: { claim: id, field: claim.field, value: claim.value, withdrawn: false },
      after: { claim: id, withdrawn: true, reason },
      told: [{ kind: "claim", id, about: [claim.record_id], classId: claim.class_id }],
    });
    return readFieldClaims(
      app,
      writer,
      { record: claim.record_id, field: claim.field, language: claim.language ?? undefined },
      asked,
    );
  });
}
