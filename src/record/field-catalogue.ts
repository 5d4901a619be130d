/**
 * Which fields a record of each kind may carry, and what kind of value each holds.
 *
 * A field's values are claims: what a source states. The type decides how two claims are compared
 * (see agreement.ts): a month and a day inside it agree, two spellings of a name differ.
 */
export type FieldType =
  /** Words in a language; one claim per language and source. Names in several languages never conflict across languages. */
  | "name"
  /** Another name by which it is known, in a language. Several stand side by side and never conflict. */
  | "alias"
  /** Free words without a language of their own (a result, a place as written). */
  | "words"
  /** A code of a closed list. */
  | "code"
  /** A date with precision: EDTF level 1, and level 2's one-of-a-set ranges (`[..2016-08-24]`). */
  | "date"
  /** The days something took: an EDTF interval or a single date. Differing extents differ, even when one holds the other. */
  | "days"
  | "integer"
  /** `{ amount: "2100000000", currency: "USD" }`; the amount is a decimal string. */
  | "money"
  /** The key of one other record (a meeting, a member, a body, a person). */
  | "ref"
  /** A set of keys of other records; order has no meaning. */
  | "refs"
  | "url";

export const fieldCatalogue = {
  member: { name: "name", kind: "code", region: "words", standing: "words" },
  body: {
    name: "name",
    alias: "alias",
    kind: "code",
    founded: "date",
    launched: "date",
    ended: "date",
    status: "code",
    /** As a source lists them on its own day. Who held the chair from when to when is in the offices. */
    co_chairs: "refs",
    first_meeting_in_africa: "refs",
  },
  membership: { joined: "date", left: "date", number: "integer" },
  office: { from: "date", to: "date" },
  meeting: {
    title: "name",
    date: "days",
    sequence: "integer",
    level: "code",
    format: "code",
    place: "name",
    country: "code",
    host: "refs",
    co_chairs: "refs",
    participants: "words",
    members_represented: "integer",
    result: "words",
    follows: "ref",
    statement_issued: "date",
  },
  delegation: {
    attendance: "code",
    head: "name",
    head_title: "name",
    notified_by: "words",
    /** The person whom the words of `head` name, and who else was notified. */
    head_person: "ref",
    alternates: "refs",
    advisers: "refs",
  },
  /** `alias`: another spelling. `position`: what a source says the person is, in its words; several may be true of one day. */
  person: { name: "name", alias: "alias", position: "alias" },
  text: {
    title: "name",
    kind: "code",
    issued: "date",
    url: "url",
    /** The text of one language: what that version is ("as adopted"). Its words, its day and its address are the source's that it is claimed from. */
    version: "alias",
    adopted: "date",
    /** When it stopped to stand: replaced or taken back. */
    ended: "date",
  },
  undertaking: {
    by: "words",
    by_member: "refs",
    what: "words",
    line: "code",
    amount: "money",
    due: "date",
    kind: "code",
    /** The text that it stands in. */
    text: "ref",
    /** What a source reports was done so far; reports stand side by side. */
    progress: "alias",
    /** When it was done, or given up: whether it is so on a day follows from these. */
    done: "date",
    dropped: "date",
  },
  count: { as_of: "date", members: "integer" },
} as const satisfies Record<string, Record<string, FieldType>>;

export type RecordKind = keyof typeof fieldCatalogue;
export const recordKinds = Object.keys(fieldCatalogue) as readonly RecordKind[];
