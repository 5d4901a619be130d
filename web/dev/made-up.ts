import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AreaCell, AreaRef, Contribution, GapItem, InitiativeRef, Line, Name, OverlapItem, Ref, ReportRef } from "../api/types.ts";

/** Invented members, initiatives, needs over the real areas of ten countries; the same on each start. */
export const name = (text: string, language = "en"): Name => ({ text, language });
const file = fileURLToPath(new URL("../../data/areas/areas.topo.json", import.meta.url));
type Properties = { code: string; level: number; name: string; names?: Record<string, string>; country: string };
const topology = JSON.parse(readFileSync(file, "utf8")) as { objects: { areas: { geometries: { properties: Properties }[] } } };

let seed = 20261124;
export function random(): number {
  seed = (seed * 1664525 + 1013904223) >>> 0;
  return seed / 2 ** 32;
}
export const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
export function uuid(): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

const focus = ["BF", "BJ", "CM", "CI", "GH", "ML", "MR", "NE", "NG", "SN", "TD", "TG"];
const properties = topology.objects.areas.geometries.map((geometry) => geometry.properties);
export const nameOf = (p: Properties, language: string): Name => (p.names?.[language] === undefined ? name(p.name) : name(p.names[language], language));
export const countriesIn = (language: string) => properties.filter((p) => p.level === 0 && focus.includes(p.country)).map((p) => ({ code: p.country, name: nameOf(p, language) }));
const places = properties.filter((p) => p.level === 1 && focus.includes(p.country));
export function areaRef(code: string, language: string): AreaRef {
  const p = properties.find((one) => one.code === code) ?? places[0]!;
  const country = properties.find((one) => one.level === 0 && one.country === p.country)!;
  return { code: p.code, name: nameOf(p, language), level: p.level, country: { code: p.country, name: nameOf(country, language) } };
}

export const lines: readonly Line[] = ["counter-finance", "capacity", "stabilisation", "resilience"];
export const members: readonly Ref[] = ["Member 3", "Member 7", "Member 12", "Member 21", "Organisation 8", "Member 31", "Member 40", "Organisation 21", "Member 44", "Membre 52", "Member 60"].map((text, i) => ({ kind: "member", id: uuid(), code: `M${i}`, name: name(text) }));
const titles = ["Formation de la police de proximité", "Police training, western region", "Mobile courts", "Fishing cooperatives", "Return of local government", "Radio for peace", "Border posts", "Cash couriers, supervision", "Clinics in return areas", "Seed banks along the river", "Réhabilitation des puits pastoraux", "Financial intelligence units", "Schools back to work", "Youth centres", "Market roads"];

type Work = { ref: InitiativeRef; area: string; line: Line; usd: number | null; reports: ReportRef[] };
export const work: readonly Work[] = Array.from({ length: 140 }, (_, i): Work => {
  const line = pick(lines);
  const start = 2021 + Math.floor(random() * 4);
  const title = titles[i % titles.length]!;
  const reporter = pick(members);
  const own = uuid();
  const ref: InitiativeRef = { id: own, parts: [own], title: name(i < titles.length ? title : `${title} ${Math.floor(i / titles.length) + 1}`, /[éè]/.test(title) ? "fr" : "en"), reporters: [reporter], lines: [line], months: { from: `${start}-0${1 + Math.floor(random() * 9)}`, to: `${start + 2}-1${Math.floor(random() * 3)}`, assumed: random() < 0.2 } };
  const report = (by: Ref): ReportRef => ({ id: uuid(), identifier: `XM-MADE-UP-${1000 + i}`, reporter: by, secondary: false, title: ref.title, read: { file: "made-up.xml", line: 40 + i * 31, path: `/iati-activities/iati-activity[${i + 1}]`, imported: "2026-11-20T09:12:00Z" }, publisher: by.name.text, licence: "CC BY 4.0", url: null, lastUpdated: "2026-09-30", superseded: false });
  return { ref, area: pick(places).code, line, usd: random() < 0.15 ? null : Math.round(50_000 + random() ** 3 * 6_000_000), reports: random() < 0.25 ? [report(reporter), report(pick(members))] : [report(reporter)] };
});

export function cellsIn(language: string): AreaCell[] {
  seed = 7;
  return places.map((p): AreaCell => {
    const here = work.filter(({ area }) => area === p.code);
    const known = here.filter(({ usd }) => usd !== null);
    const people = random() < 0.75 ? Math.round(random() ** 2 * 400_000) : null;
    const need = people === null ? null : { basis: "people" as const, usd: Math.round(people * 18), people, reached: Math.round(people * random() * 0.6), severity: 1 + Math.floor(random() * 5), priority: null };
    const events = random() < 0.9 ? Math.round(random() ** 4 * 240) : null;
    const supplyUsd = known.length === 0 ? null : known.reduce((sum, { usd }) => sum + (usd ?? 0), 0);
    const state = here.length > 0 ? ("reported" as const) : random() < 0.45 ? ("none-reported" as const) : ("not-known" as const);
    const coverage = need === null || state === "not-known" || supplyUsd === null && here.length > 0 ? null : Math.min(1, (supplyUsd ?? 0) / need.usd);
    return { area: areaRef(p.code, language), initiatives: here.length, supplyUsd, unknownBudget: here.length - known.length, need, threat: events === null ? null : { events, deaths: Math.round(events * 1.7), trend: events > 20 ? 0.5 + random() * 1.5 : null, months: { from: "2024-01", to: "2025-12" } }, state, coverage, label: coverage !== null && coverage < 0.25 && (need?.severity ?? 0) >= 4 ? "under-served" : null, overlaps: here.length > 1 ? here.length - 1 : 0, contestedUsd: here.length > 1 ? 120_000 : 0 };
  });
}

export function gapsIn(language: string): GapItem[] {
  return cellsIn(language)
    .filter((cell) => cell.need !== null && (cell.coverage ?? 0) < 0.6)
    .toSorted((a, b) => (b.need!.people ?? 0) * (b.need!.severity ?? 1) - (a.need!.people ?? 0) * (a.need!.severity ?? 1))
    .map((cell, i): GapItem => ({ area: cell.area, line: lines[i % 4]!, state: cell.state, need: cell.need, threat: cell.threat, supplyUsd: cell.supplyUsd, supplyHighUsd: cell.supplyUsd, initiatives: cell.initiatives, unknownBudget: cell.unknownBudget, coverage: cell.coverage, gapUsd: (cell.need!.usd ?? 0) - (cell.supplyUsd ?? 0), gapPeople: (cell.need!.people ?? 0) - (cell.need!.reached ?? 0), label: cell.label, lastReport: i % 3 === 0 ? "2025-03-14" : null, requestedBy: i % 4 === 1 ? [members[5]!] : [], decision: null }));
}

export function pairsIn(language: string): OverlapItem[] {
  const pairs: OverlapItem[] = [];
  for (const [i, a] of work.entries())
    for (const b of work.slice(i + 1)) {
      if (a.area !== b.area || pairs.length >= 40) continue;
      const contested = a.usd === null || b.usd === null ? null : Math.round(Math.min(a.usd, b.usd) * 0.6);
      pairs.push({ a: a.ref, b: b.ref, rules: pairs.length % 3 === 0 ? ["country-level"] : [], kind: pairs.length === 4 ? "possible-double-report" : contested === null ? "presence" : "money", lines: [a.line], areas: [areaRef(a.area, language)], areaCount: 1 + (i % 4), months: { from: "2024-07", to: "2025-08" }, monthCount: 14, contestedUsd: contested, score: contested === null ? null : contested / Math.min(a.usd!, b.usd!), duplicationUsd: null, presence: 0.41, probabilitySame: pairs.length === 4 ? 0.62 : 0.07, decision: null });
    }
  return pairs.toSorted((x, y) => Number(y.kind === "possible-double-report") - Number(x.kind === "possible-double-report") || (y.contestedUsd ?? 0) - (x.contestedUsd ?? 0));
}

export const contributionOf = (one: Work, language: string): Contribution => ({ initiative: one.ref, area: areaRef(one.area, language), line: one.line, months: { from: "2024-01", to: "2025-12" }, usd: one.usd, share: 0.33, rules: ["equal-shares", "even-spread", ...(one.ref.months?.assumed === true ? (["assumed-end"] as const) : [])], reports: one.reports });
