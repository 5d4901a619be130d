import fc from "fast-check";
import { expect, test } from "vitest";
import { matchedStretches } from "./matched-stretches.ts";

const marked = (text: string, asked: string) => matchedStretches(text, asked).map(([from, to]) => text.slice(from, to));

test.each([
  ["Côte d'Ivoire", "cote ivo", ["Côte", "d'Ivo"]],
  ["Côte d'Ivoire", "cote d'ivo", ["Côte", "d'Ivo"]],
  ["Côte d'Ivoire", "d", ["d'"]],
  ["Niger plenary, Niamey", "ni", []],
  ["Niger plenary, Niamey", "nia", ["Nia"]],
  ["Guinea-Bissau", "bissau", ["Bissau"]],
  ["إسماعيل الشقوري", "شقوري", ["الشقوري"]],
  ["مُحَمَّد بن علي", "محم", ["مُحَمَّ"]],
  ["Schools of the village", "vilage", ["village"]],
  ["Cafe\u0301s", "cafe", ["Cafe\u0301"]],
  ["Chekkori", "الشقوري", []],
])("in %s, %s marks %j", (text, asked, parts) => {
  expect(marked(text, asked)).toEqual(parts);
});

test("stretches lie in the text, in order, apart, and cut no letter in two", () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."aé𝒷ا لوʼ'-1n\u0301"), maxLength: 30 }), fc.string({ unit: fc.constantFrom(..."aeba لا1n"), maxLength: 8 }), (text, asked) => {
    let last = 0;
    for (const [from, to] of matchedStretches(text, asked)) {
      expect(from).toBeGreaterThanOrEqual(last);
      expect(to).toBeGreaterThan(from);
      expect(text.slice(from, to).isWellFormed()).toBe(true);
      last = to;
    }
    expect(last).toBeLessThanOrEqual(text.length);
  }), { seed: 20_261_124, numRuns: 1000 });
});
