import type { Fault, Report } from "../../initiatives/report.ts";
import type { EncodedReport, ReportColumns } from "../../store/queries/report-batch.ts";
import { reportSearch } from "./report-search.ts";

/** A report's row as text, once, where it was derived: it may cross to another thread and on to the database without being looked at again. */
export function encodeReport(report: Report, row: ReportColumns): EncodedReport {
  const { identifier, reporter_key, content_sha256, version_at, line } = row;
  return { identifier, reporter_key, content_sha256, version_at, line, json: storableJson(row), search: reportSearch(report) };
}

/** A fault as the store's table has it, as JSON. */
export function encodeFault(f: Fault): string {
  return storableJson({
    severity: f.severity, code: f.code, line: f.line, col: f.column ?? null, path: f.path, found: f.found, expected: f.expected, identifier: f.identifier ?? null, raw: f.raw ?? null, also: f.also ?? null,
  });
}

/**
 * JSON that PostgreSQL can hold: its text knows no NUL and no half of a surrogate pair; what a file held in their place is shown as the
 * replacement character.
 */
export function storableJson(value: unknown): string {
  const text = JSON.stringify(value);
  if (!/\\u(?:0000|d[89a-f])/.test(text)) return text;
  return JSON.stringify(value, (_key, v: unknown) => (typeof v === "string" ? v.replaceAll("\0", "\ufffd").toWellFormed() : v));
}
