import { type Kysely, sql } from "kysely";
import { type SearchText, searchText } from "../../base/search-text.ts";
import type { SystemWriter } from "../open-store.ts";
import type { Schema } from "../schema.ts";

type Db = Kysely<Schema>;
type Entry = { readonly said_in: string; readonly target_id: string; readonly kind: string; readonly standing: boolean; readonly on_ids: readonly string[]; readonly classes: readonly number[]; readonly text: SearchText };

/** Fields by whose words a record is found. */
const searched: Readonly<Record<string, readonly string[]>> = {
  member: ["name"], body: ["name", "alias"], person: ["name", "alias"], meeting: ["title", "place"], delegation: ["head"], text: ["title"], undertaking: ["what"],
};
const fields = [...new Set(Object.values(searched).flat())];

type Stated = { id: string; record_id: string; kind: string; field: string; value: unknown; class_id: number; standing: boolean; source_id: string; code: string | null; iso2: string | null; iso3: string | null; on: string[] };

/**
 * Writes the words of these claims, in the transaction that stated them: of names, titles and what was promised. Such an entry needs all
 * that the claim is seen with: its record, its source, and what the record hangs on.
 */
export async function indexClaims(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await sql<Stated>`
    select c.id, c.record_id, r.kind, c.field, c.value, c.class_id, c.withdrawn_at is null as standing, c.source_id, mb.code, mb.iso2, mb.iso3,
      array_remove(array[m.body_id, d.meeting_id, d.member_id, t.meeting_id, t.body_id, u.meeting_id, u.body_id, dm.body_id], null) as on
    from claim c join record r on r.id = c.record_id left join member mb on mb.id = r.id left join meeting m on m.id = r.id left join delegation d on d.id = r.id
      left join public.text t on t.id = r.id left join undertaking u on u.id = r.id left join meeting dm on dm.id = coalesce(d.meeting_id, t.meeting_id, u.meeting_id)
    where c.id = any (${ids}::uuid[]) and c.field = any (${fields})`.execute(db);
  const named = rows.filter((row) => searched[row.kind]?.includes(row.field) === true && typeof row.value === "string");
  const records = await classesOf(db, "record", named.flatMap((row) => [row.record_id, ...row.on]));
  const sources = await classesOf(db, "source", named.map((row) => row.source_id));
  await addEntries(db, named.flatMap((row): Entry[] => {
    const text = searchText({ name: String(row.value), codes: [row.code, row.iso2, row.iso3].filter((code) => code !== null), sounds: true });
    const around = [...new Set([row.record_id, ...row.on])];
    // What the writer cannot see it does not hang on for them; -1 is readable to nobody.
    const classes = [row.class_id, sources.get(row.source_id) ?? -1, ...around.map((id) => records.get(id) ?? -1)];
    return text === null ? [] : [{ said_in: row.id, target_id: row.record_id, kind: row.kind, standing: row.standing, on_ids: [row.source_id, ...around], classes, text }];
  }));
}

/** Writes the words of these sources: title, and beside it publisher and address. */
export async function indexSources(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await db.selectFrom("source").select(["id", "class_id", "title", "publisher", "url"]).where("id", "in", ids).execute();
  await addEntries(db, rows.flatMap((row): Entry[] => {
    const text = searchText({ name: row.title, beside: [row.publisher, row.url].filter((said) => said !== null), sounds: true });
    return text === null ? [] : [{ said_in: row.id, target_id: row.id, kind: "source", standing: true, on_ids: [], classes: [row.class_id], text }];
  }));
}

/** The words of sources that may have changed: what they said before goes. */
export async function indexSourcesAnew(writer: SystemWriter, ids: readonly string[]): Promise<void> {
  await writer.db.deleteFrom("search_entry").where("said_in", "in", ids).execute();
  await indexSources(writer.db, ids);
}

export type SearchedReport = { readonly id: string; readonly initiativeId: string; readonly classId: number; readonly current: boolean; readonly text: SearchText };

/** The words of reports that stand in the store already. */
export async function indexReports(writer: SystemWriter, reports: readonly SearchedReport[]): Promise<void> {
  await addEntries(writer.db, reports.map((r) => ({ said_in: r.id, target_id: r.initiativeId, kind: "initiative", standing: r.current, on_ids: [], classes: [r.classId], text: r.text })));
}

async function addEntries(db: Db, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return;
  await meetWords(db, entries.map((entry) => entry.text));
  const rows = entries.map(({ text, ...entry }) => ({ ...entry, name: text.name, words: text.words }));
  await sql`
    insert into search_entry (said_in, target_id, kind, standing, on_ids, classes, name, words)
    select said_in, target_id, kind, standing, on_ids, classes, name, words
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(said_in uuid, target_id uuid, kind text, standing boolean, on_ids uuid[], classes int[], name text, words tsvector)`.execute(db);
}

/** Words in which a typing error will be forgiven. */
export async function meetWords(db: Db, texts: readonly SearchText[]): Promise<void> {
  const met = [...new Set(texts.flatMap((text) => text.met))];
  await sql`select search_words_met(${met}::text[])`.execute(db);
}

async function classesOf(db: Db, table: "record" | "source", ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const wanted = [...new Set(ids)];
  const rows = wanted.length === 0 ? [] : await db.selectFrom(table).select(["id", "class_id"]).where("id", "in", wanted).execute();
  return new Map(rows.map((row) => [row.id, row.class_id]));
}
