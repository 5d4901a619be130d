import { type Kysely, sql } from "kysely";
import type { Confidence } from "../../record/rows.ts";
import type { Schema } from "../schema.ts";

/** A standing claim as far as composing a page needs it. `value` is JSON by the field's type; ids of other records stand in refs. */
export type ClaimLine = {
  readonly id: string;
  readonly record_id: string;
  readonly field: string;
  readonly language: string | null;
  readonly value: unknown;
  readonly source_id: string;
  readonly url: string | null;
  readonly published: string | null;
  readonly confidence: Confidence;
  readonly class_id: number;
  readonly source_class: number;
  readonly created_at: Date;
};

export type DecisionLine = {
  readonly id: string;
  readonly record_id: string;
  readonly field: string;
  readonly language: string | null;
  readonly claim_id: string | null;
  readonly considered: readonly string[];
  readonly owner_id: string;
  readonly class_id: number;
  readonly decided_at: Date;
};

/** Standing claims on these records, of these fields or of all, the oldest first: where rows lie may depend on rows that the viewer may not see. */
export async function claimLines(
  db: Kysely<Schema>,
  records: readonly string[],
  fields: readonly string[] | null,
): Promise<readonly ClaimLine[]> {
  const { rows } = await sql<ClaimLine>`
    select c.id, c.record_id, c.field, c.language, c.value, c.source_id, s.url, s.published, c.confidence, c.class_id, s.class_id as source_class, c.created_at
    from claim c join source s on s.id = c.source_id
    where c.record_id = any (${records}::uuid[]) and c.withdrawn_at is null and (${fields}::text[] is null or c.field = any (${fields}::text[]))
    order by c.created_at, c.id`.execute(
    db,
  );
  return rows;
}

/** Standing decisions on these records. */
export async function decisionLines(db: Kysely<Schema>, records: readonly string[]): Promise<readonly DecisionLine[]> {
  const { rows } = await sql<DecisionLine>`
    select id, record_id, field, language, claim_id, considered, owner_id, class_id, decided_at
    from decision where record_id = any (${records}::uuid[]) and withdrawn_at is null order by decided_at, id`.execute(db);
  return rows;
}

/**
 * The records of which some field has more than one stated value, so that it may be in conflict. Fields of names are told
 * apart by language, because languages never conflict.
 */
export async function recordsWithSeveralValues(
  db: Kysely<Schema>,
  namedFields: readonly string[],
): Promise<readonly { readonly record_id: string; readonly field: string }[]> {
  const { rows } = await sql<{ record_id: string; field: string }>`
    select distinct record_id, field from claim where withdrawn_at is null
    group by record_id, field, case when field = any (${namedFields}::text[]) then coalesce(language, 'und') end
    having count(distinct value) > 1`.execute(db);
  return rows;
}

/** How many standing claims a member or body stated itself, on how many records, of those that the viewer may see. */
export async function claimsOwned(db: Kysely<Schema>, owner: string): Promise<{ readonly claims: number; readonly records: number; readonly classes: readonly number[] }> {
  const { rows } = await sql<{ claims: string; records: string; classes: number[] | null }>`select count(*) as claims, count(distinct record_id) as records, array_agg(distinct class_id) as classes from claim where owner_id = ${owner}::uuid and withdrawn_at is null`.execute(db);
  return { claims: Number(rows[0]?.claims ?? 0), records: Number(rows[0]?.records ?? 0), classes: rows[0]?.classes ?? [] };
}
