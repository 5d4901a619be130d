import { isoMonth } from "../../base/edtf.ts";
import { mismatch } from "../../coverage/mismatch.ts";
import { reportedMoney, totals } from "../../coverage/totals.ts";
import { type Basis, bases } from "../../coverage/basis.ts";
import type { SupplyColumns } from "../../coverage/supply-columns.ts";
import type { App } from "../app.ts";
import { onCells } from "../coordination/on-cells.ts";
import { onPairs } from "../coordination/on-pairs.ts";
import { markingOf } from "../marking-of.ts";
import type { Reader } from "../../store/open-store.ts";
import { askPicture } from "./ask-picture.ts";
import type { Atlas } from "./atlas.ts";
import type { ComposedInitiative } from "./compose-initiative.ts";
import { contentTag } from "./content-tag.ts";
import { partInMonths } from "./contribution.ts";
import { countryOf } from "./country-of.ts";
import type { Figures } from "./figures.ts";
import { ownUsd } from "./ground.ts";
import { areaRows, coverageOf, gapDrafts, type GapRow, gapItems, needAnswer, rankedGaps, supplyKnown, threatAnswer } from "./gap-item.ts";
import { keptFor } from "./kept-for.ts";
import { memberReporters, organisationNames } from "./member-reporters.ts";
import { monthSeries } from "./month-series.ts";
import { meetingsIn, overlapItem, pairCount, pairsOf } from "./overlap-item.ts";
import { basisWord, type PictureWish } from "./question.ts";
import { areaRef, countryName, known, reporterRef, titleOf } from "./references.ts";
import { shareIn } from "./share-in.ts";
import { usedClasses } from "./used-classes.ts";

const shownAtOnce = 8;
const soonMonths = 6;

/** Who works where, what is needed, where efforts meet and where none are told of: from what this viewer may see, and it says so. */
export async function readPicture(app: App, secret: string | null, wish: PictureWish, languages: readonly string[]) {
  return askPicture(app, secret, wish, { name: "picture", args: null, languages }, async ({ gaps, sentence, names, classes, sources, overlaps, ...computed }, reader) => {
    const decided = await onPairs(app, reader, overlaps.items, languages);
    const cells = await onCells(app, reader, await gapItems(reader, gaps.items, languages), languages);
    const answer = {
      ...computed,
      sentence: { ...sentence, members: (await memberReporters(reader, names)).size },
      marking: await markingOf(reader, [...classes, ...decided.classes, ...cells.classes], languages),
      gaps: { items: cells.items, total: gaps.total },
      overlaps: { items: decided.items, total: overlaps.total },
      sources: await pictureSources(app, reader, sources),
    };
    return { ...answer, etag: contentTag(answer) };
  });
}

/** All of a picture that its figures alone decide. Names of members and of sources are claims, and read anew each time. */
export function pictureFigures(atlas: Atlas, figures: Figures, _: null, languages: readonly string[]) {
  const { question: q, chosen } = figures;
  const rows = areaRows(figures);
  const gaps = keptFor(figures, "gaps", () => rankedGaps(figures));
  const pairs = pairsOf(figures);
  const needKnown = rows.some((r) => !Number.isNaN(r.need) || !Number.isNaN(r.people));
  const sum = totals(chosen.map((i) => ({ initiative: i.id, reports: i.moneyReports, known: { reported: reportedOf(i, q.basis), unique: ownUsd(i, figures.ground.beside, q.basis) } })), figures.ground.links.disputed.map(({ a, b }) => ({ a: figures.ground.links.of.get(a) ?? a, b: figures.ground.links.of.get(b) ?? b })), { basis: q.basis });
  const moved = needKnown ? mismatch(figures.gaps()).whole : Number.NaN;
  const met = pairCount(figures.overlaps(), figures.ground.areas);
  return {
    asOf: q.asOf,
    period: { from: isoMonth(q.first), to: isoMonth(q.last), why: q.periodWhy },
    basis: { basis: basisWord(q.basis), why: q.basisWhy },
    sentence: {
      reporters: new Set(chosen.flatMap((i) => i.reports.map((r) => r.reporter_key))).size, initiatives: chosen.length, overlaps: met,
      areas: rows.length, areasNoneReported: rows.filter((r) => r.state === "none-reported").length, areasNotKnown: rows.filter((r) => r.state === "not-known").length,
      areasUnderServed: needKnown ? rows.filter((r) => r.label === "under-served").length : null, needKnown,
    },
    totals: { basis: basisWord(q.basis), reported: sum.reported, unique: sum.unique, uncertain: sum.uncertain, inPeriod: inPeriod(figures), unknownBudget: sum.unknown },
    // Reports are one initiative where their identifiers are the same, or people decided so; nothing looks by itself for double reports under different ones.
    linking: "same-identifier" as const,
    besideMap: besideMap(atlas, figures, languages),
    facets: facets(atlas, figures, languages),
    cells: areaCells(atlas, figures, rows, languages),
    months: monthSeries(figures).map(({ month, supplyUsd, events, deaths }) => ({ month, supplyUsd, events, deaths })),
    gaps: { items: gapDrafts(atlas, figures, gaps.slice(0, shownAtOnce), languages), total: gaps.length },
    overlaps: { items: pairs.slice(0, shownAtOnce).map((p) => overlapItem(atlas, figures, p, languages)), total: met },
    endingSoon: endingSoon(figures, languages),
    mismatch: known(moved),
    names: organisationNames(figures),
    classes: keptFor(figures, "classes", () => usedClasses(figures)),
    sources: { threat: [...new Set(figures.ground.threat.map((t) => t.sourceId))], need: [...new Set(figures.ground.needs.flatMap((n) => n.sourceId ?? []))] },
    computedFrom: { reports: chosen.reduce((n, i) => n + i.reports.length, 0), initiatives: chosen.length },
  };
}

export function areaCells(atlas: Atlas, figures: Figures, rows: readonly GapRow[], languages: readonly string[]) {
  const { basis } = figures.question;
  const contested = new Map<string, number>();
  for (const c of figures.crowded()) {
    const code = figures.ground.areas.codes[c.area] as string;
    // Where no amount is known, what is contested is not known either: not zero.
    if (c.supply > 0) contested.set(code, (contested.get(code) ?? 0) + c.contested);
  }
  const work = new Map<string, { n: number; unknown: number }>();
  for (const i of figures.chosen) {
    for (const { area } of i.areas) {
      const w = work.get(area) ?? { n: 0, unknown: 0 };
      work.set(area, { n: w.n + 1, unknown: w.unknown + (Number.isNaN(i.money[basis].usd) ? 1 : 0) });
    }
  }
  return rows.map((row) => {
    const w = work.get(row.area) ?? { n: 0, unknown: 0 };
    const some = supplyKnown(row, { initiatives: w.n, unknownBudget: w.unknown });
    return {
      area: areaRef(atlas, row.area, languages), initiatives: w.n, supplyUsd: some ? known(row.supply) : null, unknownBudget: w.unknown,
      need: needAnswer(figures, row), threat: threatAnswer(figures, row.area), state: row.state,
      coverage: coverageOf(row, some), label: row.label,
      overlaps: meetingsIn(figures, row.area), contestedUsd: contestedOf(contested.get(row.area), w.unknown),
    };
  });
}

/** What an initiative's reports state on a basis, as added up; an initiative is the same as long as its reports are. */
function reportedOf(i: ComposedInitiative, basis: Basis): number {
  return keptFor(i, `reported ${basis}`, () => reportedMoney(i.moneyReports, { basis }));
}

/** Beside work of unknown budget a zero says nothing; any other figure is at least so much. */
function contestedOf(usd: number | undefined, unknownBudget: number): number | null {
  return usd === undefined || (usd === 0 && unknownBudget > 0) ? null : usd;
}

/** The known money that falls into the period, on the lines and in the countries asked for: on the map and beside it. USD */
function inPeriod(figures: Figures): number {
  const index = figures.index();
  const { first, last } = figures.question;
  return figures.chosen.reduce((sum, i) => {
    const at = index.supply.indexOf.get(i.id);
    return at === undefined || Number.isNaN(index.money[at] as number) ? sum : sum + (index.money[at] as number) * shareIn(figures, at) * partInMonths(index, at, first, last);
  }, 0);
}

/** Known for a country only: beside the map, never on it. */
function besideMap(atlas: Atlas, figures: Figures, languages: readonly string[]) {
  const index = figures.index();
  const { countries, first, last } = figures.question;
  const byCountry = new Map<string, { n: number; usd: number; known: boolean }>();
  for (const i of figures.chosen) {
    const at = index.supply.indexOf.get(i.id);
    for (const a of i.areas) {
      if (a.area.includes("-") || (countries.length > 0 && !countries.includes(a.area))) continue;
      const held = byCountry.get(a.area) ?? { n: 0, usd: 0, known: false };
      const usd = at === undefined ? Number.NaN : (index.money[at] as number) * a.share * linePart(index.supply, at) * partInMonths(index, at, first, last);
      byCountry.set(a.area, { n: held.n + 1, usd: held.usd + (Number.isNaN(usd) ? 0 : usd), known: held.known || !Number.isNaN(usd) });
    }
  }
  return [...byCountry].sort((x, y) => y[1].n - x[1].n || (x[0] < y[0] ? -1 : 1)).map(([code, v]) => ({ country: { code, name: countryName(atlas, code, languages) }, initiatives: v.n, usd: v.known ? v.usd : null }));
}

export function facets(atlas: Atlas, figures: Figures, languages: readonly string[]) {
  const { chosen, ground, question } = figures;
  const tally = <K>(keys: Iterable<K>, into: Map<K, number>) => {
    for (const key of new Set(keys)) into.set(key, (into.get(key) ?? 0) + 1);
  };
  const lines = new Map<string, number>();
  const reporters = new Map<string, number>();
  const countries = new Map<string, number>();
  const stated = new Map<string, number>();
  const refs = new Map<string, ReturnType<typeof reporterRef>>();
  for (const i of chosen) {
    tally(i.lines.map((l) => l.line), lines);
    tally(i.reports.map((r) => r.reporter_key), reporters);
    for (const r of i.reports) if (!refs.has(r.reporter_key)) refs.set(r.reporter_key, reporterRef(r));
    tally(i.areas.map((a) => countryOf(ground, a.area)), countries);
    tally(bases.filter((b) => !Number.isNaN(i.money[b].usd)), stated);
  }
  const byCount = <T extends { initiatives: number }>(list: T[]) => list.sort((a, b) => b.initiatives - a.initiatives);
  const other = [...ground.initiatives.values()].filter((i) => i.lines.length === 0 && i.months.kind === "months" && i.months.first <= question.last && i.months.last >= question.first).length;
  return {
    lines: ["counter-finance", "capacity", "stabilisation", "resilience"].map((line) => ({ line: line as "capacity", initiatives: lines.get(line) ?? 0 })),
    other,
    reporters: byCount([...reporters].map(([key, initiatives]) => ({ reporter: refs.get(key) as ReturnType<typeof reporterRef>, initiatives }))),
    countries: byCount([...countries].map(([code, initiatives]) => ({ code, name: countryName(atlas, code, languages), initiatives }))),
    bases: bases.map((b) => ({ basis: basisWord(b), initiatives: stated.get(b) ?? 0 })),
  };
}

/** The part of an initiative that is on the lines asked for. */
function linePart(supply: SupplyColumns, at: number): number {
  let part = 0;
  for (let l = supply.lineStart[at] as number; l < (supply.lineStart[at + 1] as number); l++) part += supply.lineShare[l] as number;
  return part;
}

/** Initiatives at work in the period that end with it or within six months of it: soon, seen from the period's end. Published ends first. */
function endingSoon(figures: Figures, languages: readonly string[]) {
  const { last } = figures.question;
  const ending = figures.chosen
    .flatMap((i) => (i.months.kind === "months" && i.months.last >= last && i.months.last <= last + soonMonths ? [{ i, ends: i.months.last, assumed: i.months.assumedEnd }] : []))
    .sort((a, b) => Number(a.assumed) - Number(b.assumed) || a.ends - b.ends || (a.i.id < b.i.id ? -1 : 1));
  return {
    total: ending.length, from: isoMonth(last), to: isoMonth(last + soonMonths),
    items: ending.slice(0, shownAtOnce).map(({ i, ends, assumed }) => ({ id: i.id, title: titleOf(i, languages), reporter: reporterRef(i.reports[0] as NonNullable<(typeof i.reports)[0]>), ends: isoMonth(ends), assumed })),
  };
}

async function pictureSources(app: App, reader: Reader, from: { readonly threat: readonly string[]; readonly need: readonly string[] }) {
  const ids = [...new Set([...from.threat, ...from.need])];
  const rows = ids.length === 0 ? [] : await reader.db.selectFrom("source").select(["id", "title", "licence", "url"]).where("id", "in", ids).execute();
  const needs = new Set(from.need);
  return [
    ...rows.map((s) => ({ what: needs.has(s.id) ? ("need" as const) : ("threat" as const), title: s.title, licence: s.licence, url: s.url !== null && URL.canParse(s.url) ? s.url : null })),
    { what: "areas" as const, title: app.areas.title, licence: null, url: null },
  ];
}
