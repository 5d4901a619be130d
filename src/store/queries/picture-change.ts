import { type Kysely, sql } from "kysely";
import type { Schema } from "../schema.ts";

/** To be called in every write that a picture depends on: what was composed before is then not used again. */
export async function picturesChange(db: Kysely<Schema>): Promise<void> {
  await sql`insert into picture_change default values`.execute(db);
}
