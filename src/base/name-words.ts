import { normaliseName } from "./names.ts";

/** No word is longer in an index, and none is asked for with more. */
const longest = 40;

/**
 * The words by which a text is found, normalised: each by itself; those that a hyphen or a stroke joins also as one (Guinea-Bissau, guineabissau);
 * an Arabic word also without an article that a short word kept (الفن, فن), and without the وال in front of it.
 */
export function wordsOfName(text: string): readonly string[] {
  const held = known.get(text);
  if (held !== undefined) return held;
  const words = wordsIn(text);
  if (known.size >= mostKnown) known.clear();
  if (text.length <= longestKnown) known.set(text, words);
  return words;
}

// A file names the same few organisations thousands of times.
const known = new Map<string, readonly string[]>();
const mostKnown = 5_000;
const longestKnown = 200;

function wordsIn(text: string): readonly string[] {
  const words = new Set<string>();
  for (const word of normaliseName(text).split(" ")) for (const form of withoutArticle(word)) words.add(form.slice(0, longest));
  if (/[-‐‑–/.]/.test(text)) for (const joined of text.match(/[\p{L}\p{N}\p{M}\u0640'’]+(?:[-‐‑–/.][\p{L}\p{N}\p{M}\u0640'’]+)+/gu) ?? []) words.add(codeOfName(joined));
  words.delete("");
  return [...words];
}

/** An identifier as people type it: without blanks, strokes and case (XM-DAC-41114 and xm dac 41114 are one). */
export function codeOfName(text: string): string {
  return normaliseName(text).replaceAll(" ", "").slice(0, longest);
}

/**
 * The words of a question, each with the forms in which it may stand. The last is often not finished: an article in front of it goes however
 * few letters follow yet.
 */
export function wordsAsked(text: string): readonly (readonly string[])[] {
  return normaliseName(text)
    .split(" ")
    .filter((word) => word !== "")
    .slice(0, 12)
    .map((word) => withoutArticle(word).map((form) => form.slice(0, longest)));
}

function withoutArticle(word: string): readonly string[] {
  if (word < "\u0600") return [word];
  const bare = word.replace(/^و?ال(?=\p{Script=Arabic}{2})/u, "");
  return bare === word ? [word] : [word, bare];
}
