import fc from "fast-check";
import { expect, test } from "vitest";
import { anyEdtfText, anySetText } from "./any-edtf.ts";
import { compareEdtf, dayNumber, isoDay, lower, parseEdtf, printEdtf, shareADay, tryParseEdtf, upper } from "./edtf.ts";
import type { DayBounds } from "./edtf.ts";
import { isFault } from "./errors.ts";

fc.configureGlobal({ seed: 20_261_124 });

const show = ({ notBefore, notAfter }: DayBounds) => `${notBefore === null ? ".." : isoDay(notBefore)} ${notAfter === null ? ".." : isoDay(notAfter)}`;

test.each([
  ["2023-11-15", "day", "2023-11-15 2023-11-15"],
  ["2022-05", "month", "2022-05-01 2022-05-31"],
  ["2024-02-XX", "month", "2024-02-01 2024-02-29"],
  ["2022", "year", "2022-01-01 2022-12-31"],
  ["2022-XX", "year", "2022-01-01 2022-12-31"],
  ["2022-XX-XX", "year", "2022-01-01 2022-12-31"],
  ["202X", "decade", "2020-01-01 2029-12-31"],
  ["19XX", "century", "1900-01-01 1999-12-31"],
  ["2022-21", "season", "2022-03-01 2022-05-31"],
  ["2023-24", "season", "2023-12-01 2024-02-29"],
  ["-0044-03-15", "day", "-0044-03-15 -0044-03-15"],
  ["Y17000", "year", "+017000-01-01 +017000-12-31"],
  ["[..2016-08-24]", "set", ".. 2016-08-24"],
  ["[2023-06-08..2023-11-15]", "set", "2023-06-08 2023-11-15"],
  ["[2014-12..]", "set", "2014-12-01 .."],
  ["[2022-05,2022-06]", "set", "2022-05-01 2022-06-30"],
  ["[..2019, 2022-05, 2024..]", "set", ".. .."],
])("%s is a %s from %s", (text, shape, bounds) => {
  const e = parseEdtf(text);
  expect(e.shape).toBe(shape);
  expect(show(e.start)).toBe(bounds);
  expect(e.end).toEqual(e.start);
});

test.each([
  ["2023-03-01/2023-03-02", "2023-03-01 2023-03-01", "2023-03-02 2023-03-02", "dated", "dated"],
  ["2022-05/2023", "2022-05-01 2022-05-31", "2023-01-01 2023-12-31", "dated", "dated"],
  ["2021-12-02/..", "2021-12-02 2021-12-02", ".. ..", "dated", "open"],
  ["2021-12-02/", "2021-12-02 2021-12-02", ".. ..", "dated", "unknown"],
  ["/2022", ".. ..", "2022-01-01 2022-12-31", "unknown", "dated"],
  ["../2022", ".. ..", "2022-01-01 2022-12-31", "open", "dated"],
])("%s starts %s and ends %s", (text, start, end, startIs, endIs) => {
  const e = parseEdtf(text);
  expect([show(e.start), show(e.end), e.startIs, e.endIs, e.shape]).toEqual([start, end, startIs, endIs, "interval"]);
});

test.each([
  ["2022?", false, true],
  ["2022-05~", true, false],
  ["2022-05-11%", true, true],
  ["2022~/2023", true, false],
  ["[2021,2022?]", false, true],
  ["[2021~..2023]", true, false],
  ["2022", false, false],
])("%s: approximate %s, uncertain %s", (text, approximate, uncertain) => {
  expect(parseEdtf(text)).toMatchObject({ approximate, uncertain });
});

test("a list keeps its gaps: June is not possible in [2022-05,2022-07], and neighbours make one stretch", () => {
  expect(shareADay(parseEdtf("[2022-05,2022-07]"), parseEdtf("2022-06"))).toBe(false);
  expect(shareADay(parseEdtf("[2022-05,2022-07]"), parseEdtf("2022-07-31"))).toBe(true);
  expect(parseEdtf("[2022-06,2022-05,2022-05-11]").parts).toHaveLength(1);
});

test.each([
  ["2023-02-29", "a day from 01 to 28"],
  ["2022-13", "a month from 01 to 12, or a season from 21 to 24"],
  ["2022/2021", "an interval that does not end before it starts"],
  ["[2022..2021]", "a range that does not end before it starts"],
  ["2022-05-11T10:00:00Z", "a date without a time of day"],
  ["2022-~05", "? ~ or % only at the end of a date"],
  ["{2022,2023}", "one date: all-of-a-set {…} is not supported"],
  ["[2021,..2022]", ".. without a start only at the beginning of the set"],
  ["[2021..,2022]", ".. without an end only at the end of the set"],
  ["15/11/2023", "an interval with one /, e.g. 2023-03-01/2023-03-02"],
  ["15.11.2023", "YYYY, YYYY-MM or YYYY-MM-DD"],
  ["2022-XX-11", "no day where the month is XX"],
  ["  ", "a date, e.g. 2023-11-15, 2022-05, [..2016-08-24]"],
  ["../..", "an interval with a date on one side at least"],
  ["[]", "one of a set, e.g. [..2016-08-24] or [2022-05,2022-06]"],
])("%j is refused: %s expected", (text, expected) => {
  expect(() => parseEdtf(text)).toThrow(expect.objectContaining({ code: "edtf-invalid", params: { found: text, expected } }));
  expect(tryParseEdtf(text)).toBeNull();
});

test("what is printed reads back as the same date", () => {
  fc.assert(fc.property(anyEdtfText, (text) => { expect(parseEdtf(printEdtf(parseEdtf(text)))).toEqual(parseEdtf(text)); }));
});

test("bounds are in order, and first and last hold all of it", () => {
  fc.assert(
    fc.property(anyEdtfText, (text) => {
      const e = parseEdtf(text);
      for (const b of [e.start, e.end, ...e.parts]) expect(lower(b)).toBeLessThanOrEqual(upper(b));
      expect([e.first, e.last]).toEqual([lower(e.start), upper(e.end)]);
      expect(e.first).toBeLessThanOrEqual(e.last);
    }),
  );
});

test("the stretches of a set are in order and apart", () => {
  fc.assert(
    fc.property(anySetText, (text) => {
      const { parts } = parseEdtf(text);
      for (const [i, next] of parts.slice(1).entries()) expect(lower(next)).toBeGreaterThan(upper(parts[i] ?? next) + 1);
    }),
  );
});

test("sorting is a total order: only equal texts are equal, and any shuffle sorts alike", () => {
  fc.assert(
    fc.property(fc.array(anyEdtfText, { minLength: 2, maxLength: 12 }), (texts) => {
      const sorted = texts.map(parseEdtf).sort(compareEdtf).map(printEdtf);
      expect(texts.toReversed().map(parseEdtf).sort(compareEdtf).map(printEdtf)).toEqual(sorted);
      for (const a of texts) for (const b of texts) expect(compareEdtf(parseEdtf(a), parseEdtf(b)) === 0).toBe(parseEdtf(a).text === parseEdtf(b).text);
    }),
  );
  expect(["2023", "[..2016-08-24]", "2022-05-11", "2022-05"].map(parseEdtf).sort(compareEdtf).map(printEdtf)).toEqual(["[..2016-08-24]", "2022-05", "2022-05-11", "2023"]);
});

test("any text is read or refused by the catalogue, and what is read is made of whole days", () => {
  const mess = fc.oneof(fc.string({ maxLength: 40 }), fc.array(fc.constantFrom(..."0123456789-X/.[],?~%Y{}T: \u00a0٢"), { maxLength: 24 }).map((all) => all.join("")));
  fc.assert(
    fc.property(mess, (text) => {
      try {
        const e = parseEdtf(text);
        for (const n of [e.start.notBefore, e.start.notAfter, e.end.notBefore, e.end.notAfter]) expect(n === null || Number.isSafeInteger(n)).toBe(true);
      } catch (e) {
        expect(isFault(e, "edtf-invalid")).toBe(true);
      }
    }),
    { numRuns: 5000 },
  );
});

test("a day number reads what a day prints", () => {
  fc.assert(fc.property(fc.integer({ min: dayNumber("0001-01-01"), max: dayNumber("9999-12-31") }), (n) => { expect(parseEdtf(isoDay(n)).first).toBe(n); }));
});
