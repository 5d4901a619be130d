import fc from "fast-check";
import { daysInMonth } from "./day.ts";

/** For tests: texts of dates from 1900 to 2100, of every kind that the reader knows. */
const year = fc.integer({ min: 1900, max: 2100 });
const month = fc.integer({ min: 1, max: 12 });
const two = (n: number) => String(n).padStart(2, "0");
const monthText = fc.tuple(year, month).map(([y, m]) => `${y}-${two(m)}`);

export const anyDayText = fc
  .tuple(year, month, fc.integer({ min: 1, max: 31 }))
  .map(([y, m, d]) => `${y}-${two(m)}-${two(Math.min(d, daysInMonth(y, m)))}`);

export const anySingleText = fc
  .tuple(
    fc.oneof(
      anyDayText,
      monthText,
      year.map(String),
      monthText.map((t) => `${t}-XX`),
      year.map((y) => `${y}-XX`),
      year.map((y) => `${String(y).slice(0, 3)}X`),
      year.map((y) => `${String(y).slice(0, 2)}XX`),
      fc.tuple(year, fc.integer({ min: 21, max: 24 })).map(([y, s]) => `${y}-${s}`),
    ),
    fc.constantFrom("", "", "", "?", "~", "%"),
  )
  .map(([text, qualifier]) => text + qualifier);

/** Two texts in order: years apart, so that neither can start after the other ends. */
const apart = fc.tuple(fc.integer({ min: 1900, max: 1990 }), fc.integer({ min: 1991, max: 2100 }), month).map(([a, b, m]) => [`${a}-${two(m)}`, String(b)] as const);

export const anySetText = fc.oneof(
  apart.map(([a, b]) => `[${a}..${b}]`),
  anyDayText.map((d) => `[..${d}]`),
  anySingleText.map((d) => `[${d}..]`),
  fc.array(anySingleText, { minLength: 1, maxLength: 4 }).map((all) => `[${all.join(",")}]`),
);

export const anyIntervalText = fc.oneof(
  apart.map(([a, b]) => `${a}/${b}`),
  anySingleText.map((d) => `${d}/..`),
  anySingleText.map((d) => `${d}/`),
  anySingleText.map((d) => `../${d}`),
  anySingleText.map((d) => `/${d}`),
);

export const anyDateText = fc.oneof(anySingleText, anySetText);
export const anyEdtfText = fc.oneof(anySingleText, anySetText, anyIntervalText);
