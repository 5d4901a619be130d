/** What a word with one typing error may be, as words and as patterns of SQL's `like` (`_` is any one letter). */
export type OneError = { readonly same: readonly string[]; readonly like: readonly string[] };

/**
 * All that differs from a word by one letter that is wrong, missing or too many, or by two neighbours that changed places (Damerau 1964).
 * Of the pattern's matches and the words, each is such a word, and each such word is among them.
 *
 * @param word letters and digits only: neither `%` nor `_` nor `\`
 */
export function withOneError(word: string): OneError {
  const letters = [...word];
  const same = new Set<string>();
  const like = new Set<string>();
  for (let at = 0; at <= letters.length; at++) {
    const [before, after] = [letters.slice(0, at), letters.slice(at)];
    like.add([...before, "_", ...after].join(""));
    if (after.length === 0) continue;
    same.add([...before, ...after.slice(1)].join(""));
    like.add([...before, "_", ...after.slice(1)].join(""));
    const [first, second, ...rest] = after;
    if (first !== undefined && second !== undefined) same.add([...before, second, first, ...rest].join(""));
  }
  same.delete("");
  return { same: [...same], like: [...like] };
}

/**
 * Where to look for them in an ordered list of words: an error is in one half of a word, so the other half stands as it was asked.
 * Each is a stretch from `from` up to, not with, `to`; `back` is of the words read backwards. Null for words under four letters, in which one error is
 * too much.
 */
export function whereToLook(word: string): { readonly from: string; readonly to: string; readonly backFrom: string; readonly backTo: string } | null {
  const letters = [...word];
  if (letters.length < 4) return null;
  const half = Math.floor((letters.length - 1) / 2);
  const front = letters.slice(0, half).join("");
  const back = letters.slice(-half).toReversed().join("");
  return { from: front, to: `${front}\u{10ffff}`, backFrom: back, backTo: `${back}\u{10ffff}` };
}
