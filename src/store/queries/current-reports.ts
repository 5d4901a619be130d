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

/** The newest versions of all reports that this viewer may read. */
export async function currentReports(reader: Reader): Promise<CurrentReport[]> {
  const { rows } = await sql<CurrentReport>`
    select id, owner_id, class_id, initiative_id, identifier, reporter_key, reporter_ref, reporter_name, body->'reporter'->>'type' as reporter_type, secondary,
      exists (select 1 from jsonb_array_elements(body->'parties') p where (p->>'ref' = reporter_ref and reporter_ref is not null) or p->>'name' = reporter_name)
        or jsonb_array_length(body->'parties') = 0 as is_party,
      version_at, received_at, title, body->'title' as titles, status, body->'dates' as dates, countries, areas, area_shares, area_how, lines, line_shares, groups,
      implementers, funders, money, coalesce(body->'related', '[]') as related
    from report where current`.execute(reader.db);
  return rows;
}

/**
 * What the picture of this viewer is made of, as a word that changes with it: the classes that may be read, and the writes that this
 * snapshot holds. Never shown to anyone.
 */
export async function pictureKey(reader: Reader): Promise<string> {
  const { rows } = await sql<{ key: string }>`
    select (select coalesce(string_agg(c::text, ',' order by c), '') from readable_class() c)
      || '/' || (select count(*) || '.' || coalesce(max(id), 0) from picture_change) as key`.execute(reader.db);
  return rows[0]?.key ?? "";
}
