import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import { askPicture, pageOf } from "./ask-picture.ts";
import { gapItems, rankedGaps } from "./gap-item.ts";
import { basisWord, type PictureWish } from "./question.ts";
import { usedClasses } from "./used-classes.ts";

export type GapWish = PictureWish & { readonly area?: string | undefined; readonly state?: string | undefined; readonly cursor?: string | undefined; readonly limit: number };

/** Need without supply, most pressing first. */
export async function readGaps(app: App, secret: string | null, wish: GapWish, languages: readonly string[]) {
  return askPicture(app, secret, wish, async (figures, reader) => {
    const ranked = rankedGaps(figures).filter((r) => (wish.area === undefined || r.area === wish.area) && (wish.state === undefined || r.state === wish.state));
    const { rows, next } = pageOf(ranked, wish);
    return { items: await gapItems(app, reader, figures, rows, languages), total: ranked.length, next, basis: basisWord(figures.question.basis), marking: await markingOf(reader, usedClasses(figures), languages) };
  });
}
