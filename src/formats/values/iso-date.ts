import { tryParseEdtf } from "../../base/edtf.ts";

export type ReadDate =
  | { readonly kind: "date"; readonly date: string }
  | { readonly kind: "stand-in"; readonly date: string }
  | { readonly kind: "invalid" };

/**
 * A calendar date as XML Schema writes it: `2024-05-31`, with a time or a zone behind it or not (both are left out:
 * a day in a record is a day wherever it is read). A year or a month alone is taken at its precision.
 *
 * "stand-in" is a real date that programs write for "none" (0001-01-01, 9999-12-31): a year outside 1900 to 2199.
 */
export function readIsoDate(text: string): ReadDate {
  const match = shape.exec(text.trim());
  const date = match?.[1];
  if (date === undefined || tryParseEdtf(date) === null) return { kind: "invalid" };
  const year = Number(date.slice(0, 4));
  return { kind: year < 1900 || year > 2199 ? "stand-in" : "date", date };
}

const shape = /^(\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?)(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:\d{2})?$/;

/** A moment or a day, as stated, or undefined: `2021-05-24T14:50:54`, `2023-01-23T21:57:41.962Z`, `2024-05-31`. */
export function readIsoMoment(text: string): string | undefined {
  const clean = text.trim().replace(/^(\d{4}-\d{2}-\d{2}) (?=\d{2}:)/, "$1T");
  if (!moment.test(clean) || tryParseEdtf(clean.slice(0, 10)) === null) return undefined;
  return clean;
}

const moment =
  /^\d{4}-\d{2}-\d{2}(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?$/;
