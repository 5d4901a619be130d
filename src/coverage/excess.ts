import { fault } from "../base/errors.ts";
import type { CoverageIndex } from "./coverage-index.ts";
import type { NeedColumns } from "./need-columns.ts";
import { needSeries } from "./need-series.ts";
import { supplySeries } from "./supply-series.ts";

/**
 * By which part a bucket's supply exceeds its need, max(0, 1 − N/S), as running sums over months, so that the part of a
 * whole span is one subtraction. Only buckets with a known need have a table; elsewhere duplication is not known.
 */
export type ExcessTable = {
  /** First month of all tables, and how many months they hold. */
  readonly first: number;
  readonly months: number;
  /** Offset of a bucket's running sums (months + 1 of them), -1 for none. */
  readonly offset: Int32Array;
  readonly part: Float64Array;
  readonly knownMonths: Float64Array;
};

const tables = new WeakMap<CoverageIndex, WeakMap<NeedColumns, ExcessTable>>();

/** The same for an index and needs whoever asks: made once. */
export function excessTable(index: CoverageIndex, needs: NeedColumns): ExcessTable {
  const ofIndex = tables.get(index) ?? new WeakMap<NeedColumns, ExcessTable>();
  tables.set(index, ofIndex);
  const table = ofIndex.get(needs) ?? makeTable(index, needs);
  ofIndex.set(needs, table);
  return table;
}

function makeTable(index: CoverageIndex, needs: NeedColumns): ExcessTable {
  const { supply } = index;
  if (needs.areas !== supply.areas)
    throw fault("bad-input", { path: "needs", found: "another area table", expected: "the area table of the supply" });
  const lineOf = supply.lines.map((line) => needs.lines.indexOf(line));
  let first = Infinity;
  let last = -Infinity;
  for (const m of needs.first) first = Math.min(first, m);
  for (const m of needs.last) last = Math.max(last, m);
  const offset = new Int32Array(index.bucketArea.length).fill(-1);
  if (first > last) return { first: 0, months: 0, offset, part: new Float64Array(0), knownMonths: new Float64Array(0) };

  const months = last - first + 1;
  const at = new Int32Array(index.bucketAt.length).fill(-1);
  const series: Float64Array[] = [];
  const bucketOf: number[] = [];
  for (let b = 0; b < offset.length; b++) {
    const line = lineOf[index.bucketLine[b]!]!;
    if (line < 0) continue;
    const need = needSeries(needs, index.bucketArea[b]!, line, first, last);
    if (need.every((usd) => Number.isNaN(usd))) continue;
    at[index.bucketArea[b]! * supply.lines.length + index.bucketLine[b]!] = series.length;
    offset[b] = series.length * (months + 1);
    series.push(need);
    bucketOf.push(b);
  }
  const supplies = supplySeries(index, { at, count: series.length }, first, last, "rolled-up");
  const part = new Float64Array(series.length * (months + 1));
  const knownMonths = new Float64Array(part.length);
  series.forEach((need, cell) => {
    for (let m = 0; m < months; m++) {
      const to = cell * (months + 1) + m + 1;
      const s = supplies.usd[cell * months + m]!;
      const n = need[m]!;
      part[to] = part[to - 1]! + (Number.isNaN(n) ? 0 : excessPart(s, n));
      knownMonths[to] = knownMonths[to - 1]! + (Number.isNaN(n) ? 0 : 1);
    }
  });
  return { first, months, offset, part, knownMonths };
}

/** max(0, 1 − N/S): the part of a supply that the need does not call for. */
export function excessPart(supply: number, need: number): number {
  return supply > need ? 1 - need / supply : 0;
}
