import { hashPassword, unknownAccountHash, verifyPassword } from "../../access/password.ts";
import { fault } from "../../base/errors.ts";
import type { App } from "../app.ts";
import { enrolling } from "./enrolling.ts";
import { type OpenedSession, rotateSession } from "./open-session.ts";
import { systemNote } from "./system-note.ts";

/** Another password, for who knows the present one. Every other session of the account ends. @throws sign-in-failed, bad-input, passwords-closed */
export async function changePassword(app: App, secret: string, wanted: { readonly present: string; readonly next: string }): Promise<OpenedSession> {
  if (app.door.passwords === "no") throw fault("passwords-closed");
  const who = await enrolling(app, secret);
  if (who.enrol) throw fault("sign-in-needed");
  if ([...wanted.next].length < 12) throw fault("bad-input", { path: "next", found: [...wanted.next].length, expected: "at least 12 characters" });
  const stands = await app.store.door(null, async ({ db }) => db.selectFrom("account").select("password_hash").where("id", "=", who.accountId).executeTakeFirstOrThrow());
  if (!(await verifyPassword(wanted.present, stands.password_hash ?? unknownAccountHash))) throw fault("sign-in-failed");
  const password_hash = await hashPassword(wanted.next);
  return app.store.door({ act: "change-password" }, async (door) => {
    await door.db.updateTable("account").set({ password_hash }).where("id", "=", who.accountId).execute();
    await door.db.updateTable("session").set({ ended_at: app.now() }).where("account_id", "=", who.accountId).where("id", "!=", who.sessionId).where("kind", "=", "browser").where("ended_at", "is", null).execute();
    await door.db.deleteFrom("known_device").where("account_id", "=", who.accountId).execute();
    await systemNote(door, who.holderId, { password: "changed", account: who.accountId });
    return rotateSession(door, who.sessionId);
  });
}
