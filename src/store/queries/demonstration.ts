import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** Whether this database was marked, before anything came into it, as one for a fictional coalition. */
export async function isDemonstration(db: Kysely<Schema>): Promise<boolean> {
  return (await db.selectFrom("demonstration").select("only_one").executeTakeFirst()) !== undefined;
}
