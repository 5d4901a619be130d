import { isoMonth } from "../../base/edtf.ts";
import { type PairExplanation, pairParts } from "../../coverage/explain.ts";
import { countMeetings } from "../../coverage/meetings.ts";
import type { Overlaps } from "../../coverage/overlap.ts";
import { pairAssumedEnd, pairCoarsened, type PairColumns, pairGroupUnknown, pairPlanned, pairSecondary } from "../../coverage/pair-columns.ts";
import type { Atlas } from "./atlas.ts";
import { type Figures, rankedPairs } from "./figures.ts";
import { type AreaRef, areaRef, type InitiativeRef, initiativeRef, known } from "./references.ts";

export type Line = "counter-finance" | "capacity" | "stabilisation" | "resilience";
export type OverlapItem = {
  a: InitiativeRef; b: InitiativeRef; kind: "possible-double-report" | "money" | "presence"; lines: Line[]; areas: AreaRef[]; areaCount: number; months: { from: string; to: string }; monthCount: number;
  contestedUsd: number | null; score: number | null; duplicationUsd: number | null; presence: number | null; probabilitySame: number | null; rules: OverlapRule[]; decision: null;
};

export type OverlapRule = "country-level" | "coarsened" | "assumed-end" | "planned" | "secondary-reporter" | "unknown-group-half";
const flagged: readonly (readonly [flag: number, rule: OverlapRule])[] = [
  [pairCoarsened, "coarsened"], [pairAssumedEnd, "assumed-end"], [pairPlanned, "planned"], [pairSecondary, "secondary-reporter"], [pairGroupUnknown, "unknown-group-half"],
];

/** Two initiatives that meet, as the engine ranks them. */
export type Pair = { readonly a: string; readonly b: string; readonly kind: OverlapItem["kind"]; readonly contested: number; readonly score: number; readonly duplication: number; readonly presence: number; readonly first: number; readonly last: number; readonly flags: number; readonly probability: number };

const made = new WeakMap<Figures, readonly Pair[]>();

/** The ranked pairs whose shared months touch the period, in order: possible double reports, then by money, then presence alone. */
export function pairsOf(figures: Figures): readonly Pair[] {
  const pairs = made.get(figures) ?? makePairs(figures);
  made.set(figures, pairs);
  return pairs;
}

function makePairs(figures: Figures): readonly Pair[] {
  const found = figures.overlaps();
  return [
    ...columns(figures, found.review.pairs, "possible-double-report", found.review.probability),
    ...columns(figures, found.money, "money"),
    ...columns(figures, found.presence, "presence"),
  ];
}

/** Which pairs: of a kind, in an area, or known to meet somewhere below the country ("area") or in a country only. */
export type PairFilter = { readonly kind?: string | undefined; readonly area?: string | undefined; readonly place?: "area" | "country" | undefined };

/** How many there are, exactly, however many are ranked. Nothing is in review yet, and so no place of such a pair is known. */
export function pairCount({ counts, met }: Overlaps, areas: Figures["ground"]["areas"], { kind, area, place }: PairFilter = {}): number {
  let count = kind === undefined || kind === "possible-double-report" ? counts.review : 0;
  for (const one of ["money", "presence"] as const) {
    if (kind !== undefined && kind !== one) continue;
    if (area !== undefined) count += place === "country" ? 0 : (met[one].byArea[areas.indexOf.get(area) ?? -1] ?? 0);
    else count += place === undefined ? counts[one] : place === "area" ? met[one].somewhere : counts[one] - met[one].somewhere;
  }
  return count;
}

/** How many pairs meet in an area, and how many an initiative is part of: all of them, ranked or not. */
export function meetingsIn(figures: Figures, area: string): number {
  return pairCount(figures.overlaps(), figures.ground.areas, { area });
}

/** So many initiatives' pairs are counted one by one (a page of a list is quick then); who asks for more has all pairs counted at once. */
const mostOneByOne = 1_000;
const oneByOne = new WeakMap<Figures, Map<number, number>>();

export function meetingsOf(figures: Figures, initiative: string): number {
  const at = figures.index().supply.indexOf.get(initiative);
  if (at === undefined) return 0;
  const counted = oneByOne.get(figures) ?? new Map<number, number>();
  oneByOne.set(figures, counted);
  if (figures.overlapsMade() || counted.size >= mostOneByOne) return figures.overlaps().met.byInitiative[at] ?? 0;
  const count = counted.get(at) ?? countMeetings(figures.index(), at, [figures.question.first, figures.question.last]);
  counted.set(at, count);
  return count;
}

function columns(figures: Figures, c: PairColumns, kind: Pair["kind"], probability?: Float64Array): Pair[] {
  const { ids } = figures.index().supply;
  return Array.from(c.a.subarray(0, rankedPairs), (a, k) => ({
    a: ids[a] as string, b: ids[c.b[k] as number] as string, kind, contested: c.contested[k] as number, score: c.score[k] as number, duplication: c.duplication[k] as number,
    presence: c.presence[k] as number, first: c.first[k] as number, last: c.last[k] as number, flags: c.flags[k] as number, probability: probability?.[k] ?? Number.NaN,
  }));
}

const areasShown = 6;

export function overlapItem(app: Atlas, figures: Figures, pair: Pair, languages: readonly string[], explanation?: PairExplanation): OverlapItem {
  const index = figures.index();
  const parts = explanation?.parts ?? pairParts(index, pair.a, pair.b);
  const byArea = new Map<number, number>();
  const lines = new Set<string>();
  for (const p of parts) {
    byArea.set(p.area, (byArea.get(p.area) ?? 0) + p.presence);
    lines.add(index.supply.lines[p.line] as string);
  }
  const areas = [...byArea].sort((x, y) => y[1] - x[1] || x[0] - y[0]).map(([a]) => index.supply.areas.codes[a] as string);
  const of = (id: string) => initiativeRef(figures.ground.initiatives.get(id) as NonNullable<ReturnType<Figures["ground"]["initiatives"]["get"]>>, languages);
  return {
    a: of(pair.a), b: of(pair.b), kind: pair.kind, lines: [...lines].sort() as Line[], areas: areas.slice(0, areasShown).map((code) => areaRef(app, code, languages)), areaCount: areas.length,
    months: { from: isoMonth(pair.first), to: isoMonth(pair.last) }, monthCount: pair.last - pair.first + 1,
    contestedUsd: known(pair.contested), score: known(pair.score), duplicationUsd: known(pair.duplication), presence: known(pair.presence), probabilitySame: known(pair.probability),
    rules: [...(areas.every((code) => areaRef(app, code, languages).level === 0) ? (["country-level"] as const) : []), ...flagged.filter(([flag]) => (pair.flags & flag) !== 0).map(([, rule]) => rule)],
    decision: null,
  };
}
