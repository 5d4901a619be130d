import { isolateLtr } from "../words/isolate.ts";
import { type Language, localeOf } from "../words/language.ts";

/** "4.2 MB", in the way the language writes it. */
export function fileSize(bytes: number, language: Language): string {
  const unit = bytes >= 1e9 ? "gigabyte" : bytes >= 1e6 ? "megabyte" : bytes >= 1e3 ? "kilobyte" : "byte";
  const value = bytes / { gigabyte: 1e9, megabyte: 1e6, kilobyte: 1e3, byte: 1 }[unit];
  const words = new Intl.NumberFormat(localeOf[language], { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: value < 10 && unit !== "byte" ? 1 : 0 }).format(value);
  return language === "ar" ? words : isolateLtr(words);
}
