import { type Kysely, sql } from "kysely";
import type { Schema } from "../schema.ts";

export type AuditEntryLine = {
  readonly id: string;
  readonly at: Date;
  readonly account_id: string | null;
  readonly role: string;
  readonly holder_id: string | null;
  readonly act: string;
  readonly reason: string | null;
  readonly record_ids: readonly string[];
  readonly class_id: number;
  readonly before: unknown;
  readonly after: unknown;
  readonly leaf_hash: string;
};

export type EntriesWanted = {
  readonly record: string | null;
  /** the id of the entry before which to go on */ readonly before: string | null;
  readonly limit: number;
};

/** Entries of the audit log that the viewer may see, the newest first, one more than asked for. */
export async function auditEntries(
  db: Kysely<Schema>,
  { record, before, limit }: EntriesWanted,
): Promise<readonly AuditEntryLine[]> {
  const { rows } = await sql<AuditEntryLine>`
    select id, at, account_id, role, holder_id, act, reason, record_ids, class_id, before, after, leaf_hash from audit_leaf
    where (${record}::uuid is null or record_ids @> array[${record}::uuid])
      and (${before}::uuid is null or seq < (select seq from audit_leaf where id = ${before}::uuid))
    order by seq desc limit ${limit + 1}`.execute(db);
  return rows;
}
