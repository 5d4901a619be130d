import { fault } from "./errors.ts";

/**
 * Days are integers since 1970-01-01 in the proleptic Gregorian calendar (year 0 is 1 BC), months are
 * integers since 1970-01. No clock and no time zone: a day in a record is a day, wherever it is read.
 * The day arithmetic is Howard Hinnant's "chrono-compatible low-level date algorithms" (days_from_civil), exact
 * for every year that EDTF can write.
 */
export type CivilDay = { readonly year: number; readonly month: number; readonly day: number };

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Number of days in a month; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day number of a calendar day. The parts are taken as they are: check them first (see `dayNumber`). */
export function dayFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

export function civilFromDay(n: number): CivilDay {
  const z = n + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1 };
}

/**
 * The day number of `YYYY-MM-DD`.
 *
 * @throws fault "edtf-invalid" when the text is no such day (a 30 February, a month alone).
 */
export function dayNumber(text: string): number {
  const match = /^(-?\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) throw fault("edtf-invalid", { found: text, expected: "a day, YYYY-MM-DD" });
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (match[1] === "-0000") throw fault("edtf-invalid", { found: text, expected: "year 0000 without a sign" });
  if (month < 1 || month > 12) throw fault("edtf-invalid", { found: text, expected: "a month from 01 to 12" });
  const most = daysInMonth(year, month);
  if (day < 1 || day > most) throw fault("edtf-invalid", { found: text, expected: `a day from 01 to ${most}` });
  return dayFromCivil(year, month, day);
}

/** `YYYY-MM-DD`; years beyond four digits as ISO 8601 expands them (`+012022-05-11`). */
export function isoDay(n: number): string {
  const { year, month, day } = civilFromDay(n);
  return `${isoYear(year)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** A day in words of a language, e.g. `formatDay(19676, "fr")` is "15 novembre 2023". Isolate it in running text (see bidi.ts). */
export function formatDay(n: number, language: string, style: "full" | "long" | "medium" | "short" = "long"): string {
  return new Intl.DateTimeFormat(language, { dateStyle: style, timeZone: "UTC", calendar: "gregory" }).format(n * 86_400_000);
}

/** Months since 1970-01 of a day number. */
export function monthNumber(day: number): number {
  const civil = civilFromDay(day);
  return (civil.year - 1970) * 12 + civil.month - 1;
}

export function firstDayOfMonth(month: number): number {
  return dayFromCivil(1970 + Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 1);
}

export function lastDayOfMonth(month: number): number {
  return firstDayOfMonth(month + 1) - 1;
}

/** `YYYY-MM` of a month number. */
export function isoMonth(month: number): string {
  return isoDay(firstDayOfMonth(month)).slice(0, -3);
}

function isoYear(year: number): string {
  if (year < -9999) return `-${pad(-year, 6)}`;
  if (year < 0) return `-${pad(-year, 4)}`;
  return year > 9999 ? `+${pad(year, 6)}` : pad(year, 4);
}

function pad(n: number, width: number): string {
  return String(n).padStart(width, "0");
}
