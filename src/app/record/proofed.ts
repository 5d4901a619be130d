import { pickWords } from "../../base/language-map.ts";
import { plainValue } from "./plain-value.ts";
import type { Words } from "../words.ts";
import type { Asking } from "./asking.ts";
import type { ClaimSheet, SheetField } from "./claim-sheet.ts";
import { type Label, type Ref, refOf } from "./labels-of.ts";

export type ProofState = "one" | "agree" | "differ" | "decided" | "unknown";

/** A value with its proof, as the API's `proofed`: what is shown, how well it stands, and where its claims can be read. */
export type Proofed<T> = {
  readonly value: T | null;
  readonly state: ProofState;
  readonly claimsHref: string | null;
  readonly sources: number;
};

/** A record on a page: its id and kind, and the sheet with its claims. */
export type On = { readonly sheet: ClaimSheet; readonly id: string; readonly kind: string };

export function proof<T>(on: On, field: string, composed: SheetField, value: T | null, language?: string): Proofed<T> {
  return {
    value,
    state: composed.state,
    claimsHref: composed.state === "unknown" ? null : claimsHref(on.id, field, language),
    sources: composed.sources,
  };
}

export function claimsHref(record: string, field: string, language?: string): string {
  return `/api/claims?record=${record}&field=${field}${language === undefined ? "" : `&language=${encodeURIComponent(language)}`}`;
}

export function proofedText(on: On, field: string): Proofed<string> {
  return proofedBy(on, field, (value) => (typeof value === "string" ? value : null));
}

/** As EDTF. */
export const proofedDate = proofedText;

export function proofedInteger(on: On, field: string): Proofed<number> {
  return proofedBy(on, field, (value) => (typeof value === "number" ? value : null));
}

export function proofedMoney(on: On, field: string): Proofed<{ amount: string; currency: string | null }> {
  return proofedBy(on, field, (value) => {
    if (typeof value !== "object" || value === null || !("amount" in value) || !("currency" in value)) return null;
    return { amount: String(value.amount), currency: String(value.currency) };
  });
}

/** Records that may not be seen are left out of the list. */
export function proofedRefs(on: On, field: string, labels: ReadonlyMap<string, Label>): Proofed<Ref[]> {
  return proofedBy(on, field, (value) =>
    refIds(value).flatMap((id) => {
      const label = labels.get(id);
      return label ? [refOf(label)] : [];
    }),
  );
}

export function proofedBy<T>(on: On, field: string, read: (value: unknown) => T | null): Proofed<T> {
  const composed = on.sheet.field(on.id, on.kind, field);
  return proof(on, field, composed, composed.shown === null ? null : read(composed.shown.value));
}

/** A name in the reader's language, with the proof of that language's claims. */
export function proofedName(asking: Asking, on: On, field: string): Proofed<Words> {
  const inLanguages = on.sheet.inLanguages(on.id, field);
  const shown: Record<string, string> = {};
  for (const [language, composed] of inLanguages) if (composed.shown) shown[language] = plainValue(composed.shown.value);
  const picked = pickWords(shown, asking.languages);
  const [language, composed] = picked
    ? [picked.language, inLanguages.get(picked.language)]
    : ([...inLanguages][0] ?? []);
  if (composed === undefined) return { value: null, state: "unknown", claimsHref: null, sources: 0 };
  return proof(on, field, composed, picked ? { text: picked.text, language: picked.language } : null, language);
}

/** The name in every language that a source gives, the reader's first and then by language. */
export function proofedNames(asking: Asking, on: On, field: string): Proofed<Words>[] {
  const first = proofedName(asking, on, field).value?.language;
  return [...on.sheet.inLanguages(on.id, field)]
    .sort(([a], [b]) => Number(b === first) - Number(a === first) || (a < b ? -1 : 1))
    .map(([language, composed]) =>
      proof(
        on,
        field,
        composed,
        composed.shown === null ? null : { text: plainValue(composed.shown.value), language },
        language,
      ),
    );
}

/** Every other name: they stand side by side and never conflict. */
export function proofedAliases(on: On): Proofed<Words>[] {
  const byWords = Map.groupBy(on.sheet.claimsOf(on.id, "alias"), (c) => `${c.language ?? "und"} ${plainValue(c.value)}`);
  return [...byWords]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, claims]): Proofed<Words>[] => {
      const first = claims[0];
      if (first === undefined) return [];
      const language = first.language ?? "und";
      const sources = new Set(claims.map((c) => c.source)).size;
      return [
        {
          value: { text: plainValue(first.value), language },
          state: sources > 1 ? "agree" : "one",
          claimsHref: claimsHref(on.id, "alias", language),
          sources,
        },
      ];
    });
}

/** The ids that a value of type ref or refs names. */
export function refIds(value: unknown): readonly string[] {
  return typeof value === "string"
    ? [value]
    : Array.isArray(value)
      ? value.filter((v): v is string => typeof v === "string")
      : [];
}

/** The ids that any claim for these fields names, to be labelled before the page is made. */
export function refsIn(sheet: ClaimSheet, record: string, fields: readonly string[]): readonly string[] {
  return fields.flatMap((field) => sheet.claimsOf(record, field).flatMap((c) => refIds(c.value)));
}
