import { indexClaims } from "../../store/queries/search-entries.ts";
import type { SignedIn } from "../signed-in.ts";
import type { Writer } from "../../store/open-store.ts";
import type { CheckedClaim } from "./check-field.ts";

export type ClaimOn = CheckedClaim & { readonly record: string };

/**
 * States claims as the viewer's own rows.
 * @returns the ids of those that are new: what this owner stated already, from the same source and place, stays as it is
 */
export async function addClaims(
  writer: Writer,
  viewer: SignedIn,
  source: string,
  classId: number,
  claims: readonly ClaimOn[],
): Promise<readonly { readonly id: string; readonly record_id: string }[]> {
  if (claims.length === 0) return [];
  const made = await writer.db
    .insertInto("claim")
    .values(
      claims.map((c) => ({
        record_id: c.record,
        field: c.field,
        language: c.language,
        value: JSON.stringify(c.value),
        ...c.days,
        source_id: source,
        quote: c.quote,
        quote_language: c.quoteLanguage,
        quote_start: c.quoteStart,
        quote_end: c.quoteEnd,
        locator: c.locator,
        note: c.note,
        confidence: c.confidence,
        owner_id: viewer.holderId,
        class_id: classId,
        created_by: viewer.accountId,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(["id", "record_id"])
    .execute();
  await indexClaims(
    writer.db,
    made.map((c) => c.id),
  );
  return made;
}

/** A claim as the audit log tells it. */
export function told(c: ClaimOn) {
  return {
    record: c.record,
    field: c.field,
    language: c.language,
    value: c.value,
    quote: c.quote,
    locator: c.locator,
    note: c.note,
    confidence: c.confidence,
  };
}
