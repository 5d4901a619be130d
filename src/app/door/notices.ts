import { fault } from "../../base/errors.ts";
import type { App } from "../app.ts";
import { enrolling } from "./enrolling.ts";

/** Its bearer has read what was done to the account: it is told no more. @throws sign-in-needed, not-found */
export async function noticeRead(app: App, secret: string, id: string): Promise<void> {
  const who = await enrolling(app, secret);
  await app.store.door(null, async ({ db }) => {
    const { numUpdatedRows } = await db.updateTable("account_notice").set({ read_at: app.now() }).where("id", "=", id).where("account_id", "=", who.accountId).where("read_at", "is", null).executeTakeFirst();
    if (numUpdatedRows !== 1n) throw fault("not-found");
  });
}
