import type { Report } from "../../initiatives/report.ts";
import type { Reader } from "../open-store.ts";

/** A report with its body, and whether a newer version stands in its place. */
export type ReportBody = {
  readonly id: string; readonly initiative_id: string; readonly owner_id: string; readonly class_id: number; readonly reporter_key: string; readonly reporter_ref: string | null;
  readonly reporter_name: string | null; readonly secondary: boolean; readonly identifier: string; readonly received_at: Date; readonly current: boolean; readonly superseded_by: string | null;
  readonly money: unknown; readonly derived: unknown; readonly body: Report;
};

/** Reports that this viewer may read, by their own id or, with their older versions, by their initiatives'. */
export async function reportBodies(reader: Reader, by: { readonly ids: readonly string[] } | { readonly initiatives: readonly string[] }): Promise<ReportBody[]> {
  const query = reader.db.selectFrom("report").select(["id", "initiative_id", "owner_id", "class_id", "reporter_key", "reporter_ref", "reporter_name", "secondary", "identifier", "received_at", "current", "superseded_by", "money", "derived", "body"]);
  if ("ids" in by && by.ids.length === 0) return [];
  const rows = await ("ids" in by ? query.where("id", "in", [...by.ids]) : query.where("initiative_id", "in", [...by.initiatives])).orderBy("received_at", "desc").orderBy("id").execute();
  return rows as ReportBody[];
}
