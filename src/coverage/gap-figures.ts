import type { CellTable } from "./cell-table.ts";

/** Under-served: even the high supply covers less than this part. */
export const underServedBelow = 0.25;
/** … and severity is at least this JIAF phase. */
export const underServedSeverity = 4;
/** Crowded: the low supply exceeds this many times the need. */
export const crowdedAbove = 1.5;

export type CellFigures = {
  readonly need: number;
  readonly needMonths: number;
  readonly supplyLow: number;
  readonly supplyHigh: number;
  readonly coverageLow: number;
  readonly coverageHigh: number;
  readonly gapLow: number;
  readonly gapHigh: number;
  readonly underServed: boolean;
  readonly crowded: boolean;
  readonly underServedMonths: number;
  readonly crowdedMonths: number;
};

/**
 * Coverage, gap and labels of a cell over its months: what is covered and what is short is added up month by month, never taken from
 * totals (a supply of 200 and 0 against a need of 100 and 100 is half covered). Months whose need is unknown take no part
 * in need, coverage and gap. Over a period, under-served is judged by the period's coverage, and crowded means
 * crowded in every month whose need is known: plenty in one month does not make up for nothing in another.
 */
export function gapFigures(table: CellTable, k: number): CellFigures {
  let need = 0;
  let needMonths = 0;
  let supplyLow = 0;
  let supplyHigh = 0;
  let metLow = 0;
  let metHigh = 0;
  let underServedMonths = 0;
  let crowdedMonths = 0;
  let unknownBudget = false;
  const severe = table.severity[k]! >= underServedSeverity;
  for (let at = k * table.months; at < (k + 1) * table.months; at++) {
    const n = table.need[at]!;
    const low = table.low[at]!;
    const high = low + table.above[at]!;
    supplyLow += low;
    supplyHigh += high;
    unknownBudget ||= table.unknown[at]! > 0;
    if (Number.isNaN(n)) continue;
    need += n;
    needMonths++;
    metLow += Math.min(low, n);
    metHigh += Math.min(high, n);
    if (high < underServedBelow * n && severe && table.unknown[at] === 0) underServedMonths++;
    if (low > crowdedAbove * n) crowdedMonths++;
  }
  const known = needMonths > 0;
  const coverage = (met: number) => (known && need > 0 ? Math.min(1, met / need) : NaN);
  return {
    need: known ? need : NaN,
    needMonths,
    supplyLow,
    supplyHigh,
    coverageLow: coverage(metLow),
    coverageHigh: coverage(metHigh),
    gapLow: known ? need - metHigh : NaN,
    gapHigh: known ? need - metLow : NaN,
    underServed: severe && !unknownBudget && coverage(metHigh) < underServedBelow,
    crowded: known && crowdedMonths === needMonths,
    underServedMonths,
    crowdedMonths,
  };
}
