import { newSecret, secretHash } from "../../access/secret.ts";
import { fault } from "../../base/errors.ts";
import type { App } from "../app.ts";
import { systemNote } from "./system-note.ts";

const linkMinutes = 30;
const roleDays = 1;

/**
 * A way in for the day when no officer can come in any more: a one-time link by which whoever holds it becomes an officer until tomorrow. It reads no
 * more than any officer does, and everybody is told: on every page of everyone signed in for a week, and in the audit log for the whole coalition.
 * Only whoever operates the server can open it.
 * @throws bad-input without a reason; setup-link-expired before the first account (that is what the setup link is for)
 */
export async function openEmergency(app: App, wanted: { readonly name: string; readonly reason: string }): Promise<{ secret: string; expiresAt: Date; until: Date }> {
  if (wanted.reason.trim() === "") throw fault("bad-input", { path: "reason", found: "", expected: "why it is needed, for everybody to read" });
  if (wanted.name.trim() === "") throw fault("bad-input", { path: "name", found: "", expected: "who comes in" });
  return app.store.door({ act: "open-emergency" }, async (door) => {
    if ((await door.db.selectFrom("account").select("id").limit(1).executeTakeFirst()) === undefined) throw fault("setup-link-expired");
    const now = app.now().getTime();
    const [expiresAt, until] = [new Date(now + linkMinutes * 60_000), new Date(now + roleDays * 86_400_000)];
    const opened = await door.db.insertInto("emergency").values({ opened_at: app.now(), until, reason: wanted.reason.trim(), for_whom: wanted.name.trim() }).returning("id").executeTakeFirstOrThrow();
    const secret = newSecret();
    const body = app.coalition.focusBodyId;
    await door.db.insertInto("door_link").values({ secret_hash: secretHash(secret), purpose: "emergency", person_name: wanted.name.trim(), role: "secretariat", holder_id: body, body_id: body, valid_to: until.toISOString().slice(0, 10), emergency_id: opened.id, expires_at: expiresAt }).execute();
    await systemNote(door, null, { emergency: wanted.reason.trim(), for: wanted.name.trim(), until: until.toISOString() });
    return { secret, expiresAt, until };
  });
}
