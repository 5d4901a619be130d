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
