import { readDecimal } from "./decimal.ts";

/** A share in percent, 0 to 100; undefined when the text is no number or lies outside. */
export function readPercent(text: string): number | undefined {
  const decimal = readDecimal(text);
  if (decimal === undefined) return undefined;
  const value = Number(decimal);
  return value >= 0 && value <= 100 ? value : undefined;
}
