import { parseEdtf } from "../../base/edtf.ts";
import { isFault } from "../../base/errors.ts";
import type { FieldType, RecordKind } from "../../record/field-catalogue.ts";
import type { ClaimRow } from "../../record/rows.ts";
import { targets } from "./tables.ts";

export type Value =
  | { readonly ok: true; readonly value: ClaimRow["value"] }
  | { readonly ok: false; readonly expected: string };

/** What a reader knows when it reads a cell: the kinds of the records so far by key, and the lines of effort. */
export type Known = { readonly records: ReadonlyMap<string, RecordKind>; readonly lines: readonly string[] | null };

/** The claim's value that a cell holds, by the type of its field, or what was expected instead. */
export function claimValue(kind: RecordKind, field: string, type: FieldType, cell: string, known: Known): Value {
  switch (type) {
    case "name":
    case "alias":
    case "words":
      return { ok: true, value: cell };
    case "code":
      return code(kind, field, cell, known);
    case "date":
    case "days":
      return date(type, cell);
    case "integer":
      return /^\d{1,9}$/.test(cell) ? { ok: true, value: Number(cell) } : { ok: false, expected: "a whole number" };
    case "money":
      return money(cell);
    case "ref":
      return refs(kind, field, [cell], known, (keys) => keys[0] ?? "");
    case "refs":
      return refs(kind, field, cell.split(";"), known, (keys) => keys);
    case "url":
      return /^https?:\/\//.test(cell) && URL.canParse(cell)
        ? { ok: true, value: cell }
        : { ok: false, expected: "an address that begins with http:// or https://" };
  }
}

function code(kind: RecordKind, field: string, cell: string, known: Known): Value {
  if (field === "country")
    return /^[A-Z]{2}$/.test(cell)
      ? { ok: true, value: cell }
      : { ok: false, expected: "two capital letters (ISO 3166-1)" };
  const closed =
    kind === "member" && field === "kind" ? ["state", "organisation"] : field === "line" ? known.lines : null;
  if (closed !== null)
    return closed.includes(cell) ? { ok: true, value: cell } : { ok: false, expected: `one of ${closed.join(", ")}` };
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(cell)
    ? { ok: true, value: cell }
    : { ok: false, expected: "a code in small letters, words joined by -" };
}

function date(type: "date" | "days", cell: string): Value {
  try {
    const edtf = parseEdtf(cell);
    if (type === "date" && edtf.shape === "interval")
      return {
        ok: false,
        expected: "one date, not an interval: for one of several days write [2023-06-08..2023-11-15]",
      };
    return { ok: true, value: edtf.text };
  } catch (error) {
    if (!isFault(error, "edtf-invalid")) throw error;
    return { ok: false, expected: String(error.params["expected"]) };
  }
}

function money(cell: string): Value {
  const parts = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(cell);
  const [amount, currency] = [parts?.[1], parts?.[2]];
  if (amount === undefined || currency === undefined)
    return { ok: false, expected: "an amount and a currency, e.g. 2100000000 USD" };
  return { ok: true, value: { amount, currency } };
}

function refs(
  kind: RecordKind,
  field: string,
  cells: readonly string[],
  known: Known,
  as: (keys: readonly string[]) => ClaimRow["value"],
): Value {
  const kinds = targets[`${kind}.${field}`] ?? [];
  const keys = cells.map((key) => key.trim());
  for (const key of keys) {
    const found = known.records.get(key);
    if (found === undefined || !kinds.includes(found))
      return {
        ok: false,
        expected: `the key of a ${kinds.join(" or a ")}${key === cells[0] && cells.length === 1 ? "" : `, which ${JSON.stringify(key)} is not`}`,
      };
  }
  if (new Set(keys).size !== keys.length) return { ok: false, expected: "each key once" };
  return { ok: true, value: as(keys) };
}
