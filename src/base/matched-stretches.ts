import { wordsAsked } from "./name-words.ts";
import { normaliseName } from "./names.ts";
import { withOneError } from "./one-error.ts";

/** Where what was asked stands in a text: from, up to and not with, in UTF-16 units, in order and apart from one another. */
export type Stretch = readonly [from: number, to: number];

/**
 * What to mark in a text that was found: of each word that begins as a word asked, that beginning; of one that differs by a typing
 * error, all of it. Empty where the text was found by something else (a code, another name, its sound).
 */
export function matchedStretches(text: string, asked: string): readonly Stretch[] {
  const words = wordsAsked(asked);
  const errors = words.map((forms) => mistyped(String(forms.at(-1))));
  const stretches: Stretch[] = [];
  for (const { 0: token, index } of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640'’‘ʼʻʿʾ]*/gu)) {
    const begun = words.flatMap((forms) => forms.flatMap((form) => beginning(token, form) ?? []));
    const longest = Math.max(0, ...begun);
    if (longest > 0) stretches.push([index, index + longest]);
    else if (errors.some((isSo) => isSo(normaliseName(token)))) stretches.push([index, index + token.length]);
  }
  return stretches;
}

/** How much of a word is what was asked; null when it does not begin so. One or two letters are asked as a whole word. */
function beginning(token: string, form: string): number | null {
  const forms = (part: string) => normaliseName(part).split(" ").flatMap((word) => [word, word.replace(/^و?ال/u, "")]);
  if ([...form].length < 3) {
    // The elided article of d'Ivoire is a word of its own and stands before the one that begins.
    const article = normaliseName(token).includes(" ") ? token.search(/['’‘ʼ]/) + 1 : token.length;
    return forms(token.slice(0, article)).includes(form) ? article : null;
  }
  if (!forms(token).some((word) => word.startsWith(form))) return null;
  for (let to = 1; to < token.length; to++) if (forms(token.slice(0, to)).some((word) => word.startsWith(form))) return withMarks(token, to);
  return token.length;
}

/** Signs that stand on the last letter belong to it. */
function withMarks(token: string, to: number): number {
  const rest = /^[\p{M}\u0640]*/u.exec(token.slice(to));
  return to + (rest?.[0].length ?? 0);
}

function mistyped(form: string): (word: string) => boolean {
  if ([...form].length < 4 || !/^\p{L}+$/u.test(form)) return () => false;
  const { same, like } = withOneError(form);
  const pattern = new RegExp(`^(?:${like.map((p) => p.replaceAll("_", ".")).join("|")})$`, "u");
  return (word) => same.includes(word) || pattern.test(word);
}
