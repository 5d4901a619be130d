import type { NeedColumns } from "./need-columns.ts";

/** Where a need in money comes from. */
export type NeedSource = "requests" | "people" | "areas within" | "unknown";

export type NeedMonth = { readonly usd: number; readonly source: NeedSource; readonly rows: readonly number[] };

/**
 * Need in USD of one (area, line, month): members' requests added up; else people in need × unit cost per person
 * and year ÷ 12, from the newest row that states both; else the sum over the areas within, when every one of them is
 * known (a part of a sum would understate the need, and so invent duplication); else unknown. A need stated for an area is
 * never spread over the areas within it.
 */
export function needMonth(needs: NeedColumns, area: number, line: number, month: number): NeedMonth {
  const requests: number[] = [];
  let usd = 0;
  let people = -1;
  const cell = area * needs.lines.length + line;
  for (let r = needs.rowStart[cell]!; r < needs.rowStart[cell + 1]!; r++) {
    if (needs.first[r]! > month || needs.last[r]! < month) continue;
    if (!Number.isNaN(needs.requested[r]!)) {
      requests.push(r);
      usd += needs.requested[r]!;
    }
    // Rows are in order of first month, then of size: the last one is the newest, and of equals the largest.
    if (!Number.isNaN(needs.people[r]! * needs.unitCost[r]!)) people = r;
  }
  if (requests.length > 0) return { usd, source: "requests", rows: requests };
  if (people >= 0)
    return { usd: (needs.people[people]! * needs.unitCost[people]!) / 12, source: "people", rows: [people] };
  const rows: number[] = [];
  let sum = 0;
  for (let c = needs.children.start[area]!; c < needs.children.start[area + 1]!; c++) {
    const within = needMonth(needs, needs.children.list[c]!, line, month);
    if (within.source === "unknown") return { usd: NaN, source: "unknown", rows: [] };
    sum += within.usd;
    rows.push(...within.rows);
  }
  return rows.length > 0 ? { usd: sum, source: "areas within", rows } : { usd: NaN, source: "unknown", rows: [] };
}

/** Need in USD for every month from `first` to `last`; NaN where it is not known. */
export function needSeries(needs: NeedColumns, area: number, line: number, first: number, last: number): Float64Array {
  const series = new Float64Array(last - first + 1);
  fillNeedSeries(needs, area, line, first, last, series, 0);
  return series;
}

/** The same, into a column of the caller's from `offset` on. */
export function fillNeedSeries(
  needs: NeedColumns,
  area: number,
  line: number,
  first: number,
  last: number,
  into: Float64Array,
  offset: number,
): void {
  for (let m = first; m <= last;) {
    const until = steadyUntil(needs, area, line, m, last);
    into.fill(needMonth(needs, area, line, m).usd, offset + m - first, offset + until - first + 1);
    m = until + 1;
  }
}

/** The last month up to which no row of the cell, or of the cells within it, begins or ends. */
function steadyUntil(needs: NeedColumns, area: number, line: number, month: number, last: number): number {
  let until = last;
  const cell = area * needs.lines.length + line;
  for (let r = needs.rowStart[cell]!; r < needs.rowStart[cell + 1]!; r++) {
    if (needs.first[r]! > month) until = Math.min(until, needs.first[r]! - 1);
    else if (needs.last[r]! >= month) until = Math.min(until, needs.last[r]!);
  }
  for (let c = needs.children.start[area]!; c < needs.children.start[area + 1]!; c++) {
    until = Math.min(until, steadyUntil(needs, needs.children.list[c]!, line, month, until));
  }
  return until;
}

/** People in need and severity of a cell in some months: of the newest row that states them, unknown as NaN. */
export function peopleAndSeverity(
  needs: NeedColumns,
  area: number,
  line: number,
  first: number,
  last: number,
): { people: number; severity: number } {
  let people = NaN;
  let severity = NaN;
  const cell = area * needs.lines.length + line;
  for (let r = needs.rowStart[cell]!; r < needs.rowStart[cell + 1]!; r++) {
    if (needs.first[r]! > last || needs.last[r]! < first) continue;
    if (!Number.isNaN(needs.people[r]!)) people = needs.people[r]!;
    if (!Number.isNaN(needs.severity[r]!)) severity = needs.severity[r]!;
  }
  return { people, severity };
}
