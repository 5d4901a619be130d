import { sql } from "kysely";
import type { Reader } from "../open-store.ts";

/** A report as far as the picture needs it: no body. */
export type CurrentReport = {
  readonly id: string;
  readonly owner_id: string;
  readonly class_id: number;
  readonly initiative_id: string;
  readonly identifier: string;
  readonly reporter_key: string;
  readonly reporter_ref: string | null;
  readonly reporter_name: string | null;
  readonly reporter_type: string | null;
  readonly secondary: boolean;
  readonly is_party: boolean;
  readonly version_at: Date | null;
  readonly received_at: Date;
  readonly title: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly status: string | null;
  readonly dates: Readonly<Record<string, string>>;
  readonly countries: string[];
  readonly areas: string[];
  readonly area_shares: number[];
  readonly area_how: string[];
  readonly lines: string[];
  readonly line_shares: number[];
  readonly groups: string[];
  readonly implementers: string[];
  readonly funders: string[];
  readonly money: readonly Record<string, unknown>[];
  readonly related: readonly { readonly type: string; readonly identifier: string }[];
};

/** Bytes of one stamp: a report's id, then the transaction that wrote this state of it. */
export const stampBytes = 24;

/**
 * Which states of which reports this viewer may read: the newest versions, {@link stampBytes} each, in order of id. A row that is changed, in whatever
 * way, gets another stamp; two viewers who get the same stamp read the same row.
 */
export async function reportStamps(reader: Reader): Promise<Uint8Array> {
  const { rows } = await sql<{ stamps: Uint8Array }>`
    select coalesce(string_agg(uuid_send(id) || int8send(xmin::text::bigint), ''::bytea order by id), ''::bytea) as stamps from report where current`.execute(reader.db);
  return rows[0]?.stamps ?? new Uint8Array();
}

/** The newest versions of these reports, as far as this viewer may read them. The body is unpacked once for all that is taken from it. */
export async function currentReports(reader: Reader, ids: readonly string[]): Promise<CurrentReport[]> {
  const { rows } = await sql<CurrentReport>`
    select r.id, r.owner_id, r.class_id, r.initiative_id, r.identifier, r.reporter_key, r.reporter_ref, r.reporter_name, b.reporter->>'type' as reporter_type, r.secondary,
      exists (select 1 from jsonb_array_elements(b.parties) p where (p->>'ref' = r.reporter_ref and r.reporter_ref is not null) or p->>'name' = r.reporter_name)
        or jsonb_array_length(b.parties) = 0 as is_party,
      r.version_at, r.received_at, r.title, b.title as titles, r.status, b.dates, r.countries, r.areas, r.area_shares, r.area_how, r.lines, r.line_shares, r.groups,
      r.implementers, r.funders, r.money, coalesce(b.related, '[]') as related
    from report r cross join lateral jsonb_to_record(r.body) as b(reporter jsonb, parties jsonb, title jsonb, dates jsonb, related jsonb)
    where r.current and r.id = any(${ids}::uuid[])`.execute(reader.db);
  return rows;
}

/**
 * What the picture of this viewer is made of: the classes that may be read, and the writes that this snapshot holds. Two snapshots with the
 * same classes and writes hold the same. Never shown to anyone.
 */
export async function pictureState(reader: Reader): Promise<{ readonly classes: string; readonly writes: string }> {
  const { rows } = await sql<{ classes: string; writes: string }>`
    select (select coalesce(string_agg(c::text, ',' order by c), '') from readable_class() c) as classes,
      (select count(*) || '.' || coalesce(max(id), 0) from picture_change) as writes`.execute(reader.db);
  return rows[0] ?? { classes: "", writes: "" };
}
