import { type Kysely, sql } from "kysely";
import type { SystemWriter } from "../open-store.ts";
import type { Schema } from "../schema.ts";
import { picturesChange } from "./picture-change.ts";
import { indexSourcesAnew } from "./search-entries.ts";
import type { Owned } from "./shipped-rows.ts";

/** Violent events of one area and month (since 1970-01), as one source sums them. */
export type ThreatRow = { readonly area: string; readonly month: number; readonly events: number; readonly deaths: number; readonly deaths_low: number | null; readonly deaths_high: number | null };

export type ThreatSource = { readonly id: string; readonly key: string; readonly title: string; readonly publisher?: string | undefined; readonly licence?: string | undefined; readonly url?: string | undefined };

/** What a source says now replaces all that it said before. */
export async function replaceThreat(writer: SystemWriter, owned: Owned, source: ThreatSource, rows: readonly ThreatRow[]): Promise<void> {
  const { ownerId, classId } = owned;
  await sql`
    insert into source (id, key, owner_id, class_id, title, publisher, licence, url)
    values (${source.id}, ${source.key}, ${ownerId}, ${classId}, ${source.title}, ${source.publisher ?? null}, ${source.licence ?? null}, ${source.url ?? null})
    on conflict (id) do update set title = excluded.title, publisher = excluded.publisher, licence = excluded.licence, url = excluded.url`.execute(writer.db);
  await indexSourcesAnew(writer, [source.id]);
  await writer.db.deleteFrom("threat").where("source_id", "=", source.id).execute();
  await sql`
    insert into threat (owner_id, class_id, source_id, area, month, events, deaths, deaths_low, deaths_high)
    select ${ownerId}::uuid, ${classId}::int, ${source.id}::uuid, area, month, events, deaths, deaths_low, deaths_high
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(area text, month int, events real, deaths real, deaths_low real, deaths_high real)`.execute(writer.db);
  await picturesChange(writer.db);
}

/** What the viewer may read of violence in an area, in months since 1970-01, inclusive. */
export function threatIn(db: Kysely<Schema>, { area, first, last }: { readonly area: string; readonly first: number; readonly last: number }) {
  return db.selectFrom("threat").select(["area", "month", "events", "deaths", "class_id", "source_id"]).where("area", "=", area).where("month", ">=", first).where("month", "<=", last).orderBy("month").orderBy("source_id").execute();
}

/** The last month that sources tell of, in a country or an area of it; null: of none. */
export async function lastThreatMonth(db: Kysely<Schema>, country: string): Promise<number | null> {
  const row = await db.selectFrom("threat").select((e) => e.fn.max("month").as("last")).where((e) => e.or([e("area", "=", country), e("area", "like", `${country}-%`)])).executeTakeFirst();
  return row?.last ?? null;
}
