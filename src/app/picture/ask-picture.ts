import type { App } from "../app.ts";
import type { Reader } from "../../store/open-store.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { groundOf } from "./ground.ts";
import { type PictureWish, pictureQuestion } from "./question.ts";

/** Opens the figures of a question for a viewer, and answers it within the same snapshot. */
export function askPicture<T>(app: App, secret: string | null, wish: PictureWish, answer: (figures: Figures, reader: Reader) => Promise<T>): Promise<T> {
  return app.store.read(secret, async (reader) => {
    const ground = await groundOf(app, reader);
    return answer(figuresOf(ground, pictureQuestion(ground, wish, app.now().toISOString().slice(0, 10))), reader);
  });
}

/** A cursor is a place in a ranked list. A list that changes meanwhile may repeat or skip a row, as any ranking does. */
export function pageOf<T>(rows: readonly T[], page: { readonly cursor?: string | undefined; readonly limit: number }): { readonly rows: readonly T[]; readonly next: string | null } {
  const from = Math.max(0, Number.parseInt(page.cursor ?? "0", 10) || 0);
  const to = from + page.limit;
  return { rows: rows.slice(from, to), next: to < rows.length ? String(to) : null };
}
