import type { CoverageIndex } from "./coverage-index.ts";
import { contestedAmong, type Contribution } from "./contested.ts";
import { ancestorAtLevel, withAncestors, type AreaLevel } from "./area-table.ts";

/** What is contested, and among how many, in one (area, line) over some months. */
export type Crowding = {
  readonly kind: "crowding";
  /** Supply in USD, known money alone. */
  readonly supply: number;
  /** Σ over months and groups of S − max r. This, and no sum over pairs, may be summed over cells. */
  readonly contested: number;
  /** The part of it that is there if those that do not say whom they work for meet nobody, and if they meet everybody. */
  readonly contestedLow: number;
  readonly contestedHigh: number;
  /** 1/H, H = Σ (S(o)/S)² over organisations. NaN where there is no money. */
  readonly effectiveActors: number;
  readonly organisations: number;
  readonly initiatives: number;
};

type Member = { readonly i: number; readonly share: number };

/** Crowding of a cell over months `first` to `last`, with everything rolled up to the area. */
export function crowding(index: CoverageIndex, areaCode: string, line: string, first: number, last: number): Crowding {
  const area = index.supply.areas.indexOf.get(areaCode) ?? -1;
  const l = index.supply.lines.indexOf(line);
  const members =
    area < 0 || l < 0
      ? []
      : Array.from(index.byRank, (i) => ({ i, share: shareThere(index, i, area, l) })).filter((m) => m.share > 0);
  return crowdingOf(index, members, first, last);
}

export type CrowdedCell = Crowding & { readonly area: number; readonly line: number };

/** Crowding of every (area, line) of a level where anybody works in these months: the most contested first. */
export function crowdedCells(index: CoverageIndex, level: AreaLevel, first: number, last: number): CrowdedCell[] {
  const { supply } = index;
  const members = new Map<number, Member[]>();
  for (const i of index.byRank) {
    if (supply.first[i]! > last || supply.last[i]! < first) continue;
    const shares = new Map<number, number>();
    for (let a = supply.areaStart[i]!; a < supply.areaStart[i + 1]!; a++) {
      const area = ancestorAtLevel(supply.areas, supply.areaIndex[a]!, level);
      if (area >= 0) shares.set(area, (shares.get(area) ?? 0) + supply.areaShare[a]!);
    }
    for (const [area, share] of shares) {
      for (let l = supply.lineStart[i]!; l < supply.lineStart[i + 1]!; l++) {
        const key = area * supply.lines.length + supply.lineIndex[l]!;
        const member = { i, share: share * supply.lineShare[l]! };
        const list = members.get(key);
        if (list === undefined) members.set(key, [member]);
        else list.push(member);
      }
    }
  }
  return [...members]
    .map(([key, list]) => ({
      area: Math.floor(key / supply.lines.length),
      line: key % supply.lines.length,
      ...crowdingOf(index, list, first, last),
    }))
    .sort((a, b) => b.contested - a.contested || a.area - b.area || a.line - b.line);
}

/**
 * Between two changes of any rate the months are alike and are counted together, so cost follows what happens and not how long
 * it lasts.
 */
function crowdingOf(index: CoverageIndex, members: readonly Member[], first: number, last: number): Crowding {
  const { supply, profile } = index;
  const spans: { from: number; to: number; usd: number; i: number; contribution: Contribution }[] = [];
  const changes = new Set<number>([first]);
  let initiatives = 0;
  for (const { i, share } of members) {
    if (supply.first[i]! > last || supply.last[i]! < first) continue;
    initiatives++;
    if (Number.isNaN(index.money[i]!)) continue;
    const whom = groupsOf(index, i);
    for (let s = profile.start[i]!; s < profile.start[i + 1]!; s++) {
      const from = Math.max(first, profile.first[s]!);
      const to = Math.min(last, profile.last[s]!);
      if (from > to) continue;
      const usd = index.money[i]! * share * profile.weight[s]!;
      spans.push({ from, to, usd, i, contribution: { usd, ...whom, family: supply.family[i]! } });
      changes.add(from).add(to + 1);
    }
  }
  const cuts = [...changes].filter((m) => m <= last).sort((a, b) => a - b);
  const byOrganisation = new Map<number, number>();
  let [total, low, high] = [0, 0, 0];
  cuts.forEach((from, k) => {
    const months = (cuts[k + 1] ?? last + 1) - from;
    const here = spans.filter((s) => s.from <= from && from <= s.to);
    const found = contestedAmong(here.map((s) => s.contribution));
    low += months * found.low;
    high += months * found.high;
  });
  for (const { i, usd, from, to } of spans) {
    total += (to - from + 1) * usd;
    for (let o = supply.organisationStart[i]!; o < supply.organisationStart[i + 1]!; o++) {
      const key = supply.organisationIndex[o]!;
      byOrganisation.set(key, (byOrganisation.get(key) ?? 0) + (to - from + 1) * usd * supply.organisationShare[o]!);
    }
  }
  return {
    kind: "crowding",
    supply: total,
    contested: (low + high) / 2,
    contestedLow: low,
    contestedHigh: high,
    effectiveActors: effectiveActors([...byOrganisation.values()]),
    organisations: byOrganisation.size,
    initiatives,
  };
}

/** 1/H, H = Σ (S(o)/S)²: ten equal actors are ten, one large and nine small are little more than one. NaN for no money. (Laakso and Taagepera 1979; Herfindahl) */
export function effectiveActors(amounts: readonly number[]): number {
  const total = amounts.reduce((sum, usd) => sum + usd, 0);
  return total > 0 ? 1 / amounts.reduce((sum, usd) => sum + (usd / total) ** 2, 0) : NaN;
}

/** The part of an initiative's money that is on a line, in an area or within it. */
export function shareThere(index: CoverageIndex, i: number, area: number, line: number): number {
  const { supply } = index;
  let share = 0;
  for (let l = supply.lineStart[i]!; l < supply.lineStart[i + 1]!; l++)
    if (supply.lineIndex[l] === line) share += supply.lineShare[l]!;
  if (share === 0) return 0;
  let there = 0;
  for (let a = supply.areaStart[i]!; a < supply.areaStart[i + 1]!; a++) {
    if (withAncestors(supply.areas, supply.areaIndex[a]!).includes(area)) there += supply.areaShare[a]!;
  }
  return share * there;
}

function groupsOf(index: CoverageIndex, i: number): Pick<Contribution, "groupKind" | "groups"> {
  const { supply } = index;
  const groups: { group: number; share: number }[] = [];
  for (let g = supply.groupStart[i]!; g < supply.groupStart[i + 1]!; g++)
    groups.push({ group: supply.groupIndex[g]!, share: supply.groupShare[g]! });
  return { groupKind: supply.groupKind[i]!, groups };
}
