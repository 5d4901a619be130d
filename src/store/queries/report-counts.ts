import { type Kysely, sql } from "kysely";
import type { Schema } from "../schema.ts";
import { seenLinks } from "./link-decisions.ts";

/** Of an initiative that is part of another, that other. */
async function whole(db: Kysely<Schema>) {
  const { of } = await seenLinks(db);
  return of.size === 0 ? sql`initiative_id` : sql`coalesce((select w from unnest(${[...of.keys()]}::uuid[], ${[...of.values()]}::uuid[]) as link(part, w) where part = initiative_id), initiative_id)`;
}

/** How many initiatives the viewer may see, and the first and last day that any report of them speaks of. */
export async function reportSpan(
  db: Kysely<Schema>,
): Promise<{ readonly initiatives: number; readonly first: string | null; readonly last: string | null }> {
  const { rows } = await sql<{ initiatives: string; first: string | null; last: string | null }>`
    select count(distinct ${await whole(db)}) as initiatives, min(coalesce(start_not_before, start_not_after)) as first, max(coalesce(end_not_after, end_not_before, start_not_after)) as last
    from report where current`.execute(db);
  const row = rows[0];
  return { initiatives: Number(row?.initiatives ?? 0), first: row?.first ?? null, last: row?.last ?? null };
}

export type ReporterLine = {
  readonly reporter_key: string;
  readonly reporter_ref: string | null;
  readonly reporter_name: string | null;
};

/** Every reporter whose reports the viewer may see. */
export async function reporterLines(db: Kysely<Schema>): Promise<readonly ReporterLine[]> {
  const { rows } =
    await sql<ReporterLine>`select reporter_key, min(reporter_ref) as reporter_ref, min(reporter_name) as reporter_name from report where current group by reporter_key`.execute(
      db,
    );
  return rows;
}

/** How many initiatives a member brought itself or these reporters report, and how many these organisations fund or carry out. */
export async function initiativesOf(
  db: Kysely<Schema>,
  member: string,
  reporters: readonly string[],
  funders: readonly string[],
  implementers: readonly string[],
): Promise<{ readonly reporting: number; readonly funding: number; readonly implementing: number }> {
  const one = await whole(db);
  const { rows } = await sql<{ reporting: string; funding: string; implementing: string }>`
    select count(distinct ${one}) filter (where owner_id = ${member}::uuid or reporter_key = any (${reporters}::text[])) as reporting,
      count(distinct ${one}) filter (where funders && ${funders}::text[]) as funding,
      count(distinct ${one}) filter (where implementers && ${implementers}::text[]) as implementing
    from report where current`.execute(db);
  return { reporting: Number(rows[0]?.reporting ?? 0), funding: Number(rows[0]?.funding ?? 0), implementing: Number(rows[0]?.implementing ?? 0) };
}

/** Every organisation that a report the viewer may see names as funding, or as carrying it out. */
export async function partyKeys(db: Kysely<Schema>, as: "funders" | "implementers"): Promise<readonly string[]> {
  const { rows } = await sql<{ party: string }>`select distinct unnest(${sql.ref(as)}) as party from report where current`.execute(db);
  return rows.map((r) => r.party);
}
