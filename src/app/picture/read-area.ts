import { isoMonth } from "../../base/edtf.ts";
import { fault } from "../../base/errors.ts";
import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import { askPicture } from "./ask-picture.ts";
import { areaRows, cellRows, gapItems } from "./gap-item.ts";
import { monthSeries } from "./month-series.ts";
import { needFrom } from "./need-from.ts";
import { overlapItem, pairsOf } from "./overlap-item.ts";
import { basisWord, type PictureWish } from "./question.ts";
import { contributionsTo } from "./read-gap-cell.ts";
import { areaCells } from "./read-picture.ts";
import { areaRef } from "./references.ts";
import { sharedAreas } from "./shared-areas.ts";

const shownAtOnce = 20;

/** An area's page: what is at work there, on which lines, what meets, what is needed. @throws not-found */
export async function readArea(app: App, secret: string | null, code: string, wish: PictureWish, languages: readonly string[]) {
  const area = app.areas.byCode.get(code);
  if (!area || area.level !== 1) throw fault("not-found");
  return askPicture(app, secret, { ...wish, country: area.country }, async (figures, reader) => {
    const { question: q } = figures;
    const row = areaRows(figures).find((r) => r.area === code);
    if (!row) throw fault("not-found");
    const pairs = pairsOf(figures).filter((p) => sharedAreas(figures, p.a, p.b).includes(code));
    const [cell] = areaCells(app, figures, [row], new Map([[code, pairs.length]]), languages);
    const lines = await gapItems(app, reader, figures, cellRows(figures).filter((r) => r.area === code), languages);
    const used = [...figures.chosen.filter((i) => i.areas.some((a) => a.area === code)).flatMap((i) => i.classIds), ...figures.ground.needs.filter((n) => n.area === code).map((n) => n.classId)];
    const neighbours = [...app.areas.byCode.values()].filter((a) => a.country === area.country && a.level === 1 && a.code !== code);
    return {
      area: areaRef(app, code, languages),
      boundaries: { title: app.areas.title, date: null },
      basis: basisWord(q.basis), period: { from: isoMonth(q.first), to: isoMonth(q.last) }, marking: await markingOf(reader, used, languages),
      cell: cell as NonNullable<typeof cell>,
      lines: lines.map((l) => ({ ...l, line: l.line as NonNullable<typeof l.line> })),
      byMonth: monthSeries(figures, { area: code, line: null }),
      contributions: await contributionsTo(app, reader, figures, { area: code, line: null }, languages),
      overlaps: { items: pairs.slice(0, shownAtOnce).map((p) => overlapItem(app, figures, p, languages)), total: pairs.length },
      neighbours: neighbours.map((a) => areaRef(app, a.code, languages)),
      needFrom: (await needFrom(reader, figures, { area: code, line: null }, languages)).map(({ source, note }) => ({ source, note })),
    };
  });
}
