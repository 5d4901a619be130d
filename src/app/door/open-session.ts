import { newSecret, secretHash } from "../../access/secret.ts";
import type { DoorWriter } from "../../store/open-store.ts";
import type { App } from "../app.ts";
import { usualDoor } from "./door-settings.ts";

export type OpenedSession = { readonly secret: string; readonly expiresAt: Date };

export type HowOpened = {
  readonly madeWith?: "password" | "second-factor" | "recovery-code" | "passkey" | "oidc" | "link";
  /** what the browser says it is */
  readonly agent?: string | null;
  /** good for nothing but making a second factor */
  readonly enrol?: boolean;
  readonly identity?: { readonly id: string; readonly sid: string | null };
  readonly limits?: Pick<App["door"], "idleMinutes" | "sessionHours">;
};

/** Opens a browser session for an account in one of its roles. The secret is returned once and kept nowhere. */
export async function openSession(door: DoorWriter, accountId: string, roleId: string, now: Date, how: HowOpened = {}): Promise<OpenedSession> {
  const secret = newSecret();
  const { idleMinutes, sessionHours } = how.limits ?? usualDoor;
  const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000);
  await door.db
    .insertInto("session")
    .values({
      secret_hash: secretHash(secret), kind: "browser", account_id: accountId, role_id: roleId, expires_at: expiresAt, idle_at: new Date(now.getTime() + idleMinutes * 60_000),
      made_with: how.madeWith ?? "password", agent: how.agent?.slice(0, 200) ?? null, enrol: how.enrol ?? false, identity_id: how.identity?.id ?? null, provider_sid: how.identity?.sid ?? null,
    })
    .execute();
  return { secret, expiresAt };
}

/** A browser's session goes on under a new secret: one that somebody got hold of before a change of rights is worth nothing after it. */
export async function rotateSession(door: DoorWriter, sessionId: string, change: { readonly roleId?: string; readonly lookingAs?: string | null } = {}): Promise<OpenedSession> {
  const secret = newSecret();
  const { expires_at } = await door.db
    .updateTable("session")
    .set({ secret_hash: secretHash(secret), enrol: false, ...(change.roleId === undefined ? {} : { role_id: change.roleId, looking_as: null }), ...(change.lookingAs === undefined ? {} : { looking_as: change.lookingAs }) })
    .where("id", "=", sessionId)
    .where("ended_at", "is", null)
    .returning("expires_at")
    .executeTakeFirstOrThrow();
  return { secret, expiresAt: expires_at };
}
