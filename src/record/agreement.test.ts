import fc from "fast-check";
import { expect, test } from "vitest";
import { anyDateText, anyEdtfText } from "../base/any-edtf.ts";
import { agree } from "./agreement.ts";
import type { ClaimValue } from "./agreement.ts";
import type { FieldType } from "./field-catalogue.ts";

fc.configureGlobal({ seed: 20_261_124 });

const table: [FieldType, ClaimValue, ClaimValue, boolean][] = [
  ["date", "2022-05", "2022-05-11", true],
  ["date", "2014-09-10", "2014-09-11", false],
  ["date", "[..2016-08-24]", "2015-06-02", true],
  ["date", "[..2016-08-24]", "2016-09", false],
  ["date", "[2022-05,2022-07]", "2022-06-10", false],
  ["days", "2023-03-01", "2023-03-01/2023-03-02", false],
  ["days", "2023-03", "2023-03-01/2023-03-02", true],
  ["days", "2023-03-01/2023-03-02", "2023", true],
  ["days", "2024-09-30", "2024-10", false],
  ["days", "2023-03-01/2023-03-01", "2023-03-01", true],
  ["days", "2023-03/2023-04", "2023-03-30/2023-04-02", true],
  ["days", "2023-03-01/2023-03-03", "2023-03-01/2023-03-02", false],
  ["days", "[2022-01..2022-03]", "2022-02", true],
  ["days", "[2022-01,2022-03]", "2022-02-10", false],
  ["days", "[2022-01,2022-03]", "[2022-01-11,2022-03-02]", true],
  ["name", "Côte d'Ivoire", "COTE D’IVOIRE", true],
  ["name", "Ismail Chekkori", "Ismail Chakouri", false],
  ["name", "إسماعيل الشقوري", "اسماعيل الشقوري", true],
  ["name", "…", "—", false],
  ["words", "Africa  Focus Group ", "Africa Focus Group", true],
  ["words", "Group", "group", false],
  ["integer", 68, 66, false],
  ["integer", 68, 68, true],
  ["money", { amount: "500000000", currency: "USD" }, { amount: "500000000.00", currency: "USD" }, true],
  ["money", { amount: "500000000", currency: "USD" }, { amount: "500000000", currency: "EUR" }, false],
  ["refs", ["IT", "MA", "NE", "US"], ["US", "NE", "MA", "IT"], true],
  ["refs", ["IT", "MA", "NE", "US"], ["IT", "MA", "SA", "US"], false],
  ["refs", [], ["IT"], false],
  ["ref", "m-1", "m-2", false],
  ["code", "ministerial", "experts", false],
  ["date", "not a date", "2022", false],
  ["date", "not a date", "not a date", true],
  ["money", { amount: "lots", currency: "USD" }, { amount: "1", currency: "USD" }, false],
  ["integer", 68, "68", false],
];

test.each(table)("%s %j and %j agree: %s", (type, a, b, expected) => {
  expect(agree(type, a, b)).toBe(expected);
  expect(agree(type, b, a)).toBe(expected);
});

test("a date agrees with itself, both ways alike, and days agree only where dates would", () => {
  fc.assert(
    fc.property(anyEdtfText, anyEdtfText, (a, b) => {
      for (const type of ["date", "days"] as const) {
        expect(agree(type, a, a)).toBe(true);
        expect(agree(type, a, b)).toBe(agree(type, b, a));
      }
      if (agree("days", a, b)) expect(agree("date", a, b)).toBe(true);
    }),
  );
});

test("a date agrees as a set of itself does", () => {
  fc.assert(
    fc.property(anyDateText, anyDateText, (a, b) => {
      expect(agree("date", `[${a.replace(/[[\]]/g, "")}]`, b)).toBe(agree("date", a, b));
    }),
  );
});

test("a thing may have many other names: they never disagree", () => {
  expect(agree("alias", "CIFG", "Counter-ISIS Finance Group")).toBe(true);
});
