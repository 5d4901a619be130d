import { parseDecimal, printDecimal } from "../../base/decimal.ts";
import { parseEdtf } from "../../base/edtf.ts";
import { fault, isFault } from "../../base/errors.ts";
import { isLanguage } from "../../formats/record-csv/language.ts";
import { targets } from "../../formats/record-csv/tables.ts";
import type { ClaimValue } from "../../record/agreement.ts";
import type { FieldType } from "../../record/field-catalogue.ts";
import { fieldTypeOf } from "../../record/field-type.ts";
import type { Confidence } from "../../record/rows.ts";
import type { ClaimDays } from "../../store/queries/shipped-rows.ts";
import { claimDays } from "./claim-days.ts";
import { findQuote, keptText } from "./find-quote.ts";

/** One field's value as a person enters it, with where it stands. Exactly one of text, integer, money and refs, by the field's type. */
export type EnteredField = {
  readonly field: string;
  readonly language?: string | undefined;
  readonly text?: string | undefined;
  readonly integer?: number | undefined;
  readonly money?: { readonly amount: string; readonly currency: string | null } | undefined;
  readonly refs?: readonly string[] | undefined;
  readonly quote?:
    | { readonly text: string; readonly language: string; readonly start?: number | undefined }
    | undefined;
  readonly locator?: string | undefined;
  readonly note?: string | undefined;
  readonly confidence: Confidence;
};

/** What values are checked against: kinds of the records that are named and may be seen, the coalition's lines, the source's kept text. */
export type Known = {
  readonly kinds: ReadonlyMap<string, string>;
  readonly lines: readonly string[];
  readonly text: string | null;
};

export type CheckedClaim = {
  readonly field: string;
  readonly language: string | null;
  readonly value: ClaimValue;
  readonly days: ClaimDays;
  readonly quote: string | null;
  readonly quoteLanguage: string | null;
  readonly quoteStart: number | null;
  readonly quoteEnd: number | null;
  readonly locator: string | null;
  readonly note: string | null;
  readonly confidence: Confidence;
};

/**
 * What was entered as a claim of the field's type.
 * @param path where it stands in what was sent, for the error
 * @throws bad-input with path, found and expected
 */
export function checkField(kind: string, entered: EnteredField, path: string, known: Known): CheckedClaim {
  const type = fieldTypeOf(kind, entered.field);
  if (type === null) throw refused(`${path}.field`, entered.field, `a field of a ${kind}`);
  const named = type === "name" || type === "alias";
  if (entered.language !== undefined && entered.language !== "und" && !isLanguage(entered.language))
    throw refused(`${path}.language`, entered.language, "a language (BCP 47), e.g. en, fr, ar");
  const value = valueOf(kind, type, entered, path, known);
  const quoted = entered.quote === undefined ? null : keptText(entered.quote.text);
  const place =
    quoted === null || known.text === null
      ? null
      : findQuote(known.text, quoted, `${path}.quote.text`, entered.quote?.start);
  return {
    field: entered.field,
    language: named && entered.language !== undefined && entered.language !== "und" ? entered.language : null,
    value,
    days: claimDays(kind, entered.field, value),
    quote: quoted,
    quoteLanguage: entered.quote?.language ?? null,
    quoteStart: place?.start ?? null,
    quoteEnd: place?.end ?? null,
    locator: filled(entered.locator),
    note: filled(entered.note),
    confidence: entered.confidence,
  };
}

const memberOf: Readonly<Record<FieldType, "text" | "integer" | "money" | "refs">> = {
  name: "text",
  alias: "text",
  words: "text",
  code: "text",
  date: "text",
  days: "text",
  url: "text",
  integer: "integer",
  money: "money",
  ref: "refs",
  refs: "refs",
};

function valueOf(kind: string, type: FieldType, entered: EnteredField, path: string, known: Known): ClaimValue {
  const member = memberOf[type];
  const given = (["text", "integer", "money", "refs"] as const).filter((m) => entered[m] !== undefined);
  if (given.length !== 1 || given[0] !== member)
    throw refused(path, given.join(", ") || "nothing", `${member} for the field ${entered.field}`);
  if (type === "integer") {
    const n = entered.integer ?? Number.NaN;
    if (!Number.isInteger(n) || n < 0 || n > 999_999_999)
      throw refused(`${path}.integer`, n, "a whole number from 0 to 999999999");
    return n;
  }
  if (type === "money") return money(entered.money, path);
  if (type === "ref" || type === "refs") return refs(kind, type, entered, path, known);
  const text = (entered.text ?? "").trim();
  if (text === "") throw refused(`${path}.text`, "", "a value");
  if (type === "date" || type === "days") return date(type, text, path);
  if (type === "code") return code(kind, entered.field, text, path, known);
  if (type === "url" && !(/^https?:\/\//.test(text) && URL.canParse(text)))
    throw refused(`${path}.text`, text, "an address that begins with http:// or https://");
  return text;
}

function date(type: "date" | "days", text: string, path: string): string {
  try {
    const edtf = parseEdtf(text);
    if (type === "date" && edtf.shape === "interval")
      throw refused(
        `${path}.text`,
        text,
        "one date, not an interval: for one of several days write [2023-06-08..2023-11-15]",
      );
    for (const end of [edtf.start.notBefore, edtf.start.notAfter, edtf.end.notBefore, edtf.end.notAfter])
      if (end !== null && (end < firstDay || end > lastDay))
        throw refused(`${path}.text`, text, "years from 0001 to 9999");
    return edtf.text;
  } catch (error) {
    if (isFault(error, "edtf-invalid")) throw refused(`${path}.text`, text, String(error.params["expected"]));
    throw error;
  }
}

/** What the database can sort by: 0001-01-01 and 9999-12-31 as days since 1970-01-01. */
const firstDay = -719_162;
const lastDay = 2_932_896;

function money(given: EnteredField["money"], path: string): ClaimValue {
  const currency = given?.currency ?? "";
  if (!/^[A-Z]{3}$/.test(currency))
    throw refused(`${path}.money.currency`, currency, "three capital letters (ISO 4217)");
  try {
    return { amount: printDecimal(parseDecimal(given?.amount ?? "")), currency };
  } catch (error) {
    if (isFault(error, "money-invalid"))
      throw refused(`${path}.money.amount`, given?.amount ?? "", "digits with at most one point");
    throw error;
  }
}

function code(kind: string, field: string, text: string, path: string, known: Known): string {
  if (field === "country") {
    if (!/^[A-Z]{2}$/.test(text)) throw refused(`${path}.text`, text, "two capital letters (ISO 3166-1)");
    return text;
  }
  const closed =
    kind === "member" && field === "kind" ? ["state", "organisation"] : field === "line" ? known.lines : null;
  if (closed !== null && !closed.includes(text)) throw refused(`${path}.text`, text, `one of ${closed.join(", ")}`);
  if (closed === null && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text))
    throw refused(`${path}.text`, text, "a code in small letters, words joined by -");
  return text;
}

function refs(kind: string, type: "ref" | "refs", entered: EnteredField, path: string, known: Known): ClaimValue {
  const ids = [...new Set(entered.refs)];
  const kinds = targets[`${kind}.${entered.field}`] ?? [];
  if (ids.length === 0 || (type === "ref" && ids.length !== 1))
    throw refused(
      `${path}.refs`,
      ids.length,
      type === "ref" ? `one ${kinds.join(" or ")}` : `at least one ${kinds.join(" or ")}`,
    );
  for (const [i, id] of ids.entries()) {
    const found = known.kinds.get(id);
    // One that may not be seen is told like one that does not exist.
    if (found === undefined || !(kinds as readonly string[]).includes(found))
      throw refused(`${path}.refs.${i}`, id, `the id of a ${kinds.join(" or a ")}`);
  }
  const [only] = ids;
  return type === "ref" && only !== undefined ? only : ids.toSorted();
}

const filled = (text: string | undefined): string | null =>
  text === undefined || text.trim() === "" ? null : text.trim();

function refused(path: string, found: string | number, expected: string) {
  return fault("bad-input", { path, found: typeof found === "string" ? found.slice(0, 200) : found, expected });
}
