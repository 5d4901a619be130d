import { AsyncLocalStorage } from "node:async_hooks";
import { sql } from "kysely";
import { fault } from "../base/errors.ts";
import type { Writer } from "./open-store.ts";

type Sending = { readonly key: string; taken: boolean };
const sending = new AsyncLocalStorage<Sending>();

/** Runs work whose write is done once for this key of its sender, however often it is sent. @param key a uuid that the sender made */
export function sentOnce<T>(key: string, work: () => Promise<T>): Promise<T> {
  return sending.run({ key, taken: false }, work);
}

/**
 * Takes the key in the transaction of the write itself: the two are kept together or not at all. A second sender waits here for the first.
 * @throws sent-already
 */
export async function takeKey({ db, viewer }: Pick<Writer, "db" | "viewer">): Promise<void> {
  const now = sending.getStore();
  if (now === undefined || now.taken || viewer.kind === "anonymous") return;
  const { rows } = await sql`insert into sent_once (account_id, key) values (${viewer.accountId}, ${now.key}::uuid) on conflict do nothing returning key`.execute(db);
  if (rows.length === 0) throw fault("sent-already");
  now.taken = true;
}
