import type { PeopleKind } from "../../formats/people-csv/read.ts";
import type { AddedRecord } from "../record/add-records.ts";
import type { ClaimOn } from "../record/add-claims.ts";

/** A value that a row states: `was` is what one's own side states now, null for nothing yet. */
export type ValueChange = { readonly column: string; readonly was: string | null; readonly becomes: string };

/** What would come of one row of the file, or came of it. */
export type PlannedRow = {
  /** from 1, the header's */
  readonly line: number;
  /** null where the row does not say which */
  readonly of: PeopleKind | null;
  readonly what: "create" | "change" | "same" | "refused";
  /** what it is about, in the file's own words: "XA · core · chair" */
  readonly about: string;
  readonly changes: readonly ValueChange[];
  /** why it is refused; `column` is empty where it is about the whole row */
  readonly fault: { readonly column: string; readonly found: string; readonly expected: string } | null;
};

export type PlannedInvitation = { readonly id: string; readonly line: number; readonly name: string; readonly member: string; readonly to: string | null };

/** The whole file's effect: what is told, and what is written if nothing is refused. */
export type Plan = { readonly rows: readonly PlannedRow[]; readonly records: readonly AddedRecord[]; readonly claims: readonly ClaimOn[]; readonly invitations: readonly PlannedInvitation[]; readonly hangsOn: readonly number[] };
