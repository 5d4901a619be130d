import { csvLine } from "../../formats/bytes/csv-line.ts";
import { guarded } from "../../formats/bytes/formula-guard.ts";
import type { MarkingOf } from "../marking-of.ts";
import type { listRow, marked } from "./list-initiatives.ts";
import type { ShownKey } from "./list-shown.ts";

type Row = ReturnType<typeof marked<ReturnType<typeof listRow>>>;

/** What stands before the rows: how the whole may be passed on, and what it is a list of. */
export type ExportHead = {
  readonly marking: MarkingOf; readonly initiatives: number; readonly basis: string; readonly asOf: string; readonly made: string;
  readonly filter: Readonly<Record<string, string>>; readonly columns: readonly ShownKey[];
};

/** The columns of the file that each shown column becomes. Codes beside names, so that a program finds them again. */
const cells: Readonly<Record<ShownKey, readonly (readonly [head: string, of: (row: Row, basis: string) => string | number | null])[]>> = {
  title: [["id", (r) => r.id], ["title", (r) => r.title.text]],
  lines: [["lines", (r) => r.lines.join("; ")]],
  reporters: [["reporters", (r) => r.reporters.map((o) => o.name.text).join("; ")]],
  where: [["countries", (r) => r.countries.map((c) => c.name.text).join("; ")], ["country codes", (r) => r.countries.map((c) => c.code).join("; ")], ["areas", (r) => r.areas.map((a) => a.name.text).join("; ")], ["area codes", (r) => r.areas.map((a) => a.code).join("; ")]],
  months: [["from", (r) => r.months?.from ?? null], ["to", (r) => r.months?.to ?? null], ["end assumed", (r) => (r.months === null ? null : r.months.assumed ? "yes" : "no")]],
  usd: [["USD", (r) => r.usd], ["money", (_, basis) => basis]],
  reports: [["reports", (r) => r.reports]],
  overlaps: [["overlaps", (r) => r.overlaps]],
  status: [["status", (r) => r.status]],
  updated: [["updated", (r) => r.updated]],
  tlp: [["marking", (r) => r.tlp]],
};

/** A byte order mark (without it a spreadsheet takes UTF-8 for something else) and one line that says what the file is: its marking first. */
export function csvNote({ marking, initiatives, basis, asOf, made, filter }: ExportHead): string {
  const openTo = [marking.openTo.kind, ...marking.openTo.names.map((n) => n.text)].join(", ");
  return `\ufeff${csvLine([marking.tlp, `open to: ${openTo}`, `initiatives: ${initiatives}`, `as of ${asOf}`, `made ${made}`, `money: ${basis}`, ...Object.entries(filter).map(([key, value]) => `${key}: ${value}`)].map(guarded))}`;
}

export const csvHead = (shown: readonly ShownKey[]): string => csvLine(shown.flatMap((key) => cells[key].map(([head]) => head)));

/** Figures in full; what is not known is empty. */
export function csvRow(row: Row, basis: string, shown: readonly ShownKey[]): string {
  return csvLine(shown.flatMap((key) => cells[key].map(([, of]) => guarded(String(of(row, basis) ?? "")))));
}

/** Everything before the first row; `]}` closes it. */
export const jsonHead = (head: ExportHead): string => `${JSON.stringify(head).slice(0, -1)},"items":[`;

/** As the API's list gives a row, with the shown columns alone. */
export function jsonRow(row: Row, shown: readonly ShownKey[]): string {
  const keys = new Set<string>(["id", ...shown.flatMap((key) => (key === "where" ? ["countries", "areas"] : [key]))]);
  return JSON.stringify(Object.fromEntries(Object.entries(row).filter(([key]) => keys.has(key))));
}
