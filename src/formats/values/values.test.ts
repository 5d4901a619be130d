import fc from "fast-check";
import { expect, test } from "vitest";
import { readDecimal } from "./decimal.ts";
import { readIsoDate, readIsoMoment } from "./iso-date.ts";
import { readLanguage } from "./language.ts";
import { readPercent } from "./percent.ts";
import { rawExcerpt, shortly } from "./raw-excerpt.ts";

test.each([
  ["1000", "1000"],
  ["+0007.50", "7.50"],
  ["-.5", "-0.5"],
  ["5.", "5"],
  ["-0.00", "0.00"],
  [" 12 ", "12"],
  ["1.5E+7", "15000000"],
  ["1.25e-3", "0.00125"],
  ["12.345e1", "123.45"],
  ["", undefined],
  [".", undefined],
  ["-", undefined],
  ["1,000", undefined],
  ["1 000", undefined],
  ["١٠", undefined],
  ["0x10", undefined],
  ["NaN", undefined],
  ["1e999", undefined],
  ["9".repeat(39), undefined],
])("the amount %j is %j", (text, decimal) => {
  expect(readDecimal(text)).toBe(decimal);
});

test("an amount is worth what it was worth, and reading it twice changes nothing", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (n) => {
      const text = readDecimal(String(n));
      if (text === undefined) return;
      expect(Number(text)).toBe(n === 0 ? 0 : n);
      expect(readDecimal(text)).toBe(text);
    }),
    { seed: 1 },
  );
});

test.each([
  ["0", 0],
  ["100.00", 100],
  ["33.3", 33.3],
  ["100.01", undefined],
  ["-1", undefined],
  ["50%", undefined],
  ["33,3", undefined],
])("the share %j is %j", (text, percent) => {
  expect(readPercent(text)).toBe(percent);
});

test.each([
  ["2024-02-29", { kind: "date", date: "2024-02-29" }],
  ["2023-02-29", { kind: "invalid" }],
  [" 2024-05-31Z", { kind: "date", date: "2024-05-31" }],
  ["2024-05-31+02:00", { kind: "date", date: "2024-05-31" }],
  ["2024-05-31T00:00:00.000Z", { kind: "date", date: "2024-05-31" }],
  ["2024-05", { kind: "date", date: "2024-05" }],
  ["2024", { kind: "date", date: "2024" }],
  ["2024-13-01", { kind: "invalid" }],
  ["2024-21", { kind: "invalid" }],
  ["0001-01-01T00:00:00", { kind: "stand-in", date: "0001-01-01" }],
  ["9999-12-31", { kind: "stand-in", date: "9999-12-31" }],
  ["31/05/2024", { kind: "invalid" }],
  ["5000000", { kind: "invalid" }],
])("the date %j is %j", (text, read) => {
  expect(readIsoDate(text)).toEqual(read);
});

test.each([
  ["2024-05-31", "2024-05-31"],
  ["2024-05-31T12:00:00Z", "2024-05-31T12:00:00Z"],
  ["2024-05-31 12:00", "2024-05-31T12:00"],
  ["2024-05-31T12:00:00.123456+02:00", "2024-05-31T12:00:00.123456+02:00"],
  ["2024-05-31T24:00:00", undefined],
  ["2024-02-30T12:00:00", undefined],
  ["yesterday", undefined],
])("the moment %j is %j", (text, moment) => {
  expect(readIsoMoment(text)).toBe(moment);
});

test.each([
  ["EN", "en"],
  ["fr-ca", "fr-CA"],
  ["pt_BR", "pt-BR"],
  ["English", undefined],
  ["", undefined],
  ["e", undefined],
])("the language %j is %j", (text, language) => {
  expect(readLanguage(text)).toBe(language);
});

test("what is kept of a record fits 64 KiB in UTF-8, ends at a whole character and can be stored", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", minLength: 1, maxLength: 50 }),
      fc.integer({ min: 1, max: 5000 }),
      (unit, times) => {
        const kept = rawExcerpt(unit.repeat(times));
        expect(new TextEncoder().encode(kept).length).toBeLessThanOrEqual(65_536);
        expect(kept).not.toContain("\u0000");
        expect(/[\ud800-\udbff]$/.test(kept)).toBe(false);
      },
    ),
    { seed: 2, numRuns: 50 },
  );
  expect(shortly(` a\n b ${"c".repeat(500)}`)).toHaveLength(120);
});
