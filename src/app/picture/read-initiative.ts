import { isoMonth } from "../../base/edtf.ts";
import { fault } from "../../base/errors.ts";
import { pickWords } from "../../base/language-map.ts";
import { bases } from "../../coverage/basis.ts";
import { overlapsOf } from "../../coverage/overlap.ts";
import { organisationKey } from "../../initiatives/organisation-key.ts";
import type { Report } from "../../initiatives/report.ts";
import type { LineEvidence } from "../../initiatives/lines-of-effort.ts";
import { initiativeKey } from "../../store/queries/report-batch.ts";
import { type ReportBody, reportBodies } from "../../store/queries/report-bodies.ts";
import type { App } from "../app.ts";
import { onLinks } from "../coordination/on-links.ts";
import { onPairs } from "../coordination/on-pairs.ts";
import { markingOf } from "../marking-of.ts";
import { whyVisible } from "../why-visible.ts";
import type { Words } from "../words.ts";
import { askPicture } from "./ask-picture.ts";
import type { Atlas } from "./atlas.ts";
import type { ComposedInitiative } from "./compose-initiative.ts";
import { partInMonths } from "./contribution.ts";
import type { Figures } from "./figures.ts";
import { type Ground, initiativeAt } from "./ground.ts";
import { keptFor } from "./kept-for.ts";
import { moneyLines } from "./money-lines.ts";
import { overlapItem } from "./overlap-item.ts";
import { basisWord, type BasisWord } from "./question.ts";
import { areaRef, type InitiativeRef, initiativeRef, known, type LineOrOther, organisationRef, titleOf } from "./references.ts";
import { changedFields, reportFields } from "./report-column.ts";
import { reportRef } from "./report-refs.ts";

type State = "one" | "agree" | "differ" | "unknown";
const shownAtOnce = 20;

/** An initiative as this viewer sees it: what is shown and why, its reports side by side, its money, its older versions. @throws not-found */
export async function readInitiative(app: App, secret: string | null, id: string, wish: { readonly asOf?: string | undefined; readonly basis?: BasisWord | undefined }, languages: readonly string[]) {
  return askPicture(app, secret, wish, { name: "initiative", args: id, languages }, async (found, reader) => {
    const { i, basis, meetings } = found;
    const decided = await onPairs(app, reader, meetings.items, languages);
    const all = await reportBodies(reader, { initiatives: i.parts });
    const linked = await onLinks(app, reader, i.parts, languages);
    const byId = new Map(all.map((b) => [b.id, b]));
    const bodies = i.reports.map((r) => byId.get(r.id)).filter((b): b is ReportBody => b !== undefined);
    const columns: { body: ReportBody; marking: Awaited<ReturnType<typeof markingOf>>; fields: ReturnType<typeof reportFields> }[] = [];
    for (const b of bodies) {
      const row = i.reports.find((r) => r.id === b.id) as ComposedInitiative["reports"][number];
      columns.push({ body: b, marking: await markingOf(reader, [b.class_id], languages), fields: reportFields(b.body, row.lines.map((line, k) => ({ line, share: row.line_shares[k] ?? 0 }))) });
    }
    const shownDescription = bodies.map((b) => pickWords(b.body.description ?? {}, languages)).find((d) => d !== null);
    const dates = (of: (d: Report["dates"]) => string | undefined) => bodies.map((b) => of(b.body.dates)).filter((d): d is string => d !== undefined);
    const proofed = <T>(value: T | null, values: readonly string[]) => ({ value, state: stateOf(values), claimsHref: null, sources: values.length });
    return {
      // another id than the one asked for: it is a part of this one
      id: i.id,
      parts: i.parts.map((part) => partOf(part, bodies, languages)).filter((part) => part !== null),
      links: linked.links,
      marking: await markingOf(reader, [...i.classIds, ...linked.classes], languages),
      title: proofed(titleOf(i, languages), bodies.map((b) => JSON.stringify(b.body.title))),
      otherTitles: otherTitles(bodies, titleOf(i, languages).text),
      description: shownDescription ? proofed({ text: shownDescription.text, language: shownDescription.language }, bodies.flatMap((b) => (b.body.description ? [JSON.stringify(b.body.description)] : []))) : null,
      status: proofed(bodies.find((b) => b.body.status)?.body.status ?? null, bodies.flatMap((b) => b.body.status ?? [])),
      start: proofed(dates((d) => d.actualStart ?? d.plannedStart)[0] ?? null, dates((d) => d.actualStart ?? d.plannedStart)),
      end: proofed(dates((d) => d.actualEnd ?? d.plannedEnd)[0] ?? null, dates((d) => d.actualEnd ?? d.plannedEnd)),
      months: initiativeRef(i, languages).months,
      lines: linesOf(i, bodies),
      parties: partiesOf(bodies),
      places: placesOf(app, i, bodies, languages),
      groups: typeof i.groups === "string" ? [] : i.groups.map((group) => ({ group, name: { text: group, language: "und" }, share: 1 / i.groups.length })),
      money: {
        basis: basisWord(basis), usd: known(i.money[basis].usd),
        byBasis: bases.map((b) => ({ basis: basisWord(b), usd: known(i.money[b].usd) })),
        statements: bodies.flatMap((b) => moneyLines(app, b, i.money[basis], basis)),
        byYear: found.byYear,
      },
      reports: columns.map((c) => ({
        report: reportRef(c.body, languages), marking: c.marking,
        fields: c.fields.map((f, k) => ({ ...f, differs: columns.some((o) => o !== c && f.values.length > 0 && (o.fields[k]?.values.length ?? 0) > 0 && JSON.stringify(o.fields[k]?.values) !== JSON.stringify(f.values)) })),
      })),
      history: historyOf(all, byId, languages),
      related: relatedOf(bodies, found.related),
      overlaps: { total: meetings.total, marking: await markingOf(reader, [...meetings.classes, ...decided.classes], languages), items: decided.items },
      why: await whyVisible(reader, i.classIds, languages),
    };
  });
}

/** One of those that it is composed of, named by its best report. */
function partOf(id: string, bodies: readonly ReportBody[], languages: readonly string[]) {
  const first = bodies.find((b) => b.initiative_id === id);
  if (first === undefined) return null;
  const { title, identifier, reporter } = reportRef(first, languages);
  return { id, title, identifier, reporter };
}

/** All of an initiative's page that figures decide. @throws not-found */
export function initiativeFigures(atlas: Atlas, figures: Figures, id: string, languages: readonly string[]) {
  const { ground, question } = figures;
  const i = initiativeAt(ground, id);
  if (!i) throw fault("not-found");
  const index = figures.wholeIndex();
  const meetings = overlapsOf(index, i.id, ground.needs.length > 0 ? { needs: ground.needColumns } : {});
  const others = meetings.flatMap((p) => [p.a, p.b]).flatMap((at) => ground.initiatives.get(index.supply.ids[at] as string)?.classIds ?? []);
  return {
    i, basis: question.basis, byYear: byYear(i, figures), related: relatedInitiatives(i, ground, languages),
    meetings: {
      total: meetings.length,
      classes: [...new Set([...i.classIds, ...others, ...(meetings.some((p) => !Number.isNaN(p.duplication)) ? ground.needs.map((n) => n.classId) : [])])],
      items: meetings.slice(0, shownAtOnce).map((p) =>
        overlapItem(atlas, { ...figures, index: figures.wholeIndex }, { ...p, a: index.supply.ids[p.a] as string, b: index.supply.ids[p.b] as string, kind: Number.isNaN(p.contested) ? "presence" : "money", probability: Number.NaN }, languages),
      ),
    },
  };
}

function stateOf(values: readonly string[]): State {
  return values.length === 0 ? "unknown" : values.length === 1 ? "one" : new Set(values).size === 1 ? "agree" : "differ";
}

function otherTitles(bodies: readonly ReportBody[], shown: string): Words[] {
  const titles = new Map(bodies.flatMap((b) => Object.entries(b.body.title).map(([language, text]) => [text, { text, language }] as const)));
  titles.delete(shown);
  return [...titles.values()];
}

function linesOf(i: ComposedInitiative, bodies: readonly ReportBody[]) {
  const evidence = new Map<string, readonly LineEvidence[]>();
  for (const b of bodies) for (const l of (b.derived as { lines?: { line: string; evidence: LineEvidence[] }[] }).lines ?? []) if (!evidence.has(l.line)) evidence.set(l.line, l.evidence);
  const states = i.reports.filter((r) => r.lines.length > 0).map((r) => [...r.lines].sort().join());
  return (i.lines.length === 0 ? [{ line: "other", share: 1 }] : i.lines).map((l) => {
    const why = evidence.get(l.line) ?? [];
    const from = why.some((e) => e.from === "stated") ? ("stated" as const) : why.some((e) => e.from === "sector") ? ("sectors" as const) : ("words" as const);
    return { line: l.line as LineOrOther, share: l.share, from, evidence: why.map((e) => (e.code === undefined ? e.words : `${e.code} ${e.words}`)), state: stateOf(states) };
  });
}

function partiesOf(bodies: readonly ReportBody[]) {
  const parties = new Map<string, { party: ReturnType<typeof organisationRef>; role: Report["parties"][number]["role"]; reports: string[] }>();
  for (const b of bodies) {
    for (const p of b.body.parties) {
      const key = organisationKey(p);
      if (key === "") continue;
      const held = parties.get(`${p.role} ${key}`) ?? { party: organisationRef(key, p.ref ?? null, p.name ?? null), role: p.role, reports: [] };
      if (!held.reports.includes(b.id)) held.reports.push(b.id);
      parties.set(`${p.role} ${key}`, held);
    }
  }
  const naming = (role: string) => bodies.filter((b) => b.body.parties.some((p) => p.role === role)).length;
  return [...parties.values()].map((p) => ({ ...p, state: (p.reports.length === 1 ? (naming(p.role) > 1 ? "differ" : "one") : "agree") as State }));
}

function placesOf(app: App, i: ComposedInitiative, bodies: readonly ReportBody[], languages: readonly string[]) {
  return i.areas.map((a) => {
    const naming = bodies.filter((b) => (b.derived as { areas?: { area: string; places: string[] }[] }).areas?.some((x) => x.area === a.area));
    const names = new Set(naming.flatMap((b) => (b.derived as { areas?: { area: string; places: string[] }[] }).areas?.find((x) => x.area === a.area)?.places ?? []));
    const how = a.how === "code" ? ("stated" as const) : a.how === "point" ? ("polygon" as const) : a.how === "country" ? ("country" as const) : ("name" as const);
    return { area: areaRef(app, a.area, languages), name: names.size === 0 ? null : [...names].slice(0, 8).join("; "), share: a.share, how, coarsened: false, reports: naming.map((b) => b.id) };
  });
}

function byYear(i: ComposedInitiative, figures: Figures) {
  if (i.months.kind !== "months") return [];
  const index = figures.wholeIndex();
  const at = index.supply.indexOf.get(i.id);
  if (at === undefined) return [];
  const [first, last] = [Math.floor(i.months.first / 12), Math.floor(i.months.last / 12)];
  return Array.from({ length: last - first + 1 }, (_, k) => {
    const year = first + k;
    return { year: Number(isoMonth(year * 12).slice(0, 4)), usd: known(i.money[index.basis].usd * partInMonths(index, at, year * 12, year * 12 + 11)) };
  });
}

function historyOf(all: readonly ReportBody[], byId: ReadonlyMap<string, ReportBody>, languages: readonly string[]) {
  return all
    .filter((b) => !b.current && b.superseded_by !== null && byId.has(b.superseded_by))
    .map((b) => {
      const by = byId.get(b.superseded_by as string) as ReportBody;
      return { report: reportRef(b, languages), supersededAt: (by.received_at > b.received_at ? by : b).received_at.toISOString(), by: by.id, changed: changedFields(b.body, by.body) };
    });
}

/** The initiatives that this viewer may see among those that its reports name, by identifier. */
function relatedInitiatives(i: ComposedInitiative, ground: Ground, languages: readonly string[]): ReadonlyMap<string, InitiativeRef> {
  if (i.reports.every((r) => r.related.length === 0)) return new Map();
  const byIdentifier = keptFor(ground, "by identifier", () => new Map([...ground.initiatives.values()].flatMap((x) => x.reports.map((r) => [initiativeKey(r.identifier), x] as const))));
  const found = i.reports.flatMap((r) => r.related).map((r) => initiativeKey(r.identifier)).map((key) => [key, byIdentifier.get(key)] as const);
  return new Map(found.flatMap(([key, other]) => (other && other.id !== i.id ? [[key, initiativeRef(other, languages)] as const] : [])));
}

function relatedOf(bodies: readonly ReportBody[], known: ReadonlyMap<string, InitiativeRef>) {
  const seen = new Map(bodies.flatMap((b) => b.body.related).map((r) => [`${r.type} ${r.identifier}`, r]));
  return [...seen.values()].map((r) => ({ type: r.type, identifier: r.identifier, initiative: known.get(initiativeKey(r.identifier)) ?? null }));
}
