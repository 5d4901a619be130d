import { priorityNone } from "../../coverage/priority.ts";
import { type GapColumns, labelCrowded, labelUnderServed, workReported, workReportedNone } from "../../coverage/gap.ts";
import { namesOf } from "../record/names-of.ts";
import type { Reader } from "../../store/open-store.ts";
import type { Atlas } from "./atlas.ts";
import type { Figures } from "./figures.ts";
import type { NeedInPicture } from "./ground.ts";
import type { Line } from "./overlap-item.ts";
import { type AreaRef, areaRef, known } from "./references.ts";

export type Knowledge = "reported" | "none-reported" | "not-known";
export type NeedAnswer = { basis: "requests" | "people" | "priority"; usd: number | null; people: number | null; reached: number | null; severity: number | null; priority: { rank: number; of: number } | null };
export type ThreatAnswer = { events: number; deaths: number; trend: number | null; months: { from: string; to: string } };
export type GapItem = {
  area: AreaRef; line: Line | null; state: Knowledge; need: NeedAnswer | null; threat: ThreatAnswer | null; supplyUsd: number | null; supplyHighUsd: number | null; initiatives: number; unknownBudget: number;
  coverage: number | null; gapUsd: number | null; gapPeople: number | null; label: "under-served" | "crowded" | null; lastReport: string | null; requestedBy: { kind: "member" | "body"; id: string; code: null; name: { text: string; language: string } }[];
};

/** All of a gap but the names of those who ask, which are claims. */
export type GapDraft = Omit<GapItem, "requestedBy"> & { readonly asking: readonly string[] };

/** A cell, or an area over all its lines, as a row to be ranked. `line` null: over all lines. */
export type GapRow = {
  readonly area: string; readonly line: string | null; readonly state: Knowledge; readonly need: number; readonly people: number; readonly reached: number; readonly severity: number; readonly priority: number;
  readonly supply: number; readonly supplyHigh: number; readonly gap: number; readonly peopleGap: number; readonly label: "under-served" | "crowded" | null;
};

/** One row per area and line. */
export function cellRows(figures: Figures): readonly GapRow[] {
  const g = figures.gaps();
  const { codes } = figures.ground.areas;
  return Array.from(g.area, (area, k) => ({
    area: codes[area] as string, line: g.lines[g.line[k] as number] as string,
    state: g.state[k] === workReported ? "reported" : g.state[k] === workReportedNone ? "none-reported" : "not-known",
    need: g.need[k] as number, people: g.people[k] as number, reached: g.reached[k] as number, severity: g.severity[k] as number,
    priority: g.priorityBasis[k] === priorityNone ? 0 : (g.priority[k] as number),
    supply: g.supplyLow[k] as number, supplyHigh: g.supplyHigh[k] as number, gap: g.gapHigh[k] as number, peopleGap: g.peopleGap[k] as number,
    label: ((g.labels[k] as number) & labelUnderServed) !== 0 ? "under-served" : ((g.labels[k] as number) & labelCrowded) !== 0 ? "crowded" : null,
  }));
}

/** One row per area over its lines: money adds up, people do not (the highest figure stands). */
export function areaRows(figures: Figures): readonly GapRow[] {
  return [...Map.groupBy(cellRows(figures), (r) => r.area)].map(([area, rows]) => {
    const needKnown = rows.filter((r) => !Number.isNaN(r.need));
    const most = (of: (r: GapRow) => number) => rows.map(of).filter((n) => !Number.isNaN(n)).reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    const orNaN = (n: number) => (n === Number.NEGATIVE_INFINITY ? Number.NaN : n);
    return {
      area, line: null,
      state: rows.some((r) => r.state === "reported") ? "reported" : rows.every((r) => r.state === "none-reported") ? "none-reported" : "not-known",
      need: needKnown.length === 0 ? Number.NaN : sum(needKnown, (r) => r.need), people: orNaN(most((r) => r.people)), reached: orNaN(most((r) => r.reached)), severity: orNaN(most((r) => r.severity)),
      priority: Math.max(0, ...rows.map((r) => r.priority)), supply: sum(rows, (r) => r.supply), supplyHigh: sum(rows, (r) => r.supplyHigh),
      gap: needKnown.length === 0 ? Number.NaN : sum(needKnown, (r) => r.gap), peopleGap: orNaN(most((r) => r.peopleGap)),
      label: rows.some((r) => r.label === "under-served") ? "under-served" : rows.some((r) => r.label === "crowded") ? "crowded" : null,
    };
  });
}

const sum = (rows: readonly GapRow[], of: (r: GapRow) => number) => rows.reduce((total, r) => total + (Number.isNaN(of(r)) ? 0 : of(r)), 0);

/**
 * Where need stands without supply, most pressing first: cells whose need in money is known, by label, money short, then people short ×
 * severity; after them areas with violence where nobody reported work, by priority. Two lists in one: a rank is no amount.
 */
export function rankedGaps(figures: Figures): readonly GapRow[] {
  const measured = cellRows(figures).filter((r) => (!Number.isNaN(r.need) && r.gap > 0) || r.peopleGap > 0);
  const byNeed = [...measured].sort(
    (a, b) => Number(b.label === "under-served") - Number(a.label === "under-served") || orZero(b.gap) - orZero(a.gap) || orZero(b.peopleGap) * orZero(b.severity) - orZero(a.peopleGap) * orZero(a.severity) || (a.area + a.line < b.area + b.line ? -1 : 1),
  );
  const byPriority = areaRows(figures).filter((r) => r.priority > 0 && r.state !== "reported" && !measured.some((m) => m.area === r.area)).toSorted((a, b) => a.priority - b.priority || (a.area < b.area ? -1 : 1));
  return [...byNeed, ...byPriority];
}

const orZero = (n: number) => (Number.isNaN(n) ? 0 : n);

/** Who works in an area (on a line): counts, and the last report of any of them. */
function atWork(figures: Figures, area: string, line: string | null): { initiatives: number; unknownBudget: number; lastReport: string | null } {
  let initiatives = 0;
  let unknownBudget = 0;
  let last = 0;
  for (const i of figures.chosen) {
    if (!i.areas.some((a) => a.area === area) || (line !== null && !i.lines.some((l) => l.line === line))) continue;
    initiatives++;
    if (Number.isNaN(i.money[figures.question.basis].usd)) unknownBudget++;
    for (const r of i.reports) last = Math.max(last, r.version_at?.getTime() ?? 0);
  }
  return { initiatives, unknownBudget, lastReport: last === 0 ? null : new Date(last).toISOString().slice(0, 10) };
}

/** Nobody's report is no zero, and neither are reports without a budget. */
export function supplyKnown(row: GapRow, work: { readonly initiatives: number; readonly unknownBudget: number }): boolean {
  return row.state === "none-reported" || work.initiatives > work.unknownBudget || row.supply > 0;
}

/**
 * The part of a known need that is met, 0 to 1: at least so much where work of unknown budget is present, and null where no budget
 * of those at work is known.
 */
export function coverageOf(row: GapRow, known: boolean): number | null {
  if (Number.isNaN(row.need) || row.need === 0 || (row.state === "reported" && !known)) return null;
  return Math.max(0, Math.min(1, 1 - row.gap / row.need));
}

export function needAnswer(figures: Figures, row: GapRow): NeedAnswer | null {
  if (!Number.isNaN(row.need) || !Number.isNaN(row.people)) {
    const requests = needsOf(figures, row).some((n) => n.basis === "request");
    return { basis: requests ? "requests" : "people", usd: known(row.need), people: whole(row.people), reached: whole(row.reached), severity: whole(row.severity), priority: null };
  }
  return row.priority > 0 ? { basis: "priority", usd: null, people: null, reached: null, severity: null, priority: { rank: row.priority, of: rankedAreas(figures) } } : null;
}

/** The needs stated for a cell (line null: for the area, on the lines asked for) in months of the period. */
export function needsOf(figures: Figures, cell: { readonly area: string; readonly line: string | null }): readonly NeedInPicture[] {
  const { first, last, lines } = figures.question;
  return figures.ground.needs.filter(
    (n) => n.area === cell.area && (cell.line === null ? lines.length === 0 || lines.includes(n.line) : n.line === cell.line) && n.first <= last && n.last >= first,
  );
}

const ranked = new WeakMap<GapColumns, number>();

/** How many areas have a rank from violence. */
function rankedAreas(figures: Figures): number {
  const g = figures.gaps();
  const many = ranked.get(g) ?? new Set(g.area.filter((_, k) => g.priorityBasis[k] !== priorityNone)).size;
  ranked.set(g, many);
  return many;
}

const whole = (n: number) => (Number.isNaN(n) ? null : Math.round(n));

export function threatAnswer(figures: Figures, area: string): ThreatAnswer | null {
  const t = figures.threat().get(area);
  return t ? { events: t.events, deaths: t.deaths, trend: t.trend, months: t.months } : null;
}

export function gapDrafts(atlas: Atlas, figures: Figures, rows: readonly GapRow[], languages: readonly string[]): GapDraft[] {
  return rows.map((row) => {
    const work = atWork(figures, row.area, row.line);
    const some = supplyKnown(row, work);
    return {
      area: areaRef(atlas, row.area, languages), line: row.line as Line | null, state: row.state, need: needAnswer(figures, row), threat: threatAnswer(figures, row.area),
      supplyUsd: some ? known(row.supply) : null, supplyHighUsd: some ? known(row.supplyHigh) : null,
      initiatives: work.initiatives, unknownBudget: work.unknownBudget, coverage: coverageOf(row, some), gapUsd: known(row.gap), gapPeople: whole(row.peopleGap), label: row.label, lastReport: work.lastReport,
      asking: [...new Set(needsOf(figures, row).filter((n) => n.basis === "request").map((n) => n.ownerId))],
    };
  });
}

/** With those who ask, by the names that this viewer may read. */
export async function gapItems(reader: Reader, drafts: readonly GapDraft[], languages: readonly string[]): Promise<GapItem[]> {
  const names = await namesOf(reader, drafts.flatMap((d) => d.asking), languages);
  return drafts.map(({ asking, ...item }) => ({
    ...item,
    requestedBy: asking.flatMap((id) => {
      const name = names.get(id);
      return name ? [{ kind: "member" as const, id, code: null, name }] : [];
    }),
  }));
}
