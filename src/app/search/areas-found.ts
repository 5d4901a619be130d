import { normaliseName } from "../../base/names.ts";
import { codeOfName, wordsOfName } from "../../base/name-words.ts";
import { withOneError } from "../../base/one-error.ts";
import type { AskedText } from "../../base/search-text.ts";
import type { App } from "../app.ts";
import { type Area, areaName } from "../areas.ts";
import type { Words } from "../words.ts";
import { type Found, type FoundGroup, named } from "./found.ts";
import { type HowMet, howMet } from "./search-kinds.ts";

type Indexed = { readonly area: Area; readonly code: string; readonly names: readonly { readonly text: string; readonly language: string; readonly whole: string; readonly words: readonly string[] }[] };
const indexes = new WeakMap<App, readonly Indexed[]>();

/** Areas of the boundary set: they are everybody's, and few enough to be gone through. By their names in every language that has one. */
export function areasFound(app: App, asked: AskedText, q: string, languages: readonly string[], page: { readonly from: number; readonly to: number }): FoundGroup {
  const index = indexes.get(app) ?? indexOf(app);
  indexes.set(app, index);
  const exact = met(index, asked, false);
  const all = exact.length > 0 ? exact : met(index, asked, true);
  const sorted = all.toSorted((a, b) => a.tier - b.tier || a.indexed.area.level - b.indexed.area.level || (a.whole < b.whole ? -1 : a.whole > b.whole ? 1 : a.indexed.area.code < b.indexed.area.code ? -1 : 1));
  return {
    kind: "area", total: sorted.length,
    items: sorted.slice(page.from, page.to).map(({ indexed: { area }, tier, name }): Found => ({
      kind: "area", id: area.code, ...named(areaName(app.areas, area.code, languages), name, q), of: area.level === 0 ? [] : [areaName(app.areas, area.country, languages)],
      date: null, code: area.code, on: null, met: howMet[tier] as HowMet, today: null,
    })),
  };
}

type Met = { readonly indexed: Indexed; readonly tier: number; readonly whole: string; readonly name: Words | null };

function met(index: readonly Indexed[], asked: AskedText, mistyped: boolean): readonly Met[] {
  const fits = asked.words.map((forms) => (mistyped ? nearly(forms) : begins(forms)));
  return index.flatMap((indexed): Met[] => {
    if (!mistyped && indexed.code === asked.code) return [{ indexed, tier: 0, whole: "", name: null }];
    const best = indexed.names
      .filter((name) => fits.every((fit) => name.words.some(fit)))
      .map((name): Met => ({ indexed, name: { text: name.text, language: name.language }, whole: name.whole, tier: mistyped ? 5 : name.whole === asked.whole ? 1 : name.whole.startsWith(asked.whole) ? 2 : 3 }))
      .toSorted((a, b) => a.tier - b.tier)[0];
    return best === undefined ? [] : [best];
  });
}

const begins = (forms: readonly string[]) => (word: string) => forms.some((form) => ([...form].length < 3 ? word === form : word.startsWith(form)));

function nearly(forms: readonly string[]): (word: string) => boolean {
  const form = String(forms.at(-1));
  const exact = begins(forms);
  if ([...form].length < 4 || !/^\p{L}+$/u.test(form)) return exact;
  const { same, like } = withOneError(form);
  const pattern = new RegExp(`^(?:${like.map((p) => p.replaceAll("_", ".")).join("|")})$`, "u");
  return (word) => exact(word) || same.includes(word) || pattern.test(word);
}

function indexOf(app: App): readonly Indexed[] {
  return [...app.areas.byCode.values()].map((area) => ({
    area,
    code: codeOfName(area.code),
    names: Object.entries(area.names).map(([language, text]) => ({ language, text, whole: normaliseName(text), words: wordsOfName(text) })),
  }));
}
