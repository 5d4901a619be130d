import { isolateLtr } from "./isolate.ts";
import { type Language, localeOf } from "./language.ts";

const formats = new Map<string, Intl.NumberFormat>();
function format(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.NumberFormat(localeOf[language], options);
  formats.set(key, known);
  return known;
}

export const integer = (value: number, language: Language): string => format(language, { maximumFractionDigits: 0 }).format(value);
export const decimal = (value: number, language: Language): string => format(language, { maximumFractionDigits: 1 }).format(value);
export const percent = (share: number, language: Language): string => isolateLtr(format(language, { style: "percent", maximumFractionDigits: 0 }).format(share));

/** Millions with the figures that matter, so that a column can be compared: 182.4, 2.10, 0.31, 0.004. */
export function millions(usd: number, language: Language): string {
  const value = usd / 1e6;
  const digits = Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 0.1 ? 2 : 3;
  return format(language, { minimumFractionDigits: value === 0 ? 0 : digits, maximumFractionDigits: digits }).format(value);
}

/** An amount in its own currency, code beside it: a symbol alone does not say whose dollars. */
export function statedAmount(amount: string, currency: string | null, language: Language): string {
  const value = Number(amount);
  const figure = Number.isFinite(value) ? format(language, { maximumFractionDigits: 2 }).format(value) : amount;
  return isolateLtr(currency === null ? figure : `${figure} ${currency}`);
}
