import { seal, unseal } from "../../access/seal.ts";
import { newSecret, secretHash } from "../../access/secret.ts";
import type { DoorWriter } from "../../store/open-store.ts";
import type { App } from "../app.ts";
import { doorKey } from "./door-key.ts";

const minutes = 10;

/** Keeps, for ten minutes and for one answer, what the answer has to be held against. @returns the secret that whoever answers brings */
export async function beginFlow(app: App, purpose: string, kept: unknown, accountId: string | null): Promise<string> {
  const secret = newSecret();
  const key = await doorKey(app.dataDir);
  await app.store.door(null, async ({ db }) => {
    await db.deleteFrom("door_flow").where("expires_at", "<=", app.now()).execute();
    await db.insertInto("door_flow").values({ secret_hash: secretHash(secret), purpose, account_id: accountId, kept: seal(key, purpose, JSON.stringify(kept)), expires_at: new Date(app.now().getTime() + minutes * 60_000) }).execute();
  });
  return secret;
}

/** What was kept, once: the same answer a second time finds nothing. @returns null when unknown, used or too old */
export async function endFlow(app: App, purpose: string, secret: string | null, accountId: string | null): Promise<unknown> {
  if (secret === null) return null;
  const key = await doorKey(app.dataDir);
  const found = await app.store.door(null, async ({ db }) =>
    db.deleteFrom("door_flow").where("secret_hash", "=", secretHash(secret)).where("purpose", "=", purpose).where("account_id", accountId === null ? "is" : "=", accountId).where("expires_at", ">", app.now()).returning("kept").executeTakeFirst());
  const plain = found?.kept ? unseal(key, purpose, found.kept) : null;
  return plain === null ? null : (JSON.parse(plain) as unknown);
}

/** Whether this is the first time that something with this name is told, until then. For tokens that must not be told twice. */
export async function firstTime(door: DoorWriter, what: string, until: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await door.db.insertInto("door_flow").values({ secret_hash: secretHash(what), purpose: "told", kept: null, expires_at: until }).onConflict((c) => c.doNothing()).executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
