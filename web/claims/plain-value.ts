import type { ClaimValue } from "../api/record-types.ts";
import { typeOf } from "./value-type.ts";

/** A claim that came as text alone, with the type that its field has, so that it can be said in the reader's language. References stay the names they came as. */
export function plainValue(kind: string, field: string, text: string): ClaimValue {
  const value: ClaimValue = { type: "words", language: null, edtf: null, integer: null, money: null, refs: [], text };
  switch (typeOf(kind, field)) {
    case "date":
    case "days":
      return { ...value, type: "date", edtf: text };
    case "integer":
      return /^\d+$/.test(text) ? { ...value, type: "integer", integer: Number(text) } : value;
    case "money": {
      const [, amount, currency] = /^(-?[\d.]+) ([A-Z]{3})$/.exec(text) ?? [];
      return amount === undefined || currency === undefined ? value : { ...value, type: "money", money: { amount, currency } };
    }
    case "code":
      return { ...value, type: "code" };
    case "url":
      return { ...value, type: "url" };
    default:
      return value;
  }
}
