import { may } from "../../access/rights.ts";
import { secretHash } from "../../access/secret.ts";
import { fault } from "../../base/errors.ts";
import type { App } from "../app.ts";
import { signedIn } from "../signed-in.ts";
import { systemNote } from "./system-note.ts";

/**
 * The officer sees from now on what that member sees, and nothing that the officer may not see; nothing can be written
 * meanwhile. `member` null ends it.
 *
 * @throws not-allowed unless the officer's own holder shares a circle with the member (the coalition's GREEN is one)
 */
export async function lookAs(app: App, secret: string, member: string | null): Promise<void> {
  const { holderId } = await app.store.read(secret, async (reader) => {
    const viewer = signedIn(reader.viewer);
    if (!may(viewer.role, "look-as")) throw fault("not-allowed", { right: "look-as", whoCanGive: "secretariat" });
    if (member === null) return viewer;
    const seen = await reader.db.selectFrom("member").select("id").where("id", "=", member).executeTakeFirst();
    if (!seen) throw fault("not-found");
    return viewer;
  });
  await app.store.door({ act: "look-as" }, async (door) => {
    await door.db.updateTable("session").set({ looking_as: member }).where("secret_hash", "=", secretHash(secret)).execute();
    await systemNote(door, holderId, { lookingAs: member });
  });
}
