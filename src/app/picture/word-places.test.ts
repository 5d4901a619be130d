import fc from "fast-check";
import { expect, test } from "vitest";
import { wordPlaces } from "./word-places.ts";

const orderOf = (language: string, words: readonly string[]) => {
  const places = wordPlaces(language, words);
  return words.map((_, k) => k).sort((a, b) => (places[a] as number) - (places[b] as number) || a - b);
};

test("whatever others asked for before, the order is that of the language, and of characters where it holds words to be equal", () => {
  const word = fc.oneof(fc.constantFrom("côte", "cote", "coté", "Cote", "zèbre", "Äpfel", "apfel", "", "ماء", "ماءٌ", "co-te"), fc.string({ maxLength: 4, unit: "grapheme" }));
  fc.assert(
    fc.property(fc.constantFrom("en", "fr", "ar"), fc.array(fc.array(word, { maxLength: 12 }), { minLength: 1, maxLength: 5 }), (language, asked) => {
      const { compare } = new Intl.Collator([language]);
      for (const words of asked) {
        const expected = words.map((_, k) => k).sort((a, b) => {
          const [x, y] = [words[a] as string, words[b] as string];
          return compare(x, y) || (x === y ? a - b : x < y ? -1 : 1);
        });
        expect(orderOf(language, words)).toEqual(expected);
      }
    }),
  );
});

test("equal words have the same place", () => {
  const [a, b, c] = wordPlaces("en", ["well", "school", "well"]);
  expect(a).toBe(c);
  expect(b).toBeLessThan(a as number);
});
