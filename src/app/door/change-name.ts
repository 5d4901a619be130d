import { fault } from "../../base/errors.ts";
import type { App } from "../app.ts";
import { enrolling } from "./enrolling.ts";
import { systemNote } from "./system-note.ts";

/** How one signs from now on. What was signed before shows the new name too: it is one person. @throws sign-in-needed, not-allowed, bad-input */
export async function changeName(app: App, secret: string, wanted: string): Promise<void> {
  const who = await enrolling(app, secret);
  if (who.enrol) throw fault("sign-in-needed");
  const name = wanted.trim().normalize("NFC");
  if (name === "" || [...name].length > 200) throw fault("bad-input", { path: "name", found: name.slice(0, 200), expected: "1 to 200 characters" });
  await app.store.door({ act: "change-name" }, async (door) => {
    const { display_name: was } = await door.db.selectFrom("account").select("display_name").where("id", "=", who.accountId).executeTakeFirstOrThrow();
    await door.db.updateTable("account").set({ display_name: name }).where("id", "=", who.accountId).execute();
    await systemNote(door, who.holderId, { account: who.accountId, name: { was, is: name } });
  });
}
