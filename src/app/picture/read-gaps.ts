import type { App } from "../app.ts";
import { type HeldFilter, heldFilter } from "../coordination/held-keys.ts";
import { cellKey, onCells } from "../coordination/on-cells.ts";
import { markingOf } from "../marking-of.ts";
import { askPicture, pageOf } from "./ask-picture.ts";
import type { Atlas } from "./atlas.ts";
import type { Figures } from "./figures.ts";
import { gapDrafts, gapItems, rankedGaps } from "./gap-item.ts";
import { keptFor } from "./kept-for.ts";
import { basisWord, type PictureWish } from "./question.ts";
import { usedClasses } from "./used-classes.ts";

type GapFilter = { readonly area?: string | undefined; readonly state?: string | undefined; readonly only?: HeldFilter; readonly cursor?: string | undefined; readonly limit: number };
export type GapWish = PictureWish & GapFilter & { readonly decided?: "yes" | "no" | undefined };

/** Need without supply, most pressing first. */
export async function readGaps(app: App, secret: string | null, wish: GapWish, languages: readonly string[]) {
  const { area, state, cursor, limit } = wish;
  const only = await heldFilter(app, secret, "gap", wish.decided);
  return askPicture(app, secret, wish, { name: "gaps", args: { area, state, cursor, limit, ...(only === undefined ? {} : { only }) }, languages }, async ({ items, classes, ...rest }, reader) => {
    const decided = await onCells(app, reader, await gapItems(reader, items, languages), languages);
    return { items: decided.items, ...rest, marking: await markingOf(reader, [...classes, ...decided.classes], languages) };
  });
}

export function gapFigures(atlas: Atlas, figures: Figures, filter: GapFilter, languages: readonly string[]) {
  const held = new Set(filter.only?.held);
  const ranked = keptFor(figures, "gaps", () => rankedGaps(figures)).filter((r) => (filter.area === undefined || r.area === filter.area) && (filter.state === undefined || r.state === filter.state) && (filter.only === undefined || held.has(cellKey(r)) === (filter.only.decided === "yes")));
  const { rows, next } = pageOf(ranked, filter);
  return { items: gapDrafts(atlas, figures, rows, languages), total: ranked.length, next, basis: basisWord(figures.question.basis), classes: keptFor(figures, "classes", () => usedClasses(figures)) };
}
