import { type Kysely, sql } from "kysely";
import type { Schema } from "../schema.ts";

/** Takes one attempt of a moment off the count: two of the same millisecond are two rows, and only one was this one. */
export async function oneFailureLess(db: Kysely<Schema>, subject: Buffer, at: Date): Promise<void> {
  await sql`delete from sign_in_failure where ctid = (select ctid from sign_in_failure where subject = ${subject} and at = ${at} limit 1)`.execute(db);
}
