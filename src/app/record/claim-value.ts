import type { FieldType } from "../../record/field-catalogue.ts";
import { fieldTypeOf } from "../../record/field-type.ts";
import type { ClaimFull } from "../../store/queries/claim-rows.ts";
import { type Label, type Ref, refOf } from "./labels-of.ts";
import { refIds } from "./proofed.ts";

/** A value as claimed, by the type of its field, with what a page shows of it. Dates stay EDTF. */
export type ShownValue = {
  readonly type: FieldType;
  readonly text: string;
  readonly language: string | null;
  readonly edtf: string | null;
  readonly integer: number | null;
  readonly money: { readonly amount: string; readonly currency: string | null } | null;
  readonly refs: Ref[];
};

export function shownValue(
  kind: string,
  claim: { readonly field: string; readonly language: string | null; readonly value: unknown },
  labels: ReadonlyMap<string, Label>,
): ShownValue {
  const type = fieldTypeOf(kind, claim.field) ?? "words";
  const { value, language } = claim;
  const bare = {
    type,
    language: type === "name" || type === "alias" ? (language ?? "und") : language,
    edtf: null,
    integer: null,
    money: null,
    refs: [],
  };
  switch (type) {
    case "date":
    case "days":
      return { ...bare, text: String(value), edtf: String(value) };
    case "integer":
      return { ...bare, text: String(value), integer: typeof value === "number" ? value : null };
    case "money": {
      const { amount, currency } = value as { amount: string; currency: string | null };
      return { ...bare, text: currency === null ? amount : `${amount} ${currency}`, money: { amount, currency } };
    }
    case "ref":
    case "refs": {
      const refs = refIds(value).flatMap((id) => {
        const label = labels.get(id);
        return label ? [refOf(label)] : [];
      });
      return { ...bare, text: refs.map((r) => r.name.text).join(", "), refs };
    }
    default:
      return { ...bare, text: String(value) };
  }
}

/** A document or data set, as far as a claim needs it. */
export type SourceRef = {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly licence: string | null;
};

export function sourceRef(c: ClaimFull): SourceRef {
  return {
    id: c.source_id,
    title: c.title,
    publisher: c.publisher,
    url: c.url,
    published: c.published,
    language: c.source_language,
    licence: c.licence,
  };
}
