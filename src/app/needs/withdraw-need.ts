import { fault } from "../../base/errors.ts";
import { picturesChange } from "../../store/queries/picture-change.ts";
import type { App } from "../app.ts";
import { withRight } from "../signed-in.ts";

/** Takes an own need back, with a reason; the audit log keeps what it said. @throws not-found, also for one that is another's */
export async function withdrawNeed(app: App, secret: string, id: string, reason: string): Promise<void> {
  await app.store.write(secret, { act: "withdraw-need", reason }, async (writer) => {
    const viewer = withRight(writer.viewer, "edit-record");
    const gone = await writer.db.deleteFrom("need").where("id", "=", id).where("owner_id", "=", viewer.holderId).returningAll().executeTakeFirst();
    if (!gone) throw fault("not-found");
    await picturesChange(writer.db);
    writer.note({ recordIds: [id], classId: gone.class_id, before: gone, after: null, told: [{ kind: "gone", id, classId: gone.class_id }] });
  });
}
