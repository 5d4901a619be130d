export type ValueType = "name" | "words" | "code" | "date" | "days" | "integer" | "money" | "ref" | "refs" | "url";

const types: Readonly<Record<string, ValueType>> = {
  founded: "date", launched: "date", ended: "date", joined: "date", left: "date", from: "date", to: "date", statement_issued: "date", issued: "date", adopted: "date", done: "date", dropped: "date", due: "date", as_of: "date",
  kind: "code", status: "code", level: "code", format: "code", country: "code", attendance: "code", line: "code",
  number: "integer", sequence: "integer", members_represented: "integer", members: "integer",
  co_chairs: "refs", first_meeting_in_africa: "refs", host: "refs", by_member: "refs", follows: "ref", text: "ref", head_person: "ref", alternates: "refs", advisers: "refs",
  amount: "money", url: "url",
  name: "name", alias: "name", title: "name", place: "name", head: "name", head_title: "name", position: "name", version: "name", progress: "name",
};

/** The type of a field's value, as the record's catalogue has it. */
export const typeOf = (kind: string, field: string): ValueType => (kind === "meeting" && field === "date" ? "days" : (types[field] ?? "words"));
