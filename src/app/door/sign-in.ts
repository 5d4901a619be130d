import { createHash } from "node:crypto";
import { unknownAccountHash, verifyPassword } from "../../access/password.ts";
import { fault } from "../../base/errors.ts";
import type { DoorWriter } from "../../store/open-store.ts";
import { oneAtATime } from "../../store/queries/one-at-a-time.ts";
import { oneFailureLess } from "../../store/queries/sign-in-failures.ts";
import type { App } from "../app.ts";
import { normalLogin } from "./make-account.ts";
import { openSession, type OpenedSession } from "./open-session.ts";
import { systemNote } from "./system-note.ts";

const windowMinutes = 15;
/** Counted per address and login together, and per address: nobody can lock another person's account. */
const failuresPerLoginAndAddress = 10;
const failuresPerAddress = 60;

/**
 * Opens a session by login and password. Each attempt is counted before it is tried and taken off the count when it was right, so that
 * many at once are no way around the limit.
 * @param address where the request came from, to slow guessing
 * @throws sign-in-failed, the same and in the same time whether the account exists or not; rate-limited
 */
export async function signIn(app: App, login: string, password: string, address: string): Promise<OpenedSession> {
  const subjects = [hashed(`${address} ${normalLogin(login)}`), hashed(address)] as const;
  const at = app.now();
  const since = new Date(at.getTime() - windowMinutes * 60_000);
  const account = await app.store.door(null, async (door) => {
    await oneAtATime(door.db, `sign-in ${subjects[1].toString("hex")}`);
    await door.db.deleteFrom("sign_in_failure").where("at", "<=", since).execute();
    for (const [i, limit] of [failuresPerLoginAndAddress, failuresPerAddress].entries()) {
      const { n } = await door.db.selectFrom("sign_in_failure").select((e) => e.fn.countAll<string>().as("n")).where("subject", "=", subjects[i] as Buffer).executeTakeFirstOrThrow();
      if (Number(n) >= limit) throw fault("rate-limited", { retryAfterSeconds: windowMinutes * 60 });
    }
    await door.db.insertInto("sign_in_failure").values(subjects.map((subject) => ({ subject, at }))).execute();
    return door.db.selectFrom("account").select(["id", "password_hash"]).where("login", "=", normalLogin(login)).where("ended_at", "is", null).executeTakeFirst();
  });
  const right = await verifyPassword(password, account?.password_hash ?? unknownAccountHash);
  if (!account || !right) throw fault("sign-in-failed");
  return app.store.door({ act: "sign-in" }, async (door) => {
    const role = await door.db
      .selectFrom("acting_role")
      .select(["id", "holder_id"])
      .where("account_id", "=", account.id)
      .where("valid_from", "<=", today(app))
      .where((e) => e.or([e("valid_to", "is", null), e("valid_to", ">=", today(app))]))
      .orderBy("valid_from", "desc")
      .orderBy("id")
      .executeTakeFirst();
    // An account whose roles have all ended has no right left to sign in with, and is told no more than a stranger.
    if (!role) throw fault("sign-in-failed");
    await rightAfterAll(door, subjects, at);
    await systemNote(door, role.holder_id, { signedIn: account.id });
    return openSession(door, account.id, role.id, app.now());
  });
}

/** One attempt of that moment, per subject. */
async function rightAfterAll(door: DoorWriter, subjects: readonly Buffer[], at: Date): Promise<void> {
  for (const subject of subjects) await oneFailureLess(door.db, subject, at);
}

const hashed = (subject: string) => createHash("sha256").update(subject).digest();
const today = (app: App) => app.now().toISOString().slice(0, 10);
