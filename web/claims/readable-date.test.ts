import { expect, test } from "vitest";
import { isReadableDate } from "./readable-date.ts";

test.each(["2023-03-01", "2023-03", "2023", "2023-03-01/2023-03-02", "[..2016-08-24]", "[2023-06-08..2023-11-15]", "2015~", "2022-05?", "2024-02-29", "2021-12-02/..", "2022-21"])("%s can be read", (text) => {
  expect(isReadableDate(text)).toBe(true);
});

test.each(["", "1 March 2023", "2023-13", "2023-02-30", "2023-02-29", "[..]", "/", "2023-3-1", "01/03/2023", "[2023..2024..2025]"])("%s cannot", (text) => {
  expect(isReadableDate(text)).toBe(false);
});
