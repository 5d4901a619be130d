import { isoMonth } from "../../base/edtf.ts";
import { fault } from "../../base/errors.ts";
import type { App } from "../app.ts";
import { onCells } from "../coordination/on-cells.ts";
import { onPairs } from "../coordination/on-pairs.ts";
import { markingOf } from "../marking-of.ts";
import { askPicture } from "./ask-picture.ts";
import type { Atlas } from "./atlas.ts";
import { withReports } from "./contribution.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { areaRows, cellRows, gapDrafts, gapItems } from "./gap-item.ts";
import { monthSeries } from "./month-series.ts";
import { needDrafts, needFrom } from "./need-from.ts";
import { meetingsIn, overlapItem, pairsOf } from "./overlap-item.ts";
import { askedCountries, basisWord, type PictureWish } from "./question.ts";
import { contributionsTo } from "./read-gap-cell.ts";
import { areaCells } from "./read-picture.ts";
import { areaRef } from "./references.ts";
import { sharedAreas } from "./shared-areas.ts";

const shownAtOnce = 20;

/** An area's page: what is at work there, on which lines, what meets, what is needed. @throws not-found */
export async function readArea(app: App, secret: string | null, code: string, wish: PictureWish, languages: readonly string[]) {
  const area = app.areas.byCode.get(code);
  if (!area || area.level !== 1) throw fault("not-found");
  return askPicture(app, secret, { ...wish, country: area.country }, { name: "area", args: { code, country: area.country, countries: wish.country }, languages }, async ({ lines, classes, contributions, needs, overlaps, ...rest }, reader) => {
    const decided = await onPairs(app, reader, overlaps.items, languages);
    const cells = await onCells(app, reader, await gapItems(reader, lines, languages), languages);
    return {
      ...rest,
      overlaps: { items: decided.items, total: overlaps.total },
      boundaries: { title: app.areas.title, date: null },
      marking: await markingOf(reader, [...classes, ...decided.classes, ...cells.classes], languages),
      lines: cells.items.map((l) => ({ ...l, line: l.line as NonNullable<typeof l.line> })),
      contributions: await withReports(reader, contributions, languages),
      needFrom: (await needFrom(reader, needs, languages)).map(({ source, note }) => ({ source, note })),
    };
  });
}

/** All of an area's page that its figures decide. @throws not-found */
export function areaFigures(atlas: Atlas, figures: Figures, { code, country, countries }: { readonly code: string; readonly country: string; readonly countries?: PictureWish["country"] }, languages: readonly string[]) {
  const { question: q } = figures;
  // A rank is one among all that the reader asked of, here as in the lists; where no work is told of in the whole country, one among its areas.
  const asked = figuresOf(figures.ground, { ...q, countries: askedCountries(countries) });
  const ranked = areaRows(asked).some((r) => r.area === code) ? asked : figures;
  const row = areaRows(ranked).find((r) => r.area === code);
  if (!row) throw fault("not-found");
  const pairs = pairsOf(figures).filter((p) => sharedAreas(figures, p.a, p.b).includes(code));
  const [cell] = areaCells(atlas, ranked, [row], languages);
  const neighbours = [...atlas.areas.byCode.values()].filter((a) => a.country === country && a.level === 1 && a.code !== code);
  return {
    area: areaRef(atlas, code, languages),
    basis: basisWord(q.basis), period: { from: isoMonth(q.first), to: isoMonth(q.last) },
    classes: [...figures.chosen.filter((i) => i.areas.some((a) => a.area === code)).flatMap((i) => i.classIds), ...[...figures.ground.needs, ...figures.ground.none].filter((n) => n.area === code).map((n) => n.classId)],
    cell: cell as NonNullable<typeof cell>,
    lines: gapDrafts(atlas, ranked, cellRows(ranked).filter((r) => r.area === code), languages),
    byMonth: monthSeries(figures, { area: code, line: null }),
    contributions: contributionsTo(atlas, figures, { area: code, line: null }, languages),
    overlaps: { items: pairs.slice(0, shownAtOnce).map((p) => overlapItem(atlas, figures, p, languages)), total: meetingsIn(figures, code) },
    neighbours: neighbours.map((a) => areaRef(atlas, a.code, languages)),
    needs: needDrafts(figures, { area: code, line: null }),
  };
}
