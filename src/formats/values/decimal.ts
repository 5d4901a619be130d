/**
 * An amount as a decimal string in one way of writing: no plus sign, no needless zeros before, the decimals as
 * stated ("+0007.50" is "7.50"). `1.5E+7`, which programs write for 15000000, is taken for what it says, exactly.
 *
 * Undefined when it is no decimal number: thousands separators are not guessed at, because "1,000" is one
 * thousand for some and one for others.
 */
export function readDecimal(text: string): string | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,2}))?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, sign, whole = "", fraction = "", exponent] = match;
  if (whole + fraction === "" || whole.length + fraction.length > mostDigits) return undefined;
  const [left, right] = shift(whole, fraction, Number(exponent ?? 0));
  const digits = `${left.replace(/^0+(?=\d)/, "") || "0"}${right === "" ? "" : `.${right}`}`;
  if (digits.replace(".", "").length > mostDigits) return undefined;
  return sign === "-" && /[1-9]/.test(digits) ? `-${digits}` : digits;
}

/** More than any currency needs; keeps a damaged file from making numbers that no column holds. */
const mostDigits = 38;

function shift(whole: string, fraction: string, by: number): readonly [string, string] {
  if (by >= 0) return [whole + fraction.slice(0, by).padEnd(by, "0"), fraction.slice(by)];
  const padded = whole.padStart(-by, "0");
  return [padded.slice(0, padded.length + by), padded.slice(padded.length + by) + fraction];
}
