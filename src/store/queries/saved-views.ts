import { type Kysely, sql } from "kysely";
import type { Schema } from "../schema.ts";

/** The class of what the viewer keeps for themselves. @throws not-allowed */
export async function keptClass(db: Kysely<Schema>): Promise<number> {
  const { rows } = await sql<{ id: number }>`select kept_class() as id`.execute(db);
  return (rows[0] as { id: number }).id;
}
