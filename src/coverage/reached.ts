import { fault } from "../base/errors.ts";
import { childrenOf, type AreaTable } from "./area-table.ts";

/** One figure of people reached, as reported. */
export type ReachedRow = {
  readonly area: string;
  /** Absent: of the area's work as a whole. */ readonly line?: string;
  readonly group?: string;
  readonly month: number;
  readonly people: number;
};

/**
 * People reached per (area, line) over some months: the highest figure in one group and the highest month. Figures of several
 * sectors, groups, reporters or months may count the same people, so they are never added; people of different areas are, so an area without
 * a higher figure of its own takes the sum of those within. NaN where nothing is reported: unknown, not nobody.
 */
export function reachedIn(
  areas: AreaTable,
  cells: readonly { readonly area: number; readonly line: string }[],
  rows: Iterable<ReachedRow>,
  first: number,
  last: number,
): Float64Array {
  const byArea = new Map<number, ReachedRow[]>();
  for (const row of rows) {
    const area = areas.indexOf.get(row.area);
    if (area === undefined)
      throw fault("bad-input", { path: "people reached", found: row.area, expected: "an area of the table" });
    if (!(row.people >= 0))
      throw fault("bad-input", { path: `people reached in ${row.area}`, found: row.people, expected: "zero or more" });
    if (row.month < first || row.month > last) continue;
    const list = byArea.get(area);
    if (list === undefined) byArea.set(area, [row]);
    else list.push(row);
  }
  if (byArea.size === 0) return new Float64Array(cells.length).fill(NaN);
  const children = childrenOf(areas);
  return Float64Array.from(cells, ({ area, line }) => highest(area, line));

  function highest(area: number, line: string): number {
    let most = NaN;
    for (const row of byArea.get(area) ?? []) {
      if ((row.line === undefined || row.line === line) && !(row.people <= most)) most = row.people;
    }
    let within = NaN;
    for (let c = children.start[area]!; c < children.start[area + 1]!; c++) {
      const part = highest(children.list[c]!, line);
      if (!Number.isNaN(part)) within = (Number.isNaN(within) ? 0 : within) + part;
    }
    if (Number.isNaN(most)) return within;
    return within > most ? within : most;
  }
}
