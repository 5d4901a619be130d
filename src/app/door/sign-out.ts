import { secretHash } from "../../access/secret.ts";
import type { App } from "../app.ts";
import { systemNote } from "./system-note.ts";

/** Ends the session. Ending one that is not there is no error: the outcome is the same. */
export async function signOut(app: App, secret: string): Promise<void> {
  await app.store.door({ act: "sign-out" }, async (door) => {
    const ended = await door.db.updateTable("session").set({ ended_at: app.now() }).where("secret_hash", "=", secretHash(secret)).where("ended_at", "is", null).returning(["account_id", "role_id"]).executeTakeFirst();
    const role = ended && (await door.db.selectFrom("acting_role").select("holder_id").where("id", "=", ended.role_id).executeTakeFirst());
    await systemNote(door, role?.holder_id ?? null, { signedOut: ended?.account_id ?? null });
  });
}
