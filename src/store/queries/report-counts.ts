import { type Kysely, sql } from "kysely";
import type { Schema } from "../schema.ts";

/** How many initiatives the viewer may see, and the first and last day that any report of them speaks of. */
export async function reportSpan(db: Kysely<Schema>): Promise<{ readonly initiatives: number; readonly first: string | null; readonly last: string | null }> {
  const { rows } = await sql<{ initiatives: string; first: string | null; last: string | null }>`
    select count(distinct initiative_id) as initiatives, min(coalesce(start_not_before, start_not_after)) as first, max(coalesce(end_not_after, end_not_before, start_not_after)) as last
    from report where current`.execute(db);
  const row = rows[0];
  return { initiatives: Number(row?.initiatives ?? 0), first: row?.first ?? null, last: row?.last ?? null };
}

/**
 * How many initiatives a member reports and funds: what it imported itself, and what is reported or funded by its government's
 * own bodies (IATI organisation identifiers that begin with the country and GOV).
 */
export async function memberReports(db: Kysely<Schema>, member: string, iso2: string | null): Promise<{ readonly reporting: number; readonly funding: number }> {
  const government = iso2 === null ? null : `${iso2}-GOV-%`;
  const { rows } = await sql<{ reporting: string; funding: string }>`
    select count(distinct initiative_id) filter (where owner_id = ${member}::uuid or reporter_ref like ${government}::text) as reporting,
      count(distinct initiative_id) filter (where exists (select 1 from unnest(funders) f where f like ${government}::text)) as funding
    from report where current`.execute(db);
  return { reporting: Number(rows[0]?.reporting ?? 0), funding: Number(rows[0]?.funding ?? 0) };
}
