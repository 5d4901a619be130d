import { hash } from "node:crypto";
import { canonicalJson } from "../../audit/canonical-json.ts";
import { isoDay, tryParseEdtf } from "../../base/edtf.ts";
import { linesOfEffort } from "../../initiatives/lines-of-effort.ts";
import type { Report } from "../../initiatives/report.ts";
import type { ReportColumns } from "../../store/queries/report-batch.ts";
import type { Reference } from "../reference.ts";
import { keyOf } from "./key-of.ts";
import { keysWithin } from "./keys-within.ts";
import { moneyStatements } from "./money-statements.ts";
import { reportAreas } from "./report-areas.ts";

/** What a report says, as one text whatever the order: all of it but where it was read. */
export const contentOf = (report: Report): string => canonicalJson(report, "at");

/**
 * The table's row of a report but for its body: what was read, and what is derived from it with its evidence (lines, areas, money in USD).
 * @param content where the caller has it: contentOf(report)
 */
export function reportColumns(against: Pick<Reference, "places" | "rates">, report: Report, content = contentOf(report)): Omit<ReportColumns, "body"> {
  const lines = linesOfEffort(report);
  const areas = reportAreas(against.places, report);
  const start = bounds(report.dates.actualStart ?? report.dates.plannedStart, "start");
  const end = bounds(report.dates.actualEnd ?? report.dates.plannedEnd, "end");
  const key = keysWithin(report);
  const keys = (role: string) => [...new Set(report.parties.filter((p) => p.role === role).map(key).filter((k) => k !== ""))];
  const updated = report.lastUpdated === undefined ? Number.NaN : Date.parse(report.lastUpdated);
  return {
    identifier: report.identifier,
    reporter_key: bounded(keyOf(report.reporter)) || "unknown",
    reporter_ref: report.reporter.ref ?? null,
    reporter_name: report.reporter.name ?? null,
    secondary: report.reporter.secondary,
    version_at: Number.isNaN(updated) ? null : new Date(updated).toISOString(),
    content_sha256: hash("sha256", content, "hex"),
    line: report.at.line,
    title: report.title["en"] ?? Object.values(report.title)[0] ?? report.identifier,
    status: report.status ?? null,
    start_not_before: start.notBefore,
    start_not_after: start.notAfter,
    end_not_before: end.notBefore,
    end_not_after: end.notAfter,
    countries: [...new Set(report.countries.map((c) => c.code.toUpperCase()))],
    areas: areas.map((a) => a.area),
    area_shares: areas.map((a) => a.share),
    area_how: areas.map((a) => a.how),
    lines: lines.lines.map((l) => l.line),
    line_shares: lines.lines.map((l) => l.share),
    groups: [...new Set(report.targetGroups.map((g) => g.trim().toLowerCase()).filter((g) => g !== ""))],
    implementers: keys("implementing"),
    funders: keys("funding"),
    money: moneyStatements(report, against.rates),
    derived: { lines: lines.lines.map((l) => ({ line: l.line, evidence: l.evidence })), areas },
  };
}

/** Names may be of any length, keys of an index may not: a long one keeps its beginning and is told apart by its hash. */
function bounded(key: string): string {
  return key.length <= 200 ? key : `${key.slice(0, 150)}#${hash("sha256", key, "hex").slice(0, 32)}`;
}

function bounds(edtf: string | undefined, end: "start" | "end"): { notBefore: string | null; notAfter: string | null } {
  const parsed = edtf === undefined ? null : tryParseEdtf(edtf);
  const iso = (day: number | null) => (day === null ? null : isoDay(day));
  return parsed === null ? { notBefore: null, notAfter: null } : { notBefore: iso(parsed[end].notBefore), notAfter: iso(parsed[end].notAfter) };
}
