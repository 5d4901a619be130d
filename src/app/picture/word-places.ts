type Known = { words: readonly string[]; place: ReadonlyMap<string, number> };

/** By language, the one used last at the end. */
const known = new Map<string, Known>();
const mostLanguages = 4;
/** Beyond twice as many words as are asked for now, and these, what is known starts anew: most of it is of titles that are no more. */
const spare = 10_000;

/**
 * The place of each word in the order of a language; equal words have the same. Comparing words is what takes time, so the order of all words asked for so far is
 * kept, whoever asked: only new ones are compared. A place says nothing but before or after, and may never leave the thread: how far two lie apart
 * depends on words that others asked for.
 */
export function wordPlaces(language: string, words: readonly string[]): Float64Array {
  const held = known.get(language);
  const before = held === undefined || held.words.length > 2 * words.length + spare ? { words: [], place: new Map<string, number>() } : held;
  const places = new Float64Array(words.length);
  const come = new Set<string>();
  for (let k = 0; k < words.length; k++) {
    const place = before.place.get(words[k] as string);
    if (place === undefined) come.add(words[k] as string);
    else places[k] = place;
  }
  const now = come.size === 0 ? before : withMore(before, [...come], new Intl.Collator([language]));
  known.delete(language);
  known.set(language, now);
  if (known.size > mostLanguages) known.delete(known.keys().next().value as string);
  return now === before ? places : Float64Array.from(words, (word) => now.place.get(word) as number);
}

function withMore(before: Known, come: string[], collator: Intl.Collator): Known {
  // Words that the language holds to be equal are in order of their characters: the same whichever came first.
  const compare = (a: string, b: string) => collator.compare(a, b) || (a < b ? -1 : 1);
  come.sort(compare);
  const words: string[] = [];
  let from = 0;
  for (const word of come) {
    const to = placeAmong(before.words, word, compare, from);
    for (; from < to; from++) words.push(before.words[from] as string);
    words.push(word);
  }
  for (; from < before.words.length; from++) words.push(before.words[from] as string);
  return { words, place: new Map(words.map((word, k) => [word, k])) };
}

/** How many of the words, in order, come before this one; at least `low`. */
function placeAmong(words: readonly string[], word: string, compare: (a: string, b: string) => number, low: number): number {
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(words[middle] as string, word) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
