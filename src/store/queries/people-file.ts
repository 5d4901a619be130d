import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** What one side states itself of members, memberships, offices and persons, the newest first. */
export async function standingClaims(db: Kysely<Schema>, ownerId: string): Promise<readonly { readonly record_id: string; readonly field: string; readonly language: string | null; readonly value: unknown }[]> {
  return db.selectFrom("claim").innerJoin("record", "record.id", "claim.record_id").select(["claim.record_id", "claim.field", "claim.language", "claim.value"])
    .where("record.kind", "in", ["member", "membership", "office"]).where("claim.owner_id", "=", ownerId).where("claim.withdrawn_at", "is", null).orderBy("claim.created_at", "desc").orderBy("claim.id").execute();
}
