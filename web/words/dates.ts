import { hijriShown, inHijri } from "./hijri.ts";
import { isolate } from "./isolate.ts";
import { type Language, localeOf } from "./language.ts";

const formats = new Map<string, Intl.DateTimeFormat>();
function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(localeOf[language], { ...options, timeZone: "UTC", calendar: "gregory" });
  formats.set(key, known);
  return known;
}

const utc = (day: string) => new Date(`${day}T00:00:00Z`);

/** The Hijri date beside, where the reader chose it. */
function beside(text: string, language: Language, from: Date, to: Date = from, monthOnly = false, own = false): string {
  return isolate(hijriShown ? `${text} (${isolate(inHijri(localeOf[language], from, to, monthOnly, own))})` : text);
}

/** "15 November 2023" from an ISO day. */
export const longDay = (day: string, language: Language): string => beside(format(language, { day: "numeric", month: "long", year: "numeric" }).format(utc(day)), language, utc(day));
export const shortDay = (day: string, language: Language): string => beside(format(language, { day: "numeric", month: "short", year: "numeric" }).format(utc(day)), language, utc(day));
/** "March 2024" from "2024-03". */
export const longMonth = (month: string, language: Language): string => beside(format(language, { month: "long", year: "numeric" }).format(utc(`${month}-01`)), language, utc(`${month}-01`), lastOf(month), true);
const lastOf = (month: string) => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0));
export const shortMonth = (month: string, language: Language): string => isolate(format(language, { month: "short", year: "numeric" }).format(utc(`${month}-01`)));

/** A date and time in the reader's own zone. */
export const instant = (at: string, language: Language): string =>
  beside(new Intl.DateTimeFormat(localeOf[language], { dateStyle: "medium", timeStyle: "short", calendar: "gregory" }).format(new Date(at)), language, new Date(at), undefined, false, true);

/** An EDTF date without brackets, tilde or question mark, at its own precision. */
export function edtfPart(text: string, language: Language): string {
  const bare = text.replace(/[?~%]/g, "");
  if (/^\d{4}-\d{2}-\d{2}$/.test(bare)) return longDay(bare, language);
  if (/^\d{4}-\d{2}$/.test(bare)) return longMonth(bare, language);
  return isolate(bare);
}

/** "1–2 March 2023": a range of days as the language writes it. */
export function dayRange(from: string, to: string, language: Language): string {
  return beside(format(language, { day: "numeric", month: "long", year: "numeric" }).formatRange(utc(from), utc(to)), language, utc(from), utc(to));
}
export function monthRange(from: string, to: string, language: Language): string {
  return isolate(format(language, { month: "short", year: "numeric" }).formatRange(utc(`${from}-01`), utc(`${to}-01`)));
}
