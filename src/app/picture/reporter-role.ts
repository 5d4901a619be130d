import type { ReporterRole } from "../../coverage/money-rules.ts";
import type { CurrentReport } from "../../store/queries/current-reports.ts";

const government = new Set(["10", "11", "15"]);

/**
 * Who tells, seen from the money. A reporter that names parties and is none of them repeats what others do, whether it
 * says so or not (IATI's meaning of a secondary reporter).
 */
export function reporterRole(r: Pick<CurrentReport, "secondary" | "is_party" | "reporter_key" | "reporter_type" | "funders" | "implementers">): ReporterRole {
  if (r.secondary || !r.is_party) return "secondary";
  if (r.funders.includes(r.reporter_key) || (r.funders.length === 0 && !r.implementers.includes(r.reporter_key))) return "own";
  if (r.implementers.includes(r.reporter_key)) return "implementer";
  return r.reporter_type !== null && government.has(r.reporter_type) ? "host" : "implementer";
}
