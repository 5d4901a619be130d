import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import { askPicture, pageOf } from "./ask-picture.ts";
import { rankedPairs } from "./figures.ts";
import { overlapItem, pairCount, pairsOf } from "./overlap-item.ts";
import { basisWord, type PictureWish } from "./question.ts";
import { sharedAreas } from "./read-picture.ts";

export type OverlapWish = PictureWish & { readonly area?: string | undefined; readonly kind?: string | undefined; readonly cursor?: string | undefined; readonly limit: number };

/** Pairs of initiatives that meet, best first. */
export async function readOverlaps(app: App, secret: string | null, wish: OverlapWish, languages: readonly string[]) {
  return askPicture(app, secret, wish, async (figures, reader) => {
    const all = pairsOf(figures);
    const pairs = all.filter((p) => (wish.kind === undefined || p.kind === wish.kind) && (wish.area === undefined || sharedAreas(figures, p.a, p.b).includes(wish.area)));
    const { rows, next } = pageOf(pairs, wish);
    const used = rows.flatMap((p) => [p.a, p.b]).flatMap((id) => figures.ground.initiatives.get(id)?.classIds ?? []);
    return {
      items: rows.map((p) => overlapItem(app, figures, p, languages)),
      total: pairs.length === all.length ? pairCount(figures.overlaps(), all, rankedPairs) : pairs.length,
      next, basis: basisWord(figures.question.basis), marking: await markingOf(reader, used, languages),
    };
  });
}
