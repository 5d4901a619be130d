import { fault } from "../../base/errors.ts";
import { tlps } from "../../marking/tlp.ts";
import { classMarkings } from "../../store/queries/classes.ts";
import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import { askPicture } from "./ask-picture.ts";
import type { Atlas } from "./atlas.ts";
import type { ComposedInitiative } from "./compose-initiative.ts";
import { countryOf } from "./country-of.ts";
import type { Figures } from "./figures.ts";
import { keptFor } from "./kept-for.ts";
import { listColumns } from "./list-columns.ts";
import { facetsOf } from "./list-facets.ts";
import { type ListFilter, matching } from "./list-filter.ts";
import { type ListSort, orderOf } from "./list-order.ts";
import { meetingsOf } from "./overlap-item.ts";
import { basisWord, type BasisWord } from "./question.ts";
import { areaRef, countryName, initiativeRef, known } from "./references.ts";

export type InitiativeWish = ListFilter & {
  readonly asOf?: string | undefined; readonly basis?: BasisWord | undefined; readonly sort: ListSort; readonly cursor?: string | undefined; readonly limit: number;
};
/** The marking of each class that the viewer may read, beside what they wish. */
export type InitiativeAsk = InitiativeWish & { readonly tlpOf: readonly (readonly [classId: string, tlp: number])[] };

/**
 * All initiatives of the viewer, whether they take part in a picture or not; months only where they are asked for.
 * @throws bad-input
 */
export async function listInitiatives(app: App, secret: string | null, wish: InitiativeWish, languages: readonly string[]) {
  const tlpOf = (await app.store.read(secret, classMarkings)).map(({ id, tlp }) => [String(id), tlp] as const);
  const of = new Map(tlpOf);
  return askPicture(app, secret, { asOf: wish.asOf, basis: wish.basis }, { name: "initiatives", args: { ...wish, tlpOf }, languages }, async ({ rows, classes, ...rest }, reader) => {
    return { items: rows.map((row) => marked(row, of)), ...rest, marking: await markingOf(reader, classes, languages) };
  });
}

/** A row with the marking of its reports together in place of their classes; of a class that is not told, the highest. */
export function marked<R extends { readonly classIds: readonly number[] }>({ classIds, ...row }: R, tlpOf: ReadonlyMap<string, number>) {
  return { ...row, tlp: `TLP:${tlps[Math.max(0, ...classIds.map((id) => tlpOf.get(String(id)) ?? 4))] ?? "RED"}` as const };
}

/** A page of the list: the rows from the cursor's on, and counts of all that were found. */
export function listFigures(atlas: Atlas, figures: Figures, ask: InitiativeAsk, languages: readonly string[]) {
  const tlpOf = new Map(ask.tlpOf);
  const { cursor, limit, sort, ...filter } = ask;
  const found = foundRows(figures, ask);
  const { total, facets } = keptFor(figures, `counts ${languages.join()} ${JSON.stringify(filter)}`, () => ({ total: found.reduce((n, mark) => n + mark, 0), facets: facetsOf(atlas, figures, found, tlpOf, languages) }));
  const from = Math.max(0, Number.parseInt(cursor ?? "0", 10) || 0);
  const shown = [...inOrder(atlas, figures, found, sort, languages, tlpOf, from, limit)];
  return {
    rows: shown.map((i) => listRow(atlas, figures, i, languages)),
    total, next: from + limit < total ? String(from + limit) : null, basis: basisWord(figures.question.basis), classes: [...new Set(shown.flatMap((i) => i.classIds))], facets,
  };
}

/** Marks what the filter finds. @throws bad-input */
export function foundRows(figures: Figures, ask: Omit<InitiativeAsk, "limit">): Uint8Array {
  if (ask.from !== undefined && ask.to !== undefined && ask.to < ask.from) throw fault("bad-input", { path: "to", found: `${ask.from} to ${ask.to}`, expected: "an end not before the start" });
  const { cursor: _, sort: __, ...filter } = ask;
  return keptFor(figures, `found ${JSON.stringify({ ...filter, limit: undefined })}`, () => matching(figures, ask, new Map(ask.tlpOf), tlps));
}

/** Found rows in order, from the one of that number on, at most so many. */
export function* inOrder(atlas: Atlas, figures: Figures, found: Uint8Array, sort: ListSort, languages: readonly string[], tlpOf: ReadonlyMap<string, number>, from = 0, most = Number.POSITIVE_INFINITY): Generator<ComposedInitiative> {
  const { rows } = listColumns(figures.ground);
  let at = 0;
  for (const row of orderOf(atlas, figures, sort, languages, tlpOf)) {
    if (found[row] === 0) continue;
    if (at >= from) yield rows[row] as ComposedInitiative;
    if (++at >= from + most) return;
  }
}

/** All that a list can show of an initiative. */
export function listRow(atlas: Atlas, figures: Figures, i: ComposedInitiative, languages: readonly string[]) {
  return {
    ...initiativeRef(i, languages),
    usd: known(i.money[figures.question.basis].usd),
    countries: [...new Set(i.areas.map((a) => countryOf(figures.ground, a.area)))].map((code) => ({ code, name: countryName(atlas, code, languages) })),
    areas: i.areas.filter((a) => a.area.includes("-")).map((a) => areaRef(atlas, a.area, languages)),
    status: i.reports.find((r) => r.status !== null)?.status ?? null,
    reports: i.reports.length, overlaps: meetingsOf(figures, i.id), updated: updatedOf(i), classIds: i.classIds,
  };
}

function updatedOf(i: ComposedInitiative): string | null {
  const last = i.reports.reduce((most, r) => Math.max(most, r.version_at?.getTime() ?? 0), 0);
  return last === 0 ? null : new Date(last).toISOString().slice(0, 10);
}
