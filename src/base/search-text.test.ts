import fc from "fast-check";
import { expect, test } from "vitest";
import { askedText, searchText } from "./search-text.ts";

test("identifiers, names, what stands beside and how it sounds, by weight; a word counts where it weighs most", () => {
  const text = searchText({ name: "Schools of Chekkori", codes: ["XM-DAC-7"], beside: ["Schools Agency"], sounds: true });
  expect(text?.name).toBe("schools of chekkori");
  expect(text?.words).toBe("'xmdac7':1A 'schools':2B 'of':3B 'chekkori':4B 'xm':5C 'dac':6C '7':7C 'agency':8C '-sls':9D '-skr':10D");
  expect(text?.met).toEqual(["schools", "chekkori", "agency"]);
});

test("signs alone are neither found nor asked", () => {
  expect(searchText({ name: "… -- !" })).toBeNull();
  expect(askedText(" -- ")).toBeNull();
});

test("words begin as asked; one or two letters are whole words; all of it may be an identifier", () => {
  expect(askedText("Niger plenary")).toMatchObject({ whole: "niger plenary", code: "nigerplenary", wanted: "('niger':* & 'plenary':*) | 'nigerplenary':*", inNames: "('niger':*AB & 'plenary':*AB) | 'nigerplenary':*AB" });
  expect(askedText("ne")?.wanted).toBe("('ne')");
  expect(askedText("al-hol")?.wanted).toBe("('al' & 'hol':*) | 'alhol':*");
});

test("an Arabic word is asked with its article and without, and by how it sounds in Latin letters", () => {
  expect(askedText("الشقوري")?.near[0]?.query).toBe("('شقوري':* | '-skr')");
  expect(askedText("الشق")?.wanted).toBe("(('الشق':* | 'شق':*))");
});

test("whatever is typed gives words of letters and digits alone: nothing of it is read as a query's signs", () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 60 }), fc.string({ unit: fc.constantFrom(..."'\\:*&|!() <->aé1ال"), maxLength: 40 })), (text) => {
    const asked = askedText(text);
    const said = searchText({ name: text, codes: [text], sounds: true });
    for (const query of asked === null ? [] : [asked.wanted, asked.inNames, ...asked.near.map((n) => n.query)]) {
      expect(query.replaceAll(/'[+-]?[\p{L}\p{N}]+'(?::\*?[ABC]*)?/gu, "w")).toMatch(/^[w()&| ]+$/);
    }
    if (said !== null) expect(said.words.replaceAll(/'[+-]?[\p{L}\p{N}]+':\d+[ABCD]/gu, "w")).toMatch(/^w( w)*$/);
  }), { seed: 20_261_124, numRuns: 500 });
});
