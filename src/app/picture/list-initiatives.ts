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
    const items = rows.map(({ classIds, ...row }) => ({ ...row, tlp: `TLP:${tlps[Math.max(0, ...classIds.map((id) => of.get(String(id)) ?? 4))] ?? "RED"}` as const }));
    return { items, ...rest, marking: await markingOf(reader, classes, languages) };
  });
}

/** A page of the list: the rows from the cursor's on, and counts of all that were found. */
export function listFigures(atlas: Atlas, figures: Figures, ask: InitiativeAsk, languages: readonly string[]) {
  if (ask.from !== undefined && ask.to !== undefined && ask.to < ask.from) throw fault("bad-input", { path: "to", found: `${ask.from} to ${ask.to}`, expected: "an end not before the start" });
  const tlpOf = new Map(ask.tlpOf);
  const { rows } = listColumns(figures.ground);
  const { cursor, limit, sort, ...filter } = ask;
  const { found, total, facets } = keptFor(figures, `found ${languages.join()} ${JSON.stringify(filter)}`, () => {
    const marks = matching(figures, ask, tlpOf, tlps);
    return { found: marks, total: marks.reduce((n, mark) => n + mark, 0), facets: facetsOf(atlas, figures, marks, tlpOf, languages) };
  });
  const from = Math.max(0, Number.parseInt(cursor ?? "0", 10) || 0);
  const shown: ComposedInitiative[] = [];
  let at = 0;
  for (const row of orderOf(atlas, figures, sort, languages, tlpOf)) {
    if (found[row] === 0) continue;
    if (at >= from) shown.push(rows[row] as ComposedInitiative);
    if (++at >= from + limit) break;
  }
  const { basis } = figures.question;
  return {
    rows: shown.map((i) => ({
      ...initiativeRef(i, languages),
      usd: known(i.money[basis].usd),
      countries: [...new Set(i.areas.map((a) => countryOf(figures.ground, a.area)))].map((code) => ({ code, name: countryName(atlas, code, languages) })),
      areas: i.areas.filter((a) => a.area.includes("-")).map((a) => areaRef(atlas, a.area, languages)),
      status: i.reports.find((r) => r.status !== null)?.status ?? null,
      reports: i.reports.length, overlaps: meetingsOf(figures, i.id), updated: updatedOf(i), classIds: i.classIds,
    })),
    total, next: from + limit < total ? String(from + limit) : null, basis: basisWord(basis), classes: [...new Set(shown.flatMap((i) => i.classIds))], facets,
  };
}

function updatedOf(i: ComposedInitiative): string | null {
  const last = i.reports.reduce((most, r) => Math.max(most, r.version_at?.getTime() ?? 0), 0);
  return last === 0 ? null : new Date(last).toISOString().slice(0, 10);
}
