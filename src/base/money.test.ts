import fc from "fast-check";
import { expect, test } from "vitest";
import { addDecimal, compareDecimal, decimal, divideDecimal, multiplyDecimal, parseDecimal, printDecimal } from "./decimal.ts";
import { addMoney, compareMoney, convert, rateTable, toUsd } from "./money.ts";

fc.configureGlobal({ seed: 20_261_124 });

const anyDecimal = fc.tuple(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.integer({ min: 0, max: 12 })).map(([n, scale]) => decimal(n, scale));

test.each([
  ["2100000000", "2100000000"],
  ["-12.50", "-12.5"],
  ["+.5", "0.5"],
  ["5.", "5"],
  ["-0.00", "0"],
  ["0.1", "0.1"],
])("%s is %s", (text, printed) => {
  expect(printDecimal(parseDecimal(text))).toBe(printed);
});

test.each(["", ".", "1,000", "1e6", "12.5.1", "--1", "1 000", "NaN", "٣", "9".repeat(80)])("%j is refused as an amount", (text) => {
  expect(() => parseDecimal(text)).toThrow(expect.objectContaining({ code: "money-invalid" }));
});

test("decimals are exact: print and read, add and subtract, order", () => {
  fc.assert(
    fc.property(anyDecimal, anyDecimal, (a, b) => {
      expect(parseDecimal(printDecimal(a))).toEqual(a);
      expect(addDecimal(a, b)).toEqual(addDecimal(b, a));
      expect(addDecimal(addDecimal(a, b), multiplyDecimal(b, parseDecimal("-1")))).toEqual(a);
      expect(compareDecimal(a, b) + compareDecimal(b, a)).toBe(0);
      expect(compareDecimal(a, b) === 0).toBe(printDecimal(a) === printDecimal(b));
    }),
  );
  expect(printDecimal(addDecimal(parseDecimal("0.1"), parseDecimal("0.2")))).toBe("0.3");
});

test.each([
  ["1", "3", 2, "0.33"],
  ["2", "3", 2, "0.67"],
  ["0.125", "1", 2, "0.13"],
  ["-0.125", "1", 2, "-0.13"],
  ["1", "-8", 2, "-0.13"],
  ["100", "0.5", 0, "200"],
])("%s / %s to %i places is %s", (a, b, places, result) => {
  expect(printDecimal(divideDecimal(parseDecimal(a), parseDecimal(b), places))).toBe(result);
});

const rates = rateTable([
  { currency: "EUR", year: 2015, units: "1", usd: "1.1095", source: "test" },
  { currency: "XOF", year: 2015, units: "655.957", usd: "1.1095", source: "test" },
  { currency: "JPY", year: 2015, units: "121.04", usd: "1", source: "test" },
]);

test.each([
  ["100", "EUR", "USD", "110.95"],
  ["655957", "XOF", "EUR", "1000"],
  ["1000000", "XOF", "USD", "1691.42"],
  ["12104", "JPY", "USD", "100"],
  ["100", "USD", "JPY", "12104"],
  ["7.50", "GBP", "GBP", "7.5"],
  ["-50", "EUR", "USD", "-55.48"],
])("%s %s is %s %s in 2015", (amount, from, to, result) => {
  expect(convert({ amount, currency: from }, to, 2015, rates)).toMatchObject({ kind: "converted", money: { amount: result, currency: to } });
});

test("no rate, no amount: neither another year nor another currency is taken instead", () => {
  expect(toUsd({ amount: "100", currency: "EUR" }, 2016, rates)).toEqual({ kind: "unknown", reason: "no-rate", currency: "EUR", year: 2016 });
  expect(convert({ amount: "100", currency: "USD" }, "NGN", 2015, rates)).toEqual({ kind: "unknown", reason: "no-rate", currency: "NGN", year: 2015 });
});

test("a later row of the table wins, as an operator's own rates follow the shipped ones", () => {
  const own = rateTable([...rates.values(), { currency: "EUR", year: 2015, units: "1", usd: "1.11", source: "own" }]);
  expect(toUsd({ amount: "100", currency: "EUR" }, 2015, own)).toMatchObject({ money: { amount: "111" }, from: { source: "own" } });
});

test("sums of two currencies are not added or compared", () => {
  expect(addMoney({ amount: "0.1", currency: "USD" }, { amount: "0.2", currency: "USD" })).toEqual({ amount: "0.3", currency: "USD" });
  expect(compareMoney({ amount: "2", currency: "USD" }, { amount: "2.00", currency: "USD" })).toBe(0);
  expect(() => addMoney({ amount: "1", currency: "USD" }, { amount: "1", currency: "EUR" })).toThrow(RangeError);
});
