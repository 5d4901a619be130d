import { csvLine } from "../../formats/bytes/csv-line.ts";
import { guarded } from "../../formats/bytes/formula-guard.ts";
import type { App } from "../app.ts";
import type { MarkingOf } from "../marking-of.ts";
import { readGaps, type GapWish } from "./read-gaps.ts";
import { readOverlaps, type OverlapWish } from "./read-overlaps.ts";

type ExportForm = "csv" | "json";
/** `name`: of a file that holds it, with its marking. */
export type ExportedFindings = { readonly name: string; readonly text: string };
type Cell = string | number | null | undefined;
type Columns<T> = readonly (readonly [head: string, of: (row: T) => Cell])[];

/** All that are ranked: a list has no more rows than these. */
const everything = Number.MAX_SAFE_INTEGER;

/**
 * Pairs that meet as a file: the same rows in the same order as the list, and the marking of all of it first. Only so many are ranked; how many more there are stands
 * beside it, and at the end of the rows.
 */
export async function exportOverlaps(app: App, secret: string | null, wish: Omit<OverlapWish, "cursor" | "limit" | "only">, form: ExportForm, languages: readonly string[]): Promise<ExportedFindings> {
  const list = await readOverlaps(app, secret, { ...wish, limit: everything }, languages);
  return findingsFile(app.now().toISOString().slice(0, 10), "overlaps", form, wish, list, overlapColumns);
}

/** Gaps as a file, all of them, in the same manner. */
export async function exportGaps(app: App, secret: string | null, wish: Omit<GapWish, "cursor" | "limit" | "only">, form: ExportForm, languages: readonly string[]): Promise<ExportedFindings> {
  const list = await readGaps(app, secret, { ...wish, limit: everything }, languages);
  return findingsFile(app.now().toISOString().slice(0, 10), "gaps", form, wish, list, gapColumns);
}

type Filter = { readonly asOf?: string | undefined } & Readonly<Record<string, string | readonly string[] | undefined>>;
type List<T> = { readonly items: readonly T[]; readonly total: number; readonly basis: string; readonly marking: MarkingOf };

/** @param made ISO day on which it is made */
export function findingsFile<T>(made: string, what: "overlaps" | "gaps", form: ExportForm, wish: Filter, { items, total, basis, marking }: List<T>, columns: Columns<T>): ExportedFindings {
  const { asOf = made, ...asked } = wish;
  const filter = Object.fromEntries(Object.entries(asked).flatMap(([key, value]) => (value === undefined ? [] : [[key, typeof value === "string" ? value : value.join(", ")]])));
  const name = `${what}-${asOf}-${marking.tlp.replace(/[:+]/g, "-")}.${form}`;
  const left = total - items.length;
  if (form === "json") return { name, text: `${JSON.stringify({ marking, of: what, total, listed: items.length, notListed: left, basis, asOf, made, filter, items }, null, 1)}\n` };
  const openTo = [marking.openTo.kind, ...marking.openTo.names.map((n) => n.text)].join(", ");
  const note = [marking.tlp, `open to: ${openTo}`, `${what}: ${total}`, `listed: ${items.length}`, `as of ${asOf}`, `made ${made}`, `money: ${basis}`, ...Object.entries(filter).map(([key, value]) => `${key}: ${value}`)];
  const rows = items.map((row) => csvLine(columns.map(([, of]) => guarded(String(of(row) ?? "")))));
  const end = left > 0 ? csvLine([`The list ends here: ${left} more are counted and not ranked. Narrow it by country, area, line, member or months to see them.`]) : "";
  // A byte order mark: without it a spreadsheet takes UTF-8 for something else.
  return { name, text: `\ufeff${csvLine(note.map(guarded))}${csvLine(columns.map(([head]) => head))}${rows.join("")}${end}` };
}

type Decision = { readonly outcome: string; readonly holds: boolean } | null;
type Pair = Omit<Awaited<ReturnType<typeof readOverlaps>>["items"][number], "decision"> & { readonly decision: Decision };
type Gap = Awaited<ReturnType<typeof readGaps>>["items"][number];
const holds = (d: Decision): Cell => (d === null ? "" : d.holds ? "yes" : "no");

const overlapColumns: Columns<Pair> = [
  ["first", (o) => o.a.title.text], ["second", (o) => o.b.title.text], ["kind", (o) => o.kind], ["lines", (o) => o.lines.join("; ")], ["areas", (o) => o.areas.map((a) => a.name.text).join("; ")],
  ["area codes", (o) => o.areas.map((a) => a.code).join("; ")], ["area count", (o) => o.areaCount], ["from", (o) => o.months.from], ["to", (o) => o.months.to], ["contested USD", (o) => o.contestedUsd], ["score", (o) => o.score],
  ["duplication USD", (o) => o.duplicationUsd], ["presence", (o) => o.presence], ["decision", (o) => o.decision?.outcome], ["decision holds", (o) => holds(o.decision)], ["first's id", (o) => o.a.id], ["second's id", (o) => o.b.id],
];

const gapColumns: Columns<Gap> = [
  ["area", (g) => g.area.name.text], ["area code", (g) => g.area.code], ["country", (g) => g.area.country.name.text], ["country code", (g) => g.area.country.code], ["line", (g) => g.line ?? "all"], ["state", (g) => g.state],
  ["need USD", (g) => g.need?.usd], ["people in need", (g) => g.need?.people], ["priority by violence", (g) => g.need?.priority?.rank], ["supply USD", (g) => g.supplyUsd], ["initiatives", (g) => g.initiatives], ["of unknown budget", (g) => g.unknownBudget],
  ["coverage", (g) => g.coverage], ["events", (g) => g.threat?.events], ["deaths", (g) => g.threat?.deaths], ["gap USD", (g) => g.gapUsd], ["gap in people", (g) => g.gapPeople], ["label", (g) => g.label],
  ["requested by", (g) => g.requestedBy.map((r) => r.name.text).join("; ")], ["decision", (g) => g.decision?.outcome], ["decision holds", (g) => holds(g.decision)],
];
