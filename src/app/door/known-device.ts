import { newSecret, secretHash } from "../../access/secret.ts";
import type { DoorWriter } from "../../store/open-store.ts";

const days = 180;

/** The account that came in before from the browser that holds this secret. Guesses from elsewhere do not slow it down there. */
export async function deviceOf(door: DoorWriter, secret: string | null, accountId: string | undefined, now: Date): Promise<string | null> {
  if (secret === null || accountId === undefined) return null;
  const known = await door.db.selectFrom("known_device").select("id").where("secret_hash", "=", secretHash(secret)).where("account_id", "=", accountId).where("expires_at", ">", now).executeTakeFirst();
  return known?.id ?? null;
}

/** Remembers the browser; its secret is given once, or null when it is known already. */
export async function rememberDevice(door: DoorWriter, secret: string | null, accountId: string, now: Date): Promise<string | null> {
  const expires_at = new Date(now.getTime() + days * 86_400_000);
  const known = await deviceOf(door, secret, accountId, now);
  if (known !== null) {
    await door.db.updateTable("known_device").set({ last_used_at: now, expires_at }).where("id", "=", known).execute();
    return null;
  }
  const made = newSecret();
  await door.db.deleteFrom("known_device").where("expires_at", "<=", now).execute();
  await door.db.insertInto("known_device").values({ account_id: accountId, secret_hash: secretHash(made), expires_at }).execute();
  return made;
}
