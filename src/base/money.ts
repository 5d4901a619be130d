import { addDecimal, compareDecimal, divideDecimal, multiplyDecimal, parseDecimal, printDecimal } from "./decimal.ts";

/** A sum as a record holds it. `amount` is a decimal string, never a float: "2100000000", "-12.5". */
export type Amount = { readonly amount: string; readonly currency: string };

/**
 * One year's average rate: `units` of the currency were worth `usd` US dollars.
 *
 * Two figures instead of one, so that a rate stays as its source states it, in either direction and through a third
 * currency: 121.04 yen for 1 dollar, 1 euro for 1.1095 dollars, 655.957 CFA francs for 1.1095 dollars.
 */
export type Rate = { readonly currency: string; readonly year: number; readonly units: string; readonly usd: string; readonly source: string };

/** Rates by `CUR 2015`; build it with `rateTable`. */
export type RateTable = ReadonlyMap<string, Rate>;

export type Converted =
  | { readonly kind: "converted"; readonly money: Amount; readonly from: Rate | null; readonly to: Rate | null }
  | { readonly kind: "unknown"; readonly reason: "no-rate"; readonly currency: string; readonly year: number };

/** Later rows win over earlier ones, so that an operator's own table can follow the shipped one. */
export function rateTable(rates: Iterable<Rate>): RateTable {
  const table = new Map<string, Rate>();
  for (const rate of rates) table.set(`${rate.currency} ${rate.year}`, rate);
  return table;
}

/**
 * A sum in another currency, by the average rate of that year, rounded half away from zero to cents.
 *
 * Without a rate the answer is unknown: no neighbouring year is taken, because a guess would enter totals that look exact.
 *
 * @throws fault "money-invalid" when the amount is no decimal
 */
export function convert(money: Amount, currency: string, year: number, rates: RateTable): Converted {
  if (money.currency === currency) return { kind: "converted", money: { amount: printDecimal(parseDecimal(money.amount)), currency }, from: null, to: null };
  const from = money.currency === "USD" ? null : rates.get(`${money.currency} ${year}`);
  if (from === undefined) return { kind: "unknown", reason: "no-rate", currency: money.currency, year };
  const to = currency === "USD" ? null : rates.get(`${currency} ${year}`);
  if (to === undefined) return { kind: "unknown", reason: "no-rate", currency, year };
  // amount × (usd / units) of the one ÷ (usd / units) of the other, divided once at the end
  const top = multiplyDecimal(multiplyDecimal(parseDecimal(money.amount), parseDecimal(from?.usd ?? "1")), parseDecimal(to?.units ?? "1"));
  const bottom = multiplyDecimal(parseDecimal(from?.units ?? "1"), parseDecimal(to?.usd ?? "1"));
  return { kind: "converted", money: { amount: printDecimal(divideDecimal(top, bottom, 2)), currency }, from, to };
}

/** `convert` to US dollars. */
export function toUsd(money: Amount, year: number, rates: RateTable): Converted {
  return convert(money, "USD", year, rates);
}

/** @throws RangeError when the currencies differ: convert first */
export function addMoney(a: Amount, b: Amount): Amount {
  sameCurrency(a, b);
  return { amount: printDecimal(addDecimal(parseDecimal(a.amount), parseDecimal(b.amount))), currency: a.currency };
}

/** @throws RangeError when the currencies differ: convert first */
export function compareMoney(a: Amount, b: Amount): -1 | 0 | 1 {
  sameCurrency(a, b);
  return compareDecimal(parseDecimal(a.amount), parseDecimal(b.amount));
}

function sameCurrency(a: Amount, b: Amount): void {
  if (a.currency !== b.currency) throw new RangeError(`one currency expected, found ${a.currency} and ${b.currency}`);
}
