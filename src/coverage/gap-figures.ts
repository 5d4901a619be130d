/** Under-served: even the high supply covers less than this part. */
export const underServedBelow = 0.25;
/** … and severity is at least this JIAF phase. */
export const underServedSeverity = 4;
/** Crowded: the low supply exceeds this many times the need. */
export const crowdedAbove = 1.5;

/** One (area, line), month by month, USD per month; need NaN where unknown. */
export type CellMonths = {
  readonly need: Float64Array;
  /** Reported in the area. */
  readonly low: Float64Array;
  /** Known only to the admin-1 above: in the high supply. */
  readonly above: Float64Array;
  /** How many initiatives of unknown budget may be there. */
  readonly unknown: Float64Array;
  readonly severity: number;
};

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
export function gapFigures(cell: CellMonths): CellFigures {
  let need = 0;
  let needMonths = 0;
  let supplyLow = 0;
  let supplyHigh = 0;
  let metLow = 0;
  let metHigh = 0;
  let underServedMonths = 0;
  let crowdedMonths = 0;
  let unknownBudget = false;
  const severe = cell.severity >= underServedSeverity;
  cell.need.forEach((n, m) => {
    const low = cell.low[m]!;
    const high = low + cell.above[m]!;
    supplyLow += low;
    supplyHigh += high;
    unknownBudget ||= cell.unknown[m]! > 0;
    if (Number.isNaN(n)) return;
    need += n;
    needMonths++;
    metLow += Math.min(low, n);
    metHigh += Math.min(high, n);
    if (high < underServedBelow * n && severe && cell.unknown[m] === 0) underServedMonths++;
    if (low > crowdedAbove * n) crowdedMonths++;
  });
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
