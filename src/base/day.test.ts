import fc from "fast-check";
import { expect, test } from "vitest";
import { civilFromDay, dayFromCivil, dayNumber, daysInMonth, firstDayOfMonth, formatDay, isLeapYear, isoDay, isoMonth, lastDayOfMonth, monthNumber } from "./day.ts";
import { isFault } from "./errors.ts";

fc.configureGlobal({ seed: 20_261_124 });

test.each([
  ["1970-01-01", 0],
  ["1969-12-31", -1],
  ["2000-02-29", 11016],
  ["2023-11-15", 19676],
  ["0000-01-01", -719528],
  ["-0001-12-31", -719529],
])("%s is day %i and back", (text, n) => {
  expect(dayNumber(text)).toBe(n);
  expect(isoDay(n)).toBe(text);
});

test("days agree with the calendar of the platform over 8,000 years", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_400_000, max: 1_500_000 }), (n) => {
      const { year, month, day } = civilFromDay(n);
      const date = new Date(n * 86_400_000);
      expect([year, month, day]).toEqual([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]);
      expect(dayFromCivil(year, month, day)).toBe(n);
    }),
  );
});

test("a year has 365 days, a leap year 366, four centuries 146,097", () => {
  fc.assert(
    fc.property(fc.integer({ min: -9999, max: 9999 }), (y) => {
      expect(dayFromCivil(y + 1, 1, 1) - dayFromCivil(y, 1, 1)).toBe(isLeapYear(y) ? 366 : 365);
      expect(dayFromCivil(y + 400, 3, 1) - dayFromCivil(y, 3, 1)).toBe(146_097);
    }),
  );
});

test.each([
  [1900, 28],
  [2000, 29],
  [2023, 28],
  [2024, 29],
  [2100, 28],
  [0, 29],
  [-100, 28],
])("February %i has %i days", (year, days) => {
  expect(daysInMonth(year, 2)).toBe(days);
});

test("a month ends on the day before the next begins, and has as many days as the calendar says", () => {
  fc.assert(
    fc.property(fc.integer({ min: -30_000, max: 30_000 }), (m) => {
      const { year, month } = civilFromDay(firstDayOfMonth(m));
      expect(lastDayOfMonth(m) - firstDayOfMonth(m) + 1).toBe(daysInMonth(year, month));
      expect(monthNumber(firstDayOfMonth(m))).toBe(m);
      expect(monthNumber(lastDayOfMonth(m))).toBe(m);
    }),
  );
  expect(isoMonth(monthNumber(dayNumber("2023-11-15")))).toBe("2023-11");
});

test.each(["2023-02-29", "2023-04-31", "2023-00-10", "2023-13-01", "2023-1-1", "2023-11", "15/11/2023", "", "-0000-01-01"])("%j is refused as a day", (text) => {
  let caught: unknown;
  try {
    dayNumber(text);
  } catch (e) {
    caught = e;
  }
  expect(isFault(caught, "edtf-invalid")).toBe(true);
});

test("a day in words stays the same day in any zone and language", () => {
  expect(formatDay(19676, "en")).toBe("November 15, 2023");
  expect(formatDay(19676, "fr")).toBe("15 novembre 2023");
  expect(formatDay(19676, "ar")).toContain("نوفمبر");
});
