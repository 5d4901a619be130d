import { isoMonth } from "../../base/edtf.ts";
import { fault } from "../../base/errors.ts";
import { explainPair, type PairExplanation } from "../../coverage/explain.ts";
import { initiativeMoney } from "../../coverage/money-rules.ts";
import { overlapsOf } from "../../coverage/overlap.ts";
import type { App } from "../app.ts";
import { onPair } from "../coordination/on-pairs.ts";
import { markingOf } from "../marking-of.ts";
import { reportBodies } from "../../store/queries/report-bodies.ts";
import { askPicture } from "./ask-picture.ts";
import type { Atlas } from "./atlas.ts";
import type { ComposedInitiative } from "./compose-initiative.ts";
import { rulesOf } from "./contribution.ts";
import { apartGround } from "./apart-ground.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { initiativeAt } from "./ground.ts";
import { type NeedDraft, needDrafts, needFrom } from "./need-from.ts";
import { overlapItem, type Pair } from "./overlap-item.ts";
import { pairNeed, type SharedNeed } from "./pair-need.ts";
import { partyNames } from "./party-names.ts";
import { basisWord, type PictureWish } from "./question.ts";
import { areaRef, initiativeRef, known, type ReportRef } from "./references.ts";
import { reportRef } from "./report-refs.ts";
import { sharedGroups, sharedParties, sideBySide, withPartyNames } from "./side-by-side.ts";

type Ids = { readonly a: string; readonly b: string };

/** Two initiatives side by side, and every figure of theirs down to the reports. @throws not-found when either may not be seen, or they do not meet */
export async function readOverlapPair(app: App, secret: string | null, ids: Ids, wish: PictureWish, languages: readonly string[]) {
  return askPicture(app, secret, { basis: wish.basis, asOf: wish.asOf }, { name: "pair", args: ids, languages }, async ({ classes, rows, sharedParties: shared, need, gives, ...rest }, reader) => {
    const bodies = await reportBodies(reader, { ids: [...gives.a.reports, ...gives.b.reports] });
    const refs = new Map(bodies.map((body) => [body.id, reportRef(body, languages)]));
    const named = partyNames(bodies);
    const { classes: decidedClasses, ...decided } = await onPair(app, reader, { a: rest.a.parts, b: rest.b.parts }, languages);
    const whatItGives = (given: typeof gives.a) => [{ ...given, reports: given.reports.map((id) => refs.get(id)).filter((r): r is ReportRef => r !== undefined) }];
    return {
      ...rest,
      marking: await markingOf(reader, [...classes, ...decidedClasses], languages),
      rows: withPartyNames(rows, named),
      sharedParties: shared.map(({ key, ...roles }) => ({ party: named(key), ...roles })),
      need: need === null ? null : { usd: need.usd, supplyUsd: need.supplyUsd, source: { text: [...new Set((await needFrom(reader, need.from, languages)).map((n) => n.source.text))].join("; "), language: "und" } },
      contributions: { a: whatItGives(gives.a), b: whatItGives(gives.b) },
      ...decided,
    };
  });
}

/** All of a pair that its figures decide. @throws not-found */
export function pairFigures(atlas: Atlas, figures: Figures, ids: Ids, languages: readonly string[]) {
  const { ground, question } = figures;
  const [a, b] = [initiativeAt(ground, ids.a), initiativeAt(ground, ids.b)];
  if (!a || !b || ids.a === ids.b) throw fault("not-found");
  // Linked by a decision: shown as they would stand apart, which is what the decision was about.
  if (a.id === b.id) return { ...pairApart(atlas, figuresOf(apartGround(atlas, ground, a), question), ids, languages), oneInitiative: a.id };
  return { ...pairApart(atlas, figures, { a: a.id, b: b.id }, languages), oneInitiative: null };
}

function pairApart(atlas: Atlas, figures: Figures, ids: Ids, languages: readonly string[]) {
  const { ground, question } = figures;
  const [a, b] = [ground.initiatives.get(ids.a), ground.initiatives.get(ids.b)];
  if (!a || !b || a.id === b.id) throw fault("not-found");
  // A pair is looked at whole, not only the part of it that falls into the picture's period.
  const index = figures.wholeIndex();
  const found = overlapsOf(index, a.id, ground.needs.length > 0 ? { needs: ground.needColumns } : {}).find((p) => index.supply.ids[p.a] === b.id || index.supply.ids[p.b] === b.id);
  if (!found) throw fault("not-found");
  const pair: Pair = {
    a: a.id, b: b.id, kind: Number.isNaN(found.contested) ? "presence" : "money", contested: found.contested, score: found.score, duplication: found.duplication, presence: found.presence,
    first: found.first, last: found.last, flags: found.flags, probability: Number.NaN,
  };
  const explanation = explainPair(index, a.id, b.id, ground.needColumns);
  const shared = pairNeed(ground, index, explanation);
  const usd = (i: ComposedInitiative) => known(i.money[question.basis].usd);
  const together = initiativeMoney([...a.moneyReports, ...b.moneyReports], { basis: question.basis }).usd;
  const ifOne = (usd(a) ?? Number.NaN) + (usd(b) ?? Number.NaN) - together;
  return {
    ...overlapItem(atlas, { ...figures, index: figures.wholeIndex }, pair, languages, explanation),
    basis: basisWord(question.basis),
    classes: pairClasses(figures, a, b, !Number.isNaN(found.duplication)),
    totals: { a: usd(a), b: usd(b) },
    rows: sideBySide(atlas, a, b, languages),
    byMonth: byMonth(explanation),
    byArea: byArea(atlas, figures, explanation, shared, languages),
    sharedGroups: sharedGroups(a, b),
    sharedParties: sharedParties(a, b),
    need: wholeNeed(figures, explanation, shared),
    ifOneUsd: known(ifOne),
    gives: { a: whatItGives(a, figures, languages), b: whatItGives(b, figures, languages) },
    reports: a.reports.length + b.reports.length,
  };
}

function byMonth(explanation: PairExplanation) {
  const months = new Map<number, { a: number; b: number }>();
  for (const p of explanation.parts) {
    for (let m = p.first; m <= p.last; m++) {
      const held = months.get(m) ?? { a: 0, b: 0 };
      months.set(m, { a: held.a + p.weight * p.a.usdPerMonth, b: held.b + p.weight * p.b.usdPerMonth });
    }
  }
  return explanation.months.map((m) => ({ month: isoMonth(m.month), a: known(months.get(m.month)?.a ?? Number.NaN), b: known(months.get(m.month)?.b ?? Number.NaN), contested: known(m.contested) }));
}

function byArea(atlas: Atlas, figures: Figures, explanation: PairExplanation, shared: ReadonlyMap<number, SharedNeed>, languages: readonly string[]) {
  const { codes } = figures.ground.areas;
  const areas = new Map<number, number>();
  for (const p of explanation.parts) areas.set(p.area, (areas.get(p.area) ?? 0) + p.contested);
  return [...areas]
    .sort((x, y) => y[1] - x[1] || x[0] - y[0])
    .map(([area, contested]) => ({ area: areaRef(atlas, codes[area] as string, languages), contestedUsd: known(contested), needUsd: known(shared.get(area)?.need ?? Number.NaN), supplyUsd: known(shared.get(area)?.supply ?? Number.NaN) }));
}

/** Null unless the need of every shared cell and month is known: then, and only then, is duplication. */
function wholeNeed(figures: Figures, explanation: PairExplanation, shared: ReadonlyMap<number, SharedNeed>): { usd: number; supplyUsd: number; from: NeedDraft[] } | null {
  const usd = [...shared.values()].reduce((sum, s) => sum + s.need, 0);
  if (shared.size === 0 || Number.isNaN(usd)) return null;
  const { codes } = figures.ground.areas;
  const lines = new Set(explanation.parts.map((p) => figures.wholeIndex().supply.lines[p.line] as string));
  const [first, last] = [Math.min(...explanation.parts.map((p) => p.first)), Math.max(...explanation.parts.map((p) => p.last))];
  const whole: Figures = { ...figures, question: { ...figures.question, first, last, lines: [...lines] } };
  const from = [...shared.keys()].flatMap((area) => needDrafts(whole, { area: codes[area] as string, line: null }).filter((n) => n.counts));
  return { usd, supplyUsd: [...shared.values()].reduce((sum, s) => sum + s.supply, 0), from };
}

/** Where duplication is told, it rests on the supply and need of the shared cells, and so on everything that may be in them. */
function pairClasses(figures: Figures, a: ComposedInitiative, b: ComposedInitiative, duplication: boolean): readonly number[] {
  const both = [...a.classIds, ...b.classIds];
  return duplication ? [...both, ...[...figures.ground.initiatives.values()].flatMap((i) => i.classIds), ...figures.ground.needs.map((n) => n.classId)] : both;
}

function whatItGives(i: ComposedInitiative, figures: Figures, languages: readonly string[]) {
  const rules = rulesOf(i, figures.wholeIndex(), figures.ground.beside);
  return {
    initiative: initiativeRef(i, languages), area: null, line: null, months: i.months.kind === "months" ? { from: isoMonth(i.months.first), to: isoMonth(i.months.last) } : null,
    usd: known(i.money[figures.question.basis].usd), share: 1, rules: i.groups === "unknown" ? [...rules, "unknown-group-half" as const] : rules,
    reports: i.reports.map((r) => r.id),
  };
}
