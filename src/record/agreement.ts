import { compareDecimal, parseDecimal } from "../base/decimal.ts";
import { lower, shareADay, tryParseEdtf, upper } from "../base/edtf.ts";
import type { DayBounds, Edtf } from "../base/edtf.ts";
import { isFault } from "../base/errors.ts";
import { normaliseName } from "../base/names.ts";
import type { FieldType } from "./field-catalogue.ts";
import type { ClaimRow } from "./rows.ts";

export type ClaimValue = ClaimRow["value"];

/**
 * Whether two claims for one field can both be right.
 *
 * Dates agree when some day is possible for both ("2022-05" and "2022-05-11"). Days something took agree only when their
 * extent is the same or one is a coarser statement that holds the other: "2023-03" and "2023-03-01/2023-03-02" agree,
 * "2023-03-01" and "2023-03-01/2023-03-02" do not, because the one says that it was over on the first day. Names agree when the
 * same letters are left after normalisation; two spellings differ. All else agrees when equal.
 *
 * Agreement is no equivalence: May agrees with the 11th and with the 20th, which differ. A value that is not of the
 * field's type agrees only with itself.
 */
export function agree(type: FieldType, a: ClaimValue, b: ClaimValue): boolean {
  if (type === "alias") return true; // one may be known by many names
  if (typeof a === "string" && typeof b === "string") return a === b || agreeTexts(type, a, b);
  if (isList(a) && isList(b)) return new Set(a).symmetricDifference(new Set(b)).size === 0;
  if (isMoney(a) && isMoney(b)) return a.currency === b.currency && sameAmount(a.amount, b.amount);
  return a === b;
}

function agreeTexts(type: FieldType, a: string, b: string): boolean {
  if (type === "name") {
    const name = normaliseName(a);
    return name !== "" && name === normaliseName(b);
  }
  if (type === "date" || type === "days") {
    const [x, y] = [tryParseEdtf(a), tryParseEdtf(b)];
    if (x === null || y === null) return false;
    return type === "date" ? shareADay(x, y) : extentHolds(x, y) || extentHolds(y, x);
  }
  return tidy(a) === tidy(b);
}

/** Whether a says nothing against b: b's whole extent lies in the one stretch that a leaves open, or each end of b in that end of a. */
function extentHolds(a: Edtf, b: Edtf): boolean {
  if (a.shape === "interval") return within(b.start, a.start) && within(b.end, a.end);
  if (a.shape === "day") return b.first === a.first && b.last === a.last;
  return a.parts.some((part) => lower(part) <= b.first && b.last <= upper(part));
}

function within(inner: DayBounds, outer: DayBounds): boolean {
  return lower(outer) <= lower(inner) && upper(inner) <= upper(outer);
}

function sameAmount(a: string, b: string): boolean {
  if (a === b) return true;
  try {
    return compareDecimal(parseDecimal(a), parseDecimal(b)) === 0;
  } catch (e) {
    if (isFault(e, "money-invalid")) return false;
    throw e;
  }
}

function tidy(text: string): string {
  return text.normalize("NFC").trim().replaceAll(/\s+/gu, " ");
}

function isList(value: ClaimValue): value is readonly string[] {
  return Array.isArray(value);
}

function isMoney(value: ClaimValue): value is { readonly amount: string; readonly currency: string } {
  return typeof value === "object" && !Array.isArray(value);
}
