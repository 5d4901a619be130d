/** Currencies of which no sum of an initiative runs into the trillions. */
const strong: ReadonlySet<string> = new Set(["AUD", "CAD", "CHF", "EUR", "GBP", "KWD", "NZD", "SAR", "SGD", "USD"]);

/**
 * Whether an amount is larger than anybody could spend: from 10^12 on in a strong currency, from 10^17 on in any other
 * (that is some ten thousand million US dollars in the weakest). It is still what the file says and is taken in; a total
 * that it drowns must be explained by a warning.
 *
 * @param amount as readDecimal gives it
 * @returns what was to be expected, undefined when the amount may be right
 */
export function implausible(amount: string, currency: string | undefined): string | undefined {
  const [whole = ""] = amount.replace("-", "").split(".");
  const digits = currency !== undefined && strong.has(currency) ? 12 : 17;
  return whole.length > digits ? `an amount below 10^${digits}; it is kept as it stands` : undefined;
}
