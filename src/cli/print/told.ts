import { table } from "./table.ts";

type Told = { readonly text: string; readonly language: string; readonly source: { readonly title: string; readonly published: string | null } };

/** What sources say in words, side by side. */
export function toldTable(told: readonly Told[]): string {
  return table(["published", "language", "words", "source"], told.map((t) => [t.source.published, t.language, t.text, t.source.title]));
}
