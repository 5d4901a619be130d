import { type Kysely, sql } from "kysely";
import type { ReportVersion } from "../../coordination/changes-since.ts";
import type { Outcome } from "../../coordination/outcomes.ts";
import type { Schema } from "../schema.ts";
import type { Decided } from "./decided.ts";

/** A decision on a finding with all that is shown of it. */
export type FindingRow = Decided & {
  readonly id: string;
  readonly kind: "overlap" | "gap";
  readonly a_id: string | null;
  readonly b_id: string | null;
  readonly area: string | null;
  readonly line: string | null;
  readonly from_month: number | null;
  readonly to_month: number | null;
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly lead_id: string | null;
  readonly meeting_id: string | null;
  readonly amount_usd: number | null;
  readonly due: string | null;
  /** the undertaking of the record that it made, of what was taken up */
  readonly undertaking_id: string | null;
  readonly reports: readonly string[];
  readonly needs: readonly string[];
  readonly stated_none: readonly string[];
  readonly classes: readonly number[];
  readonly about: Readonly<Record<string, unknown>>;
};

/** Every decision on one finding (of a pair: on any of the ids on either side) that the viewer may see, withdrawn ones too, the latest first. */
export async function decisionsOnFinding(db: Kysely<Schema>, finding: { readonly a: readonly string[]; readonly b: readonly string[] } | { readonly area: string; readonly line: string | null }): Promise<readonly FindingRow[]> {
  const query = db.selectFrom("finding_decision").selectAll();
  const rows = await ("a" in finding
    ? query.where("kind", "=", "overlap").where((e) => e.or([e.and([e("a_id", "in", [...finding.a]), e("b_id", "in", [...finding.b])]), e.and([e("a_id", "in", [...finding.b]), e("b_id", "in", [...finding.a])])]))
    : query.where("kind", "=", "gap").where("area", "=", finding.area).where("line", finding.line === null ? "is" : "=", finding.line)
  ).orderBy("decided_at", "desc").orderBy("id").execute();
  return rows as unknown as FindingRow[];
}

/** Every standing decision of a kind that the viewer may see. */
export async function standingOnFindings(db: Kysely<Schema>, kind: FindingRow["kind"]): Promise<readonly FindingRow[]> {
  const rows = await db.selectFrom("finding_decision").selectAll().where("kind", "=", kind).where("withdrawn_at", "is", null).execute();
  return rows as unknown as FindingRow[];
}

const says = sql`jsonb_build_object(
  'status', coalesce(status, ''), 'months', concat_ws('/', start_not_before, start_not_after, end_not_before, end_not_after), 'countries', countries::text, 'areas', areas::text || area_shares::text,
  'lines', lines::text || line_shares::text, 'groups', groups::text, 'implementers', implementers::text, 'funders', funders::text, 'money', money::text)`;
const version = sql`id, initiative_id as initiative, owner_id as owner, reporter_key as reporter, identifier, received_at as "receivedAt", current, ${says} as says, class_id as "classId"`;
export type VersionRow = ReportVersion & { readonly classId: number };

/** These versions of reports, as far as the viewer may read them. */
export async function reportVersions(db: Kysely<Schema>, ids: readonly string[]): Promise<readonly VersionRow[]> {
  if (ids.length === 0) return [];
  return (await sql<VersionRow>`select ${version} from report where id = any(${[...ids]}::uuid[]) order by id`.execute(db)).rows;
}

/** The current versions of these initiatives' reports. */
export async function currentVersions(db: Kysely<Schema>, initiatives: readonly string[]): Promise<readonly VersionRow[]> {
  if (initiatives.length === 0) return [];
  return (await sql<VersionRow>`select ${version} from report where current and initiative_id = any(${[...initiatives]}::uuid[]) order by id`.execute(db)).rows;
}

/** What a cell's decision looks at: current reports that name the area (on the line) and touch the months. */
export async function currentVersionsIn(db: Kysely<Schema>, cell: { readonly area: string; readonly line: string | null; readonly first: number; readonly last: number }): Promise<readonly VersionRow[]> {
  const line = cell.line === null ? sql`true` : sql`${cell.line} = any(lines)`;
  return (
    await sql<VersionRow>`select ${version} from report where current and ${cell.area} = any(areas) and ${line} and cardinality(lines) > 0
      and coalesce(start_not_before, '-infinity'::date) < (date '1970-01-01' + make_interval(months => ${cell.last + 1}::int))
      and coalesce(end_not_after, 'infinity'::date) >= (date '1970-01-01' + make_interval(months => ${cell.first}::int)) order by id`.execute(db)
  ).rows;
}
