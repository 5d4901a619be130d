import { fault } from "../../base/errors.ts";
import { classMarkings } from "../../store/queries/classes.ts";
import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import { askPicture } from "./ask-picture.ts";
import type { Atlas } from "./atlas.ts";
import type { Figures } from "./figures.ts";
import { foundRows, type InitiativeWish, inOrder, type InitiativeAsk, listRow, marked } from "./list-initiatives.ts";
import { chosenKeys, type ShownKey } from "./list-shown.ts";
import { basisWord } from "./question.ts";
import { csvHead, csvNote, csvRow, type ExportHead, jsonHead, jsonRow } from "./write-list.ts";

export type ExportWish = Omit<InitiativeWish, "cursor" | "limit"> & { readonly columns?: string | readonly string[] | undefined };
export type ExportForm = "csv" | "json";
/** `name`: of a file that holds it, with its marking. */
export type ExportedList = { readonly head: ExportHead; readonly name: string; readonly bytes: AsyncGenerator<Uint8Array> };

/** Rows asked for at once. */
const atOnce = 500;

/**
 * A list as a file: the same rows in the same order, the same columns, and the marking of all of it first. Which rows, and their marking, are decided once; the rows
 * are read some at a time, each as this viewer.
 * @throws bad-input; while it is read, conflict-edit when a row is there no more for the viewer, so that no file looks whole that is not
 */
export async function exportList(app: App, secret: string | null, { columns, ...wish }: ExportWish, form: ExportForm, languages: readonly string[]): Promise<ExportedList> {
  const shown = chosenKeys(columns);
  const of = { asOf: wish.asOf, basis: wish.basis };
  const tlpOf = (await app.store.read(secret, classMarkings)).map(({ id, tlp }) => [String(id), tlp] as const);
  const day = app.now().toISOString().slice(0, 10);
  const { ids, head } = await askPicture(app, secret, of, { name: "exportedIds", args: { ...wish, tlpOf }, languages }, async ({ ids, classes, basis }, reader) => ({
    ids,
    head: { marking: await markingOf(reader, classes, languages), initiatives: ids.length, basis, asOf: wish.asOf ?? day, made: day, filter: filterOf(wish), columns: shown } satisfies ExportHead,
  }));
  const name = `initiatives-${head.asOf}-${head.marking.tlp.replace(/[:+]/g, "-")}.${form}`;
  const tlps = new Map(tlpOf);
  const rowsOf = (some: readonly string[]) => askPicture(app, secret, of, { name: "exportedRows", args: { ids: some }, languages }, async (rows) => rows.map((row) => marked(row, tlps)));
  return { head, name, bytes: written(ids, head, form, shown, rowsOf) };
}

type Rows = (ids: readonly string[]) => Promise<readonly ReturnType<typeof marked<ReturnType<typeof listRow>>>[]>;

async function* written(ids: readonly string[], head: ExportHead, form: ExportForm, shown: readonly ShownKey[], rowsOf: Rows): AsyncGenerator<Uint8Array> {
  yield Buffer.from(form === "csv" ? csvNote(head) + csvHead(shown) : jsonHead(head));
  for (let from = 0; from < ids.length; from += atOnce) {
    const rows = await rowsOf(ids.slice(from, from + atOnce));
    yield Buffer.from(rows.map((row, k) => (form === "csv" ? csvRow(row, head.basis, shown) : `${from + k === 0 ? "" : ","}\n${jsonRow(row, shown)}`)).join(""));
  }
  if (form === "json") yield Buffer.from("\n]}\n");
}

function filterOf({ sort, asOf: _, basis: __, ...filter }: Omit<ExportWish, "columns">): ExportHead["filter"] {
  return Object.fromEntries(Object.entries({ ...filter, sort }).flatMap(([key, value]) => (value === undefined ? [] : [[key, typeof value === "string" ? value : value.join(", ")]])));
}

/** Which rows a list has, in its order. */
export function exportedIds(atlas: Atlas, figures: Figures, ask: Omit<InitiativeAsk, "limit">, languages: readonly string[]) {
  const found = [...inOrder(atlas, figures, foundRows(figures, ask), ask.sort, languages, new Map(ask.tlpOf))];
  return { ids: found.map((i) => i.id), classes: [...new Set(found.flatMap((i) => i.classIds))], basis: basisWord(figures.question.basis) };
}

/** Some of those rows. @throws conflict-edit when one is gone */
export function exportedRows(atlas: Atlas, figures: Figures, { ids }: { readonly ids: readonly string[] }, languages: readonly string[]) {
  return ids.map((id) => {
    const i = figures.ground.initiatives.get(id);
    if (i === undefined) throw fault("conflict-edit");
    return listRow(atlas, figures, i, languages);
  });
}
