import { fault, isFault } from "../../base/errors.ts";
import type { PeopleColumn, PeopleFault, PeopleRow } from "../../formats/people-csv/read.ts";
import type { OfficeKind } from "../../record/rows.ts";
import type { AddedRecord } from "../record/add-records.ts";
import type { ClaimOn } from "../record/add-claims.ts";
import { checkField, type CheckedClaim } from "../record/check-field.ts";
import type { Plan, PlannedInvitation, PlannedRow, ValueChange } from "./planned.ts";
import { focalKey, type Standing, termKey, valueKey } from "./standing.ts";

/** What a row may not be: told beside it, never thrown out of the plan. */
const refuse = (column: string, found: string, expected: string) => fault("bad-input", { path: column, found: found.slice(0, 200), expected });
const written = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
const offices: readonly OfficeKind[] = ["chair", "co-chair", "lead", "co-lead", "rapporteur"];
const order = ["member", "membership", "office", "focal-point"] as const;

/**
 * What each row of a file would do to what stands. Members come first wherever they stand in the file, since others name them. A row is refused as
 * a whole; a value that one's own side states already is stated once, whichever source it was from.
 * @param today ISO day
 */
export function planRows(read: readonly (PeopleRow | PeopleFault)[], stands: Standing, lines: readonly string[], today: string): Plan {
  const records: AddedRecord[] = [];
  const claims: ClaimOn[] = [];
  const invitations: PlannedInvitation[] = [];
  const hangsOn = new Set<number>();
  const made = { members: new Map<string, string>(), terms: new Map<string, string>(), focal: new Map<string, { line: number; to: string | null }>(), values: new Map<string, { line: number; text: string }>() };
  const known = { kinds: stands.kinds, lines, text: null };

  const theMember = (code: string, column: PeopleColumn = "member"): string => {
    const found = stands.memberBy(code);
    if (found.length > 1) throw refuse(column, code, "the code of one member: several that you may see bear it");
    const id = found[0] ?? made.members.get(code.toUpperCase());
    if (id === undefined) throw refuse(column, code, "the code of a member, on record or in a row of this file");
    hang(id);
    return id;
  };
  const theBody = (word: string): string => {
    const [id, other] = stands.bodyBy(word);
    if (id === undefined) throw refuse("body", word, "the key or the name of a body on record");
    if (other !== undefined) throw refuse("body", word, "the key of the body: several bear this name");
    hang(id);
    return id;
  };
  const hang = (id: string) => {
    const classId = stands.classOf(id);
    if (classId !== undefined) hangsOn.add(classId);
  };
  /** One value as a claim, where one's own side does not state it yet. */
  const value = (row: PeopleRow, record: string, kind: string, column: PeopleColumn, field: string, text: string | undefined, language?: string): { change: ValueChange | null; claim: ClaimOn | null } => {
    if (text === undefined) return { change: null, claim: null };
    const checked = checkedValue(row, kind, column, field, text, language, known);
    const key = valueKey(record, field, checked.language);
    const becomes = written(checked.value);
    const before = made.values.get(key);
    if (before !== undefined) {
      if (before.text !== becomes) throw refuse(column, text, `what line ${before.line} says of the same: ${before.text}`);
      return { change: null, claim: null };
    }
    const own = stands.values.get(key) ?? [];
    if (own.some((c) => c.value === checked.value)) return { change: null, claim: null };
    return { change: { column, was: own[0] === undefined ? null : written(own[0].value), becomes }, claim: { ...checked, record } };
  };
  type Valued = ReturnType<typeof value>;
  /** Takes up what a row makes, now that all of it holds. */
  const take = (row: PeopleRow, added: AddedRecord | null, valued: readonly Valued[]): Omit<PlannedRow, "about"> => {
    if (added !== null) records.push(added);
    for (const { claim } of valued)
      if (claim !== null) {
        claims.push(claim);
        made.values.set(valueKey(claim.record, claim.field, claim.language), { line: row.line, text: written(claim.value) });
      }
    const changes = valued.flatMap((v) => v.change ?? []);
    return { line: row.line, of: row.of, what: added !== null ? "create" : changes.length > 0 ? "change" : "same", changes, fault: null };
  };

  const member = (row: PeopleRow) => {
    const cell = (column: PeopleColumn) => row.cells.get(column);
    const code = cell("member") ?? "";
    const found = stands.memberBy(code);
    if (found.length > 1) throw refuse("member", code, "the code of one member: several that you may see bear it");
    const stood = found[0] ?? made.members.get(code.toUpperCase());
    const now = stood === undefined ? undefined : stands.members.get(stood);
    const kind = cell("member_kind");
    if (kind !== undefined && kind !== "state" && kind !== "organisation") throw refuse("member_kind", kind, "one of state, organisation");
    for (const [column, letters] of [["iso2", 2], ["iso3", 3]] as const) {
      const given = cell(column);
      if (given !== undefined && !new RegExp(`^[A-Z]{${letters}}$`).test(given)) throw refuse(column, given, `${letters === 2 ? "two" : "three"} capital letters (ISO 3166-1)`);
      if (given !== undefined && now !== undefined && now[column] !== given) throw refuse(column, given, `${now[column] ?? "nothing"}: what a member is called by does not change`);
    }
    if (kind !== undefined && now !== undefined && now.kind !== kind) throw refuse("member_kind", kind, `${now.kind}: what kind of member it is does not change`);
    if (stood === undefined) {
      if (!/^[A-Z0-9][A-Z0-9-]{0,19}$/.test(code)) throw refuse("member", code, "a code in capital letters, digits and -, at most 20");
      if (kind === undefined) throw refuse("member_kind", "", "one of state, organisation: a new member needs it");
      if (cell("name") === undefined) throw refuse("name", "", "what the new member is called");
    }
    const id = stood ?? crypto.randomUUID();
    hang(id);
    const added: AddedRecord | null = stood === undefined && kind !== undefined ? { kind: "member", id, code, memberKind: kind, iso2: cell("iso2") ?? (kind === "state" && /^[A-Z]{2}$/.test(code) ? code : null), iso3: cell("iso3") ?? null } : null;
    const done = take(row, added, [value(row, id, "member", "name", "name", cell("name"), cell("language")), ...(added === null ? [] : [value(row, id, "member", "member_kind", "kind", kind)])]);
    made.members.set(code.toUpperCase(), id);
    return done;
  };
  const term = (row: PeopleRow) => {
    const who = theMember(row.cells.get("member") ?? "");
    const body = theBody(row.cells.get("body") ?? "");
    const office = row.of === "office" ? offices.find((o) => o === row.cells.get("office")) : null;
    if (office === undefined) throw refuse("office", row.cells.get("office") ?? "", `one of ${offices.join(", ")}`);
    const key = office === null ? termKey(who, body) : termKey(who, body, office);
    const stood = (office === null ? stands.memberships : stands.offices).get(key) ?? made.terms.get(key);
    const id = stood ?? crypto.randomUUID();
    hang(id);
    const kind = office === null ? "membership" : "office";
    const [from, to] = office === null ? ["joined", "left"] : ["from", "to"];
    const added: AddedRecord | null = stood !== undefined ? null : office === null ? { kind: "membership", id, member: who, body } : { kind: "office", id, holder: who, body, office };
    const valued = [value(row, id, kind, "from", from as string, row.cells.get("from")), value(row, id, kind, "to", to as string, row.cells.get("to"))];
    const [begins, ends] = (["from", "to"] as const).map((column, i) => row.cells.get(column) === undefined ? null : checkedValue(row, kind, column, i === 0 ? (from as string) : (to as string), row.cells.get(column) ?? "", undefined, known).days);
    if (begins && ends && ends.end_not_after !== null && begins.start_not_before !== null && ends.end_not_after < begins.start_not_before) throw refuse("to", row.cells.get("to") ?? "", `not before ${row.cells.get("from")}`);
    const done = take(row, added, valued);
    made.terms.set(key, id);
    return done;
  };
  const focalPoint = (row: PeopleRow) => {
    const who = theMember(row.cells.get("member") ?? "");
    const name = row.cells.get("name") ?? "";
    const to = row.cells.get("to") ?? null;
    if (name.length > 200) throw refuse("name", name.slice(0, 200), "at most 200 characters");
    if (to !== null && (!/^\d{4}-\d{2}-\d{2}$/.test(to) || new Date(`${to}T00:00:00Z`).toJSON()?.slice(0, 10) !== to)) throw refuse("to", to, "a day, e.g. 2027-12-31");
    const key = focalKey(who, name);
    const stood = made.focal.get(key)?.to ?? stands.focal.get(key);
    if (made.focal.has(key) || stands.focal.has(key)) {
      if ((stood ?? null) !== to) throw refuse("to", to ?? "", `${stood ?? "nothing"}, as it stands: end or give the role among the people`);
      return take(row, null, []);
    }
    if (to !== null && to < today) throw refuse("to", to, `not before ${today}`);
    const id = crypto.randomUUID();
    const valued = [value(row, id, "person", "name", "name", name, row.cells.get("language")), value(row, id, "person", "position", "position", row.cells.get("position"))];
    const done = take(row, { kind: "person", id }, valued);
    invitations.push({ id: crypto.randomUUID(), line: row.line, name, member: who, to });
    made.focal.set(key, { line: row.line, to });
    return { ...done, changes: [...done.changes, ...(to === null ? [] : [{ column: "to", was: null, becomes: to }])] };
  };

  const told = new Map<PeopleRow | PeopleFault, PlannedRow>();
  for (const r of read) if (r.kind === "fault") told.set(r, { line: r.line, of: null, what: "refused", about: "", changes: [], fault: { column: r.column, found: r.found, expected: r.expected } });
  for (const of of order)
    for (const row of read) {
      if (row.kind !== "row" || row.of !== of) continue;
      const about = (["member", "name", "body", "office"] as const).flatMap((column) => row.cells.get(column) ?? []).join(" · ");
      try {
        told.set(row, { about, ...(of === "member" ? member(row) : of === "focal-point" ? focalPoint(row) : term(row)) });
      } catch (error) {
        if (!isFault(error, "bad-input")) throw error;
        told.set(row, { line: row.line, of, what: "refused", about, changes: [], fault: { column: String(error.params["path"]), found: String(error.params["found"]), expected: String(error.params["expected"]) } });
      }
    }
  return { rows: read.flatMap((r) => told.get(r) ?? []), records, claims, invitations, hangsOn: [...hangsOn] };
}

function checkedValue(row: PeopleRow, kind: string, column: PeopleColumn, field: string, text: string, language: string | undefined, known: Parameters<typeof checkField>[3]): CheckedClaim {
  try {
    return checkField(kind, { field, text, language, locator: `line ${row.line}`, confidence: "reported" }, "", known);
  } catch (error) {
    if (!isFault(error, "bad-input")) throw error;
    throw refuse(String(error.params["path"]).endsWith("language") ? "language" : column, String(error.params["found"]), String(error.params["expected"]));
  }
}
