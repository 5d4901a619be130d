import { type Kysely, sql } from "kysely";
import type { Party } from "../../initiatives/report.ts";
import type { Schema } from "../schema.ts";

/** What an initiative is told by in a list of what was found. `titles`: BCP 47 or "und" to words. */
export type FoundReport = {
  readonly id: string; readonly initiative_id: string; readonly class_id: number; readonly identifier: string; readonly title: string; readonly titles: Readonly<Record<string, string>> | null;
  readonly reporter_key: string; readonly reporter_ref: string | null; readonly reporter_name: string | null; readonly parties: readonly Party[] | null;
};

/** The current reports of these initiatives that the viewer may read: those who do the work before those who tell of others', the newest first. */
export async function foundReports(db: Kysely<Schema>, initiatives: readonly string[]): Promise<readonly FoundReport[]> {
  const { rows } = await sql<FoundReport>`
    select id, initiative_id, class_id, identifier, title, body->'title' as titles, reporter_key, reporter_ref, reporter_name, body->'parties' as parties
    from report where initiative_id = any (${initiatives}::uuid[]) and current order by secondary, version_at desc nulls last, id`.execute(db);
  return rows;
}
