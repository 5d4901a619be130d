import { sql } from "kysely";
import type { SearchText } from "../../base/search-text.ts";
import type { SystemWriter } from "../open-store.ts";
import { picturesChange } from "./picture-change.ts";
import { meetWords } from "./search-entries.ts";

/** A report ready for the table: the columns that lists and the picture read, beside the whole body. */
export type ReportColumns = {
  readonly identifier: string;
  readonly reporter_key: string;
  readonly reporter_ref: string | null;
  readonly reporter_name: string | null;
  readonly secondary: boolean;
  /** ISO instant of the publisher's last change; null when it does not say */
  readonly version_at: string | null;
  readonly content_sha256: string;
  /** in its file */
  readonly line: number;
  readonly title: string;
  readonly status: string | null;
  readonly start_not_before: string | null;
  readonly start_not_after: string | null;
  readonly end_not_before: string | null;
  readonly end_not_after: string | null;
  readonly countries: readonly string[];
  readonly areas: readonly string[];
  readonly area_shares: readonly number[];
  readonly area_how: readonly string[];
  readonly lines: readonly string[];
  readonly line_shares: readonly number[];
  readonly groups: readonly string[];
  readonly implementers: readonly string[];
  readonly funders: readonly string[];
  readonly money: unknown;
  readonly derived: unknown;
  readonly body: unknown;
};

export type BatchPlace = { readonly ownerId: string; readonly classId: number; readonly importId: string | null; readonly sourceId: string | null };
export type BatchOutcome = { readonly added: number; readonly superseded: number; readonly older: number; readonly unchanged: number; readonly ids: readonly string[] };

/** A row as JSON of ReportColumns, with what tells its place among the versions that are held. */
export type EncodedReport = Pick<ReportColumns, "identifier" | "reporter_key" | "content_sha256" | "version_at" | "line"> & {
  readonly json: string;
  /** by which words it is found; null when it has none */
  readonly search: SearchText | null;
};

type Arrived = "added" | "superseded" | "older";
type Held = { id: string; import_id: string | null; arrived: Arrived; line: number; reporter_key: string; identifier: string; content_sha256: string; version_at: Date | null; current: boolean };
const chain = (r: { reporter_key: string; identifier: string }) => `${r.reporter_key} ${r.identifier}`;

/**
 * Brings a batch of reports in: what we hold already stays as it is, a newer version supersedes the older one and
 * keeps it, an older one is kept as history.
 *
 * Newer is what the publisher dates later; of two that it does not date, the one that came later. Within a batch
 * the rows count in their order. Where a publisher that dates nothing says again what it said before saying otherwise, that stands again.
 */
export async function writeEncodedBatch(writer: SystemWriter, place: BatchPlace, rows: readonly EncodedReport[]): Promise<BatchOutcome> {
  if (rows.length === 0) return { added: 0, superseded: 0, older: 0, unchanged: 0, ids: [] };
  const identifiers = [...new Set(rows.map((r) => r.identifier))];
  const { rows: held } = await sql<Held>`
    select id, import_id, arrived, line, reporter_key, identifier, content_sha256, version_at, current from report
    where owner_id = ${place.ownerId} and class_id = ${place.classId} and identifier = any(${identifiers}) order by received_at, id for update`.execute(writer.db);
  const contents = new Map<string, Held | null>(held.map((h) => [`${chain(h)} ${h.content_sha256}`, h]));
  const current = new Map(held.filter((h) => h.current).map((h) => [chain(h), { id: h.id, versionAt: h.version_at?.getTime() ?? null, importId: h.import_id }]));
  const outcome = { added: 0, superseded: 0, older: 0, unchanged: 0 };
  const inserts = new Map<string, { row: EncodedReport; current: boolean; supersededBy: string | null; arrived: Arrived }>();
  const turned: { id: string; by: string }[] = [];
  const revived = new Set<string>();

  for (const row of rows) {
    const key = chain(row);
    const content = `${key} ${row.content_sha256}`;
    const standsAlready = contents.get(content);
    const standing = current.get(key);
    if (standsAlready !== undefined) {
      const own = standsAlready !== null && place.importId !== null && standsAlready.import_id === place.importId && standsAlready.line === row.line;
      // Two of one file stand in its order however often it comes; what another file said in between is taken back.
      const again = standsAlready !== null && !own && standing !== undefined && standing.id !== standsAlready.id && !inserts.has(standing.id) && row.version_at === null && standing.versionAt === null && standing.importId !== standsAlready.import_id;
      if (standsAlready !== null && again) {
        outcome.superseded++;
        turned.push({ id: standing.id, by: standsAlready.id });
        revived.delete(standing.id);
        revived.add(standsAlready.id);
        current.set(key, { id: standsAlready.id, versionAt: null, importId: standsAlready.import_id });
      } else {
        // An import taken up again meets what it brought itself before it was cut off.
        outcome[own ? standsAlready.arrived : "unchanged"]++;
      }
      continue;
    }
    contents.set(content, null);
    const id = crypto.randomUUID();
    const versionAt = row.version_at === null ? null : Date.parse(row.version_at);
    if (standing && standing.versionAt !== null && versionAt !== null && versionAt < standing.versionAt) {
      outcome.older++;
      inserts.set(id, { row, current: false, supersededBy: standing.id, arrived: "older" });
      continue;
    }
    if (standing) {
      outcome.superseded++;
      const inBatch = inserts.get(standing.id);
      if (inBatch) inserts.set(standing.id, { ...inBatch, current: false, supersededBy: id });
      else turned.push({ id: standing.id, by: id });
      revived.delete(standing.id);
    } else outcome.added++;
    inserts.set(id, { row, current: true, supersededBy: null, arrived: standing ? "superseded" : "added" });
    current.set(key, { id, versionAt, importId: place.importId });
  }

  if (inserts.size > 0 || revived.size > 0) await insertReports(writer, place, inserts, turned, revived);
  return { ...outcome, ids: [...inserts.keys(), ...revived] };
}

async function insertReports(writer: SystemWriter, place: BatchPlace, inserts: ReadonlyMap<string, { row: EncodedReport; current: boolean; supersededBy: string | null; arrived: Arrived }>, turned: readonly { id: string; by: string }[], revived: ReadonlySet<string>): Promise<void> {
  const all = [...inserts.values()];
  const initiatives = all.map((r) => initiativeKey(r.row.identifier));
  await sql`insert into initiative (identifier) select w from unnest(${[...new Set(initiatives)].sort()}::text[]) w on conflict do nothing`.execute(writer.db);
  // the old ones first give up being current: one per chain at any moment
  if (turned.length > 0) {
    await sql`update report r set current = false, superseded_by = t.by from unnest(${turned.map((t) => t.id)}::uuid[], ${turned.map((t) => t.by)}::uuid[]) as t(id, by) where r.id = t.id`.execute(writer.db);
  }
  if (revived.size > 0) await sql`update report set current = true, superseded_by = null where id = any(${[...revived]}::uuid[])`.execute(writer.db);
  const texts = all.map((r) => r.row.search);
  await meetWords(writer.db, texts.filter((text) => text !== null));
  await sql`
    with added as (insert into report (id, owner_id, class_id, initiative_id, import_id, source_id, identifier, reporter_key, reporter_ref, reporter_name, secondary, version_at,
      content_sha256, current, superseded_by, arrived, line, title, status, start_not_before, start_not_after, end_not_before, end_not_after, countries, areas, area_shares, area_how,
      lines, line_shares, groups, implementers, funders, money, derived, body)
    select r.id, ${place.ownerId}::uuid, ${place.classId}::int, i.id, ${place.importId}::uuid, ${place.sourceId}::uuid, r.identifier, r.reporter_key, r.reporter_ref, r.reporter_name, r.secondary,
      r.version_at, r.content_sha256, r.current, r.superseded_by, r.arrived, r.line, r.title, r.status, r.start_not_before, r.start_not_after, r.end_not_before, r.end_not_after, r.countries,
      r.areas, r.area_shares, r.area_how, r.lines, r.line_shares, r.groups, r.implementers, r.funders, r.money, r.derived, r.body
    from rows from (
      unnest(${[...inserts.keys()]}::uuid[], ${initiatives}::text[], ${all.map((r) => r.current)}::boolean[], ${all.map((r) => r.supersededBy)}::uuid[], ${all.map((r) => r.arrived)}::text[]),
      jsonb_to_recordset(${`[${all.map((r) => r.row.json).join(",")}]`}::jsonb) as (
        identifier text, reporter_key text, reporter_ref text, reporter_name text, secondary boolean, version_at timestamptz, content_sha256 text,
        line int, title text, status text, start_not_before date, start_not_after date, end_not_before date, end_not_after date, countries text[], areas text[],
        area_shares real[], area_how text[], lines text[], line_shares real[], groups text[], implementers text[], funders text[], money jsonb, derived jsonb, body jsonb)
    ) as r(id, initiative, current, superseded_by, arrived,
      identifier, reporter_key, reporter_ref, reporter_name, secondary, version_at, content_sha256, line, title, status, start_not_before, start_not_after, end_not_before, end_not_after, countries, areas,
      area_shares, area_how, lines, line_shares, groups, implementers, funders, money, derived, body)
    join initiative i on i.identifier = r.initiative
    returning id, initiative_id, class_id, current)
    insert into search_entry (said_in, target_id, kind, standing, classes, name, words)
    select a.id, a.initiative_id, 'initiative', a.current, array[a.class_id], t.name, t.words
    from added a join unnest(${[...inserts.keys()]}::uuid[], ${texts.map((text) => text?.name ?? null)}::text[], ${texts.map((text) => text?.words ?? null)}::tsvector[]) as t(id, name, words) on t.id = a.id
    where t.words is not null`.execute(writer.db);
  await picturesChange(writer.db);
}

/** Reports with the same identifier are one initiative; publishers differ in case and stray blanks. */
export function initiativeKey(identifier: string): string {
  return identifier.trim().replace(/\s+/g, " ").toUpperCase();
}
