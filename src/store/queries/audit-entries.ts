import { type Kysely, sql } from "kysely";
import type { Schema } from "../schema.ts";

export type AuditEntryLine = {
  readonly id: string; readonly seq: string; readonly at: Date; readonly account_id: string | null; readonly role: string; readonly holder_id: string | null; readonly act: string; readonly reason: string | null;
  readonly record_ids: readonly string[]; readonly class_id: number; readonly before: unknown; readonly after: unknown; readonly leaf_hash: string;
};

export type EntriesWanted = { readonly record: string | null; readonly before: { readonly at: string; readonly id: string } | null; readonly limit: number };

/** Entries of the audit log that the viewer may see, the newest first, one more than asked for. */
export async function auditEntries(db: Kysely<Schema>, { record, before, limit }: EntriesWanted): Promise<readonly AuditEntryLine[]> {
  const { rows } = await sql<AuditEntryLine>`
    select id, seq, at, account_id, role, holder_id, act, reason, record_ids, class_id, before, after, leaf_hash from audit_leaf
    where (${record}::uuid is null or record_ids @> array[${record}::uuid])
      and (${before?.id ?? null}::uuid is null or (date_trunc('milliseconds', at), id) < (${before?.at ?? null}::timestamptz, ${before?.id ?? null}::uuid))
    order by date_trunc('milliseconds', at) desc, id desc limit ${limit + 1}`.execute(db);
  return rows;
}
