import { type Kysely, sql } from "kysely";
import type { Schema } from "../schema.ts";

/** A session or token was used; a browser's session that is not over yet has its idle time anew, by the database's clock, which decides when it is over. */
export async function sessionUsed(db: Kysely<Schema>, secretHash: Buffer, idleMinutes: number, at: Date): Promise<void> {
  await sql`update session set last_used_at = ${at}, idle_at = case when idle_at is null then null else now() + make_interval(mins => ${idleMinutes}) end
    where secret_hash = ${secretHash} and ended_at is null and expires_at > now() and (idle_at is null or idle_at > now())`.execute(db);
}
