import { type Kysely, sql } from "kysely";
import type { Schema } from "../schema.ts";

/** A source as a list shows it; `claims` and `reports` are of those that the viewer may see. */
export type SourceLine = {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly licence: string | null;
  readonly class_id: number;
  readonly tlp: number;
  readonly claims: number;
  readonly reports: number;
  readonly place: string;
};

export type SourcesWanted = {
  readonly q: string | null;
  readonly after: { readonly place: string; readonly id: string } | null;
  readonly limit: number;
};

/** Sources in order of title, one more than asked for so that the caller knows whether it goes on. `q` is looked for in title and publisher. */
export async function sourceLines(
  db: Kysely<Schema>,
  { q, after, limit }: SourcesWanted,
): Promise<{ readonly rows: readonly SourceLine[]; readonly total: number; readonly classes: readonly number[] }> {
  const like = q === null ? null : `%${q.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const fits = sql`(${like}::text is null or s.title ilike ${like}::text or s.publisher ilike ${like}::text)`;
  const { rows: all } = await sql<{
    n: string;
    classes: number[] | null;
  }>`select count(*) as n, array_agg(distinct s.class_id) as classes from source s where ${fits}`.execute(db);
  const { rows } = await sql<SourceLine>`
    select s.id, s.title, s.publisher, s.url, s.published, s.language, s.licence, s.class_id, v.tlp, lower(s.title) collate "C" as place,
      (select count(*)::int from claim c where c.source_id = s.id and c.withdrawn_at is null) as claims,
      (select count(*)::int from report r where r.source_id = s.id and r.current) as reports
    from source s join visibility_class v on v.id = s.class_id
    where ${fits} and (${after?.id ?? null}::uuid is null or (lower(s.title) collate "C", s.id) > (${after?.place ?? ""}::text collate "C", ${after?.id ?? null}::uuid))
    order by lower(s.title) collate "C", s.id limit ${limit + 1}`.execute(db);
  return { rows, total: Number(all[0]?.n ?? 0), classes: all[0]?.classes ?? [] };
}
