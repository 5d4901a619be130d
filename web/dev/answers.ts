import type { AreaPage, Coalition, FieldClaims, Initiative, InitiativeList, Marking, OverlapPair, Picture, Proofed, Session } from "../api/types.ts";
import { areaRef, cellsIn, contributionOf, countriesIn, gapsIn, lines, members, name, pairsIn, work } from "./made-up.ts";

/** Made-up answers in the shapes of the API. */
const green: Marking = { tlp: "TLP:GREEN", openTo: { kind: "coalition", names: [] } };
const body = { en: "Africa Focus Group", fr: "Groupe de réflexion sur l’Afrique", ar: "مجموعة التركيز على إفريقيا" };
const region = { en: "the Lake Chad basin and the Sahel", fr: "le bassin du lac Tchad et le Sahel", ar: "حوض بحيرة تشاد ومنطقة الساحل" };
export type Spoken = "en" | "fr" | "ar";
const id = "11111111-1111-4111-8111-111111111111";
export const proofed = <T>(value: T | null, state: Proofed<T>["state"] = "agree", claimsHref: string | null = null): Proofed<T> => ({ value, state, claimsHref, sources: state === "one" ? 1 : 2 });

export const session = (anonymous: boolean): Session => ({
  viewer: anonymous ? { kind: "anonymous" } : { kind: "account", account: { id, login: "a.member" }, person: { id, name: name("A. Member") }, actsFor: { kind: "member", id, name: name("Member 7") }, roles: [{ id, role: "focal-point", body: { kind: "body", id, code: null, name: name("Africa Focus Group") }, actsFor: { kind: "member", id, code: null, name: name("Member 7") }, from: "2023-03", to: null, holdsToday: true, current: true }, { id: "member", role: "member", body: { kind: "body", id, code: null, name: name("Global Coalition") }, actsFor: { kind: "member", id, code: null, name: name("Member 7") }, from: "2014", to: null, holdsToday: true, current: false }], may: ["import", "decide"], lookingAs: null, expires: "2026-11-25T00:00:00Z", secondWay: true },
  enrol: false, emergency: null, actsWaiting: 0, notices: [],
  needsSetup: false, today: "2026-11-24", formToken: "made-up", languages: ["en", "fr", "ar"],
});

export const coalition = (l: Spoken): Coalition => ({
  name: name(body[l], l), shortName: null, root: { id, name: name({ en: "Global Coalition against Daesh", fr: "Coalition mondiale contre Daech", ar: "التحالف الدولي ضد داعش" }[l], l), founded: proofed("2014-09-10", "differ", "/api/claims?record=x&field=founded") }, focus: { id, name: name(body[l], l) }, region: name(region[l], l),
  lines: lines.map((line) => ({ line, name: name(line) })), countries: countriesIn(l), data: { from: "2020-01", to: "2026-10" }, members: { count: proofed(85, "one", "/api/claims?record=x&field=members"), asOf: "2023-03-01" }, initiatives: work.length, fictional: true, nextSteps: ["see-picture", "sign-in"],
});

export function picture(l: Spoken, query: URLSearchParams): Picture {
  const cells = cellsIn(l);
  const gaps = gapsIn(l);
  const pairs = pairsIn(l);
  const months = Array.from({ length: 82 }, (_, i) => ({ month: `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`, supplyUsd: i < 2 ? null : 2.1e6 + 9e5 * Math.sin(i / 14) + i * 14_000, events: Math.round(60 + 30 * Math.sin(i / 7) + i * 0.6), deaths: 90 }));
  const unique = cells.reduce((sum, cell) => sum + (cell.supplyUsd ?? 0), 0);
  return {
    asOf: query.get("asOf") ?? "2026-11-24", period: { from: query.get("from") ?? "2024-01", to: query.get("to") ?? "2026-03", why: query.has("from") ? "asked" : "data" }, basis: { basis: "commitment", why: "most-stated" },
    sentence: { reporters: 11, members: 9, initiatives: work.length, overlaps: pairs.length, areas: cells.length, areasNoneReported: cells.filter((c) => c.state === "none-reported").length, areasNotKnown: cells.filter((c) => c.state === "not-known").length, areasUnderServed: cells.filter((c) => c.label === "under-served").length, needKnown: true },
    totals: { basis: "commitment", reported: unique * 1.26, unique, uncertain: unique * 0.07, inPeriod: unique * 0.6, unknownBudget: work.filter((w) => w.usd === null).length },
    besideMap: countriesIn(l).slice(0, 5).map((country, i) => ({ country, initiatives: i + 2, usd: i === 3 ? null : 1.2e6 * (i + 1) })), marking: green, linking: "same-identifier",
    facets: { lines: lines.map((line) => ({ line, initiatives: work.filter((w) => w.line === line).length })), other: 12, reporters: members.map((reporter, i) => ({ reporter: { ...reporter, id: reporter.id! }, initiatives: 24 - i * 2 })), countries: countriesIn(l).map((country, i) => ({ ...country, initiatives: 30 - i * 2 })), bases: [{ basis: "commitment", initiatives: 96 }, { basis: "budget", initiatives: 71 }, { basis: "disbursement", initiatives: 64 }, { basis: "pledge", initiatives: 3 }] },
    cells, months, gaps: { items: gaps.slice(0, 12), total: gaps.length }, overlaps: { items: pairs.slice(0, 12), total: pairs.length },
    endingSoon: { from: "2026-11", to: "2027-05", items: work.slice(0, 6).map((w, i) => ({ id: w.ref.id, title: w.ref.title, reporter: w.ref.reporters[0]!, ends: "2027-02", assumed: i % 3 === 0 })), total: 6 },
    mismatch: 0.41, computedFrom: { reports: 171, initiatives: work.length }, sources: [{ what: "threat", title: "Made-up events by area and month", licence: "CC BY 4.0", url: null }], etag: "made-up",
  };
}

export function area(l: Spoken, code: string): AreaPage {
  const cell = cellsIn(l).find((one) => one.area.code === code)!;
  const here = work.filter((one) => one.area === code);
  const pairs = pairsIn(l).filter((pair) => pair.areas[0]?.code === code);
  return {
    area: cell.area, boundaries: { title: "Natural Earth 5, admin-1", date: "2021" }, basis: "commitment", period: { from: "2024-01", to: "2026-03" }, marking: green, cell,
    lines: lines.map((line) => { const on = here.filter((w) => w.line === line); const supplyUsd = on.length === 0 ? null : on.reduce((s, w) => s + (w.usd ?? 0), 0); return { area: cell.area, line, state: on.length > 0 ? "reported" as const : cell.state === "not-known" ? "not-known" as const : "none-reported" as const, need: cell.need, threat: cell.threat, supplyUsd, supplyHighUsd: null, initiatives: on.length, unknownBudget: 0, coverage: cell.need && supplyUsd !== null ? Math.min(1, supplyUsd / (cell.need.usd ?? 1)) : null, gapUsd: null, gapPeople: null, label: null, lastReport: null, requestedBy: [], decision: null }; }),
    byMonth: Array.from({ length: 27 }, (_, i) => ({ month: `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`, supplyUsd: here.length === 0 ? null : 40_000 + 3000 * i, needUsd: null, events: cell.threat === null ? null : Math.round(4 + 4 * Math.sin(i / 3)), deaths: 3 })),
    contributions: here.map((w) => contributionOf(w, l)), overlaps: { items: pairs, total: pairs.length }, neighbours: cellsIn(l).filter((one) => one.area.country.code === cell.area.country.code && one.area.code !== code).slice(0, 4).map((one) => one.area), needFrom: [],
  };
}

export function initiatives(l: Spoken, query: URLSearchParams): InitiativeList {
  const line = query.get("line");
  const found = work.filter((w) => (line === null || w.line === line) && (query.get("q") === null || w.ref.title.text.toLowerCase().includes(query.get("q")!.toLowerCase())));
  const start = Number(query.get("cursor") ?? 0);
  const { facets } = picture(l, query);
  return {
    items: found.slice(start, start + 50).map((w) => ({ ...w.ref, usd: w.usd, countries: [areaRef(w.area, l).country], areas: [areaRef(w.area, l)], status: "2", reports: w.reports.length, overlaps: 0, tlp: "TLP:CLEAR", updated: "2026-09-30" })),
    total: found.length, next: start + 50 < found.length ? String(start + 50) : null, basis: "commitment", marking: green,
    facets: { lines: facets.lines, reporters: facets.reporters, countries: facets.countries, areas: [], areasInAll: 0, statuses: [], years: [], markings: [], budget: { known: found.filter((w) => w.usd !== null).length, unknown: found.filter((w) => w.usd === null).length } },
  };
}

export function initiative(l: Spoken, wanted: string): Initiative {
  const w = work.find((one) => one.ref.id === wanted)!;
  const pairs = pairsIn(l).filter((pair) => pair.a.id === wanted || pair.b.id === wanted);
  const value = (text: string, language: string | null = null) => ({ text, language, code: null, percent: null });
  return {
    id: wanted, parts: [{ id: wanted, title: w.ref.title, identifier: w.reports[0]!.identifier, reporter: w.reports[0]!.reporter }], links: [], marking: green, title: proofed(w.ref.title, "agree"), otherTitles: [], description: null, status: proofed("2"), start: proofed("2022-03-01"), end: proofed("2025-11-30", w.reports.length > 1 ? "differ" : "one"), months: w.ref.months,
    lines: [{ line: w.line, share: 0.7, from: "sectors", evidence: ["15210 Security system management", "15130 Legal and judicial development"], state: "one" }], parties: [{ party: members[1]!, role: "funding", reports: [w.reports[0]!.id], state: "agree" }, { party: members[7]!, role: "implementing", reports: [w.reports[0]!.id], state: "one" }],
    places: [{ area: areaRef(w.area, l), name: "Grande Rue", share: 0.6, how: "polygon", coarsened: false, reports: [] }, { area: areaRef(w.area, l), name: null, share: 0.4, how: "stated", coarsened: true, reports: [] }], groups: [{ group: "police", name: name({ en: "police", fr: "police", ar: "الشرطة" }[l], l), share: 1 }],
    money: { basis: "commitment", usd: w.usd, byBasis: [{ basis: "commitment", usd: w.usd }, { basis: "budget", usd: 900_000 }, { basis: "disbursement", usd: null }, { basis: "pledge", usd: null }], byYear: [], statements: w.reports.flatMap((report, i) => [{ report: report.id, kind: "commitment" as const, stated: { amount: "2400000", currency: "EUR" }, usd: w.usd, rate: { perUsd: 0.9233, year: 2024, source: "made-up rates" }, date: "2024-02-01", from: null, to: null, provider: members[1]!, receiver: members[7]!, constantYear: null, counts: i === 0, whyNot: i === 0 ? null : ("not-best-report" as const) }, { report: report.id, kind: "disbursement" as const, stated: { amount: "310000.50", currency: "EUR" }, usd: 335_000, rate: null, date: "2024-06-30", from: null, to: null, provider: null, receiver: null, constantYear: null, counts: false, whyNot: "other-basis" as const }]) },
    reports: w.reports.map((report, i) => ({ report, marking: green, fields: [{ field: "title" as const, values: [value(w.ref.title.text, w.ref.title.language)], differs: false }, { field: "status" as const, values: [value(i === 0 ? "under way" : "closed")], differs: w.reports.length > 1 }, { field: "start" as const, values: [value("2022-03-01")], differs: false }, { field: "end" as const, values: [value(i === 0 ? "2025-11-30" : "2026-03")], differs: w.reports.length > 1 }, { field: "sectors" as const, values: [{ ...value("Security system management"), percent: 70 }, { ...value("Legal and judicial development"), percent: 30 }], differs: false }, { field: "parties" as const, values: [value("Organisation 21")], differs: false }] })),
    history: [{ report: w.reports[0]!, supersededAt: "2026-10-02T08:00:00Z", by: w.reports[0]!.id, changed: ["end", "money"] }], related: [], overlaps: { items: pairs.slice(0, 4), total: pairs.length, marking: green }, why: { rule: "clear", through: null },
  };
}

export function pair(l: Spoken, a: string, b: string): OverlapPair {
  const item = pairsIn(l).find((one) => one.a.id === a && one.b.id === b)!;
  const [wa, wb] = [work.find((w) => w.ref.id === a)!, work.find((w) => w.ref.id === b)!];
  const months = Array.from({ length: 30 }, (_, i) => { const x = i >= 2 && i < 26 ? 61_000 + i * 600 : 0; const y = i >= 9 && i < 20 ? 88_000 : i >= 20 ? 52_000 : 0; return { month: `${2024 + Math.floor((i + 9) / 12)}-${String(((i + 9) % 12) + 1).padStart(2, "0")}`, a: x, b: y, contested: Math.min(x, y) }; });
  const names = (...texts: string[]) => proofed(texts.map((text) => name(text)));
  return {
    ...item, basis: "commitment", marking: { tlp: "TLP:AMBER", openTo: { kind: "circle", names: [name("Member 3"), name("Member 12")] } }, totals: { a: wa.usd, b: wb.usd },
    rows: [{ field: "lines", a: names("Building capacity"), b: { ...names("Building capacity"), state: "one" }, shared: true }, { field: "areas", a: names("Téra", "Gothèye", "Say"), b: names("Téra", "Gothèye", "Say", "Kollo"), shared: true }, { field: "groups", a: { ...names("police"), state: "one" }, b: { ...names("police", "national guard"), state: "one" }, shared: false }, { field: "months", a: { ...names("Dec 2024 – Nov 2026"), state: "differ", claimsHref: "/api/claims?record=x&field=end" }, b: { ...names("Jul 2025 – assumed Mar 2027"), state: "differ" }, shared: false }, { field: "money", a: names("1.94 M USD"), b: { ...names("2.60 M USD"), state: "one" }, shared: false }, { field: "implementers", a: names("Organisation 21"), b: proofed<ReturnType<typeof name>[]>(null, "unknown"), shared: false }],
    byMonth: months, byArea: [], sharedGroups: [], sharedParties: [], need: { usd: 3.4e6, supplyUsd: 2.1e6, source: name("requests of Member 31") }, ifOneUsd: 1.9e6, contributions: { a: [contributionOf(wa, l)], b: [contributionOf(wb, l)] }, reports: 5, decisions: [], mayDecide: true, oneInitiative: null,
  };
}

export const claims = (field: string): FieldClaims => ({
  record: { kind: "meeting", id, name: name("Niamey plenary") }, field, language: null, state: "differ", decisions: [{ id, claim: id, by: name("Secretariat"), role: null, at: "2023-03-04T10:00:00Z", reason: "The statement is the Group’s own.", withdrawn: null }], chosenBy: "decision", newSince: 0, mayClaim: false, mayDecide: false, marking: green,
  claims: [{ edtf: "2023-03-01/2023-03-02", source: "Joint statement of the co-chairs", quote: "met in Niamey on 1 and 2 March", shown: true }, { edtf: "2023-03-01", source: "The Diplomatic Insight", quote: null, shown: false }].map((one, i) => ({ id: `${i}1111111-1111-4111-8111-111111111111`, value: { type: "days", text: one.edtf, language: null, edtf: one.edtf, integer: null, money: null, refs: [] }, source: { id: `${i}2222222-1111-4111-8111-111111111111`, title: one.source, publisher: null, url: null, published: "2023-03-02", language: "en", licence: null }, quote: one.quote === null ? null : { text: one.quote, language: "en", start: null, end: null }, locator: "paragraph 1", note: null, confidence: "verified", entered: { by: null, at: "2023-03-03T00:00:00Z" }, withdrawn: null, marking: green, side: i, shown: one.shown, mayWithdraw: false, newSinceDecision: false })),
});
