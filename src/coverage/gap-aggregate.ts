import type { CellTable } from "./cell-table.ts";

/** Many cells as one. Money in USD; NaN where need is known nowhere. */
export type GapAggregate = {
  readonly need: number;
  readonly coverageLow: number;
  readonly coverageHigh: number;
  readonly gapLow: number;
  readonly gapHigh: number;
  /** Cells whose need is known in some month, and those where it is in none: the others say nothing about these. */
  readonly cellsKnown: number;
  readonly cellsUnknown: number;
};

/**
 * Coverage of many cells, Σ min(S, N) / Σ N, and their gap, Σ max(0, N − S), month by month and cell by cell: never from totals.
 *
 * The high supply needs care: what is known only to an admin-1 may be in any one of its districts, not in all of them at once. So the
 * most that it can cover is what its districts are short of together, and never more than it is.
 */
export function gapAggregate(table: CellTable): GapAggregate {
  const { months } = table;
  let need = 0;
  let met = 0;
  let cellsKnown = 0;
  const shared = new Map<number, { readonly offset: number; readonly short: Float64Array }>();
  for (let k = 0; k < table.count; k++) {
    const key = table.aboveKey[k]!;
    let short: Float64Array | undefined;
    if (key >= 0) {
      const group = shared.get(key) ?? { offset: k * months, short: new Float64Array(months) };
      shared.set(key, group);
      short = group.short;
    }
    let known = false;
    for (let m = 0; m < months; m++) {
      const n = table.need[k * months + m]!;
      if (Number.isNaN(n)) continue;
      const low = table.low[k * months + m]!;
      known = true;
      need += n;
      met += Math.min(low, n);
      if (short !== undefined) short[m]! += Math.max(0, n - low);
    }
    if (known) cellsKnown++;
  }
  let metHigh = met;
  for (const { offset, short } of shared.values()) {
    short.forEach((s, m) => (metHigh += Math.min(s, table.above[offset + m]!)));
  }
  const coverage = (part: number) => (need > 0 ? Math.min(1, part / need) : NaN);
  const gap = (part: number) => (cellsKnown > 0 ? Math.max(0, need - part) : NaN);
  return {
    need: cellsKnown > 0 ? need : NaN,
    coverageLow: coverage(met),
    coverageHigh: coverage(metHigh),
    gapLow: gap(metHigh),
    gapHigh: gap(met),
    cellsKnown,
    cellsUnknown: table.count - cellsKnown,
  };
}
