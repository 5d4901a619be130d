import { createHash } from "node:crypto";
import { fault } from "../../base/errors.ts";
import { oneAtATime } from "../../store/queries/one-at-a-time.ts";
import type { App } from "../app.ts";

const windowMinutes = 10;
/** A ministry behind one address has many people; a machine that asks all the time is none of them. */
const startsPerWindow = 120;

/**
 * Counts what was begun at the door from one address (a passkey, a way to a provider) and answers nothing for a while beyond the limit: each costs a
 * row that lives ten minutes. It closes no account: none is named yet.
 * @throws rate-limited
 */
export async function limitStarts(app: App, address: string): Promise<void> {
  const subject = createHash("sha256").update(`starts ${address}`).digest();
  const at = app.now();
  const since = new Date(at.getTime() - windowMinutes * 60_000);
  await app.store.door(null, async ({ db }) => {
    await oneAtATime(db, `starts ${subject.toString("hex")}`);
    const { n, first } = await db.selectFrom("sign_in_failure").select((e) => [e.fn.countAll<string>().as("n"), e.fn.min("at").as("first")]).where("subject", "=", subject).where("at", ">", since).executeTakeFirstOrThrow();
    if (Number(n) >= startsPerWindow && first !== null) throw fault("rate-limited", { retryAfterSeconds: Math.max(1, Math.ceil((first.getTime() - since.getTime()) / 1000)) });
    await db.insertInto("sign_in_failure").values({ subject, at }).execute();
  });
}
