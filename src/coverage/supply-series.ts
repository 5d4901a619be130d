import { withAncestors } from "./area-table.ts";
import type { CoverageIndex } from "./coverage-index.ts";

/** Which (area, line) to add up, as a column from area × lines + line (of the supply) to a row of the answer, -1 for none. */
export type CellChoice = { readonly at: Int32Array; readonly count: number };

/** Month by month, for each chosen cell: row `cell * months + (month - first)`. */
export type SupplySeries = {
  readonly first: number;
  readonly months: number;
  /** USD per month, known money only. */
  readonly usd: Float64Array;
  /** How many initiatives of known and of unknown money work there. */
  readonly known: Float64Array;
  readonly unknown: Float64Array;
};

/**
 * The supply of cells, by month: every initiative's rate, rolled up to the area ("rolled-up"), or only what names
 * exactly this area and nothing finer ("named-only").
 *
 * Planned initiatives count. Work is a difference at its first and after its last month, so cost does not grow
 * with how long things last.
 */
export function supplySeries(
  index: CoverageIndex,
  cells: CellChoice,
  first: number,
  last: number,
  places: "rolled-up" | "named-only",
): SupplySeries {
  const months = last - first + 1;
  const usd = new Float64Array(cells.count * months);
  const known = new Float64Array(cells.count * months);
  const unknown = new Float64Array(cells.count * months);
  const { supply, profile } = index;
  const lineCount = supply.lines.length;

  for (const i of index.byRank) {
    if (supply.last[i]! < first || supply.first[i]! > last) continue;
    const shares = new Map<number, number>();
    for (let a = supply.areaStart[i]!; a < supply.areaStart[i + 1]!; a++) {
      const area = supply.areaIndex[a]!;
      const reach = places === "rolled-up" ? withAncestors(supply.areas, area) : [area];
      for (const z of reach) shares.set(z, (shares.get(z) ?? 0) + supply.areaShare[a]!);
    }
    const money = index.money[i]!;
    const presence = Number.isNaN(money) ? unknown : known;
    for (let l = supply.lineStart[i]!; l < supply.lineStart[i + 1]!; l++) {
      for (const [area, share] of shares) {
        const cell = cells.at[area * lineCount + supply.lineIndex[l]!]!;
        if (cell < 0) continue;
        change(presence, cell, supply.first[i]!, supply.last[i]!, 1);
        if (Number.isNaN(money)) continue;
        for (let s = profile.start[i]!; s < profile.start[i + 1]!; s++) {
          change(
            usd,
            cell,
            profile.first[s]!,
            profile.last[s]!,
            money * share * supply.lineShare[l]! * profile.weight[s]!,
          );
        }
      }
    }
  }
  for (const column of [usd, known, unknown]) accumulate(column);
  // What is left of cancelled sums is rounding, not money.
  for (let at = 0; at < usd.length; at++) if (known[at] === 0 || usd[at]! < 0) usd[at] = 0;
  return { first, months, usd, known, unknown };

  function change(column: Float64Array, cell: number, from: number, to: number, by: number): void {
    if (to < first || from > last) return;
    column[cell * months + Math.max(0, from - first)]! += by;
    if (to < last) column[cell * months + (to + 1 - first)]! -= by;
  }

  function accumulate(column: Float64Array): void {
    for (let cell = 0; cell < cells.count; cell++) {
      for (let m = 1; m < months; m++) column[cell * months + m]! += column[cell * months + m - 1]!;
    }
  }
}
