import { normaliseName } from "../../base/names.ts";
import { tlps } from "../../marking/tlp.ts";
import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import type { Reader } from "../../store/open-store.ts";
import { askPicture, pageOf } from "./ask-picture.ts";
import type { ComposedInitiative } from "./compose-initiative.ts";
import { countryOf } from "./country-of.ts";
import type { Atlas } from "./atlas.ts";
import { keptFor } from "./kept-for.ts";
import type { Figures } from "./figures.ts";
import { meetingsOf } from "./overlap-item.ts";
import { basisWord, type PictureWish } from "./question.ts";
import { areaRef, countryName, initiativeRef, known, reporterId, reporterRef, titleOf } from "./references.ts";

export type InitiativeWish = Omit<PictureWish, "line"> & {
  readonly line?: string | readonly string[] | undefined; readonly area?: string | undefined; readonly q?: string | undefined; readonly budget?: "known" | "unknown" | undefined;
  readonly status?: string | undefined; readonly sort: "title" | "-money" | "end" | "-updated"; readonly cursor?: string | undefined; readonly limit: number;
};

/** All initiatives of the viewer, whether they take part in a picture or not; months only where they are asked for. */
export async function listInitiatives(app: App, secret: string | null, wish: InitiativeWish, languages: readonly string[]) {
  return askPicture(app, secret, { asOf: wish.asOf, from: wish.from, to: wish.to, basis: wish.basis }, { name: "initiatives", args: wish, languages }, async ({ rows, classes, ...rest }, reader) => {
    const highest = await highestTlp(reader, classes);
    return { items: rows.map(({ classIds, ...row }) => ({ ...row, tlp: highest(classIds) })), ...rest, marking: await markingOf(reader, classes, languages) };
  });
}

/** A page of the list. What was found and in which order is kept for the pages that follow. */
export function listFigures(atlas: Atlas, figures: Figures, wish: InitiativeWish, languages: readonly string[]) {
  const { cursor: _, limit: __, sort, ...filter } = wish;
  const { sorted, facets } = keptFor(figures, `list ${sort} ${languages.join()} ${JSON.stringify(filter)}`, () => {
    const found = keptFor(figures, `found ${JSON.stringify(filter)}`, () => find(figures, wish));
    return { sorted: order(figures, found, sort, languages), facets: facetsOf(atlas, figures, found, languages) };
  });
  const { rows, next } = pageOf(sorted, wish);
  return {
    rows: rows.map((i) => ({
      ...initiativeRef(i, languages),
      usd: known(i.money[figures.question.basis].usd),
      countries: [...new Set(i.areas.map((a) => countryOf(figures.ground, a.area)))].map((code) => ({ code, name: countryName(atlas, code, languages) })),
      areas: i.areas.filter((a) => a.area.includes("-")).map((a) => areaRef(atlas, a.area, languages)),
      status: i.reports.find((r) => r.status !== null)?.status ?? null,
      reports: i.reports.length, overlaps: meetingsOf(figures, i.id), updated: updatedOf(i), classIds: i.classIds,
    })),
    total: sorted.length, next, basis: basisWord(figures.question.basis), classes: [...new Set(rows.flatMap((i) => i.classIds))], facets,
  };
}

function find(figures: Figures, wish: InitiativeWish): readonly ComposedInitiative[] {
  const asked = wish.from !== undefined || wish.to !== undefined;
  return [...figures.ground.initiatives.values()].filter((i) => matches(figures, i, wish, wish.line, asked));
}

function matches(figures: Figures, i: ComposedInitiative, w: InitiativeWish, line: InitiativeWish["line"], asked: boolean): boolean {
  const { question: q, ground } = figures;
  const any = (value: string | readonly string[] | undefined) => (value === undefined ? [] : typeof value === "string" ? [value] : value);
  const lines = any(line);
  if (lines.length > 0 && !(i.lines.length === 0 ? lines.includes("other") : i.lines.some((l) => lines.includes(l.line)))) return false;
  if (asked && (i.months.kind !== "months" || i.months.first > q.last || i.months.last < q.first)) return false;
  const members = any(w.member);
  if (members.length > 0 && !i.reports.some((r) => members.includes(reporterId(r.reporter_key)))) return false;
  const countries = any(w.country).map((c) => c.toUpperCase());
  if (countries.length > 0 && !i.areas.some((a) => countries.includes(countryOf(ground, a.area)))) return false;
  if (w.area !== undefined && !i.areas.some((a) => a.area === w.area)) return false;
  if (w.budget !== undefined && Number.isNaN(i.money[q.basis].usd) !== (w.budget === "unknown")) return false;
  if (w.status !== undefined && !i.reports.some((r) => r.status === w.status)) return false;
  if (w.q === undefined || w.q.trim() === "") return true;
  const wanted = normaliseName(w.q).split(" ");
  const text = keptFor(i, "text", () => normaliseName(i.reports.map((r) => [r.identifier, r.reporter_name ?? "", ...Object.values(r.titles), ...r.funders, ...r.implementers].join(" ")).join(" ")));
  return wanted.every((word) => text.includes(word));
}

function order(figures: Figures, list: readonly ComposedInitiative[], sort: InitiativeWish["sort"], languages: readonly string[]): readonly ComposedInitiative[] {
  const { basis } = figures.question;
  const usd = (i: ComposedInitiative) => (Number.isNaN(i.money[basis].usd) ? -1 : i.money[basis].usd);
  const end = (i: ComposedInitiative) => (i.months.kind === "months" ? i.months.last : Number.POSITIVE_INFINITY);
  const byId = (a: ComposedInitiative, b: ComposedInitiative) => (a.id < b.id ? -1 : 1);
  if (sort === "title") {
    const collator = new Intl.Collator([languages[0] ?? "en"]);
    const rank = keptFor(figures.ground, `by title ${languages.join()}`, () => {
      const all = [...figures.ground.initiatives.values()].map((i) => ({ i, title: titleOf(i, languages).text })).sort((a, b) => collator.compare(a.title, b.title) || byId(a.i, b.i));
      return new Map(all.map(({ i }, at) => [i, at]));
    });
    return [...list].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
  }
  if (sort === "end") return [...list].sort((a, b) => end(a) - end(b) || byId(a, b));
  if (sort === "-updated") return [...list].sort((a, b) => ((updatedOf(b) ?? "") < (updatedOf(a) ?? "") ? -1 : (updatedOf(b) ?? "") > (updatedOf(a) ?? "") ? 1 : byId(a, b)));
  return [...list].sort((a, b) => usd(b) - usd(a) || byId(a, b));
}

function updatedOf(i: ComposedInitiative): string | null {
  const last = i.reports.reduce((most, r) => Math.max(most, r.version_at?.getTime() ?? 0), 0);
  return last === 0 ? null : new Date(last).toISOString().slice(0, 10);
}

async function highestTlp(reader: Reader, ids: readonly number[]) {
  const classes = ids.length === 0 ? [] : await reader.db.selectFrom("visibility_class").select(["id", "tlp"]).where("id", "in", ids).execute();
  const rank = new Map(classes.map((c) => [c.id, c.tlp]));
  return (of: readonly number[]) => `TLP:${tlps[Math.max(0, ...of.map((id) => rank.get(id) ?? 4))] ?? "RED"}` as const;
}

function facetsOf(atlas: Atlas, figures: Figures, found: readonly ComposedInitiative[], languages: readonly string[]) {
  const lines = new Map<string, number>();
  const reporters = new Map<string, { ref: ReturnType<typeof reporterRef>; n: number }>();
  const countries = new Map<string, number>();
  let stated = 0;
  for (const i of found) {
    for (const l of i.lines.length === 0 ? ["other"] : i.lines.map((x) => x.line)) lines.set(l, (lines.get(l) ?? 0) + 1);
    for (const r of new Map(i.reports.map((x) => [x.reporter_key, x])).values()) {
      const held = reporters.get(r.reporter_key) ?? { ref: reporterRef(r), n: 0 };
      reporters.set(r.reporter_key, { ...held, n: held.n + 1 });
    }
    for (const c of new Set(i.areas.map((a) => countryOf(figures.ground, a.area)))) countries.set(c, (countries.get(c) ?? 0) + 1);
    if (!Number.isNaN(i.money[figures.question.basis].usd)) stated++;
  }
  const byCount = <T extends { initiatives: number }>(list: T[]) => list.sort((a, b) => b.initiatives - a.initiatives);
  return {
    lines: byCount([...lines].map(([line, initiatives]) => ({ line: line as "other", initiatives }))),
    reporters: byCount([...reporters.values()].map(({ ref, n }) => ({ reporter: ref, initiatives: n }))),
    countries: byCount([...countries].map(([code, initiatives]) => ({ code, name: countryName(atlas, code, languages), initiatives }))),
    budget: { known: stated, unknown: found.length - stated },
  };
}

