import type { RecordKind } from "../../record/field-catalogue.ts";

/** A file of the record: which columns say what a row is, and which are claims by the row's source. */
export type Table = {
  readonly file: string;
  readonly of: RecordKind;
  /** The columns that the record's key is made of, joined by a full stop; one column named `key` where the row has its own. */
  readonly key: readonly string[];
  /** true: each row makes a record. false: each row is a further claim on a record made elsewhere. */
  readonly makes: boolean;
  /** Columns that hold the key of another record, and of which kind. */
  readonly refs: Readonly<Record<string, readonly RecordKind[]>>;
  readonly needs: readonly string[];
  /** Columns that are a field of the record by the same name. */
  readonly fields: readonly string[];
  /** Columns that are neither key nor field and are read all the same. */
  readonly others: readonly string[];
};

/** What every row may say about where its facts are from. */
export const provenance = ["source", "locator", "confidence", "note"] as const;

const made = { makes: true, refs: {}, needs: [], fields: [], others: [] } as const;

/** In the order in which the records are given out: what another may hang on comes first. */
export const entityTables: readonly Table[] = [
  {
    ...made,
    file: "members.csv",
    of: "member",
    key: ["key"],
    needs: ["code", "kind"],
    fields: ["kind", "region", "standing"],
    others: ["code", "iso2", "iso3"],
  },
  {
    ...made,
    file: "bodies.csv",
    of: "body",
    key: ["key"],
    refs: { parent: ["body"] },
    fields: ["kind", "founded", "launched", "ended", "status"],
  },
  { ...made, file: "persons.csv", of: "person", key: ["key"], fields: ["name"], others: ["language"] },
  {
    ...made,
    file: "memberships.csv",
    of: "membership",
    key: ["body", "member"],
    refs: { member: ["member"], body: ["body"] },
    needs: ["member", "body"],
    fields: ["joined", "left", "number"],
  },
  {
    ...made,
    file: "offices.csv",
    of: "office",
    key: ["key"],
    refs: { body: ["body"], holder: ["member", "person"] },
    needs: ["body", "holder", "office"],
    fields: ["from", "to"],
    others: ["office"],
  },
  {
    ...made,
    file: "meetings.csv",
    of: "meeting",
    key: ["key"],
    refs: { body: ["body"] },
    needs: ["body"],
    fields: [
      "date",
      "sequence",
      "level",
      "format",
      "place",
      "country",
      "host",
      "co_chairs",
      "participants",
      "members_represented",
      "result",
      "follows",
    ],
    others: ["language"],
  },
  {
    ...made,
    file: "delegations.csv",
    of: "delegation",
    key: ["meeting", "member"],
    refs: { meeting: ["meeting"], member: ["member"] },
    needs: ["meeting", "member"],
    fields: ["attendance", "head", "head_title", "notified_by"],
    others: ["language"],
  },
  {
    ...made,
    file: "texts.csv",
    of: "text",
    key: ["key"],
    refs: { meeting: ["meeting"], body: ["body"] },
    fields: ["title", "kind", "issued", "url"],
    others: ["language"],
  },
  {
    ...made,
    file: "undertakings.csv",
    of: "undertaking",
    key: ["key"],
    refs: { meeting: ["meeting"], body: ["body"] },
    fields: ["by", "by_member", "what", "line", "amount", "due", "kind"],
    others: ["currency"],
  },
  {
    ...made,
    file: "counts.csv",
    of: "count",
    key: ["key"],
    refs: { body: ["body"] },
    needs: ["body"],
    fields: ["as_of", "members"],
  },
];

/** Names apart from their records, so that a translator edits one narrow file. `field` or a fixed field says which kind of name. */
export type NameTable = {
  readonly file: string;
  readonly of: RecordKind;
  readonly record: string;
  readonly field: string | { readonly column: string };
};

export const nameTables: readonly NameTable[] = [
  { file: "member-names.csv", of: "member", record: "member", field: "name" },
  { file: "body-names.csv", of: "body", record: "body", field: { column: "kind" } },
  { file: "meeting-names.csv", of: "meeting", record: "meeting", field: { column: "field" } },
];

/** Which kinds of record a field of type ref or refs may point to. */
export const targets: Readonly<Record<string, readonly RecordKind[]>> = {
  "body.co_chairs": ["member", "person"],
  "body.first_meeting_in_africa": ["meeting"],
  "meeting.host": ["member"],
  "meeting.co_chairs": ["member", "person"],
  "meeting.follows": ["meeting"],
  "undertaking.by_member": ["member"],
  "undertaking.text": ["text"],
  "delegation.head_person": ["person"],
  "delegation.alternates": ["person"],
  "delegation.advisers": ["person"],
};
