import { dayFromCivil, daysInMonth } from "./day.ts";
import { fault, isFault } from "./errors.ts";

export { dayNumber, firstDayOfMonth, formatDay, isoDay, isoMonth, lastDayOfMonth, monthNumber } from "./day.ts";

/** The first and last possible day, ±Infinity where nothing bounds it. */
export type EdtfRange = { readonly first: number; readonly last: number };

/** One end of a date, in days since 1970-01-01: it lies on one day from `notBefore` to `notAfter`; null is unbounded or unknown. */
export type DayBounds = { readonly notBefore: number | null; readonly notAfter: number | null };

export type EdtfShape = "day" | "month" | "season" | "year" | "decade" | "century" | "set" | "interval";

/**
 * A date with precision, as EDTF (ISO 8601-2:2019) writes it: level 1, and level 2's one-of-a-set.
 *
 * A date that is no interval has one moment: `start` and `end` are equal, and "2022-05" says one day in May,
 * not the whole of it. `parts` are the stretches of days on which that moment may lie, in order and apart
 * from each other (several only for a list like `[2022-05,2022-08]`); for an interval they are the whole extent.
 */
export type Edtf = EdtfRange & {
  readonly kind: "edtf";
  /** as written, without surplus spaces */
  readonly text: string;
  readonly start: DayBounds;
  readonly end: DayBounds;
  readonly parts: readonly DayBounds[];
  /** `..` (goes on, or no bound) is "open"; an empty side is "unknown" */
  readonly startIs: "dated" | "open" | "unknown";
  readonly endIs: "dated" | "open" | "unknown";
  /** `~` or `%` anywhere */
  readonly approximate: boolean;
  /** `?` or `%` anywhere */
  readonly uncertain: boolean;
  readonly shape: EdtfShape;
};

type Single = { readonly first: number; readonly last: number; readonly approximate: boolean; readonly uncertain: boolean; readonly shape: EdtfShape };

/**
 * Reads an EDTF text.
 *
 * Seasons (`2022-21`) are the northern meteorological ones, winter beginning in December of the year named.
 * A time of day, level 2's qualified parts (`2022-~05`), seasons beyond 24 and all-of-a-set (`{…}`) are refused: the record has
 * no use for them and dropping a part silently would be worse.
 *
 * @throws fault "edtf-invalid" {found, expected}
 */
export function parseEdtf(text: string): Edtf {
  const clean = text.trim().replaceAll(/\s*,\s*/g, ",");
  if (clean === "") throw invalid(text, "a date, e.g. 2023-11-15, 2022-05, [..2016-08-24]");
  if (clean.startsWith("{")) throw invalid(text, "one date: all-of-a-set {…} is not supported");
  if (clean.startsWith("[")) return parseSet(clean);
  if (clean.includes("/")) return parseInterval(clean);
  const single = parseSingle(clean, clean);
  const bounds = { notBefore: single.first, notAfter: single.last };
  return { kind: "edtf", text: clean, start: bounds, end: bounds, parts: [bounds], startIs: "dated", endIs: "dated", ...single };
}

/** Like `parseEdtf`, null where it would throw. */
export function tryParseEdtf(text: string): Edtf | null {
  try {
    return parseEdtf(text);
  } catch (e) {
    if (isFault(e, "edtf-invalid")) return null;
    throw e;
  }
}

/** The text that `parseEdtf` reads back to the same value. */
export function printEdtf(e: Edtf): string {
  return e.text;
}

/**
 * A total order for sorting: by the earliest possible start (unbounded first), then the latest possible start, then the
 * ends, then the text, so that two values compare as 0 only when their texts are equal.
 */
export function compareEdtf(a: Edtf, b: Edtf): number {
  return (
    compareBound(a.start.notBefore, b.start.notBefore, -Infinity) ||
    compareBound(a.start.notAfter, b.start.notAfter, Infinity) ||
    compareBound(a.end.notBefore, b.end.notBefore, -Infinity) ||
    compareBound(a.end.notAfter, b.end.notAfter, Infinity) ||
    (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)
  );
}

/** Whether some day is possible for both. */
export function shareADay(a: Edtf, b: Edtf): boolean {
  return a.parts.some((p) => b.parts.some((q) => lower(p) <= upper(q) && lower(q) <= upper(p)));
}

/** The earliest day of a stretch, -Infinity where unbounded. */
export function lower(bounds: DayBounds): number {
  return bounds.notBefore ?? -Infinity;
}

/** The latest day of a stretch, Infinity where unbounded. */
export function upper(bounds: DayBounds): number {
  return bounds.notAfter ?? Infinity;
}

function compareBound(a: number | null, b: number | null, unbounded: number): number {
  const [x, y] = [a ?? unbounded, b ?? unbounded];
  return x < y ? -1 : x > y ? 1 : 0;
}

function parseSet(text: string): Edtf {
  if (!text.endsWith("]") || text.length < 3) throw invalid(text, "one of a set, e.g. [..2016-08-24] or [2022-05,2022-06]");
  const elements = text.slice(1, -1).split(",");
  const singles: Single[] = [];
  const stretches = elements.map((element, i): DayBounds => {
    const at = element.indexOf("..");
    if (at < 0) {
      const one = parseSingle(element, text);
      singles.push(one);
      return { notBefore: one.first, notAfter: one.last };
    }
    const [from, to] = [element.slice(0, at), element.slice(at + 2)];
    if (from === "" && to === "") throw invalid(text, "a date before or after ..");
    if (from === "" && i > 0) throw invalid(text, ".. without a start only at the beginning of the set");
    if (to === "" && i < elements.length - 1) throw invalid(text, ".. without an end only at the end of the set");
    const a = from === "" ? null : parseSingle(from, text);
    const b = to === "" ? null : parseSingle(to, text);
    if (a !== null && b !== null && a.first > b.last) throw invalid(text, "a range that does not end before it starts");
    for (const s of [a, b]) if (s !== null) singles.push(s);
    return { notBefore: a?.first ?? null, notAfter: b?.last ?? null };
  });
  const parts = merge(stretches);
  const bounds = { notBefore: parts[0]?.notBefore ?? null, notAfter: parts.at(-1)?.notAfter ?? null };
  return {
    kind: "edtf",
    text,
    start: bounds,
    end: bounds,
    parts,
    startIs: bounds.notBefore === null ? "open" : "dated",
    endIs: bounds.notAfter === null ? "open" : "dated",
    first: lower(bounds),
    last: upper(bounds),
    approximate: singles.some((s) => s.approximate),
    uncertain: singles.some((s) => s.uncertain),
    shape: "set",
  };
}

function parseInterval(text: string): Edtf {
  const sides = text.split("/");
  const [from, to] = sides;
  if (sides.length !== 2 || from === undefined || to === undefined) throw invalid(text, "an interval with one /, e.g. 2023-03-01/2023-03-02");
  const a = from === "" || from === ".." ? null : parseSingle(from, text);
  const b = to === "" || to === ".." ? null : parseSingle(to, text);
  if (a === null && b === null) throw invalid(text, "an interval with a date on one side at least");
  if (a !== null && b !== null && a.first > b.last) throw invalid(text, "an interval that does not end before it starts");
  const start = { notBefore: a?.first ?? null, notAfter: a?.last ?? null };
  const end = { notBefore: b?.first ?? null, notAfter: b?.last ?? null };
  return {
    kind: "edtf",
    text,
    start,
    end,
    parts: [{ notBefore: start.notBefore, notAfter: end.notAfter }],
    startIs: from === "" ? "unknown" : from === ".." ? "open" : "dated",
    endIs: to === "" ? "unknown" : to === ".." ? "open" : "dated",
    first: lower(start),
    last: upper(end),
    approximate: a?.approximate === true || b?.approximate === true,
    uncertain: a?.uncertain === true || b?.uncertain === true,
    shape: "interval",
  };
}

/** One date of level 1, with a qualifier at its end or none. `whole` is the text that a person wrote, for the error. */
function parseSingle(text: string, whole: string): Single {
  const qualifier = /[?~%]$/.exec(text)?.[0] ?? "";
  const bare = qualifier === "" ? text : text.slice(0, -1);
  const approximate = qualifier === "~" || qualifier === "%";
  const uncertain = qualifier === "?" || qualifier === "%";
  const made = (first: number, last: number, shape: EdtfShape): Single => ({ first, last, approximate, uncertain, shape });
  const years = (from: number, to: number, shape: EdtfShape) => made(dayFromCivil(from, 1, 1), dayFromCivil(to, 12, 31), shape);

  if (/[T ]\d{1,2}:/.test(bare)) throw invalid(whole, "a date without a time of day");
  if (/[?~%]/.test(bare)) throw invalid(whole, "? ~ or % only at the end of a date");

  const long = /^Y(-?[1-9]\d{4,8})$/.exec(bare);
  if (long !== null) return years(Number(long[1]), Number(long[1]), "year");
  const blurred = /^(\d{2})(?:XX|(\d)X)$/.exec(bare);
  if (blurred !== null) {
    const [century, decade] = [Number(blurred[1]) * 100, blurred[2]];
    return decade === undefined ? years(century, century + 99, "century") : years(century + Number(decade) * 10, century + Number(decade) * 10 + 9, "decade");
  }

  const parts = /^(-?\d{4})(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?$/.exec(bare);
  if (parts === null) throw invalid(whole, "YYYY, YYYY-MM or YYYY-MM-DD");
  if (parts[1] === "-0000") throw invalid(whole, "year 0000 without a sign");
  const [year, monthText, dayText] = [Number(parts[1]), parts[2], parts[3]];
  if (monthText === undefined) return years(year, year, "year");
  if (monthText === "XX") {
    if (dayText !== undefined && dayText !== "XX") throw invalid(whole, "no day where the month is XX");
    return years(year, year, "year");
  }
  const month = Number(monthText);
  if (month >= 21 && month <= 24 && dayText === undefined) {
    const begins = (month - 20) * 3;
    const [endYear, ends] = month === 24 ? [year + 1, 2] : [year, begins + 2];
    return made(dayFromCivil(year, begins, 1), dayFromCivil(endYear, ends, daysInMonth(endYear, ends)), "season");
  }
  if (month < 1 || month > 12) throw invalid(whole, "a month from 01 to 12, or a season from 21 to 24");
  const most = daysInMonth(year, month);
  if (dayText === undefined || dayText === "XX") return made(dayFromCivil(year, month, 1), dayFromCivil(year, month, most), "month");
  const day = Number(dayText);
  if (day < 1 || day > most) throw invalid(whole, `a day from 01 to ${most}`);
  const n = dayFromCivil(year, month, day);
  return made(n, n, "day");
}

/** Stretches in order, those that touch or overlap made one. */
function merge(stretches: readonly DayBounds[]): readonly DayBounds[] {
  const merged: DayBounds[] = [];
  for (const next of stretches.toSorted((a, b) => lower(a) - lower(b) || 0)) {
    const last = merged.at(-1);
    if (last !== undefined && lower(next) <= upper(last) + 1) {
      merged[merged.length - 1] = upper(next) > upper(last) ? { notBefore: last.notBefore, notAfter: next.notAfter } : last;
    } else merged.push(next);
  }
  return merged;
}

function invalid(found: string, expected: string) {
  return fault("edtf-invalid", { found, expected });
}
