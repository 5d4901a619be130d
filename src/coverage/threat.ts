import { dayNumber, firstDayOfMonth, monthNumber } from "../base/day.ts";
import { fault } from "../base/errors.ts";
import type { AreaLevel, AreaTable } from "./area-table.ts";
import { ancestorAtLevel } from "./area-table.ts";

/** Events of one place and time, as a source of conflict data counts them. */
export type ThreatRow = {
  /** The finest area in which the source places it. */
  readonly area: string;
  readonly events: number;
  readonly deaths: number;
} & (
  | { readonly month: number }
  /** The first of seven days (YYYY-MM-DD), for sources that count by week. */
  | { readonly week: string }
);

export type ThreatQuestion = {
  readonly level: AreaLevel;
  /** The months that the source covers, inclusive: a month within them without an event had none; months outside are unknown. */
  readonly covered: readonly [first: number, last: number];
};

/** Events and deaths by area and month: row `area position × months + (month − first)`. */
export type ThreatColumns = {
  readonly kind: "threat";
  readonly level: AreaLevel;
  readonly first: number;
  readonly months: number;
  /** Index in the area table of each row, ascending. */
  readonly areas: Uint32Array;
  readonly events: Float64Array;
  readonly deaths: Float64Array;
  /** Known worse than this level, and so put into no area; and outside the months covered. */
  readonly coarserEvents: number;
  readonly outsideEvents: number;
};

/** A month counts half as much after this many months. */
export const halfLifeMonths = 3;
export const recentMonths = 6;
export const beforeMonths = 24;

/**
 * Events and deaths per area and month. Finer places are rolled up; an event known worse than the level is never put into an
 * area, and counted apart. A week that crosses months is split by its days.
 */
export function threatColumns(
  areas: AreaTable,
  rows: Iterable<ThreatRow>,
  { level, covered }: ThreatQuestion,
): ThreatColumns {
  const [first, last] = covered;
  if (last < first)
    throw fault("bad-input", {
      path: "covered",
      found: `${first} to ${last}`,
      expected: "an end not before the start",
    });
  const months = last - first + 1;
  const chosen = Uint32Array.from([...areas.codes.keys()].filter((a) => areas.level[a] === level));
  const rowOf = new Map(Array.from(chosen, (a, k) => [a, k]));
  const events = new Float64Array(chosen.length * months);
  const deaths = new Float64Array(chosen.length * months);
  let coarserEvents = 0;
  let outsideEvents = 0;
  for (const row of rows) {
    const area = areas.indexOf.get(row.area);
    if (area === undefined)
      throw fault("bad-input", { path: "threat", found: row.area, expected: "an area of the table" });
    const at = ancestorAtLevel(areas, area, level);
    if (at < 0) {
      coarserEvents += row.events;
      continue;
    }
    for (const { month, part } of "month" in row ? [{ month: row.month, part: 1 }] : weekByMonth(row.week)) {
      if (month < first || month > last) {
        outsideEvents += row.events * part;
        continue;
      }
      const cell = rowOf.get(at)! * months + month - first;
      events[cell]! += row.events * part;
      deaths[cell]! += row.deaths * part;
    }
  }
  return { kind: "threat", level, first, months, areas: chosen, events, deaths, coarserEvents, outsideEvents };
}

/** The months that a week beginning on `week` touches, with the part of its seven days in each. */
export function weekByMonth(week: string): { readonly month: number; readonly part: number }[] {
  const day = dayNumber(week);
  const month = monthNumber(day);
  const left = firstDayOfMonth(month + 1) - day;
  if (left >= 7) return [{ month, part: 1 }];
  return [
    { month, part: left / 7 },
    { month: month + 1, part: (7 - left) / 7 },
  ];
}

/** Exponentially smoothed series: each month's mean of itself and the past, a month weighing half as much every `halfLifeMonths`. Weights sum to 1 from the start. */
export function smoothed(series: ArrayLike<number>): Float64Array {
  const keep = 0.5 ** (1 / halfLifeMonths);
  const out = new Float64Array(series.length);
  let sum = 0;
  let weight = 0;
  for (let m = 0; m < series.length; m++) {
    sum = sum * keep + series[m]!;
    weight = weight * keep + 1;
    out[m] = sum / weight;
  }
  return out;
}

export type Trend = {
  /** Means per month. */
  readonly recent: number;
  readonly before: number;
  /** recent / before; Infinity from nothing to something, NaN for nothing to nothing. */
  readonly ratio: number;
};

/** The last 6 months against the 24 before, ending with month `at` of the series; null where the series does not hold all 30. */
export function trend(series: ArrayLike<number>, at: number): Trend | null {
  const start = at - recentMonths - beforeMonths + 1;
  if (start < 0 || at >= series.length) return null;
  let before = 0;
  let recent = 0;
  for (let m = start; m <= at; m++) {
    if (m <= at - recentMonths) before += series[m]! / beforeMonths;
    else recent += series[m]! / recentMonths;
  }
  return { recent, before, ratio: recent / before };
}

export type AreaThreat = {
  readonly area: number;
  readonly threat: number;
  readonly events: Trend | null;
  readonly deaths: Trend | null;
};

/** Threat of every area as of a month: the smoothed measure, and both trends. NaN where the month is not covered: unknown, not peace. */
export function threatAt(columns: ThreatColumns, month: number, measure: "events" | "deaths" = "events"): AreaThreat[] {
  const m = month - columns.first;
  return Array.from(columns.areas, (area, k) => {
    const of = (column: Float64Array) => column.subarray(k * columns.months, (k + 1) * columns.months);
    const covered = m >= 0 && m < columns.months;
    return {
      area,
      threat: covered ? smoothed(of(columns[measure]).subarray(0, m + 1))[m]! : NaN,
      events: covered ? trend(of(columns.events), m) : null,
      deaths: covered ? trend(of(columns.deaths), m) : null,
    };
  });
}
