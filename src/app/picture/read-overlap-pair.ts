import { isoMonth } from "../../base/edtf.ts";
import { fault } from "../../base/errors.ts";
import { explainPair, type PairExplanation } from "../../coverage/explain.ts";
import { initiativeMoney } from "../../coverage/money-rules.ts";
import { overlapsOf } from "../../coverage/overlap.ts";
import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import type { Words } from "../words.ts";
import { askPicture } from "./ask-picture.ts";
import type { ComposedInitiative } from "./compose-initiative.ts";
import { rulesOf } from "./contribution.ts";
import type { Figures } from "./figures.ts";
import { overlapItem, type Pair } from "./overlap-item.ts";
import { basisWord, type PictureWish } from "./question.ts";
import { areaRef, initiativeRef, known, organisationRef, type ReportRef } from "./references.ts";
import { reportRefs } from "./report-refs.ts";

/** Two initiatives side by side, and every figure of theirs down to the reports. @throws not-found when either may not be seen, or they do not meet */
export async function readOverlapPair(app: App, secret: string | null, ids: { readonly a: string; readonly b: string }, wish: PictureWish, languages: readonly string[]) {
  return askPicture(app, secret, { basis: wish.basis, asOf: wish.asOf }, async (figures, reader) => {
    const { ground, question } = figures;
    const [a, b] = [ground.initiatives.get(ids.a), ground.initiatives.get(ids.b)];
    if (!a || !b || a.id === b.id) throw fault("not-found");
    // A pair is looked at whole, not only the part of it that falls into the picture's period.
    const index = figures.wholeIndex();
    const found = overlapsOf(index, a.id, ground.needs.length > 0 ? { needs: ground.needColumns } : {}).find((p) => index.supply.ids[p.a] === b.id || index.supply.ids[p.b] === b.id);
    if (!found) throw fault("not-found");
    const pair: Pair = {
      a: a.id, b: b.id, kind: Number.isNaN(found.contested) ? "presence" : "money", contested: found.contested, score: found.score, duplication: found.duplication, presence: found.presence,
      first: found.first, last: found.last, probability: Number.NaN,
    };
    const explanation = explainPair(index, a.id, b.id, ground.needColumns);
    const refs = await reportRefs(reader, [...a.reports, ...b.reports].map((r) => r.id), languages);
    const usd = (i: ComposedInitiative) => known(i.money[question.basis].usd);
    const together = initiativeMoney([...a.moneyReports, ...b.moneyReports], { basis: question.basis }).usd;
    const ifOne = (usd(a) ?? Number.NaN) + (usd(b) ?? Number.NaN) - together;
    return {
      ...overlapItem(app, { ...figures, index: figures.wholeIndex }, pair, languages, explanation),
      basis: basisWord(question.basis),
      marking: await markingOf(reader, [...a.classIds, ...b.classIds], languages),
      totals: { a: usd(a), b: usd(b) },
      rows: sideBySide(app, a, b, languages),
      byMonth: byMonth(explanation),
      byArea: byArea(app, figures, explanation, languages),
      sharedGroups: sharedGroups(a, b),
      sharedParties: sharedParties(a, b),
      need: null,
      ifOneUsd: known(ifOne),
      contributions: { a: [whatItGives(a, figures, refs, languages)], b: [whatItGives(b, figures, refs, languages)] },
      reports: a.reports.length + b.reports.length,
      mayDecide: false,
    };
  });
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

function byArea(app: App, figures: Figures, explanation: PairExplanation, languages: readonly string[]) {
  const { codes } = figures.ground.areas;
  const areas = new Map<number, number>();
  for (const p of explanation.parts) areas.set(p.area, (areas.get(p.area) ?? 0) + p.contested);
  return [...areas].sort((x, y) => y[1] - x[1] || x[0] - y[0]).map(([area, contested]) => ({ area: areaRef(app, codes[area] as string, languages), contestedUsd: known(contested), needUsd: null, supplyUsd: null }));
}

type Row = { field: "lines" | "areas" | "groups" | "months" | "money" | "implementers" | "funders" | "status"; a: Side; b: Side; shared: boolean };
type Side = { value: Words[] | null; state: "one" | "agree" | "differ" | "unknown"; claimsHref: null; sources: number };

function sideBySide(app: App, a: ComposedInitiative, b: ComposedInitiative, languages: readonly string[]): Row[] {
  const plain = (text: string): Words => ({ text, language: "und" });
  const side = (i: ComposedInitiative, values: readonly Words[]): Side => ({
    value: values.length === 0 ? null : [...values], state: values.length === 0 ? "unknown" : i.reports.length === 1 ? "one" : "agree", claimsHref: null, sources: i.reports.length,
  });
  const row = (field: Row["field"], of: (i: ComposedInitiative) => readonly Words[]): Row => {
    const [x, y] = [of(a), of(b)];
    return { field, a: side(a, x), b: side(b, y), shared: x.some((v) => y.some((w) => w.text === v.text)) };
  };
  const months = (i: ComposedInitiative) => (i.months.kind === "months" ? [plain(`${isoMonth(i.months.first)}/${isoMonth(i.months.last)}`)] : []);
  return [
    row("lines", (i) => i.lines.map((l) => plain(l.line))),
    row("areas", (i) => i.areas.map((x) => areaRef(app, x.area, languages).name)),
    row("groups", (i) => (typeof i.groups === "string" ? (i.groups === "everyone" ? [plain("everyone")] : []) : i.groups.map(plain))),
    { ...row("months", months), shared: true },
    row("implementers", (i) => partyNames(i, "implementing").map(plain)),
    row("funders", (i) => partyNames(i, "funding").map(plain)),
    row("status", (i) => [...new Set(i.reports.flatMap((r) => (r.status === null ? [] : [r.status])))].map(plain)),
  ];
}

function partyNames(i: ComposedInitiative, role: "implementing" | "funding"): readonly string[] {
  return [...new Set(i.reports.flatMap((r) => (role === "implementing" ? r.implementers : r.funders)))];
}

function sharedGroups(a: ComposedInitiative, b: ComposedInitiative) {
  if (typeof a.groups === "string" || typeof b.groups === "string") return [];
  const other = new Set(b.groups);
  return a.groups.filter((g) => other.has(g)).map((group) => ({ group, name: { text: group, language: "und" } }));
}

function sharedParties(a: ComposedInitiative, b: ComposedInitiative) {
  const roles = (i: ComposedInitiative) => new Map([...partyNames(i, "funding").map((k) => [k, "funding"] as const), ...partyNames(i, "implementing").map((k) => [k, "implementing"] as const)]);
  const [x, y] = [roles(a), roles(b)];
  return [...x].flatMap(([key, roleInA]) => {
    const roleInB = y.get(key);
    return roleInB === undefined ? [] : [{ party: organisationRef(key, null, key), roleInA, roleInB }];
  });
}

function whatItGives(i: ComposedInitiative, figures: Figures, refs: ReadonlyMap<string, ReportRef>, languages: readonly string[]) {
  const rules = rulesOf(i, figures.wholeIndex());
  return {
    initiative: initiativeRef(i, languages), area: null, line: null, months: i.months.kind === "months" ? { from: isoMonth(i.months.first), to: isoMonth(i.months.last) } : null,
    usd: known(i.money[figures.question.basis].usd), share: 1, rules: i.groups === "unknown" ? [...rules, "unknown-group-half" as const] : rules,
    reports: i.reports.map((r) => refs.get(r.id)).filter((r): r is ReportRef => r !== undefined),
  };
}
