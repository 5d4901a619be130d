import { expect, test } from "vitest";
import { edtfBounds } from "./edtf-bounds.ts";

const at = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

test.each([
  ["2023-11-15", "2023-11-15", "2023-11-15"],
  ["2022-02", "2022-02-01", "2022-02-28"],
  ["2024-02", "2024-02-01", "2024-02-29"],
  ["2022", "2022-01-01", "2022-12-31"],
  ["2022-05~", "2022-05-01", "2022-05-31"],
  ["2023-03-01/2023-03-02", "2023-03-01", "2023-03-02"],
  ["[2021-12-02..2022-05-11]", "2021-12-02", "2022-05-11"],
])("%s lies from %s to %s", (text, first, last) => {
  expect(edtfBounds(text)).toEqual({ first: at(first), last: at(last) });
});

test.each(["[..2016-08-24]", "2021-12-02/..", "2022-21", "soon"])("%s has no two ends", (text) => {
  expect(edtfBounds(text)).toBeNull();
});
