import type { AreaLevel } from "./area-table.ts";
import type { CoverageIndex } from "./coverage-index.ts";
import type { NeedColumns } from "./need-columns.ts";
import { fillNeedSeries, peopleAndSeverity } from "./need-series.ts";
import { supplySeries } from "./supply-series.ts";

/** (area, line) pairs as they were asked for: `line` by name, for supply and needs have dictionaries of their own. */
export type Cell = { readonly area: number; readonly line: string };

/**
 * Cells month by month: the figure of cell `k` in the month `first + m` lies at `k * months + m`. USD per month, need NaN where unknown.
 */
export type CellTable = {
  readonly count: number;
  readonly months: number;
  readonly need: Float64Array;
  /** Reported in the area or within. */
  readonly low: Float64Array;
  /** Known only to the admin-1 above: in the high supply. */
  readonly above: Float64Array;
  /** Initiatives that work in the area, that may work in it, and those of unknown budget among both. */
  readonly work: Float64Array;
  readonly workAbove: Float64Array;
  readonly unknown: Float64Array;
  /** One figure per cell, NaN where unknown. */
  readonly people: Float64Array;
  readonly severity: Float64Array;
  /** Cells of one key share the money of `above` (-1: there is none above). */
  readonly aboveKey: Int32Array;
};

export function cellTable(
  index: CoverageIndex,
  needs: NeedColumns,
  cells: readonly Cell[],
  level: AreaLevel,
  first: number,
  last: number,
): CellTable {
  const { areas, lines } = index.supply;
  const months = last - first + 1;
  const empty = () => new Float64Array(cells.length * months);
  const [need, low, above, work, workAbove, unknown] = [empty(), empty(), empty(), empty(), empty(), empty()];
  const people = new Float64Array(cells.length).fill(NaN);
  const severity = new Float64Array(cells.length).fill(NaN);
  need.fill(NaN);

  const keyOf = (area: number, line: string) => {
    const l = lines.indexOf(line);
    return area < 0 || l < 0 ? -1 : area * lines.length + l;
  };
  // At admin-2, what is known to the admin-1 alone may be in any of its districts.
  const parentOf = (area: number) => {
    const parent = level === 2 ? areas.parent[area]! : -1;
    return parent >= 0 && areas.level[parent] === 1 ? parent : -1;
  };
  const aboveKey = Int32Array.from(cells, (c) => keyOf(parentOf(c.area), c.line));
  const hereKey = Int32Array.from(cells, (c) => keyOf(c.area, c.line));
  takeOver(hereKey, "rolled-up", low, work);
  takeOver(aboveKey, "named-only", above, workAbove);
  cells.forEach((c, k) => {
    const line = needs.lines.indexOf(c.line);
    if (line < 0) return;
    fillNeedSeries(needs, c.area, line, first, last, need, k * months);
    const found = peopleAndSeverity(needs, c.area, line, first, last);
    people[k] = found.people;
    severity[k] = found.severity;
  });
  return { count: cells.length, months, need, low, above, work, workAbove, unknown, people, severity, aboveKey };

  /** Supply is added up once for each distinct key, and copied to the cells that asked for it. */
  function takeOver(
    keys: Int32Array,
    places: "rolled-up" | "named-only",
    usd: Float64Array,
    initiatives: Float64Array,
  ): void {
    const at = new Int32Array(index.bucketAt.length).fill(-1);
    let count = 0;
    for (const key of keys) if (key >= 0 && at[key] === -1) at[key] = count++;
    const series = supplySeries(index, { at, count }, first, last, places);
    keys.forEach((key, k) => {
      if (key < 0) return;
      for (let m = 0; m < months; m++) {
        const from = at[key]! * months + m;
        usd[k * months + m] = series.usd[from]!;
        initiatives[k * months + m] = series.known[from]! + series.unknown[from]!;
        unknown[k * months + m]! += series.unknown[from]!;
      }
    });
  }
}

/** Whether a column of a cell is above zero in any month. */
export function anyMonth(table: CellTable, column: Float64Array, k: number): boolean {
  for (let at = k * table.months; at < (k + 1) * table.months; at++) if (column[at]! > 0) return true;
  return false;
}
