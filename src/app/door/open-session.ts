import { newSecret, secretHash } from "../../access/secret.ts";
import type { DoorWriter } from "../../store/open-store.ts";

const HOURS = 3_600_000;
/** A working day: after it one signs in again. */
const sessionHours = 12;

export type OpenedSession = { readonly secret: string; readonly expiresAt: Date };

/** Opens a browser session for an account in one of its roles. The secret is returned once and kept nowhere. */
export async function openSession(door: DoorWriter, accountId: string, roleId: string, now: Date): Promise<OpenedSession> {
  const secret = newSecret();
  const expiresAt = new Date(now.getTime() + sessionHours * HOURS);
  await door.db.insertInto("session").values({ secret_hash: secretHash(secret), kind: "browser", account_id: accountId, role_id: roleId, expires_at: expiresAt }).execute();
  return { secret, expiresAt };
}
