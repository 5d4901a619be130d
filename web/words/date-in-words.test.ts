import { expect, test } from "vitest";
import { dateInWords } from "./date-in-words.ts";

test.each([
  ["held on 3 May 2021 in Lagos", "2021-05-03"],
  ["on 3-4 May 2021", "2021-05-03/2021-05-04"],
  ["on May 3 and 4, 2021", "2021-05-03/2021-05-04"],
  ["le 1er mars 2023", "2023-03-01"],
  ["les 1er et 2 mars 2023", "2023-03-01/2023-03-02"],
  ["du 11 au 12 août 2022", "2022-08-11/2022-08-12"],
  ["في 26 أكتوبر 2022", "2022-10-26"],
  ["يومي 1 و 2 مارس 2023", "2023-03-01/2023-03-02"],
  ["٢٦ أكتوبر ٢٠٢٢", "2022-10-26"],
  ["in November 2023", "2023-11"],
  ["2023-11-15", "2023-11-15"],
])("%s is %s", (words, edtf) => {
  expect(dateInWords(words)).toBe(edtf);
});

test("words without a date give none", () => {
  expect(dateInWords("it may meet again")).toBeNull();
});
