import { isoMonth } from "../../base/edtf.ts";
import type { App } from "../app.ts";
import { type HeldFilter, heldFilter } from "../coordination/held-keys.ts";
import { onPairs } from "../coordination/on-pairs.ts";
import { pairKey } from "../coordination/pair-of.ts";
import { markingOf } from "../marking-of.ts";
import { askPicture, pageOf } from "./ask-picture.ts";
import type { Atlas } from "./atlas.ts";
import type { Figures } from "./figures.ts";
import { keptFor } from "./kept-for.ts";
import { overlapItem, type Pair, pairCount, pairsOf } from "./overlap-item.ts";
import { basisWord, type PictureWish } from "./question.ts";
import { sharedAreas } from "./shared-areas.ts";
import { usedClasses } from "./used-classes.ts";

type OverlapFilter = { readonly area?: string | undefined; readonly kind?: string | undefined; readonly place?: "area" | "country" | undefined; readonly only?: HeldFilter; readonly cursor?: string | undefined; readonly limit: number };
export type OverlapWish = PictureWish & OverlapFilter & { readonly decided?: "yes" | "no" | undefined };

/** Pairs of initiatives that meet, best first. */
export async function readOverlaps(app: App, secret: string | null, wish: OverlapWish, languages: readonly string[]) {
  const { area, kind, place, cursor, limit } = wish;
  const only = await heldFilter(app, secret, "overlap", wish.decided);
  return askPicture(app, secret, wish, { name: "overlaps", args: { area, kind, place, cursor, limit, ...(only === undefined ? {} : { only }) }, languages }, async ({ classes, items, ...answer }, reader) => {
    const decided = await onPairs(app, reader, items, languages);
    return { ...answer, items: decided.items, marking: await markingOf(reader, [...classes, ...decided.classes], languages) };
  });
}

export function overlapFigures(atlas: Atlas, figures: Figures, filter: OverlapFilter, languages: readonly string[]) {
  const fits = (p: Pair) => {
    if (filter.kind !== undefined && p.kind !== filter.kind) return false;
    if (filter.area === undefined && filter.place === undefined) return true;
    const shared = sharedAreas(figures, p.a, p.b);
    return (filter.area === undefined || shared.includes(filter.area)) && (filter.place === undefined || (filter.place === "area") === shared.length > 0);
  };
  const met = pairsOf(figures).filter(fits);
  const pairs = filter.only === undefined ? met : met.filter(heldAs(figures, filter.only));
  // Beyond those that are ranked none is looked at one by one: they count as waiting.
  const all = pairCount(figures.overlaps(), figures.ground.areas, filter);
  const { rows, next } = pageOf(pairs, filter);
  return {
    items: rows.map((p) => overlapItem(atlas, figures, p, languages)),
    total: filter.only === undefined ? all : filter.only.decided === "yes" ? pairs.length : all - (met.length - pairs.length),
    next, basis: basisWord(figures.question.basis), period: { from: isoMonth(figures.question.first), to: isoMonth(figures.question.last) }, classes: keptFor(figures, "classes", () => usedClasses(figures)),
  };
}

/** A pair has the decisions of all that either side is composed of. */
function heldAs(figures: Figures, only: HeldFilter): (p: Pair) => boolean {
  const held = new Set(only.held);
  const parts = (id: string) => figures.ground.initiatives.get(id)?.parts ?? [id];
  return (p) => parts(p.a).some((a) => parts(p.b).some((b) => held.has(pairKey({ a, b })))) === (only.decided === "yes");
}
