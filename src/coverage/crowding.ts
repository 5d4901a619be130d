import type { CoverageIndex } from "./coverage-index.ts";
import { contestedAmong, type Contribution } from "./contested.ts";
import { withAncestors } from "./area-table.ts";

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

/**
 * Crowding of a cell over months `first` to `last`, with everything rolled up to the area. Between two changes of any rate the months are alike
 * and are counted together, so cost follows what happens and not how long.
 */
export function crowding(index: CoverageIndex, areaCode: string, line: string, first: number, last: number): Crowding {
  const { supply, profile } = index;
  const area = supply.areas.indexOf.get(areaCode) ?? -1;
  const l = supply.lines.indexOf(line);
  const spans: { i: number; from: number; to: number; usd: number }[] = [];
  const changes = new Set<number>([first]);
  const initiatives = new Set<number>();
  for (const i of area < 0 || l < 0 ? [] : index.byRank) {
    if (supply.first[i]! > last || supply.last[i]! < first) continue;
    const share = shareThere(index, i, area, l);
    if (share === 0) continue;
    initiatives.add(i);
    if (Number.isNaN(index.money[i]!)) continue;
    for (let s = profile.start[i]!; s < profile.start[i + 1]!; s++) {
      const from = Math.max(first, profile.first[s]!);
      const to = Math.min(last, profile.last[s]!);
      if (from > to) continue;
      spans.push({ i, from, to, usd: index.money[i]! * share * profile.weight[s]! });
      changes.add(from).add(to + 1);
    }
  }
  const cuts = [...changes].filter((m) => m <= last).sort((a, b) => a - b);
  const byOrganisation = new Map<number, number>();
  let [total, low, high] = [0, 0, 0];
  cuts.forEach((from, k) => {
    const months = (cuts[k + 1] ?? last + 1) - from;
    const here = spans.filter((s) => s.from <= from && from <= s.to);
    const contributions = here.map((s): Contribution => ({ usd: s.usd, ...groupsOf(index, s.i) }));
    const found = contestedAmong(contributions);
    low += months * found.low;
    high += months * found.high;
    for (const { i, usd } of here) {
      total += months * usd;
      for (let o = supply.organisationStart[i]!; o < supply.organisationStart[i + 1]!; o++) {
        const key = supply.organisationIndex[o]!;
        byOrganisation.set(key, (byOrganisation.get(key) ?? 0) + months * usd * supply.organisationShare[o]!);
      }
    }
  });
  return {
    kind: "crowding",
    supply: total,
    contested: (low + high) / 2,
    contestedLow: low,
    contestedHigh: high,
    effectiveActors: effectiveActors([...byOrganisation.values()]),
    organisations: byOrganisation.size,
    initiatives: initiatives.size,
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
  for (let l = supply.lineStart[i]!; l < supply.lineStart[i + 1]!; l++) if (supply.lineIndex[l] === line) share += supply.lineShare[l]!;
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
  for (let g = supply.groupStart[i]!; g < supply.groupStart[i + 1]!; g++) groups.push({ group: supply.groupIndex[g]!, share: supply.groupShare[g]! });
  return { groupKind: supply.groupKind[i]!, groups };
}
