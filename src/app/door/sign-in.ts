import { createHash } from "node:crypto";
import { delaySeconds } from "../../access/delay.ts";
import { unknownAccountHash, verifyPassword } from "../../access/password.ts";
import { fault } from "../../base/errors.ts";
import type { DoorWriter } from "../../store/open-store.ts";
import { rolesToday } from "../../store/queries/door-roles.ts";
import { oneAtATime } from "../../store/queries/one-at-a-time.ts";
import { oneFailureLess } from "../../store/queries/sign-in-failures.ts";
import type { App } from "../app.ts";
import { doorKey } from "./door-key.ts";
import { deviceOf, rememberDevice } from "./known-device.ts";
import { normalLogin } from "./make-account.ts";
import { openSession, type OpenedSession } from "./open-session.ts";
import { hasSecondFactor, takeCode } from "./second-factor.ts";
import { systemNote } from "./system-note.ts";

const windowMinutes = 60;
/**
 * Wrong tries before the next has to wait: per address and login together, and per address. Nobody's tries count against an account
 * alone, so nobody can close another person's; and a browser in which the account came in before has a count of its own.
 */
const free = { pair: 5, address: 30 };

export type Comer = { readonly address: string; readonly device?: string | null; readonly agent?: string | null };
export type CameIn = OpenedSession & {
  /** the secret that makes this browser known; null when it is already */
  readonly device: string | null;
  /** the session is good for nothing yet but making a second factor */
  readonly enrol: boolean;
};

/**
 * Opens a session by login and password, and a code where a second factor stands. Each attempt is counted before it is tried and taken off
 * the count when it was right, so that many at once are no way around the delay.
 * @throws sign-in-failed, the same and in the same time whether the account exists or not; second-factor-needed (password right, no code
 * given), second-factor-wrong; rate-limited; passwords-closed
 */
export async function signIn(app: App, given: { readonly login: string; readonly password: string; readonly code?: string | undefined }, comer: Comer): Promise<CameIn> {
  if (app.door.passwords === "no") throw fault("passwords-closed");
  const login = normalLogin(given.login);
  const at = app.now();
  const { account, subjects } = await app.store.door(null, async (door) => {
    const account = await door.db.selectFrom("account").select(["id", "password_hash"]).where("login", "=", login).where("ended_at", "is", null).executeTakeFirst();
    const device = await deviceOf(door, comer.device ?? null, account?.id, at);
    const subjects = device === null ? [{ subject: hashed(`${comer.address} ${login}`), free: free.pair }, { subject: hashed(comer.address), free: free.address }] : [{ subject: hashed(`device ${device}`), free: free.pair }];
    await countAttempt(door, subjects, at);
    return { account, subjects: subjects.map((s) => s.subject) };
  });
  const right = await verifyPassword(given.password, account?.password_hash ?? unknownAccountHash);
  if (!account || account.password_hash === null || !right) throw fault("sign-in-failed");
  const key = await doorKey(app.dataDir);
  return app.store.door({ act: "sign-in" }, async (door) => {
    const [role] = await rolesToday(door.db, account.id);
    // An account whose roles have all ended has no right left to sign in with, and is told no more than a stranger.
    if (!role) throw fault("sign-in-failed");
    const needed = await hasSecondFactor(door, account.id);
    const code = given.code?.trim() ?? "";
    // Nothing was guessed wrong: the attempt comes off the count in a transaction of its own, as this one is not kept.
    if (needed && code === "") throw await app.store.door(null, async (other) => rightAfterAll(other, subjects, at).then(() => fault("second-factor-needed")));
    const madeWith = needed ? await takeCode(app, door, key, account.id, code) : "password";
    if (madeWith === null) throw fault("second-factor-wrong");
    await rightAfterAll(door, subjects, at);
    const enrol = !needed && app.door.passwords === "with-second-factor";
    const session = await openSession(door, account.id, role.id, at, { madeWith, agent: comer.agent ?? null, enrol, limits: app.door });
    await systemNote(door, role.holder_id, { signedIn: account.id, with: madeWith, ...(enrol ? { only: "to make a second factor" } : {}) });
    return { ...session, enrol, device: await rememberDevice(door, comer.device ?? null, account.id, at) };
  });
}

/** @throws rate-limited */
async function countAttempt(door: DoorWriter, subjects: readonly { readonly subject: Buffer; readonly free: number }[], at: Date): Promise<void> {
  await oneAtATime(door.db, `sign-in ${subjects.at(-1)?.subject.toString("hex")}`);
  await door.db.deleteFrom("sign_in_failure").where("at", "<=", new Date(at.getTime() - windowMinutes * 60_000)).execute();
  for (const one of subjects) {
    const { n, last } = await door.db
      .selectFrom("sign_in_failure")
      .select((e) => [e.fn.countAll<string>().as("n"), e.fn.max("at").as("last")])
      .where("subject", "=", one.subject)
      .executeTakeFirstOrThrow();
    const wait = last === null ? 0 : Math.ceil((last.getTime() - at.getTime()) / 1000 + delaySeconds(Number(n), one.free));
    if (wait > 0 && Number(n) >= one.free) throw fault("rate-limited", { retryAfterSeconds: wait });
  }
  await door.db.insertInto("sign_in_failure").values(subjects.map(({ subject }) => ({ subject, at }))).execute();
}

/** One attempt of that moment, per subject. */
async function rightAfterAll(door: DoorWriter, subjects: readonly Buffer[], at: Date): Promise<void> {
  for (const subject of subjects) await oneFailureLess(door.db, subject, at);
}

const hashed = (subject: string) => createHash("sha256").update(subject).digest();
