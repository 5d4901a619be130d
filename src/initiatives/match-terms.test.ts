import fc from "fast-check";
import { expect, test } from "vitest";
import { compileTerms, foldWithMap } from "./match-terms.ts";

const hits = (terms: readonly string[], text: string) => compileTerms(terms)(text).map((hit) => [hit.term, hit.words]);

test("whole words, any ending where the term says so, signs between words", () => {
  expect(hits(["peace*", "counter terror*"], "Peacebuilding, counter-terrorism; peaces? appease")).toEqual([
    ["peace*", "Peacebuilding"],
    ["counter terror*", "counter-terrorism"],
    ["peace*", "peaces"],
  ]);
  expect(hits(["aml"], "AML/CFT camel")).toEqual([["aml", "AML"]]);
});

test("accents and Arabic vowel marks do not matter, and the words come back as they stood", () => {
  expect(hits(["cohesion sociale"], "La COHÉSION  sociale")).toEqual([["cohesion sociale", "COHÉSION  sociale"]]);
  expect(hits(["المصالحه"], "دعم المُصَالَحَة الوطنية")).toEqual([["المصالحه", "المُصَالَحَة"]]);
});

test("the longest expression takes the place", () => {
  expect(hits(["police", "community police", "community"], "Community police and police")).toEqual([
    ["community police", "Community police"],
    ["police", "police"],
  ]);
});

test("law: the same as reading every expression at every place, the longest first", () => {
  const word = fc.constantFrom("a", "ab", "abc", "abcd", "b", "abx");
  const term = fc
    .array(fc.tuple(word, fc.boolean()), { minLength: 1, maxLength: 3 })
    .map((words) =>
      words.map(([stem, open], index) => stem + (open && index === words.length - 1 ? "*" : "")).join(" "),
    );
  fc.assert(
    fc.property(
      fc.uniqueArray(term, { minLength: 1, maxLength: 8 }),
      fc.array(word, { maxLength: 12 }),
      (terms, words) => {
        const text = words.join(" ");
        const longest = terms.toSorted((a, b) => b.length - a.length);
        const slow: string[] = [];
        for (let at = 0; at < text.length;) {
          const rest = text.slice(at);
          const found = longest.flatMap(
            (one) => new RegExp(`^${one.replace("*", "[a-z]*")}(?![a-z])`).exec(rest) ?? [],
          )[0];
          if (found !== undefined) slow.push(found);
          at += found === undefined ? (/^\S*\s*/.exec(rest)?.[0].length ?? 1) || 1 : found.length + 1;
        }
        expect(hits(terms, text).map(([, said]) => said)).toEqual(slow);
      },
    ),
    { seed: 21, numRuns: 500 },
  );
});

test("law: a folded place leads back to a place in the text, in order", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const folded = foldWithMap(text);
      const places = Array.from({ length: folded.text.length + 1 }, (_, index) => folded.at(index));
      expect(places.every((place, index) => place >= (places[index - 1] ?? 0) && place <= text.length)).toBe(true);
    }),
    { seed: 5 },
  );
});
