import { deserialize } from "node:v8";
import { pictureState } from "../../store/queries/current-reports.ts";
import type { Reader } from "../../store/open-store.ts";
import type { App } from "../app.ts";
import type { Ask, AskAnswer, AskName } from "./kept/answers.ts";
import { deskOf, type Question } from "./kept/desk.ts";
import type { PictureWish } from "./question.ts";

/** How often a viewer waits for others outside a transaction before insisting: writes that follow each other closely may always come between. */
const patience = 3;

/**
 * Asks the figures of a question for a viewer, and finishes the answer within one snapshot: names, sources and markings are read then, and what was
 * computed is of the same writes. The database says each time which classes may be read. No connection is held while something is computed.
 */
export async function askPicture<N extends AskName, T>(app: App, secret: string | null, wish: PictureWish, ask: Ask<N>, finish: (answer: AskAnswer<N>, reader: Reader) => Promise<T>): Promise<T> {
  const desk = deskOf(app);
  const { asOf, from, to, line, member, country, basis } = wish;
  const question: Question = { wish: { asOf, from, to, line, member, country, basis }, today: app.now().toISOString().slice(0, 10), ask };
  for (let turn = 1; ; turn++) {
    const step = await app.store.read(secret, async (reader): Promise<{ readonly done: T } | { readonly wait: Promise<unknown> }> => {
      const state = await pictureState(reader);
      const done = async (bytes: Uint8Array) => ({ done: await finish(deserialize(bytes) as AskAnswer<N>, reader) });
      const kept = desk.kept(state, question);
      if (kept !== undefined) return done(kept);
      const insist = turn > patience;
      const underWay = desk.making(state);
      if (underWay !== undefined && !insist) return { wait: underWay.catch(() => {}) };
      if (turn === 1) return { wait: desk.ask(state, question) };
      await desk.make(state, reader);
      const asked = desk.ask(state, question);
      if (!insist) return { wait: asked };
      const bytes = await asked;
      return bytes === "gone" ? { wait: asked } : done(bytes);
    });
    if ("done" in step) return step.done;
    await step.wait;
  }
}

/** A cursor is a place in a ranked list. A list that changes meanwhile may repeat or skip a row, as any ranking does. */
export function pageOf<T>(rows: readonly T[], page: { readonly cursor?: string | undefined; readonly limit: number }): { readonly rows: readonly T[]; readonly next: string | null } {
  const from = Math.max(0, Number.parseInt(page.cursor ?? "0", 10) || 0);
  const to = from + page.limit;
  return { rows: rows.slice(from, to), next: to < rows.length ? String(to) : null };
}
