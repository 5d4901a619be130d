import { isoMonth } from "../../base/edtf.ts";
import type { Words } from "../words.ts";
import type { Atlas } from "./atlas.ts";
import type { ComposedInitiative, ReportInPicture } from "./compose-initiative.ts";
import { areaRef, type OrganisationRef } from "./references.ts";

export type PairRow = { field: "lines" | "areas" | "groups" | "months" | "implementers" | "funders" | "status"; a: Side; b: Side; shared: boolean };
type Side = { value: Words[] | null; state: "one" | "agree" | "differ" | "unknown"; claimsHref: null; sources: number };

/** With the names of organisations in the place of their keys. */
export function withPartyNames(rows: readonly PairRow[], named: (key: string) => OrganisationRef): PairRow[] {
  const side = (s: Side): Side => ({ ...s, value: s.value?.map((key) => named(key.text).name) ?? null });
  return rows.map((r) => (r.field === "implementers" || r.field === "funders" ? { ...r, a: side(r.a), b: side(r.b) } : r));
}

/** Two initiatives field by field, organisations by their keys: what each is taken to say, how far its own reports agree on it, and whether the two meet in it. */
export function sideBySide(atlas: Atlas, a: ComposedInitiative, b: ComposedInitiative, languages: readonly string[]): PairRow[] {
  const row = (field: PairRow["field"], of: (i: ComposedInitiative) => readonly string[], says: (r: ReportInPicture) => readonly string[], words: (value: string) => Words = plain): PairRow => {
    const [x, y] = [of(a), of(b)];
    return { field, a: side(a, x.map(words), says), b: side(b, y.map(words), says), shared: x.some((v) => y.includes(v)) };
  };
  return [
    row("lines", (i) => i.lines.map((l) => l.line), (r) => r.lines),
    row("areas", (i) => i.areas.map((x) => x.area), (r) => r.areas, (code) => areaRef(atlas, code, languages).name),
    row("groups", (i) => (typeof i.groups === "string" ? (i.groups === "everyone" ? ["everyone"] : []) : i.groups), (r) => r.groups),
    // whoever is for everyone meets whoever is for anyone; and no pair is shown that shares no month
    { ...row("months", monthsOf, (r) => Object.entries(r.dates).map(([kind, day]) => `${kind} ${day}`)), shared: true },
    row("implementers", (i) => partiesOf(i, "implementing"), (r) => r.implementers),
    row("funders", (i) => partiesOf(i, "funding"), (r) => r.funders),
    row("status", (i) => [...new Set(i.reports.flatMap((r) => r.status ?? []))], (r) => (r.status === null ? [] : [r.status])),
  ].map((r) => (r.field === "groups" && (a.groups === "everyone" || b.groups === "everyone") ? { ...r, shared: r.a.value !== null && r.b.value !== null } : r));
}

const plain = (text: string): Words => ({ text, language: "und" });

function side(i: ComposedInitiative, values: readonly Words[], says: (r: ReportInPicture) => readonly string[]): Side {
  const said = i.reports.map((r) => [...says(r)].sort().join("\n")).filter((text) => text !== "");
  const state = values.length === 0 ? "unknown" : said.length <= 1 ? "one" : new Set(said).size === 1 ? "agree" : "differ";
  return { value: values.length === 0 ? null : [...values], state, claimsHref: null, sources: said.length };
}

function monthsOf(i: ComposedInitiative): readonly string[] {
  return i.months.kind === "months" ? [`${isoMonth(i.months.first)}/${isoMonth(i.months.last)}`] : [];
}

function partiesOf(i: ComposedInitiative, role: "implementing" | "funding"): readonly string[] {
  return [...new Set(i.reports.flatMap((r) => (role === "implementing" ? r.implementers : r.funders)))];
}

/** The groups that both are for; where one is for everyone, those of the other. */
export function sharedGroups(a: ComposedInitiative, b: ComposedInitiative) {
  const [x, y] = [a.groups, b.groups];
  const both = x === "everyone" ? (typeof y === "string" ? [] : y) : typeof x === "string" ? [] : y === "everyone" ? x : typeof y === "string" ? [] : x.filter((g) => y.includes(g));
  return both.map((group) => ({ group, name: plain(group) }));
}

export function sharedParties(a: ComposedInitiative, b: ComposedInitiative) {
  const roles = (i: ComposedInitiative) => new Map([...partiesOf(i, "funding").map((k) => [k, "funding"] as const), ...partiesOf(i, "implementing").map((k) => [k, "implementing"] as const)]);
  const other = roles(b);
  return [...roles(a)].flatMap(([key, roleInA]) => {
    const roleInB = other.get(key);
    return roleInB === undefined ? [] : [{ key, roleInA, roleInB }];
  });
}
