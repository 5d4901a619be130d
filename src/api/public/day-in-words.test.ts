import { expect, test } from "vitest";
import { edtfIn } from "./day-in-words.ts";

test.each([
  ["2016-08-24", "en", "24 August 2016"],
  ["2016-08", "fr", "août 2016"],
  ["2016", "ar", "2016"],
  ["2016~", "en", "about 2016"],
  ["[..2016-08-24]", "en", "no later than 24 August 2016"],
  ["[2016-01..2016-03]", "en", "between January 2016 and March 2016"],
  ["2024-03-01/2024-03-02", "fr", "1 mars 2024 à 2 mars 2024"],
  ["2024-99", "en", "2024-99"],
  ["whenever", "en", "whenever"],
] as const)("%s in %s is %s", (edtf, language, words) => {
  expect(edtfIn(edtf, language)).toBe(words);
});
