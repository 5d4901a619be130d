import { type Kysely, sql } from "kysely";
import type { Schema } from "../schema.ts";
import type { ToldKind } from "../told-change.ts";

export type ToldRow = {
  readonly id: string; readonly at: Date; readonly act: string; readonly kind: ToldKind; readonly row_id: string; readonly about: readonly string[]; readonly class_id: number;
  readonly account_id: string | null; readonly holder_id: string | null;
};

/** Where one stands among the transactions: those of later snapshots are new. */
export type Standing = { readonly snapshot: string };

/** What was written since, by anyone: ids alone, for each viewer to be asked about. Without a viewer. */
export async function writtenSince(db: Kysely<Schema>, since: Standing | null): Promise<Standing & { readonly ids: readonly string[] }> {
  const { rows } = await sql<{ snapshot: string; ids: string[] | null }>`
    select pg_current_snapshot()::text as snapshot,
      (select array_agg(id order by id) from told_change where ${since?.snapshot ?? null}::text is not null and at > now() - interval '10 minutes'
        and not pg_visible_in_snapshot(xid, ${since?.snapshot ?? null}::text::pg_snapshot)) as ids`.execute(db);
  return { snapshot: rows[0]?.snapshot ?? "", ids: (rows[0]?.ids ?? []).map(String) };
}

export type ToldWanted = { readonly ids?: readonly string[]; readonly after?: Date | null; readonly about?: string | null; readonly limit: number };

/** What the viewer may be told, the newest first. */
export async function toldChanges(db: Kysely<Schema>, { ids, after = null, about = null, limit }: ToldWanted): Promise<readonly ToldRow[]> {
  const { rows } = await sql<ToldRow>`
    select id, at, act, kind, row_id, about, class_id, account_id, holder_id from told_change
    where (${ids ?? null}::bigint[] is null or id = any (${ids ?? null}::bigint[])) and (${after}::timestamptz is null or at > ${after}::timestamptz)
      and (${about}::uuid is null or about @> array[${about}::uuid])
    order by at desc, id desc limit ${limit}`.execute(db);
  return rows;
}

/** Of these ids, the records and initiatives that the viewer may see; initiatives by a report of theirs. */
export async function seenAmong(db: Kysely<Schema>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{ id: string; kind: string }>`
    select id, kind from record where id = any (${wanted}::uuid[])
    union all select w.id, 'initiative' from unnest(${wanted}::uuid[]) as w(id) where exists (select 1 from report r where r.initiative_id = w.id and r.current)`.execute(db);
  return new Map(rows.map((r) => [r.id, r.kind]));
}

/** Classes that the viewer may read now, as one word: when it differs, so does what they may see. */
export async function reachOf(db: Kysely<Schema>): Promise<string> {
  const { rows } = await sql<{ reach: string }>`select md5(coalesce(string_agg(c::text, ',' order by c), '')) as reach from readable_class() as c`.execute(db);
  return rows[0]?.reach ?? "";
}

/** Nobody asks for what is older: a quarter of a year. */
export async function forgetToldChanges(db: Kysely<Schema>): Promise<void> {
  await sql`delete from told_change where at < now() - interval '90 days'`.execute(db);
  await sql`delete from sent_once where at < now() - interval '90 days'`.execute(db);
}
