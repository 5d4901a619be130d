import type { CellMonths } from "./gap-figures.ts";

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
 * most that it can cover is what its districts are short of together, and never more than it is. `aboveKey` names the cells that share
 * such money (-1: none).
 */
export function gapAggregate(cells: readonly (CellMonths & { readonly aboveKey: number })[]): GapAggregate {
  let need = 0;
  let met = 0;
  let cellsKnown = 0;
  const shared = new Map<number, { readonly money: Float64Array; readonly short: Float64Array }>();
  for (const cell of cells) {
    let short: Float64Array | undefined;
    if (cell.aboveKey >= 0) {
      const group = shared.get(cell.aboveKey) ?? { money: cell.above, short: new Float64Array(cell.need.length) };
      shared.set(cell.aboveKey, group);
      short = group.short;
    }
    let known = false;
    cell.need.forEach((n, m) => {
      if (Number.isNaN(n)) return;
      known = true;
      need += n;
      met += Math.min(cell.low[m]!, n);
      if (short !== undefined) short[m]! += Math.max(0, n - cell.low[m]!);
    });
    if (known) cellsKnown++;
  }
  let metHigh = met;
  for (const { money, short } of shared.values()) short.forEach((s, m) => (metHigh += Math.min(s, money[m]!)));
  const coverage = (part: number) => (need > 0 ? Math.min(1, part / need) : NaN);
  const gap = (part: number) => (cellsKnown > 0 ? Math.max(0, need - part) : NaN);
  return {
    need: cellsKnown > 0 ? need : NaN,
    coverageLow: coverage(met),
    coverageHigh: coverage(metHigh),
    gapLow: gap(metHigh),
    gapHigh: gap(met),
    cellsKnown,
    cellsUnknown: cells.length - cellsKnown,
  };
}
