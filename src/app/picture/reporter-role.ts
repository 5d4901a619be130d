import type { ReporterRole } from "../../coverage/money-rules.ts";
import type { CurrentReport } from "../../store/queries/current-reports.ts";
import type { ReportBody } from "../../store/queries/report-bodies.ts";

const government = new Set(["10", "11", "15"]);
const multilateral = "40";
/** References by which IATI knows governments' own bodies (NL-GOV-…) and the multilateral channels of the DAC's list (41000 to 47999). */
const answersForItself = /^(?:[A-Z]{2}-GOV(?:-|$)|(?:XM-DAC-)?4[1-7]\d{3}$)/;

type Teller = { readonly secondary: boolean; readonly isParty: boolean; readonly ref: string | null; readonly type: string | null };

/**
 * Whether a reporter repeats what others do, whether it says so or not (IATI's meaning of a secondary reporter): it names parties and is none of
 * them. Governments and multilaterals often leave themselves out, and publish their own all the same.
 */
function repeatsOthers(r: Teller): boolean {
  if (r.secondary) return true;
  const own = (r.type !== null && (government.has(r.type) || r.type === multilateral)) || (r.ref !== null && answersForItself.test(r.ref.toUpperCase()));
  return !r.isParty && !own;
}

/** Who tells, seen from the money. */
export function reporterRole(r: Pick<CurrentReport, "secondary" | "is_party" | "reporter_key" | "reporter_ref" | "reporter_type" | "funders" | "implementers">): ReporterRole {
  if (repeatsOthers({ secondary: r.secondary, isParty: r.is_party, ref: r.reporter_ref, type: r.reporter_type })) return "secondary";
  if (r.funders.includes(r.reporter_key) || (r.funders.length === 0 && !r.implementers.includes(r.reporter_key))) return "own";
  if (r.implementers.includes(r.reporter_key)) return "implementer";
  return r.reporter_type !== null && government.has(r.reporter_type) ? "host" : "implementer";
}

/** The same of a report that is read whole. */
export function isSecondary({ secondary, body }: Pick<ReportBody, "secondary" | "body">): boolean {
  const { ref, name, type } = body.reporter;
  const isParty = body.parties.length === 0 || body.parties.some((p) => (ref !== undefined && p.ref === ref) || (name !== undefined && p.name === name));
  return repeatsOthers({ secondary, isParty, ref: ref ?? null, type: type ?? null });
}
