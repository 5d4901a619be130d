import { type Kysely, sql } from "kysely";
import type { Schema } from "../schema.ts";

/** Until the transaction ends, a second one that asks for the same name waits. */
export async function oneAtATime(db: Kysely<Schema>, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`entente ${name}`}, 0))`.execute(db);
}
