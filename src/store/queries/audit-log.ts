import { sql } from "kysely";
import { leafDigest, saltedHash } from "../../audit/leaf.ts";
import type { LogLeaf } from "../../audit/verify-log.ts";
import type { SystemWriter } from "../open-store.ts";

/**
 * Gives positions to the leaves that no running transaction can still precede, in the order they came.
 * @returns their hashes, in order, and the size of the log before
 */
export async function placeLeaves(writer: SystemWriter): Promise<{ before: number; hashes: readonly string[] }> {
  const { rows: size } = await sql<{ n: string }>`select coalesce(max(position) + 1, 0) as n from audit_position`.execute(writer.db);
  const before = Number(size[0]?.n ?? 0);
  const { rows } = await sql<{ leaf_hash: string; position: string }>`
    with ready as (
      select id, leaf_hash, row_number() over (order by seq) - 1 + ${before}::bigint as position from audit_leaf l
      where xid < pg_snapshot_xmin(pg_current_snapshot()) and not exists (select 1 from audit_position p where p.leaf_id = l.id))
    insert into audit_position (position, leaf_id, leaf_hash) select position, id, leaf_hash from ready order by position returning leaf_hash, position`.execute(writer.db);
  return { before, hashes: rows.sort((a, b) => Number(a.position) - Number(b.position)).map((r) => r.leaf_hash) };
}

/** The hashes of all placed leaves, in order, a page at a time. */
export async function* placedHashes(writer: SystemWriter): AsyncGenerator<string> {
  for (let from = 0; ; from += page) {
    const rows = await writer.db.selectFrom("audit_position").select("leaf_hash").where("position", ">=", String(from)).where("position", "<", String(from + page)).orderBy("position").execute();
    if (rows.length === 0) return;
    for (const r of rows) yield r.leaf_hash;
  }
}

const page = 5_000;

/**
 * The log as it stands, recomputed from what each entry says: the placed leaves in order, then those not yet placed.
 * Positions are followed by what the table holds, so a missing one shows as a gap.
 */
export async function* logLeaves(writer: SystemWriter): AsyncGenerator<LogLeaf> {
  let next = 0;
  for (let from = -1; ; ) {
    const rows = await writer.db
      .selectFrom("audit_position as p")
      .leftJoin("audit_leaf as l", "l.id", "p.leaf_id")
      .select(["p.position", "p.leaf_id", "p.leaf_hash as recorded", "l.id", "l.seq", "l.at", "l.account_id", "l.role", "l.holder_id", "l.act", "l.reason", "l.record_ids", "l.class_id", "l.before", "l.after", "l.salt", "l.before_hash", "l.after_hash", "l.leaf_hash"])
      .where("p.position", ">", String(from))
      .orderBy("p.position")
      .limit(page)
      .execute();
    if (rows.length === 0) break;
    for (const r of rows) {
      from = Number(r.position);
      next = from + 1;
      yield r.id === null ? { position: from, id: r.leaf_id, recorded: r.recorded, stored: null, digest: null, valuesMatch: null } : leafOf({ ...r, id: r.id } as LeafRow, from, r.recorded);
    }
  }
  const pending = await writer.db
    .selectFrom("audit_leaf as l")
    .leftJoin("audit_position as p", "p.leaf_id", "l.id")
    .select(["l.id", "l.seq", "l.at", "l.account_id", "l.role", "l.holder_id", "l.act", "l.reason", "l.record_ids", "l.class_id", "l.before", "l.after", "l.salt", "l.before_hash", "l.after_hash", "l.leaf_hash"])
    .where("p.position", "is", null)
    .orderBy("l.seq")
    .execute();
  for (const r of pending) {
    yield leafOf(r as LeafRow, next, r.leaf_hash);
    next++;
  }
}

type LeafRow = {
  id: string; seq: string; at: Date; account_id: string | null; role: string; holder_id: string | null; act: string; reason: string | null; record_ids: string[]; class_id: number;
  before: unknown; after: unknown; salt: string | null; before_hash: string; after_hash: string; leaf_hash: string;
};

function leafOf(r: LeafRow, position: number, recorded: string): LogLeaf {
  const digest = leafDigest({
    id: r.id, at: r.at.toISOString(), accountId: r.account_id, role: r.role, holderId: r.holder_id, act: r.act, reason: r.reason, recordIds: r.record_ids, classId: r.class_id,
    beforeHash: r.before_hash, afterHash: r.after_hash,
  });
  const valuesMatch = r.salt === null ? null : saltedHash(r.before, r.salt) === r.before_hash && saltedHash(r.after, r.salt) === r.after_hash;
  return { position, id: r.id, recorded, stored: r.leaf_hash, digest, valuesMatch, seq: Number(r.seq) };
}

/** How many leaves a running transaction of this server may still precede: they get their place at a later checkpoint. */
export async function unsettledLeaves(writer: SystemWriter): Promise<number> {
  const { rows } = await sql<{ n: string }>`select count(*) as n from audit_leaf where xid >= pg_snapshot_xmin(pg_current_snapshot())`.execute(writer.db);
  return Number(rows[0]?.n ?? 0);
}
