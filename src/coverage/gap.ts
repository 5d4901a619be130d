import { fault } from "../base/errors.ts";
import { byCode, type AreaLevel } from "./area-table.ts";
import type { Basis } from "./basis.ts";
import { anyMonth, cellTable } from "./cell-table.ts";
import type { CoverageIndex } from "./coverage-index.ts";
import { gapAggregate, type GapAggregate } from "./gap-aggregate.ts";
import { gapFigures } from "./gap-figures.ts";
import type { NeedColumns } from "./need-columns.ts";
import { priorities, type ThreatOfArea } from "./priority.ts";
import { reachedIn, type ReachedRow } from "./reached.ts";

/** The three states of knowledge about work in a cell. "Nobody reported" is not "nobody there". */
export const workNotKnown = 0;
export const workReported = 1;
export const workReportedNone = 2;

/** Bits of `GapColumns.labels`. */
export const labelUnderServed = 1;
export const labelCrowded = 2;

/** Somebody states that there was no work of a line in an area (absent: of any line) over some months. */
export type NoneReported = {
  readonly area: string;
  readonly line?: string;
  readonly months: readonly [first: number, last: number];
};

export type GapQuestion = {
  readonly level: AreaLevel;
  /** Months, inclusive: one month or a period. */
  readonly first: number;
  readonly last: number;
  /** Codes of the areas asked for; default: all of the level. */
  readonly areas?: readonly string[];
  readonly lines?: readonly string[];
  readonly noneReported?: Iterable<NoneReported>;
  readonly reached?: Iterable<ReachedRow>;
  readonly threats?: Iterable<ThreatOfArea>;
};

/**
 * One row per (area, line), over the months asked for. Money in USD summed over the months; NaN is unknown. Where two figures are given,
 * supply is an interval: low is reported in the area or within, high adds what is known only to its admin-1 (admin-2 cells alone).
 */
export type GapColumns = {
  readonly kind: "gaps";
  readonly basis: Basis;
  readonly first: number;
  readonly last: number;
  readonly lines: readonly string[];
  /** Index in the area table, and in `lines`. */
  readonly area: Uint32Array;
  readonly line: Uint16Array;
  /** Over the months whose need is known. NaN where it is known in none. */
  readonly need: Float64Array;
  readonly needMonths: Uint16Array;
  readonly supplyLow: Float64Array;
  readonly supplyHigh: Float64Array;
  /** Σ min(S, N) / Σ N, of the low and of the high supply. NaN where need is unknown or nothing. */
  readonly coverageLow: Float64Array;
  readonly coverageHigh: Float64Array;
  /** Σ max(0, N − S): at least (with the high supply), at most (with the low one). */
  readonly gapLow: Float64Array;
  readonly gapHigh: Float64Array;
  readonly state: Uint8Array;
  /** 1 where work of unknown budget is present, at admin-2 also when it is known only to the admin-1. */
  readonly unknownBudget: Uint8Array;
  /** 1 where work is known to the admin-1 only, and so may be here. */
  readonly workAbove: Uint8Array;
  readonly labels: Uint8Array;
  /** In how many months each label holds by itself. */
  readonly underServedMonths: Uint16Array;
  readonly crowdedMonths: Uint16Array;
  readonly people: Float64Array;
  readonly reached: Float64Array;
  /** max(0, in need − reached). NaN where people in need or those reached are not known. */
  readonly peopleGap: Float64Array;
  /** JIAF phase, 1 to 5. */
  readonly severity: Float64Array;
  /** Rank of the gap in people × severity: 1 is first; 0 where either is unknown or the gap is nobody. */
  readonly peopleRank: Uint32Array;
  /** Only where need in money is not known: a rank from threat × population, or from threat alone. 1 is first; 0 is none. */
  readonly priority: Uint32Array;
  readonly priorityBasis: Uint8Array;
  readonly whole: GapAggregate;
};

/** @throws fault "bad-input" when needs and supply are of different area tables, or the months end before they start. */
export function gaps(index: CoverageIndex, needs: NeedColumns, question: GapQuestion): GapColumns {
  const { supply } = index;
  const { areas } = supply;
  const { first, last, level } = question;
  if (needs.areas !== areas)
    throw fault("bad-input", { path: "needs", found: "another area table", expected: "the area table of the supply" });
  if (last < first)
    throw fault("bad-input", { path: "months", found: `${first} to ${last}`, expected: "an end not before the start" });
  const lines = question.lines ?? [...new Set([...supply.lines, ...needs.lines])].sort(byCode);
  const asked = question.areas?.map((code) => {
    const area = areas.indexOf.get(code);
    if (area === undefined || areas.level[area] !== level)
      throw fault("bad-input", { path: "areas", found: code, expected: `an area of level ${level}` });
    return area;
  });
  const chosen = asked ?? Array.from(areas.codes.keys()).filter((a) => areas.level[a] === level);
  const cells = chosen.flatMap((area) => lines.map((line, l) => ({ area, line, l })));
  const table = cellTable(index, needs, cells, level, first, last);
  const figures = cells.map((_, k) => gapFigures(table, k));
  const noneStated = noneReportedCells(areas.indexOf, cells, question.noneReported ?? [], first, last);
  const reached = reachedIn(areas, cells, question.reached ?? [], first, last);
  const ranked = priorities(
    areas,
    cells.map((c, k) => ({ area: c.area, ranks: Number.isNaN(figures[k]!.need) })),
    question.threats ?? [],
  );
  const met = Float64Array.from(table.people, (people, k) => Math.min(reached[k]!, people));
  const peopleGap = Float64Array.from(table.people, (people, k) => Math.max(0, people - met[k]!));
  const column = (of: (k: number) => number) => Float64Array.from(cells, (_, k) => of(k));

  return {
    kind: "gaps",
    basis: index.basis,
    first,
    last,
    lines,
    area: Uint32Array.from(cells, (c) => c.area),
    line: Uint16Array.from(cells, (c) => c.l),
    need: column((k) => figures[k]!.need),
    needMonths: Uint16Array.from(figures, (f) => f.needMonths),
    supplyLow: column((k) => figures[k]!.supplyLow),
    supplyHigh: column((k) => figures[k]!.supplyHigh),
    coverageLow: column((k) => figures[k]!.coverageLow),
    coverageHigh: column((k) => figures[k]!.coverageHigh),
    gapLow: column((k) => figures[k]!.gapLow),
    gapHigh: column((k) => figures[k]!.gapHigh),
    state: Uint8Array.from(cells, (_, k) =>
      anyMonth(table, table.work, k) ? workReported : noneStated[k] === table.months ? workReportedNone : workNotKnown,
    ),
    unknownBudget: Uint8Array.from(cells, (_, k) => (anyMonth(table, table.unknown, k) ? 1 : 0)),
    workAbove: Uint8Array.from(cells, (_, k) => (anyMonth(table, table.workAbove, k) ? 1 : 0)),
    labels: Uint8Array.from(figures, (f) => (f.underServed ? labelUnderServed : 0) | (f.crowded ? labelCrowded : 0)),
    underServedMonths: Uint16Array.from(figures, (f) => f.underServedMonths),
    crowdedMonths: Uint16Array.from(figures, (f) => f.crowdedMonths),
    people: table.people,
    reached: met,
    peopleGap,
    severity: table.severity,
    peopleRank: ranks(peopleGap.map((gap, k) => gap * table.severity[k]!)),
    priority: ranked.rank,
    priorityBasis: ranked.basis,
    whole: gapAggregate(table),
  };
}

/** Place of each score from the highest down, equal ones in the order of the cells; 0 for nothing and for unknown. */
function ranks(scores: Float64Array): Uint32Array {
  const order = Array.from(scores.keys()).filter((k) => scores[k]! > 0);
  const rank = new Uint32Array(scores.length);
  order.sort((a, b) => scores[b]! - scores[a]! || a - b).forEach((k, place) => (rank[k] = place + 1));
  return rank;
}

/** In how many of the months asked for somebody states that there was no work, per cell. */
function noneReportedCells(
  areaAt: ReadonlyMap<string, number>,
  cells: readonly { readonly area: number; readonly line: string }[],
  stated: Iterable<NoneReported>,
  first: number,
  last: number,
): number[] {
  const byArea = new Map<number, NoneReported[]>();
  for (const row of stated) {
    const area = areaAt.get(row.area);
    if (area === undefined)
      throw fault("bad-input", { path: "none reported", found: row.area, expected: "an area of the table" });
    byArea.set(area, [...(byArea.get(area) ?? []), row]);
  }
  return cells.map(({ area, line }) => {
    const rows = (byArea.get(area) ?? []).filter((row) => row.line === undefined || row.line === line);
    let count = 0;
    for (let m = first; m <= last; m++) if (rows.some((row) => row.months[0] <= m && m <= row.months[1])) count++;
    return count;
  });
}
