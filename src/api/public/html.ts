import type { Words } from "../../app/words.ts";
import { edtfIn } from "./day-in-words.ts";
import { phrase, type PublicLanguage, publicLocale, type PublicWord } from "../../locales/public-words.ts";

/** Text that is safe in a document's text and in a quoted attribute. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** What a page writes with: one language's phrases, escaped, and names kept apart from its direction. */
export type Pen = {
  readonly language: PublicLanguage;
  readonly say: (word: PublicWord, facts?: Readonly<Record<string, string>>) => string;
  /** a name as its owner writes it, in a language of its own; null: not stated */
  readonly name: (words: Words | string | null | undefined) => string;
  readonly day: (edtf: string | null | undefined) => string;
  readonly number: (n: number | null | undefined) => string;
};

/** Facts that are filled into a phrase are HTML already. */
export function penFor(language: PublicLanguage): Pen {
  const say: Pen["say"] = (word, facts = {}) => phrase(language, word, facts);
  const unknown = `<span class="quiet">${say("unknown")}</span>`;
  const numbers = new Intl.NumberFormat(publicLocale[language], { maximumFractionDigits: 0 });
  return {
    language,
    say,
    name: (words) => {
      if (words == null) return unknown;
      if (typeof words === "string") return `<bdi>${escaped(words)}</bdi>`;
      return `<bdi${words.language === "und" || words.language === language ? "" : ` lang="${escaped(words.language)}"`}>${escaped(words.text)}</bdi>`;
    },
    day: (edtf) => (edtf == null ? unknown : `<bdi>${escaped(edtfIn(edtf, language))}</bdi>`),
    number: (n) => (n == null ? unknown : `<bdi>${numbers.format(n)}</bdi>`),
  };
}

type Column = { readonly head: string; readonly number?: boolean };

/** A table that scrolls by itself where a page is narrow; the first cell of a row names it. @param none said where there is no row */
export function table(caption: string, columns: readonly Column[], rows: readonly (readonly string[])[], none: string): string {
  if (rows.length === 0) return `<p class="quiet">${none}</p>`;
  const kind = (i: number) => (columns[i]?.number === true ? ' class="n"' : "");
  const head = columns.map((c, i) => `<th scope="col"${kind(i)}>${c.head}</th>`).join("");
  const body = rows.map((cells) => `<tr>${cells.map((cell, i) => (i === 0 ? `<th scope="row">${cell}</th>` : `<td${kind(i)}>${cell}</td>`)).join("")}</tr>`).join("\n");
  return `<div class="wide" role="region" tabindex="0" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}
