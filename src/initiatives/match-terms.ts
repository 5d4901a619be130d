/** One expression found in a text: which term, the text's own words for it. */
export type TermHit = { readonly term: string; readonly words: string };

export type TermMatcher = (text: string) => readonly TermHit[];

type Word = { readonly text: string; readonly from: number; readonly to: number };
type Compiled = { readonly term: string; readonly words: readonly { readonly stem: string; readonly open: boolean }[] };

/** Words of one expression may stand this far apart: "l'Etat", "counter-terrorism", "paix - vivre". */
const widestGap = 3;

/**
 * Compiles terms into one pass over a text. Longest expression first; what it covers is not read again.
 * A term is folded (see foldWithMap) and of whole words; `*` at the end of a word stands for any ending.
 *
 * Terms lie in buckets by the first letters of their first word, so that a text costs its words times a few terms, whatever the policy's size.
 */
export function compileTerms(terms: readonly string[]): TermMatcher {
  const buckets = new Map<string, Compiled[]>();
  for (const term of terms.toSorted((a, b) => b.length - a.length)) {
    const words = term.split(" ").map((word) => ({ stem: word.replace(/\*$/, ""), open: word.endsWith("*") }));
    const key = (words[0]?.stem ?? "").slice(0, bucketLetters);
    const bucket = buckets.get(key) ?? [];
    bucket.push({ term, words });
    buckets.set(key, bucket);
  }
  return (text) => {
    const folded = foldWithMap(text);
    const words = wordsOf(folded.text);
    const hits: TermHit[] = [];
    for (let index = 0; index < words.length;) {
      const found = firstMatch(buckets, words, index);
      if (found === undefined) {
        index += 1;
        continue;
      }
      const last = words[index + found.words.length - 1] as Word;
      hits.push({
        term: found.term,
        words: text.slice(folded.at((words[index] as Word).from), folded.at(last.to)).trim(),
      });
      index += found.words.length;
    }
    return hits;
  };
}

const bucketLetters = 3;

function firstMatch(
  buckets: ReadonlyMap<string, readonly Compiled[]>,
  words: readonly Word[],
  index: number,
): Compiled | undefined {
  const first = (words[index] as Word).text;
  let best: Compiled | undefined;
  // A term whose first word is shorter than a bucket's key lies under that word itself.
  for (let letters = Math.min(bucketLetters, first.length); letters > 0; letters--) {
    const found = buckets.get(first.slice(0, letters))?.find((candidate) => matches(candidate, words, index));
    if (found !== undefined && (best === undefined || found.term.length > best.term.length)) best = found;
  }
  return best;
}

function matches({ words: wanted }: Compiled, words: readonly Word[], index: number): boolean {
  return wanted.every(({ stem, open }, offset) => {
    const word = words[index + offset];
    if (word === undefined) return false;
    if (offset > 0 && word.from - (words[index + offset - 1] as Word).to > widestGap) return false;
    return open ? word.text.startsWith(stem) : word.text === stem;
  });
}

function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  // Most texts are ASCII, where a word needs no tables.
  const word = /^[\0-\x7f]*$/.test(text) ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu;
  for (let match = word.exec(text); match !== null; match = word.exec(text)) words.push({ text: match[0], from: match.index, to: word.lastIndex });
  return words;
}

/** Lower case, no accents, one form of the Arabic letters that writers interchange; knows where each character came from. */
export function foldWithMap(text: string): { readonly text: string; readonly at: (index: number) => number } {
  if (/^[\x20-\x7e\s]*$/.test(text)) return { text: text.toLowerCase(), at: (index) => index };
  const places: number[] = [];
  let folded = "";
  let place = 0;
  for (const character of text) {
    const plain = foldCharacter(character);
    for (let index = 0; index < plain.length; index++) places.push(place);
    folded += plain;
    place += character.length;
  }
  return { text: folded, at: (index) => places[index] ?? text.length };
}

const arabicForms: Readonly<Record<string, string>> = {
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ة: "ه",
  ى: "ي",
  ؤ: "و",
  ئ: "ي",
  ـ: "",
};

function foldCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return character.toLowerCase();
  return (arabicForms[character] ?? character.normalize("NFKD")).replace(/\p{M}/gu, "").toLowerCase();
}
