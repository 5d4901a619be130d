import { normaliseName } from "../../base/names.ts";
import { monthNumber, parseEdtf } from "../../base/edtf.ts";
import type { ComposedInitiative } from "./compose-initiative.ts";
import type { Figures } from "./figures.ts";
import type { Ground } from "./ground.ts";
import { keptFor } from "./kept-for.ts";
import { keepHaving, listColumns, noMonth, tlpOfRows } from "./list-columns.ts";
import { reporterId } from "./references.ts";

type OneOrMore = string | readonly string[] | undefined;

/** What a list is narrowed by. Within one kind any of the values, of different kinds all. */
export type ListFilter = {
  readonly from?: string | undefined; readonly to?: string | undefined; readonly line?: OneOrMore; readonly member?: OneOrMore; readonly country?: OneOrMore; readonly area?: OneOrMore;
  readonly status?: OneOrMore; readonly tlp?: OneOrMore; readonly budget?: "known" | "unknown" | undefined; readonly q?: string | undefined;
};

/** Kept questions of words for one ground: what is typed now, and what was typed just before. */
const wordsKept = 6;

/**
 * Marks the rows of the ground's columns that match.
 * @param tlpOf the marking of each class, 0 CLEAR to 4 RED
 */
export function matching({ ground, question }: Figures, filter: ListFilter, tlpOf: ReadonlyMap<string, number>, tlps: readonly string[]): Uint8Array {
  const columns = listColumns(ground);
  const found = filter.q === undefined || filter.q.trim() === "" ? new Uint8Array(columns.rows.length).fill(1) : Uint8Array.from(withWords(ground, filter.q));
  const having = (of: Parameters<typeof keepHaving>[0], values: readonly string[]): void => void (values.length > 0 && keepHaving(of, found, values));
  having(columns.lines, list(filter.line));
  having(columns.countries, list(filter.country).map((c) => c.toUpperCase()));
  having(columns.areas, list(filter.area));
  having(columns.statuses, list(filter.status));
  const members = list(filter.member);
  if (members.length > 0) keepHaving(columns.reporters, found, columns.reporters.names.filter((key) => members.includes(reporterId(key))));
  const [first, last] = [month(filter.from) ?? Number.NEGATIVE_INFINITY, month(filter.to) ?? Number.POSITIVE_INFINITY];
  if (filter.from !== undefined || filter.to !== undefined) keep(found, (row) => columns.first[row] !== noMonth && (columns.first[row] as number) <= last && (columns.last[row] as number) >= first);
  if (filter.budget !== undefined) keep(found, (row) => Number.isNaN(columns.usd[question.basis][row]) === (filter.budget === "unknown"));
  const marked = list(filter.tlp).map((tlp) => tlps.indexOf(tlp.replace(/^TLP:/, "")));
  if (marked.length > 0) {
    const highest = tlpOfRows(columns, tlpOf);
    keep(found, (row) => marked.includes(highest[row] as number));
  }
  return found;
}

function keep(found: Uint8Array, good: (row: number) => boolean): void {
  for (let row = 0; row < found.length; row++) if (found[row] === 1 && !good(row)) found[row] = 0;
}

const list = (value: OneOrMore): readonly string[] => (value === undefined ? [] : typeof value === "string" ? [value] : value);
const month = (text: string | undefined): number | null => (text === undefined ? null : monthNumber(parseEdtf(text).start.notBefore ?? 0));

/** Rows with all of these words somewhere in their titles, identifiers and parties. */
function withWords(ground: Ground, q: string): Uint8Array {
  const asked = normaliseName(q);
  const kept = keptFor(ground, "words", () => new Map<string, Uint8Array>());
  const held = kept.get(asked);
  if (held !== undefined) return held;
  const words = asked.split(" ");
  const { rows } = listColumns(ground);
  const found = Uint8Array.from(rows, (i) => (words.every((word) => textOf(i).includes(word)) ? 1 : 0));
  if (kept.size >= wordsKept) kept.delete(kept.keys().next().value as string);
  kept.set(asked, found);
  return found;
}

function textOf(i: ComposedInitiative): string {
  return keptFor(i, "text", () => normaliseName(i.reports.map((r) => [r.identifier, r.reporter_name ?? "", ...Object.values(r.titles), ...r.funders, ...r.implementers].join(" ")).join(" ")));
}
