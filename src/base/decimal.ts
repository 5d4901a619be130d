import { fault } from "./errors.ts";

/** `unscaled` / 10^`scale`, exact. Always in lowest terms: no trailing zero is kept. */
export type Decimal = { readonly kind: "decimal"; readonly unscaled: bigint; readonly scale: number };

// Enough for any sum of money in any currency; a bound, because a file may hold a megabyte of digits.
const mostDigits = 60;

/**
 * Reads an XSD decimal: optional sign, digits, at most one point. No thousands separators, no exponent: what a
 * comma means depends on who wrote it, so the reader of the file decides before it comes here.
 *
 * @throws fault "money-invalid" {found, expected}
 */
export function parseDecimal(text: string): Decimal {
  const clean = text.trim();
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(clean);
  const [whole, fraction] = [match?.[2] ?? "", match?.[3] ?? ""];
  if (match === null || whole + fraction === "" || clean.length > mostDigits + 2) {
    const found = text.length > 80 ? `${text.slice(0, 77)}...` : text;
    throw fault("money-invalid", { found, expected: `digits with at most one point, no more than ${mostDigits}` });
  }
  const magnitude = BigInt(whole + fraction);
  return decimal(match[1] === "-" ? -magnitude : magnitude, fraction.length);
}

export function decimal(unscaled: bigint, scale: number): Decimal {
  let [n, s] = [unscaled, scale];
  while (s > 0 && n % 10n === 0n) [n, s] = [n / 10n, s - 1];
  return { kind: "decimal", unscaled: n, scale: s };
}

/** The shortest text: no plus sign, no trailing zeros, so that equal values print alike. */
export function printDecimal(d: Decimal): string {
  const digits = (d.unscaled < 0n ? -d.unscaled : d.unscaled).toString().padStart(d.scale + 1, "0");
  const at = digits.length - d.scale;
  return (d.unscaled < 0n ? "-" : "") + digits.slice(0, at) + (d.scale === 0 ? "" : `.${digits.slice(at)}`);
}

export function addDecimal(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return decimal(at(a, scale) + at(b, scale), scale);
}

export function compareDecimal(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const scale = Math.max(a.scale, b.scale);
  const [x, y] = [at(a, scale), at(b, scale)];
  return x < y ? -1 : x > y ? 1 : 0;
}

export function multiplyDecimal(a: Decimal, b: Decimal): Decimal {
  return decimal(a.unscaled * b.unscaled, a.scale + b.scale);
}

/**
 * a / b, rounded half away from zero to `places` decimals.
 *
 * @throws RangeError when b is zero
 */
export function divideDecimal(a: Decimal, b: Decimal, places: number): Decimal {
  if (b.unscaled === 0n) throw new RangeError("division by zero");
  const scale = Math.max(a.scale, b.scale);
  const [top, bottom] = [at(a, scale) * 10n ** BigInt(places), at(b, scale)];
  const [n, d] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom];
  const rounded = (2n * n + d) / (2n * d);
  return decimal(top < 0n !== bottom < 0n ? -rounded : rounded, places);
}

function at(d: Decimal, scale: number): bigint {
  return d.unscaled * 10n ** BigInt(scale - d.scale);
}
