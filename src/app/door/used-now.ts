import { secretHash } from "../../access/secret.ts";
import { sessionUsed } from "../../store/queries/session-use.ts";
import type { App } from "../app.ts";

const everyMs = 60_000;
/** When each session was last told to the database, so that reading costs a write once a minute at most. */
const told = new WeakMap<App, Map<string, number>>();

/** Notes that a session or token was used, and keeps a browser's session from going idle. */
export async function usedNow(app: App, secret: string): Promise<void> {
  const known = told.get(app) ?? new Map<string, number>();
  told.set(app, known);
  const at = performance.now();
  const hash = secretHash(secret);
  const key = hash.toString("base64url");
  const before = known.get(key);
  if (before !== undefined && at - before < everyMs) return;
  known.set(key, at);
  // What was not used for long is forgotten, so that guesses do not pile up.
  if (known.size > 10_000) for (const [one, when] of known) if (at - when >= everyMs) known.delete(one);
  await app.store.door(null, async ({ db }) => sessionUsed(db, hash, app.door.idleMinutes, app.now()));
}
