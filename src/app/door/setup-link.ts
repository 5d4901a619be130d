import { newSecret, secretHash } from "../../access/secret.ts";
import type { App } from "../app.ts";
import { systemNote } from "./system-note.ts";

const setupMinutes = 30;

/**
 * A one-time secret by which the first secretariat officer makes an account. Every earlier one is void from now on.
 * @returns null once any account exists
 */
export async function newSetupSecret(app: App): Promise<{ secret: string; expiresAt: Date } | null> {
  return app.store.door({ act: "print-setup-link" }, async (door) => {
    await systemNote(door, null, { setupLink: "printed" });
    if (await hasAccount(door.db)) return null;
    await door.db.deleteFrom("door_link").where("purpose", "=", "setup").execute();
    const secret = newSecret();
    const expiresAt = new Date(app.now().getTime() + setupMinutes * 60_000);
    await door.db.insertInto("door_link").values({ secret_hash: secretHash(secret), purpose: "setup", expires_at: expiresAt }).execute();
    return { secret, expiresAt };
  });
}

export async function needsSetup(app: App): Promise<boolean> {
  return app.store.door(null, async (door) => !(await hasAccount(door.db)));
}

async function hasAccount(db: Parameters<Parameters<App["store"]["door"]>[1]>[0]["db"]): Promise<boolean> {
  return (await db.selectFrom("account").select("id").limit(1).executeTakeFirst()) !== undefined;
}
