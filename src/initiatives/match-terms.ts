/** One expression found in a text: which term, the text's own words for it. */
export type TermHit = { readonly term: string; readonly words: string };

export type TermMatcher = (text: string) => readonly TermHit[];

/**
 * Compiles terms into one pass over a text. Longest expression first; what it covers is not read again.
 * A term is lower case without accents; `*` at its end stands for any letters; a space stands for any run of up to three
 * characters that are no letters ("counter-terrorism", "l'Etat").
 */
export function compileTerms(terms: readonly string[]): TermMatcher {
  const ordered = terms.toSorted((a, b) => b.length - a.length);
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])(?:${ordered.map(pattern).join("|")})(?![\\p{L}\\p{N}])`, "gu");
  const exact = ordered.map((term) => [term, new RegExp(`^${pattern(term)}$`, "u")] as const);
  const known = new Map<string, string>();
  const termOf = (found: string): string => {
    const before = known.get(found);
    if (before !== undefined) return before;
    const term = exact.find(([, rule]) => rule.test(found))?.[0] ?? found;
    if (known.size < 10_000) known.set(found, term);
    return term;
  };
  return (text) => {
    const folded = foldWithMap(text);
    return [...folded.text.matchAll(whole)].map((match) => {
      const from = folded.at(match.index);
      const to = folded.at(match.index + match[0].length);
      return { term: termOf(match[0]), words: text.slice(from, to).trim() };
    });
  };
}

function pattern(term: string): string {
  const stem = term.replace(/\*$/, "");
  const words = stem.split(" ").map((word) => word.replace(/\*/g, "\\p{L}*"));
  return words.join("[^\\p{L}\\p{N}]{1,3}") + (term.endsWith("*") ? "\\p{L}*" : "");
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
