import { fault } from "../../base/errors.ts";
import type { App } from "../app.ts";
import { withRight } from "../signed-in.ts";

/** Ends a view: one's own, or one that one's side shares. Who opened it keeps the address that it gave. @throws not-found, also for one of others */
export async function endView(app: App, secret: string | null, id: string): Promise<void> {
  await app.store.write(secret, { act: "end-view" }, async (writer) => {
    withRight(writer.viewer, "keep-views");
    const gone = await writer.db.deleteFrom("saved_view").where("id", "=", id).returningAll().executeTakeFirst();
    if (gone === undefined) throw fault("not-found");
    writer.note({ recordIds: [id], classId: gone.class_id, before: gone, after: null, told: [] });
  });
}
