import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { convert, rateTable, toUsd } from "../../src/base/money.ts";
import { readRates } from "../../src/base/rates-csv.ts";

const rows = readRates(readFileSync(new URL("usd-annual.csv", import.meta.url), "utf8"), "usd-annual.csv");
const rates = rateTable(rows);
const perUsd = (currency: string, year: number) => {
  const converted = convert({ amount: "10000", currency: "USD" }, currency, year, rates);
  return converted.kind === "converted" ? Number(converted.money.amount) / 10_000 : Number.NaN;
};

test("a currency has one row a year, every year from its first to its last", () => {
  expect(rates.size).toBe(rows.length);
  for (const [currency, some] of Map.groupBy(rows, (r) => r.currency)) {
    expect(some.map((r) => r.year), currency).toEqual(Array.from({ length: some.length }, (_, i) => 2005 + i));
  }
});

// Other publishers' yearly averages, in units per dollar: United States tax office (AUD, CAD 2019 to 2022), Bank of Canada (2019, through its own dollar).
test.each([
  ["AUD", 2022, 1.442],
  ["AUD", 2021, 1.332],
  ["AUD", 2019, 1.439],
  ["CAD", 2022, 1.301],
  ["CAD", 2021, 1.254],
  ["CAD", 2019, 1.3269],
  ["EUR", 2019, 1.3269 / 1.4856],
  ["GBP", 2019, 1.3269 / 1.6945],
  ["CHF", 2019, 1.3269 / 1.3352],
  ["JPY", 2019, 1.3269 / 0.01217],
  ["SEK", 2019, 1.3269 / 0.1404],
  ["NOK", 2019, 1.3269 / 0.1509],
])("%s %i lies within half a per cent of %d for a dollar", (currency, year, other) => {
  expect(Math.abs(perUsd(currency, year) / other - 1)).toBeLessThan(0.005);
});

test("no rate moves by more than half from one year to the next: a slipped digit would", () => {
  const jumps = rows.filter(({ currency, year }) => Math.abs(Math.log(perUsd(currency, year) / perUsd(currency, year - 1))) > Math.log(1.5));
  expect(jumps).toEqual([]);
});

test("both CFA francs are worth the same, and what is not known stays unknown", () => {
  expect(toUsd({ amount: "1000000", currency: "XOF" }, 2022, rates)).toMatchObject({ money: toUsd({ amount: "1000000", currency: "XAF" }, 2022, rates).kind === "converted" ? { amount: "1605.29" } : {} });
  expect(toUsd({ amount: "1", currency: "NGN" }, 2020, rates).kind).toBe("unknown");
});
