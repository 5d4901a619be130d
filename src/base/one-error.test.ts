import fc from "fast-check";
import { expect, test } from "vitest";
import { whereToLook, withOneError } from "./one-error.ts";

/** Edits between two words, a change of places of neighbours counting as one (optimal string alignment): the plain textbook table. */
function distance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)));
  const at = (i: number, j: number) => d[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, at(i - 2, j - 2) + 1);
      (d[i] as number[])[j] = least;
    }
  }
  return at(a.length, b.length);
}

const meant = (asked: string, word: string) => {
  const { same, like } = withOneError(asked);
  return same.includes(word) || like.some((p) => new RegExp(`^${p.replaceAll("_", ".")}$`).test(word));
};

const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 7 });

test("exactly the words at a distance of one, and the word itself", () => {
  fc.assert(fc.property(word, word, (asked, other) => {
    expect(meant(asked, other)).toBe(distance(asked, other) <= 1);
  }), { seed: 20_261_124, numRuns: 2000 });
});

test("each of them lies where it is looked for", () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 4, maxLength: 9 }), word, (asked, other) => {
    const look = whereToLook(asked);
    if (look === null || distance(asked, other) > 1) return;
    const back = [...other].toReversed().join("");
    expect((other >= look.from && other < look.to) || (back >= look.backFrom && back < look.backTo)).toBe(true);
  }), { seed: 20_261_124, numRuns: 20_000 });
});

test("words under four letters have no errors", () => {
  expect(whereToLook("abc")).toBeNull();
  expect(whereToLook("abcd")).not.toBeNull();
});
