import { isoMonth } from "../../base/edtf.ts";
import { fault } from "../../base/errors.ts";
import { crowding } from "../../coverage/crowding.ts";
import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import type { Reader } from "../../store/open-store.ts";
import { askPicture } from "./ask-picture.ts";
import { type Contribution, contributionTo } from "./contribution.ts";
import type { Figures } from "./figures.ts";
import { areaRows, cellRows, gapItems } from "./gap-item.ts";
import { basisWord, type PictureWish } from "./question.ts";
import { monthSeries } from "./month-series.ts";
import { needFrom } from "./need-from.ts";
import { known } from "./references.ts";
import { reportRefs } from "./report-refs.ts";

/** One cell, opened: an area and a line (null: all lines), month by month, with what each initiative puts there. @throws not-found */
export async function readGapCell(app: App, secret: string | null, cell: { readonly area: string; readonly line: string | null }, wish: PictureWish, languages: readonly string[]) {
  const country = app.areas.byCode.get(cell.area)?.country;
  if (country === undefined) throw fault("not-found");
  return askPicture(app, secret, { ...wish, country }, async (figures, reader) => {
    const row = (cell.line === null ? areaRows(figures) : cellRows(figures)).find((r) => r.area === cell.area && r.line === cell.line);
    if (!row) throw fault("not-found");
    const [item] = await gapItems(app, reader, figures, [row], languages);
    const contributions = await contributionsTo(app, reader, figures, cell, languages);
    const { question: q } = figures;
    const used = [...figures.chosen.filter((i) => i.areas.some((a) => a.area === cell.area)).flatMap((i) => i.classIds), ...figures.ground.needs.filter((n) => n.area === cell.area).map((n) => n.classId)];
    return {
      ...(item as NonNullable<typeof item>),
      basis: basisWord(q.basis), marking: await markingOf(reader, used, languages), period: { from: isoMonth(q.first), to: isoMonth(q.last) },
      byMonth: monthSeries(figures, cell).map(({ month, needUsd, supplyUsd, events }) => ({ month, needUsd, supplyUsd, events })),
      contributions,
      needFrom: await needFrom(reader, figures, cell, languages),
      effectiveActors: cell.line === null ? null : known(crowding(figures.index(), cell.area, cell.line, q.first, q.last).effectiveActors),
    };
  });
}

/** What is at work in a cell in the period, largest first; unknown money after. */
export async function contributionsTo(app: App, reader: Reader, figures: Figures, cell: { readonly area: string; readonly line: string | null }, languages: readonly string[]): Promise<Contribution[]> {
  const here = figures.chosen.filter((i) => i.areas.some((a) => a.area === cell.area) && (cell.line === null || i.lines.some((l) => l.line === cell.line)));
  const refs = await reportRefs(reader, here.flatMap((i) => i.reports.map((r) => r.id)), languages);
  const { first, last } = figures.question;
  return here
    .map((i) => contributionTo(app, figures.index(), i, { ...cell, first, last }, refs, languages))
    .filter((c): c is Contribution => c !== null)
    .sort((a, b) => Number(a.usd === null) - Number(b.usd === null) || (b.usd ?? 0) - (a.usd ?? 0) || (a.initiative.id < b.initiative.id ? -1 : 1));
}
