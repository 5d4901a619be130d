import { newRecoveryCodes, recoveryCodeHash } from "../../access/recovery-code.ts";
import { seal, unseal } from "../../access/seal.ts";
import { newTimeSecret, timeCodeAddress, timeCodeStep } from "../../access/time-code.ts";
import { fault } from "../../base/errors.ts";
import type { DoorWriter } from "../../store/open-store.ts";
import type { App } from "../app.ts";
import { doorKey } from "./door-key.ts";
import { enrolling } from "./enrolling.ts";
import { type OpenedSession, rotateSession } from "./open-session.ts";
import { systemNote } from "./system-note.ts";

const whose = (accountId: string) => `second factor of ${accountId}`;

/** A new secret for an authenticator app, shown once. Nothing changes until a code of it is given. @throws sign-in-needed, not-allowed */
export async function beginSecondFactor(app: App, secret: string): Promise<{ secret: string; address: string }> {
  const who = await enrolling(app, secret);
  const key = await doorKey(app.dataDir);
  return app.store.door({ act: "begin-second-factor" }, async (door) => {
    const made = newTimeSecret();
    const sealed = seal(key, whose(who.accountId), made);
    // One that stands stays in force until a code of the new one was given.
    const { numUpdatedRows } = await door.db.updateTable("second_factor").set({ next_secret: sealed }).where("account_id", "=", who.accountId).executeTakeFirst();
    if (numUpdatedRows === 0n) await door.db.insertInto("second_factor").values({ account_id: who.accountId, secret: sealed, next_secret: sealed }).execute();
    await systemNote(door, who.holderId, { secondFactor: "begun", account: who.accountId });
    return { secret: made, address: timeCodeAddress(made, who.login, app.coalition.name["en"] ?? "Entente") };
  });
}

/**
 * Puts the second factor in force by its first code, gives ten recovery codes (shown once; earlier ones are void) and a new secret for the session.
 * @throws second-factor-wrong, sign-in-needed
 */
export async function confirmSecondFactor(app: App, secret: string, code: string): Promise<{ codes: readonly string[]; session: OpenedSession }> {
  const who = await enrolling(app, secret);
  const key = await doorKey(app.dataDir);
  return app.store.door({ act: "confirm-second-factor" }, async (door) => {
    const row = await door.db.selectFrom("second_factor").selectAll().where("account_id", "=", who.accountId).forUpdate().executeTakeFirst();
    const plain = row?.next_secret ? unseal(key, whose(who.accountId), row.next_secret) : null;
    const step = plain === null ? null : timeCodeStep(plain, code, app.now(), 0);
    if (!row?.next_secret || step === null) throw fault("second-factor-wrong");
    await door.db.updateTable("second_factor").set({ secret: row.next_secret, next_secret: null, confirmed_at: app.now(), last_step: String(step) }).where("account_id", "=", who.accountId).execute();
    const codes = newRecoveryCodes();
    await door.db.deleteFrom("recovery_code").where("account_id", "=", who.accountId).execute();
    await door.db.insertInto("recovery_code").values(codes.map((c) => ({ account_id: who.accountId, code_hash: recoveryCodeHash(c) as Buffer }))).execute();
    await systemNote(door, who.holderId, { secondFactor: "in force", account: who.accountId });
    return { codes, session: await rotateSession(door, who.sessionId) };
  });
}

/** Whether this account has to give a code. */
export async function hasSecondFactor(door: DoorWriter, accountId: string): Promise<boolean> {
  return (await door.db.selectFrom("second_factor").select("account_id").where("account_id", "=", accountId).where("confirmed_at", "is not", null).executeTakeFirst()) !== undefined;
}

/**
 * Takes a code of the app, or a recovery code, once.
 * @returns which it was; null when it is wrong, or was taken before
 */
export async function takeCode(app: App, door: DoorWriter, key: Buffer, accountId: string, code: string): Promise<"second-factor" | "recovery-code" | null> {
  // Two at once with the same code: the second waits here, and finds it taken.
  const row = await door.db.selectFrom("second_factor").selectAll().where("account_id", "=", accountId).where("confirmed_at", "is not", null).forUpdate().executeTakeFirst();
  if (row === undefined) return null;
  const plain = unseal(key, whose(accountId), row.secret);
  const step = plain === null ? null : timeCodeStep(plain, code, app.now(), Number(row.last_step));
  if (step !== null) {
    await door.db.updateTable("second_factor").set({ last_step: String(step) }).where("account_id", "=", accountId).execute();
    return "second-factor";
  }
  const hash = recoveryCodeHash(code);
  if (hash === null) return null;
  const used = await door.db.updateTable("recovery_code").set({ used_at: app.now() }).where("account_id", "=", accountId).where("code_hash", "=", hash).where("used_at", "is", null).returning("account_id").executeTakeFirst();
  return used === undefined ? null : "recovery-code";
}
