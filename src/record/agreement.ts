import { parseDecimal, printDecimal } from "../base/decimal.ts";
import { lower, shareADay, tryParseEdtf, upper } from "../base/edtf.ts";
import type { DayBounds, Edtf } from "../base/edtf.ts";
import { isFault } from "../base/errors.ts";
import { normaliseName } from "../base/names.ts";
import type { FieldType } from "./field-catalogue.ts";
import type { ClaimRow } from "./rows.ts";

export type ClaimValue = ClaimRow["value"];

/** A claim's value read once, for comparing with many: a date, or else a text that is equal when the values are. */
export type ReadValue = { readonly kind: "date" | "days"; readonly date: Edtf } | { readonly kind: "plain"; readonly text: string } | { readonly kind: "alias" };

/**
 * Whether two claims for one field can both be right.
 *
 * Dates agree when some day is possible for both ("2022-05" and "2022-05-11"). Days something took agree only when their
 * extent is the same or one is a coarser statement that holds the other: "2023-03" and "2023-03-01/2023-03-02" agree,
 * "2023-03-01" and "2023-03-01/2023-03-02" do not, because the one says that it was over on the first day. Names agree when the
 * same letters are left after normalisation; two spellings differ. Other names of a thing never disagree: it may have many. All
 * else agrees when equal.
 *
 * Agreement is no equivalence: May agrees with the 11th and with the 20th, which differ. A value that is not of the
 * field's type agrees only with itself.
 */
export function agree(type: FieldType, a: ClaimValue, b: ClaimValue): boolean {
  return agreeRead(readValue(type, a), readValue(type, b));
}

/** `agree` for values read before. */
export function agreeRead(a: ReadValue, b: ReadValue): boolean {
  if (a.kind === "alias" || b.kind === "alias") return a.kind === b.kind;
  if (a.kind === "plain") return b.kind === "plain" && a.text === b.text;
  if (b.kind === "plain") return false;
  return a.kind === "date" ? shareADay(a.date, b.date) : extentHolds(a.date, b.date) || extentHolds(b.date, a.date);
}

export function readValue(type: FieldType, value: ClaimValue): ReadValue {
  if (type === "alias") return { kind: "alias" };
  if (typeof value === "number") return { kind: "plain", text: `number ${value}` };
  if (isList(value)) return { kind: "plain", text: `set ${JSON.stringify([...new Set(value)].sort())}` };
  if (typeof value === "object") return { kind: "plain", text: `money ${value.currency} ${plainAmount(value.amount)}` };
  if (type === "date" || type === "days") {
    const date = tryParseEdtf(value);
    return date === null ? { kind: "plain", text: `odd ${value}` } : { kind: type, date };
  }
  const name = type === "name" ? normaliseName(value) : "";
  return { kind: "plain", text: name === "" ? `text ${tidy(value)}` : `name ${name}` };
}

/** Whether a says nothing against b: each stretch of b lies in one that a leaves open, or each end of b in that end of a. */
function extentHolds(a: Edtf, b: Edtf): boolean {
  if (a.shape === "interval") return within(b.start, a.start) && within(b.end, a.end);
  if (a.shape === "day") return b.first === a.first && b.last === a.last;
  return b.parts.every((stretch) => a.parts.some((part) => within(stretch, part)));
}

function within(inner: DayBounds, outer: DayBounds): boolean {
  return lower(outer) <= lower(inner) && upper(inner) <= upper(outer);
}

/** An amount that is no decimal stands for itself alone. */
function plainAmount(amount: string): string {
  try {
    return printDecimal(parseDecimal(amount));
  } catch (e) {
    if (isFault(e, "money-invalid")) return JSON.stringify(amount);
    throw e;
  }
}

function tidy(text: string): string {
  return text.normalize("NFC").trim().replaceAll(/\s+/gu, " ");
}

function isList(value: ClaimValue): value is readonly string[] {
  return Array.isArray(value);
}
