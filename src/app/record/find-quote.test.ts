import fc from "fast-check";
import { expect, test } from "vitest";
import { isFault } from "../../base/errors.ts";
import { findQuote, keptText } from "./find-quote.ts";

const anyText = fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 });
const expectedOf = (text: string, quote: string, start?: number): string => {
  try {
    findQuote(text, quote, "quote", start);
  } catch (error) {
    if (isFault(error, "bad-input")) return String(error.params["expected"]);
    throw error;
  }
  return "";
};

test("a piece of a text is found where it stands, in code points", () => {
  expect(findQuote("في نيامي, 𝟏 March", "March", "quote")).toEqual({ start: 12, end: 17 });
  fc.assert(
    fc.property(anyText, anyText, anyText, (before, quote, after) => {
      const text = before + quote + after;
      const { start, end } = findQuote(text, quote, "quote");
      expect([...text].slice(start, end).join("")).toBe(quote);
    }),
  );
});

test("of several places the one that was marked is taken, and no other", () => {
  expect(findQuote("Niamey. In Niamey.", "Niamey", "quote", 11)).toEqual({ start: 11, end: 17 });
  expect(expectedOf("Niamey. In Niamey.", "Niamey", 4)).toContain("at 4: ey. In");
});

test("a quote that does not stand there is refused, with the place where the text goes another way", () => {
  const text = "The plenary of the Group happened on 1st March 2023 in Niamey.";
  expect(expectedOf(text, "happened on 1 March 2023")).toContain("happened on 1st March 20");
  expect(expectedOf(text, "Entirely other words")).toBe("an exact piece of the source's text");
  expect(expectedOf(text, "the plenary of the Group")).not.toBe("");
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      fc.pre(!a.includes(b));
      expect(expectedOf(a, b)).not.toBe("");
    }),
  );
});

test("line ends of either kind are kept as one", () => {
  expect(findQuote(keptText("one\r\ntwo\rthree"), keptText("one\ntwo\r\nthree"), "quote")).toEqual({
    start: 0,
    end: 13,
  });
});
