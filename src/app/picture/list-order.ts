import type { Figures } from "./figures.ts";
import { keptFor } from "./kept-for.ts";
import { type ListColumns, listColumns, type Many, noMonth, tlpOfRows } from "./list-columns.ts";
import { meetingsOf } from "./overlap-item.ts";
import { areaName } from "../areas.ts";
import type { Atlas } from "./atlas.ts";
import { countryName, titleOf } from "./references.ts";
import { wordPlaces } from "./word-places.ts";

/** What a list can be sorted by: every column that it can show. A minus before it: the other way round. */
export const sortKeys = ["title", "line", "reporter", "where", "start", "end", "money", "reports", "overlaps", "status", "updated", "marking"] as const;
export type SortKey = (typeof sortKeys)[number];
export type ListSort = SortKey | `-${SortKey}`;

/** Not known: at the end of every order, whichever way. */
const unknown = Number.NaN;

/**
 * Rows of the ground's columns in this order; equal ones in order of id. Made once for a ground (and, for money and overlaps, a question).
 * @param tlpOf the marking of each class, 0 CLEAR to 4 RED
 */
export function orderOf(atlas: Atlas, figures: Figures, sort: ListSort, languages: readonly string[], tlpOf: ReadonlyMap<string, number>): Uint32Array {
  const down = sort.startsWith("-");
  const key = (down ? sort.slice(1) : sort) as SortKey;
  const of = key === "money" || key === "overlaps" ? figures : figures.ground;
  return keptFor(of, `order ${sort} ${inWords.has(key) ? languages.join() : ""} ${key === "money" ? figures.question.basis : ""} ${key === "marking" ? JSON.stringify([...tlpOf]) : ""}`, () => {
    const values = valuesOf(atlas, figures, key, languages, tlpOf);
    const order = Uint32Array.from(values, (_, k) => k);
    const sign = down ? -1 : 1;
    return order.sort((a, b) => {
      const [x, y] = [values[a] as number, values[b] as number];
      if (x === y) return a - b;
      if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) ? (Number.isNaN(y) ? a - b : 1) : -1;
      return sign * (x - y);
    });
  });
}

const inWords: ReadonlySet<SortKey> = new Set<SortKey>(["title", "reporter", "where"]);

function valuesOf(atlas: Atlas, figures: Figures, key: SortKey, languages: readonly string[], tlpOf: ReadonlyMap<string, number>): Float64Array {
  const columns = listColumns(figures.ground);
  const collator = new Intl.Collator([languages[0] ?? "en"]);
  const first = (of: Many, rank: readonly number[]) => from(columns, (row) => (of.start[row] === of.start[row + 1] ? unknown : (rank[of.codes[of.start[row] as number] as number] as number)));
  switch (key) {
    case "title":
      return wordPlaces(languages[0] ?? "en", columns.rows.map((i) => titleOf(i, languages).text));
    case "reporter": {
      const names = new Map(columns.rows.flatMap((i) => i.reports.map((r) => [r.reporter_key, r.reporter_name ?? r.reporter_ref ?? r.reporter_key] as const)));
      return first(columns.reporters, [...ranked(columns.reporters.names.map((n) => names.get(n) ?? n), collator)]);
    }
    case "where":
      return first(columns.areas, [...ranked(columns.areas.names.map((code) => (atlas.areas.byCode.has(code) ? areaName(atlas.areas, code, languages) : countryName(atlas, code, languages)).text), collator)]);
    case "line":
      return first(columns.lines, columns.lines.names.map((line) => lineOrder.indexOf(line)));
    case "status":
      return first(columns.statuses, columns.statuses.names.map(Number));
    case "start":
      return from(columns, (row) => (columns.first[row] === noMonth ? unknown : (columns.first[row] as number)));
    case "end":
      return from(columns, (row) => (columns.last[row] === noMonth ? unknown : (columns.last[row] as number)));
    case "money":
      return columns.usd[figures.question.basis];
    case "reports":
      return from(columns, (row) => columns.reports[row] as number);
    case "updated":
      return from(columns, (row) => columns.updated[row] || unknown);
    case "overlaps":
      // of all of them: at once, not one by one
      figures.overlaps();
      return from(columns, (row) => meetingsOf(figures, columns.rows[row]?.id ?? ""));
    case "marking":
      return Float64Array.from(tlpOfRows(columns, tlpOf));
  }
}

const lineOrder = ["counter-finance", "capacity", "stabilisation", "resilience", "other"];

function from({ rows }: ListColumns, value: (row: number) => number): Float64Array {
  const values = new Float64Array(rows.length);
  for (let row = 0; row < values.length; row++) values[row] = value(row);
  return values;
}

/** The place of each word among all of them; equal words have the same. */
function ranked(words: readonly string[], collator: Intl.Collator): Float64Array {
  const distinct = [...new Set(words)].sort(collator.compare);
  const place = new Map(distinct.map((word, k) => [word, k]));
  return Float64Array.from(words, (word) => place.get(word) as number);
}
