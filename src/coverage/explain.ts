import { withAncestors } from "./area-table.ts";
import type { CoverageIndex } from "./coverage-index.ts";
import { shareThere } from "./crowding.ts";
import { excessPart } from "./excess.ts";
import { groupMeetings } from "./group-meeting.ts";
import type { NeedColumns } from "./need-columns.ts";
import { needMonth, needSeries, type NeedMonth } from "./need-series.ts";
import { flagAssumedEnd, flagPlanned, flagSecondary } from "./supply-columns.ts";
import { supplySeries } from "./supply-series.ts";

/**
 * How one initiative's rate in a cell comes about: money × month × places × line (× group) = USD per month. Every factor is
 * there to be shown.
 */
export type ShareChain = {
  readonly initiative: number;
  /** B(i) on the picture's basis, NaN where unknown. */
  readonly money: number;
  /** Part of the money that falls into each of these months. */
  readonly monthPart: number;
  /** The places named that lie in the cell's area, with their shares. */
  readonly places: readonly { readonly area: number; readonly share: number }[];
  readonly linePart: number;
  /** 1 for everyone and for unknown. */
  readonly groupPart: number;
  /** Before halving for an unknown group. NaN where the money is unknown. */
  readonly usdPerMonth: number;
};

/** What two initiatives share in one (area, line, group) over months in which both rates are steady. */
export type PairPart = {
  readonly area: number;
  readonly line: number;
  /** Index of the group; null where one side is for everyone, or does not say. */
  readonly group: number | null;
  /** 1, or 0.5 where one side does not say whom it is for. */
  readonly weight: number;
  readonly first: number;
  readonly last: number;
  readonly a: ShareChain;
  readonly b: ShareChain;
  /** weight × min of the two rates × months. NaN where a side's money is unknown. */
  readonly contested: number;
  readonly presence: number;
};

export type PairMonth = {
  readonly month: number;
  readonly contested: number;
  readonly presence: number;
  readonly duplication: number;
};

export type PairExplanation = {
  readonly kind: "pair-explanation";
  readonly parts: readonly PairPart[];
  readonly months: readonly PairMonth[];
};

/** Everything that a pair's figures rest on: the parts add up to C and P, and so do the months; D adds up over the months. */
export function explainPair(index: CoverageIndex, a: string, b: string, needs?: NeedColumns): PairExplanation {
  const parts = pairParts(index, a, b);
  return { kind: "pair-explanation", parts, months: pairMonths(index, parts, needs) };
}

/** The parts alone: where the two meet. Without them by month, no other initiative has to be looked at. */
export function pairParts(index: CoverageIndex, a: string, b: string): PairPart[] {
  const { supply, profile } = index;
  const [i, j] = [supply.indexOf.get(a) ?? -1, supply.indexOf.get(b) ?? -1];
  const parts: PairPart[] = [];
  if (i >= 0 && j >= 0 && index.rankOf[i]! >= 0 && index.rankOf[j]! >= 0) {
    const meeting = groupMeetings(supply, i, j);
    for (const [area, line] of sharedCells(index, i, j)) {
      for (let s = profile.start[i]!; s < profile.start[i + 1]!; s++) {
        for (let t = profile.start[j]!; t < profile.start[j + 1]!; t++) {
          const first = Math.max(profile.first[s]!, profile.first[t]!);
          const last = Math.min(profile.last[s]!, profile.last[t]!);
          if (first > last) continue;
          for (const term of meeting) {
            const sideA = shareChain(index, i, area, line, profile.weight[s]!, term.shareA);
            const sideB = shareChain(index, j, area, line, profile.weight[t]!, term.shareB);
            const months = last - first + 1;
            parts.push({
              area,
              line,
              group: term.group,
              weight: term.weight,
              first,
              last,
              a: sideA,
              b: sideB,
              contested: months * term.weight * Math.min(sideA.usdPerMonth, sideB.usdPerMonth),
              presence: months * term.weight * Math.min(partOf(sideA), partOf(sideB)),
            });
          }
        }
      }
    }
  }
  return parts;
}

/** One thing that works in a cell in one month. */
export type CellPart = ShareChain & {
  readonly planned: boolean;
  readonly assumedEnd: boolean;
  readonly secondary: boolean;
};

export type CellExplanation = {
  readonly kind: "cell-explanation";
  /** Reported in the area or within: the low supply. Largest first, unknown money last. */
  readonly here: readonly CellPart[];
  /** Known only to the admin-1 above: with `here`, the high supply. Empty but for admin-2. */
  readonly above: readonly CellPart[];
  /** The need and the rows of it that count; null when no needs are given. */
  readonly need: NeedMonth | null;
};

/** Everything that one (area, line, month) rests on. */
export function explainCell(
  index: CoverageIndex,
  areaCode: string,
  lineName: string,
  month: number,
  needs?: NeedColumns,
): CellExplanation {
  const { supply, profile } = index;
  const { areas } = supply;
  const area = areas.indexOf.get(areaCode) ?? -1;
  const line = supply.lines.indexOf(lineName);
  const parent = area >= 0 && areas.level[area] === 2 ? areas.parent[area]! : -1;
  const here: CellPart[] = [];
  const above: CellPart[] = [];
  for (const i of area < 0 || line < 0 ? [] : index.byRank) {
    if (supply.first[i]! > month || supply.last[i]! < month) continue;
    let s = profile.start[i]!;
    while (profile.last[s]! < month) s++;
    const part = (chain: ShareChain): CellPart => ({
      ...chain,
      planned: (supply.flags[i]! & flagPlanned) !== 0,
      assumedEnd: (supply.flags[i]! & flagAssumedEnd) !== 0,
      secondary: (supply.flags[i]! & flagSecondary) !== 0,
    });
    if (shareThere(index, i, area, line) > 0) here.push(part(shareChain(index, i, area, line, profile.weight[s]!, 1)));
    if (parent >= 0 && areas.level[parent] === 1) {
      const named = shareChain(index, i, parent, line, profile.weight[s]!, 1, true);
      if (named.places.length > 0 && named.linePart > 0) above.push(part(named));
    }
  }
  const needLine = needs?.lines.indexOf(lineName) ?? -1;
  const need =
    needs === undefined
      ? null
      : needLine < 0 || area < 0
        ? ({ usd: NaN, source: "unknown", rows: [] } as const)
        : needMonth(needs, area, needLine, month);
  const order = (x: CellPart, y: CellPart) =>
    (Number.isNaN(x.usdPerMonth) ? 1 : 0) - (Number.isNaN(y.usdPerMonth) ? 1 : 0) ||
    y.usdPerMonth - x.usdPerMonth ||
    x.initiative - y.initiative;
  return { kind: "cell-explanation", here: here.sort(order), above: above.sort(order), need };
}

function partOf(chain: ShareChain): number {
  return chain.monthPart * chain.places.reduce((sum, p) => sum + p.share, 0) * chain.linePart * chain.groupPart;
}

function shareChain(
  index: CoverageIndex,
  i: number,
  area: number,
  line: number,
  monthPart: number,
  groupPart: number,
  namedOnly = false,
): ShareChain {
  const { supply } = index;
  const places: { area: number; share: number }[] = [];
  for (let a = supply.areaStart[i]!; a < supply.areaStart[i + 1]!; a++) {
    const named = supply.areaIndex[a]!;
    if (named === area || (!namedOnly && withAncestors(supply.areas, named).includes(area)))
      places.push({ area: named, share: supply.areaShare[a]! });
  }
  let linePart = 0;
  for (let l = supply.lineStart[i]!; l < supply.lineStart[i + 1]!; l++)
    if (supply.lineIndex[l] === line) linePart = supply.lineShare[l]!;
  const chain = { initiative: i, money: index.money[i]!, monthPart, places, linePart, groupPart };
  return { ...chain, usdPerMonth: chain.money * partOf({ ...chain, usdPerMonth: 0 }) };
}

/** The (area, line) in which two initiatives meet: both have an entry there, and one at least owns it. */
function sharedCells(index: CoverageIndex, i: number, j: number): [area: number, line: number][] {
  const entries = (k: number) => {
    const rank = index.rankOf[k]!;
    const owned = new Map<number, boolean>();
    for (let e = index.entryStart[rank]!; e < index.entryStart[rank + 1]!; e++)
      owned.set(index.entryBucket[e]!, index.entryOwned[e] === 1);
    return owned;
  };
  const [mine, theirs] = [entries(i), entries(j)];
  return [...mine.keys()]
    .filter((bucket) => theirs.has(bucket) && (mine.get(bucket) === true || theirs.get(bucket) === true))
    .map((bucket) => [index.bucketArea[bucket]!, index.bucketLine[bucket]!]);
}

function pairMonths(index: CoverageIndex, parts: readonly PairPart[], needs: NeedColumns | undefined): PairMonth[] {
  if (parts.length === 0) return [];
  const first = Math.min(...parts.map((p) => p.first));
  const last = Math.max(...parts.map((p) => p.last));
  const { supply } = index;
  const keyOf = (p: PairPart) => p.area * supply.lines.length + p.line;
  const keys = [...new Set(parts.map(keyOf))];
  const at = new Int32Array(index.bucketAt.length).fill(-1);
  keys.forEach((key, k) => (at[key] = k));
  const months = last - first + 1;
  const supplies =
    needs === undefined ? undefined : supplySeries(index, { at, count: keys.length }, first, last, "rolled-up");
  const need = keys.map((key) => {
    const line = needs?.lines.indexOf(supply.lines[key % supply.lines.length]!) ?? -1;
    return needs === undefined || line < 0
      ? undefined
      : needSeries(needs, Math.floor(key / supply.lines.length), line, first, last);
  });
  return Array.from({ length: months }, (_, m) => {
    let [contested, presence, duplication] = [0, 0, 0];
    for (const p of parts) {
      if (first + m < p.first || first + m > p.last) continue;
      const here = p.contested / (p.last - p.first + 1);
      contested += here;
      presence += p.presence / (p.last - p.first + 1);
      if (here === 0) continue;
      const k = at[keyOf(p)]!;
      const n = need[k]?.[m] ?? NaN;
      duplication +=
        Number.isNaN(n) || supplies === undefined ? NaN : here * excessPart(supplies.usd[k * months + m]!, n);
    }
    return { month: first + m, contested, presence, duplication };
  });
}
