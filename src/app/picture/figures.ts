import { applyOverlaps } from "../../coverage/apply-overlaps.ts";
import { buildSupply } from "../../coverage/build-supply.ts";
import { type CoverageIndex, indexSupply } from "../../coverage/coverage-index.ts";
import { type CrowdedCell, crowdedCells } from "../../coverage/crowding.ts";
import { type GapColumns, gaps } from "../../coverage/gap.ts";
import { type OverlapOptions, type Overlaps, overlaps, overlapSteps } from "../../coverage/overlap.ts";
import type { SupplyColumns } from "../../coverage/supply-columns.ts";
import type { ThreatOfArea } from "../../coverage/priority.ts";
import type { ComposedInitiative } from "./compose-initiative.ts";
import { countryOf } from "./country-of.ts";
import { type Ground, sinceOf, supplyRow } from "./ground.ts";
import type { PictureQuestion } from "./question.ts";
import { reporterId } from "./references.ts";
import { type AreaThreat, threatInPeriod } from "./threat-in-period.ts";

/** More pairs of a kind than anybody reads; all are counted, this many are ranked. */
export const rankedPairs = 5_000;
/** Kept beside those, so that after a change others can come up. */
const sparePairs = 1_000;

/** The figures of one question over one ground; each is made when it is first asked for, and kept. */
export type Figures = {
  readonly question: PictureQuestion;
  readonly ground: Ground;
  /** at work in the period, on a line asked for, told by a reporter asked for, in a country asked for */
  readonly chosen: readonly ComposedInitiative[];
  readonly index: () => CoverageIndex;
  /** over everything, whatever the period and the filters */
  readonly wholeIndex: () => CoverageIndex;
  readonly overlaps: () => Overlaps;
  readonly overlapsMade: () => boolean;
  /** Makes the pairs in steps, so that short questions can come between; nothing to do where they are made. */
  readonly makeOverlaps: () => Generator<undefined, void>;
  /** codes of the first-level areas of the countries in play */
  readonly areaCodes: () => readonly string[];
  readonly gaps: () => GapColumns;
  readonly crowded: () => readonly CrowdedCell[];
  readonly threat: () => ReadonlyMap<string, AreaThreat>;
  /** those made so far whose room is counted */
  readonly made: () => readonly object[];
};

const kept = 12;
const cache = new WeakMap<Ground, Map<string, Figures>>();

export function figuresOf(ground: Ground, question: PictureQuestion): Figures {
  const byQuestion = cache.get(ground) ?? new Map<string, Figures>();
  cache.set(ground, byQuestion);
  const key = JSON.stringify(question);
  const held = byQuestion.get(key);
  const figures = held ?? makeFigures(ground, question);
  byQuestion.delete(key);
  byQuestion.set(key, figures);
  for (const old of byQuestion.keys()) if (byQuestion.size > kept) byQuestion.delete(old);
  return figures;
}

/** The questions kept with a ground. */
export function keptFiguresOf(ground: Ground): readonly Figures[] {
  return [...(cache.get(ground)?.values() ?? [])];
}

function makeFigures(ground: Ground, question: PictureQuestion): Figures {
  const chosen = [...ground.initiatives.values()].filter((i) => takesPart(ground, question, i));
  const lines = question.lines;
  const made: object[] = [];
  const once = <T extends object>(make: () => T): (() => T) => {
    let held: T | null = null;
    return () => {
      if (held === null) made.push((held = make()));
      return held;
    };
  };
  // What is told by its parts alone works where they do: it is no side of a pair and in no supply of its own.
  const tellsOfOwn = (i: ComposedInitiative) => ground.beside[question.basis].get(i.id) !== 0;
  const index = once(() => {
    if (lines.length === 0) return indexSupply(ground.supply, { basis: question.basis, only: marked(ground.supply, chosen.filter(tellsOfOwn)) });
    return indexSupply(buildSupply(chosen.filter(tellsOfOwn).map((i) => onLines(supplyRow(i, ground.families.get(i.id), ground.beside), lines)), ground.areas), { basis: question.basis });
  });
  const areaCodes = once(() => {
    const countries = countriesInPlay(ground, question, chosen);
    return ground.areas.codes.filter((code, a) => ground.areas.level[a] === 1 && countries.has(countryOf(ground, code)));
  });
  const threat = once(() => threatInPeriod(ground, question));
  const options = (): OverlapOptions => ({ ...(ground.needs.length > 0 ? { needs: ground.needColumns } : {}), limit: rankedPairs + sparePairs, months: [question.first, question.last] });
  const overlapsBefore = () => {
    const since = sinceOf(ground);
    const before = since === null ? undefined : cache.get(since.ground)?.get(JSON.stringify(question));
    return since === null || before?.overlapsMade() !== true ? null : { before, changed: since.changed };
  };
  const overlapsOnce = onceOrGiven(made, () => {
    const from = overlapsBefore();
    if (from === null) return overlaps(index(), options());
    return applyOverlaps({ index: from.before.index(), overlaps: from.before.overlaps(), options: options() }, index(), from.changed, options(), rankedPairs);
  });
  const figures: Figures = {
    question, ground, chosen, index, areaCodes, threat, made: () => made,
    wholeIndex: once(() => indexSupply(ground.supply, { basis: question.basis, only: marked(ground.supply, [...ground.initiatives.values()].filter(tellsOfOwn)) })),
    overlaps: () => overlapsOnce(),
    makeOverlaps: function* () {
      if (overlapsOnce.made() || overlapsBefore() !== null) return void overlapsOnce();
      const steps = overlapSteps(index(), options());
      for (;;) {
        const step = steps.next();
        if (step.done === true) return void overlapsOnce(step.value);
        yield undefined;
      }
    },
    gaps: once(() => {
      const codes = areaCodes();
      const inPlay = new Set(codes);
      const threats = [...threat()].filter(([area]) => inPlay.has(area)).map(([area, t]): ThreatOfArea => ({ area, threat: t.smoothed }));
      return gaps(index(), ground.needColumns, {
        level: 1, first: question.first, last: question.last, areas: codes, noneReported: ground.none.filter((n) => inPlay.has(n.area)).map((n) => ({ area: n.area, ...(n.line === null ? {} : { line: n.line }), months: [n.first, n.last] as const })), lines: lines.length > 0 ? lines : allLines, threats,
        reached: ground.needs.filter((n) => n.reached !== null).map((n) => ({ area: n.area, line: n.line, month: n.last, people: n.reached as number })),
      });
    }),
    overlapsMade: () => overlapsOnce.made(),
    crowded: once(() => crowdedCells(index(), 1, question.first, question.last)),
  };
  return figures;
}

/** Made when it is first asked for, unless it is given before. */
function onceOrGiven<T extends object>(made: object[], make: () => T) {
  let held: T | null = null;
  const of = (given?: T): T => {
    if (held === null) made.push((held = given ?? make()));
    return held;
  };
  return Object.assign(of, { made: () => held !== null });
}

/** 1 for those chosen, 0 for the others. */
function marked({ ids, indexOf }: SupplyColumns, chosen: readonly ComposedInitiative[]): Uint8Array {
  const only = new Uint8Array(ids.length);
  for (const i of chosen) only[indexOf.get(i.id) as number] = 1;
  return only;
}

const allLines = ["counter-finance", "capacity", "stabilisation", "resilience"] as const;

function takesPart(ground: Ground, q: PictureQuestion, i: ComposedInitiative): boolean {
  if (i.months.kind !== "months" || i.months.first > q.last || i.months.last < q.first || i.lines.length === 0) return false;
  if (q.lines.length > 0 && !i.lines.some((l) => q.lines.includes(l.line))) return false;
  if (q.reporters.length > 0 && !i.reports.some((r) => q.reporters.includes(reporterId(r.reporter_key)))) return false;
  return q.countries.length === 0 || i.areas.some((a) => q.countries.includes(countryOf(ground, a.area)));
}

/** A row on some lines only: what it does elsewhere stays out, its shares are not blown up. */
function onLines(row: ReturnType<typeof supplyRow>, lines: readonly string[]): ReturnType<typeof supplyRow> {
  if (lines.length === 0) return row;
  const parts = row.lines.filter((l): l is { line: string; share: number } => typeof l !== "string" && lines.includes(l.line));
  const rest = 1 - parts.reduce((sum, p) => sum + p.share, 0);
  return { ...row, lines: rest > 1e-9 ? [...parts, { line: "other", share: rest }] : parts };
}

/** Countries of the boundary set where anybody works in the period, something is needed, or violence is counted. */
function countriesInPlay(ground: Ground, q: PictureQuestion, chosen: readonly ComposedInitiative[]): ReadonlySet<string> {
  if (q.countries.length > 0) return new Set(q.countries);
  return new Set([...chosen.flatMap((i) => i.areas.map((a) => a.area)), ...ground.needs.map((n) => n.area), ...ground.threat.map((t) => t.area), ...ground.none.map((n) => n.area)].map((code) => countryOf(ground, code)));
}
