import type { Fault } from "../initiatives/report.ts";

/**
 * Every code that a reader of initiatives gives to what is wrong in a file. Stable: people filter by them, and the words for them are in
 * the workspace. A code says what kind of mistake it is; the fault's path says of what.
 */
export const faultCodes = [
  // the file
  "gzip-damaged",
  "gzip-expands-too-much",
  "encoding-unknown",
  "encoding-misdeclared",
  "encoding-guessed",
  "bytes-undecodable",
  "xml-malformed",
  "xml-declaration-late",
  "entities-refused",
  "root-missing",
  "root-wrong",
  "text-between",
  "iati-version",
  "iati-version-later",
  "iati-version-unclear",
  "activity-too-long",
  "csv-not-text",
  "csv-quote-open",
  "csv-quote-inside",
  "csv-cell-count",
  "csv-control-character",
  "column-missing",
  "column-repeated",
  "column-unknown",
  // the record
  "activity-unusable",
  "identifier-missing",
  "identifier-invalid",
  "identifier-repeated",
  "reporter-missing",
  "title-missing",
  // its fields
  "amount-empty",
  "amount-implausible",
  "amount-invalid",
  "amount-missing",
  "amount-negative",
  "boolean-invalid",
  "code-missing",
  "code-unknown",
  "currency-missing",
  "currency-unknown",
  "date-empty",
  "date-invalid",
  "date-repeated",
  "date-stand-in",
  "dates-unmatched",
  "language-unknown",
  "location-empty",
  "location-mark-unknown",
  "moment-invalid",
  "narrative-repeated",
  "party-unnamed",
  "percentage-invalid",
  "period-reversed",
  "point-invalid",
  "point-stand-in",
  "point-system-unknown",
  "transaction-type-unknown",
  "year-invalid",
] as const;

export type FaultCode = (typeof faultCodes)[number];

/** A fault as the readers make them. */
export type FileFault = Fault & { readonly code: FaultCode };
