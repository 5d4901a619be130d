import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import { askPicture, pageOf } from "./ask-picture.ts";
import { rankedPairs } from "./figures.ts";
import { overlapItem, type Pair, pairCount, pairsOf } from "./overlap-item.ts";
import { basisWord, type PictureWish } from "./question.ts";
import { sharedAreas } from "./shared-areas.ts";
import { usedClasses } from "./used-classes.ts";

export type OverlapWish = PictureWish & { readonly area?: string | undefined; readonly kind?: string | undefined; readonly place?: "area" | "country" | undefined; readonly cursor?: string | undefined; readonly limit: number };

/** Pairs of initiatives that meet, best first. */
export async function readOverlaps(app: App, secret: string | null, wish: OverlapWish, languages: readonly string[]) {
  return askPicture(app, secret, wish, async (figures, reader) => {
    const all = pairsOf(figures);
    const fits = (p: Pair) => {
      if (wish.kind !== undefined && p.kind !== wish.kind) return false;
      if (wish.area === undefined && wish.place === undefined) return true;
      const shared = sharedAreas(figures, p.a, p.b);
      return (wish.area === undefined || shared.includes(wish.area)) && (wish.place === undefined || (wish.place === "area") === shared.length > 0);
    };
    const pairs = all.filter(fits);
    const { rows, next } = pageOf(pairs, wish);
    return {
      items: rows.map((p) => overlapItem(app, figures, p, languages)),
      total: pairs.length === all.length ? pairCount(figures.overlaps(), all, rankedPairs) : pairs.length,
      next, basis: basisWord(figures.question.basis), marking: await markingOf(reader, usedClasses(figures), languages),
    };
  });
}
