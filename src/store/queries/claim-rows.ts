import { type Kysely, sql } from "kysely";
import type { Confidence } from "../../record/rows.ts";
import type { Schema } from "../schema.ts";
import type { Decided } from "./decided.ts";

/** A claim with all that is shown of it when a field is opened. */
export type ClaimFull = {
  readonly id: string;
  readonly record_id: string;
  readonly field: string;
  readonly language: string | null;
  readonly value: unknown;
  readonly source_id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly source_language: string | null;
  readonly licence: string | null;
  readonly quote: string | null;
  readonly quote_language: string | null;
  readonly quote_start: number | null;
  readonly quote_end: number | null;
  readonly locator: string | null;
  readonly note: string | null;
  readonly confidence: Confidence;
  readonly class_id: number;
  readonly source_class: number;
  readonly shipped: boolean;
  readonly owner_id: string;
  readonly created_by: string | null;
  readonly created_at: Date;
  readonly withdrawn_at: Date | null;
  readonly withdrawn_by: string | null;
  readonly withdrawn_reason: string | null;
};

export type DecisionFull = Decided & {
  readonly id: string;
  readonly record_id: string;
  readonly field: string;
  readonly language: string | null;
  readonly claim_id: string | null;
  readonly considered: readonly string[];
  readonly reason: string;
};

const claimColumns = sql`c.id, c.record_id, c.field, c.language, c.value, c.source_id, s.title, s.publisher, s.url, s.published, s.language as source_language, s.licence,
  c.quote, c.quote_language, c.quote_start, c.quote_end, c.locator, c.note, c.confidence, c.class_id, s.class_id as source_class, c.shipped, c.owner_id,
  c.created_by, c.created_at, c.withdrawn_at, c.withdrawn_by, c.withdrawn_reason`;

const decisionColumns = sql`id, record_id, field, language, claim_id, considered, reason, decided_by, decided_role, decided_at, owner_id, class_id, withdrawn_at, withdrawn_by, withdrawn_reason`;

/**
 * Every claim that was made for a field of a record, withdrawn ones too, the oldest first.
 * @param field null: for every field of the record
 */
export async function claimsOnField(
  db: Kysely<Schema>,
  record: string,
  field: string | null,
): Promise<readonly ClaimFull[]> {
  const { rows } = await sql<ClaimFull>`
    select ${claimColumns} from claim c join source s on s.id = c.source_id
    where c.record_id = ${record}::uuid and (${field}::text is null or c.field = ${field}::text) order by c.created_at, c.id`.execute(
    db,
  );
  return rows;
}

/** Every claim on these records, withdrawn ones too, the oldest first. */
export async function claimsOfRecords(db: Kysely<Schema>, records: readonly string[]): Promise<readonly ClaimFull[]> {
  const { rows } =
    await sql<ClaimFull>`select ${claimColumns} from claim c join source s on s.id = c.source_id where c.record_id = any (${records}::uuid[]) order by c.created_at, c.id`.execute(
      db,
    );
  return rows;
}

/** Every decision on these records, withdrawn ones too, the oldest first. */
export async function decisionsOfRecords(
  db: Kysely<Schema>,
  records: readonly string[],
): Promise<readonly DecisionFull[]> {
  const { rows } =
    await sql<DecisionFull>`select ${decisionColumns} from decision where record_id = any (${records}::uuid[]) order by decided_at, id`.execute(
      db,
    );
  return rows;
}

/** Claims of these ids, as far as they may be seen. */
export async function claimsById(db: Kysely<Schema>, ids: readonly string[]): Promise<readonly ClaimFull[]> {
  const { rows } =
    await sql<ClaimFull>`select ${claimColumns} from claim c join source s on s.id = c.source_id where c.id = any (${ids}::uuid[]) order by c.created_at, c.id`.execute(
      db,
    );
  return rows;
}

/** Claims that a source makes and nobody withdrew. */
export async function claimsFromSource(db: Kysely<Schema>, source: string): Promise<readonly ClaimFull[]> {
  const { rows } = await sql<ClaimFull>`
    select ${claimColumns} from claim c join source s on s.id = c.source_id where c.source_id = ${source}::uuid and c.withdrawn_at is null order by c.record_id, c.field, c.id`.execute(
    db,
  );
  return rows;
}

/** Every decision that was made for a field of a record, the newest first. @param field null: for every field */
export async function decisionsOnField(
  db: Kysely<Schema>,
  record: string,
  field: string | null,
): Promise<readonly DecisionFull[]> {
  const { rows } = await sql<DecisionFull>`
    select ${decisionColumns} from decision where record_id = ${record}::uuid and (${field}::text is null or field = ${field}::text) order by decided_at desc, id`.execute(
    db,
  );
  return rows;
}

/** The standing decisions of many records' fields. */
export async function decisionsById(db: Kysely<Schema>, ids: readonly string[]): Promise<readonly DecisionFull[]> {
  const { rows } = await sql<DecisionFull>`select ${decisionColumns} from decision where id = any (${ids}::uuid[])`.execute(db);
  return rows;
}
