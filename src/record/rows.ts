import type { RecordKind } from "./field-catalogue.ts";

/** How sure the person who entered a claim is that the source says so and is right. */
export type Confidence = "verified" | "reported" | "uncertain";

/** A document or data set that claims rest on. Keys are unique within one owner's record. */
export type SourceRow = {
  readonly kind: "source";
  readonly key: string;
  readonly title: string;
  readonly publisher?: string;
  readonly url?: string;
  /** EDTF */
  readonly published?: string;
  readonly licence?: string;
  readonly language?: string;
  readonly note?: string;
};

/** What a record is and what it hangs on; everything else about it is claims. Values are keys of other records. */
export type EntityRow =
  | { readonly kind: "member"; readonly key: string; readonly memberKind: "state" | "organisation"; readonly code: string; readonly iso2?: string; readonly iso3?: string }
  | { readonly kind: "body"; readonly key: string; readonly parent?: string }
  | { readonly kind: "person"; readonly key: string }
  | { readonly kind: "membership"; readonly key: string; readonly member: string; readonly body: string }
  | { readonly kind: "office"; readonly key: string; readonly body: string; readonly holder: string; readonly office: OfficeKind }
  | { readonly kind: "meeting"; readonly key: string; readonly body: string }
  | { readonly kind: "delegation"; readonly key: string; readonly meeting: string; readonly member: string }
  | { readonly kind: "text"; readonly key: string; readonly meeting?: string; readonly body?: string }
  | { readonly kind: "undertaking"; readonly key: string; readonly meeting?: string; readonly body?: string }
  | { readonly kind: "count"; readonly key: string; readonly body: string };

export type OfficeKind = "chair" | "co-chair" | "lead" | "co-lead" | "rapporteur";

/** What one source states for one field of one record. */
export type ClaimRow = {
  readonly kind: "claim";
  readonly record: string;
  readonly recordKind: RecordKind;
  readonly field: string;
  /** BCP 47, for fields of type "name" */
  readonly language?: string;
  /** Shape by the field's type: string (name, words, code, date, days, ref, url), number (integer), {amount,currency} (money), string[] (refs). */
  readonly value: string | number | { readonly amount: string; readonly currency: string } | readonly string[];
  readonly source: string;
  /** The source's exact words. Absent in the shipped record, which holds facts only. */
  readonly quote?: string;
  /** Where in the source: page, paragraph, row, caption. */
  readonly locator?: string;
  /** The fact in our words, or why it is doubtful. */
  readonly note?: string;
  readonly confidence: Confidence;
};

/** A cell or a row of the record's files that was set aside, and why. */
export type RecordFault = {
  readonly kind: "fault";
  /** relative to the record's folder */
  readonly file: string;
  /** from 1, the header's line */
  readonly line: number;
  /** the column's name in the header; empty where the fault is of the whole row or file */
  readonly column: string;
  readonly found: string;
  readonly expected: string;
  /** What did not come in: this cell, all claims of the row, the whole row, or the whole file. */
  readonly lost: "cell" | "claims" | "row" | "file";
};
