import { sql } from "kysely";
import type { ClaimRow, EntityRow, SourceRow } from "../../record/rows.ts";
import type { SystemWriter } from "../open-store.ts";
import { indexClaims, indexSourcesAnew } from "./search-entries.ts";

export type Owned = { readonly ownerId: string; readonly classId: number };
export type IdOf = (kind: string, key: string) => string;

/** Entities in an order in which each names only earlier ones. Rows that are there already stay. */
export async function insertEntities(writer: SystemWriter, owned: Owned, rows: readonly EntityRow[], idOf: IdOf): Promise<number> {
  const records = rows.map((r) => ({ id: idOf(r.kind, r.key), kind: r.kind, key: r.key }));
  const { numAffectedRows } = await sql`
    insert into record (id, kind, key, owner_id, class_id)
    select r.id, r.kind, r.key, ${owned.ownerId}::uuid, ${owned.classId}::int from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r(id uuid, kind text, key text)
    on conflict do nothing`.execute(writer.db);
  for (const [kind, group] of Map.groupBy(rows, (r) => r.kind)) {
    const columns = group.map((r) => entityColumns(r, idOf));
    const names = Object.keys(columns[0] ?? {});
    if (names.length === 0) continue;
    // with its schema: a bare `text` would be the type
    const table = sql.table(`public.${kind}`);
    await sql`
      insert into ${table} (${sql.join(names.map((n) => sql.ref(n)))})
      select ${sql.join(names.map((n) => sql.ref(n)))} from jsonb_populate_recordset(null::${table}, ${JSON.stringify(columns)}::jsonb)
      on conflict do nothing`.execute(writer.db);
  }
  return Number(numAffectedRows ?? 0n);
}

function entityColumns(r: EntityRow, idOf: IdOf): Record<string, string | null> {
  const id = idOf(r.kind, r.key);
  const ref = (kind: string, key: string | undefined) => (key === undefined ? null : idOf(kind, key));
  switch (r.kind) {
    case "member":
      return { id, code: r.code, kind: r.memberKind, iso2: r.iso2 ?? null, iso3: r.iso3 ?? null };
    case "body":
      return { id, parent_id: ref("body", r.parent) };
    case "person":
      return { id };
    case "membership":
      return { id, member_id: idOf("member", r.member), body_id: idOf("body", r.body) };
    case "office":
      return { id, body_id: idOf("body", r.body), holder_id: idOf("holder", r.holder), office: r.office };
    case "meeting":
      return { id, body_id: idOf("body", r.body) };
    case "delegation":
      return { id, meeting_id: idOf("meeting", r.meeting), member_id: idOf("member", r.member) };
    case "text":
    case "undertaking":
      return { id, meeting_id: ref("meeting", r.meeting), body_id: ref("body", r.body) };
    case "count":
      return { id, body_id: idOf("body", r.body) };
  }
}

/** Sources by key; what a newer shipped record says of one replaces the older words. */
export async function upsertSources(writer: SystemWriter, owned: Owned, rows: readonly SourceRow[], idOf: IdOf): Promise<void> {
  const columns = rows.map((r) => ({ ...r, id: idOf("source", r.key) }));
  await sql`
    insert into source (id, key, owner_id, class_id, title, publisher, url, published, licence, language, note)
    select id, key, ${owned.ownerId}::uuid, ${owned.classId}::int, title, publisher, url, published, licence, language, note
    from jsonb_to_recordset(${JSON.stringify(columns)}::jsonb) as r(id uuid, key text, title text, publisher text, url text, published text, licence text, language text, note text)
    on conflict (id) do update set title = excluded.title, publisher = excluded.publisher, url = excluded.url, published = excluded.published, licence = excluded.licence, language = excluded.language, note = excluded.note`.execute(writer.db);
  await indexSourcesAnew(writer, columns.map((c) => c.id));
}

/** A claim with the days that its value may mean, where it is a date. */
export type DatedClaim = ClaimRow & { readonly id: string; readonly stored: unknown; readonly days: ClaimDays };
export type ClaimDays = { readonly start_not_before: string | null; readonly start_not_after: string | null; readonly end_not_before: string | null; readonly end_not_after: string | null };

/** Claims that are there already stay as they are. @returns how many are new */
export async function insertClaims(writer: SystemWriter, owned: Owned, rows: readonly DatedClaim[], idOf: IdOf): Promise<number> {
  const columns = rows.map((r) => ({
    id: r.id, record_id: idOf(r.recordKind, r.record), field: r.field, language: r.language ?? null, value: r.stored, source_id: idOf("source", r.source),
    quote: r.quote ?? null, locator: r.locator ?? null, note: r.note ?? null, confidence: r.confidence, ...r.days,
  }));
  const { rows: added } = await sql<{ id: string }>`
    insert into claim (id, record_id, field, language, value, start_not_before, start_not_after, end_not_before, end_not_after, source_id, quote, locator, note, confidence, owner_id, class_id, shipped)
    select id, record_id, field, language, value, start_not_before, start_not_after, end_not_before, end_not_after, source_id, quote, locator, note, confidence, ${owned.ownerId}::uuid, ${owned.classId}::int, true
    from jsonb_to_recordset(${JSON.stringify(columns)}::jsonb) as r(id uuid, record_id uuid, field text, language text, value jsonb, start_not_before date, start_not_after date,
      end_not_before date, end_not_after date, source_id uuid, quote text, locator text, note text, confidence text)
    on conflict do nothing returning id`.execute(writer.db);
  await indexClaims(writer.db, added.map((c) => c.id));
  return added.length;
}

/** Claims of a former shipped record that the present one no longer makes: withdrawn, not deleted. */
export async function withdrawAbsentClaims(writer: SystemWriter, ownerId: string, present: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    update claim set withdrawn_at = now(), withdrawn_reason = 'no longer in the shipped record'
    where owner_id = ${ownerId}::uuid and shipped and withdrawn_at is null and id <> all(${present}::uuid[])
    returning id`.execute(writer.db);
  return rows.map((r) => r.id);
}
