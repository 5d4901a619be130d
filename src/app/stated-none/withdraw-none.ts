import { fault } from "../../base/errors.ts";
import { ownClass } from "../../store/queries/classes.ts";
import { picturesChange } from "../../store/queries/picture-change.ts";
import type { App } from "../app.ts";
import { withRight } from "../signed-in.ts";

/**
 * Takes back a statement of one's own side that there is no work; it stays, to be read, and no longer counts.
 * @throws not-found; not-allowed for one of others; conflict-edit when it was taken back meanwhile
 */
export async function withdrawNone(app: App, secret: string | null, id: string, reason: string): Promise<void> {
  await app.store.write(secret, { act: "withdraw-none", reason }, async (writer) => {
    const viewer = withRight(writer.viewer, "edit-record");
    const row = await writer.db.selectFrom("stated_none").selectAll().where("id", "=", id).executeTakeFirst();
    if (row === undefined) throw fault("not-found");
    if (row.owner_id !== viewer.holderId) throw fault("not-allowed", { right: "edit-record", whoCanGive: "owner" });
    const done = await writer.db.updateTable("stated_none").set({ withdrawn_at: app.now(), withdrawn_by: viewer.accountId, withdrawn_reason: reason }).where("id", "=", id).where("withdrawn_at", "is", null).returning("id").executeTakeFirst();
    if (done === undefined) throw fault("conflict-edit");
    await picturesChange(writer.db);
    writer.note({ recordIds: [id], classId: await ownClass(writer.db, 2), before: row, after: { id, withdrawn: true, reason }, told: [{ kind: "stated-none", id, classId: row.class_id }] });
  });
}
