import { type Kysely, sql } from "kysely";
import { fault } from "../../base/errors.ts";
import type { Schema } from "../schema.ts";

/** What said nothing without a source and went with it: how many, of which kind, of whom. */
export type GoneWith = { readonly ownerId: string; readonly kind: "claim" | "decision" | "need" | "stated-none" | "events"; readonly n: number };

/**
 * Deletes the source of an act that was seconded in this transaction, and all that rests on it.
 * @throws bad-input while reports rest on it
 */
export async function deleteSource(db: Kysely<Schema>, act: string): Promise<readonly GoneWith[]> {
  try {
    const { rows } = await sql<GoneWith>`select owner_id as "ownerId", kind, n from delete_source(${act}::uuid)`.execute(db);
    return rows;
  } catch (error) {
    if (error instanceof Error && (error as { code?: unknown }).code === "23503") throw fault("bad-input", { path: "subject", found: "reports rest on it", expected: "a source on which no reports rest" }, error);
    throw error;
  }
}

/** How many acts wait for this viewer as their second person. */
export async function actsWaiting(db: Kysely<Schema>, accountId: string, now: Date): Promise<number> {
  const { n } = await db.selectFrom("two_person_act").select((e) => e.fn.countAll<string>().as("n")).where("outcome", "is", null).where("expires_at", ">", now).where("proposed_by", "!=", accountId).executeTakeFirstOrThrow();
  return Number(n);
}
