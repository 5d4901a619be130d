import { isoMonth } from "../../base/edtf.ts";
import { fault } from "../../base/errors.ts";
import { crowding } from "../../coverage/crowding.ts";
import type { App } from "../app.ts";
import { onCell } from "../coordination/on-cells.ts";
import { markingOf } from "../marking-of.ts";
import { askPicture } from "./ask-picture.ts";
import type { Atlas } from "./atlas.ts";
import { type ContributionDraft, contributionTo, withReports } from "./contribution.ts";
import type { Figures } from "./figures.ts";
import { areaRows, cellRows, gapDrafts, gapItems } from "./gap-item.ts";
import { basisWord, type PictureWish } from "./question.ts";
import { monthSeries } from "./month-series.ts";
import { needDrafts, needFrom } from "./need-from.ts";
import { known } from "./references.ts";

type CellWish = { readonly area: string; readonly line: string | null };

/** One cell, opened: an area and a line (null: all lines), month by month, with what each initiative puts there. @throws not-found */
export async function readGapCell(app: App, secret: string | null, cell: CellWish, wish: PictureWish, languages: readonly string[]) {
  const country = app.areas.byCode.get(cell.area)?.country;
  if (country === undefined) throw fault("not-found");
  return askPicture(app, secret, { ...wish, country }, { name: "gapCell", args: cell, languages }, async ({ item, classes, contributions, needs, ...rest }, reader) => {
    const [shown] = await gapItems(reader, [item], languages);
    const { classes: decidedClasses, ...decided } = await onCell(app, reader, cell, languages);
    return {
      ...(shown as NonNullable<typeof shown>), ...rest,
      ...decided,
      marking: await markingOf(reader, [...classes, ...decidedClasses], languages),
      contributions: await withReports(reader, contributions, languages),
      needFrom: await needFrom(reader, needs, languages),
    };
  });
}

/** All of a cell that its figures decide. @throws not-found */
export function gapCellFigures(atlas: Atlas, figures: Figures, cell: CellWish, languages: readonly string[]) {
  const row = (cell.line === null ? areaRows(figures) : cellRows(figures)).find((r) => r.area === cell.area && r.line === cell.line);
  if (!row) throw fault("not-found");
  const [item] = gapDrafts(atlas, figures, [row], languages);
  const { question: q } = figures;
  return {
    item: item as NonNullable<typeof item>,
    basis: basisWord(q.basis), period: { from: isoMonth(q.first), to: isoMonth(q.last) },
    classes: [...figures.chosen.filter((i) => i.areas.some((a) => a.area === cell.area)).flatMap((i) => i.classIds), ...[...figures.ground.needs, ...figures.ground.none].filter((n) => n.area === cell.area).map((n) => n.classId)],
    byMonth: monthSeries(figures, cell).map(({ month, needUsd, supplyUsd, events }) => ({ month, needUsd, supplyUsd, events })),
    contributions: contributionsTo(atlas, figures, cell, languages),
    needs: needDrafts(figures, cell),
    effectiveActors: cell.line === null ? null : known(crowding(figures.index(), cell.area, cell.line, q.first, q.last).effectiveActors),
  };
}

/** What is at work in a cell in the period, largest first; unknown money after. */
export function contributionsTo(atlas: Atlas, figures: Figures, cell: CellWish, languages: readonly string[]): ContributionDraft[] {
  const here = figures.chosen.filter((i) => i.areas.some((a) => a.area === cell.area) && (cell.line === null || i.lines.some((l) => l.line === cell.line)));
  const { first, last } = figures.question;
  return here
    .map((i) => contributionTo(atlas, figures.index(), i, { ...cell, first, last }, figures.ground.beside, languages))
    .filter((c): c is ContributionDraft => c !== null)
    .sort((a, b) => Number(a.usd === null) - Number(b.usd === null) || (b.usd ?? 0) - (a.usd ?? 0) || (a.initiative.id < b.initiative.id ? -1 : 1));
}
