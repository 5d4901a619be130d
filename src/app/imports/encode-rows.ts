import type { Fault, Report } from "../../initiatives/report.ts";
import type { EncodedReport } from "../../store/queries/report-batch.ts";
import type { Reference } from "../reference.ts";
import { contentOf, reportColumns } from "./report-columns.ts";
import { reportSearch } from "./report-search.ts";

/** A report's row as text, once, where it was derived: it may cross to another thread and on to the database without being looked at again. */
export function encodeReport(against: Pick<Reference, "places" | "rates">, report: Report): EncodedReport {
  const content = contentOf(report);
  const row = reportColumns(against, report, content);
  const { identifier, reporter_key, content_sha256, version_at, line } = row;
  // The text that was hashed is the body too: to write a report twice is a tenth of an import.
  const text = `${JSON.stringify(row).slice(0, -1)},"body":{"at":${JSON.stringify(report.at)},${content.slice(1)}}`;
  return { identifier, reporter_key, content_sha256, version_at, line, json: isStorable(text) ? text : storableJson({ ...row, body: report }), search: reportSearch(report) };
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
  if (isStorable(text)) return text;
  return JSON.stringify(value, (_key, v: unknown) => (typeof v === "string" ? v.replaceAll("\0", "\ufffd").toWellFormed() : v));
}

const isStorable = (json: string): boolean => !/\\u(?:0000|d[89a-f])/.test(json);
