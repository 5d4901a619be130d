import type { BucketList, CoverageIndex } from "./coverage-index.ts";
import type { ExcessTable } from "./excess.ts";
import {
  pairAssumedEnd,
  pairCoarsened,
  pairGroupUnknown,
  pairPlanned,
  pairSecondary,
  type PairDraft,
} from "./pair-columns.ts";
import { flagAssumedEnd, flagPlanned, flagSecondary, groupsUnknown } from "./supply-columns.ts";

/** Adds up, bucket by bucket, what one initiative shares with each of its partners. */
export type PairTally = {
  /** `rank` (the same until drained), with its share of money in a bucket, meets the `k`th of the bucket's list. */
  readonly add: (rank: number, share: number, list: BucketList, k: number, bucket: number, coarsened: boolean) => void;
  /**
   * Hands over each partner's pair and forgets them. The draft is reused: copy what is kept. Members of one family are
   * no pairs; each is told by its rank, and their number is answered.
   */
  readonly drain: (rank: number, take: (pair: Readonly<PairDraft>) => void, kin?: (other: number) => void) => number;
  /** The pair of two initiatives that share nothing. */
  readonly apart: (a: number, b: number) => PairDraft;
};

const tallies = new WeakMap<CoverageIndex, Map<ExcessTable | undefined, PairTally>>();

/** About how much memory a tally takes for each rank of its index. */
export const tallyBytesPerRank = 4 * 8 + 1 + 4 + 6 * 8;

/** A tally for questions about single initiatives, made once for an index: whoever uses it leaves it drained. */
export function keptTally(index: CoverageIndex, excess: ExcessTable | undefined): PairTally {
  const ofIndex = tallies.get(index) ?? new Map<ExcessTable | undefined, PairTally>();
  tallies.set(index, ofIndex);
  const tally = ofIndex.get(excess) ?? pairTally(index, excess);
  ofIndex.set(excess, tally);
  return tally;
}

/** Bits of a partner's mark. */
const touched = 1;
const needUnknown = 2;
const coarse = 4;

/**
 * Written for memory: with 100,000 initiatives, partners lie anywhere, and each column touched is a line of memory
 * fetched. So the sums of a partner lie beside each other, what a meeting needs lies in the bucket's list itself, and
 * the facts about a side are one row per initiative.
 */
export function pairTally(index: CoverageIndex, excess: ExcessTable | undefined): PairTally {
  const { byRank, profile, money, groups } = index;
  const { first, last } = index.supply;
  const ranks = byRank.length;
  // Per partner: contested, presence, duplication, and how the two meet over groups.
  const sums = new Float64Array(ranks * 4);
  const marks = new Uint8Array(ranks);
  const partners = new Uint32Array(ranks);
  let partnerCount = 0;
  const sides = sideRows(index);
  const draft = { a: 0, b: 0, contested: 0, score: 0, presence: 0, duplication: 0, first: 0, last: 0, flags: 0 };

  return {
    add: (rank, share, list, k, bucket, coarsened) => {
      const i = byRank[rank]!;
      const other = list.rank[k]!;
      if (marks[other] === 0) {
        marks[other] = touched;
        partners[partnerCount++] = other;
        sums[other * 4 + 3] = groups.meeting(groups.of[i]!, groups.of[byRank[other]!]!);
      }
      if (coarsened) marks[other]! |= coarse;
      const segment = profile.start[i]!;
      const part = list.part[k]!;
      if (!Number.isNaN(part) && profile.start[i + 1]! - segment === 1) {
        const from = Math.max(first[i]!, list.first[k]!);
        const to = Math.min(last[i]!, list.last[k]!);
        span(money[i]!, share * profile.weight[segment]!, list.money[k]!, part, other, bucket, from, to);
      } else walk(i, share, byRank[other]!, list.share[k]!, other, bucket);
    },
    drain: (rank, take, kin) => {
      let family = 0;
      for (let k = 0; k < partnerCount; k++) {
        const other = partners[k]!;
        const at = other * 4;
        if (sums[at + 1]! > 0) {
          const mine = sides[rank * sideWidth + sideFamily]!;
          if (mine >= 0 && mine === sides[other * sideWidth + sideFamily]) {
            family++;
            kin?.(other);
          } else {
            const mark = marks[other]!;
            fill(
              sides,
              rank,
              other,
              sums[at]!,
              sums[at + 1]!,
              mark & needUnknown ? NaN : sums[at + 2]!,
              (mark & coarse) !== 0,
            );
            take(draft);
          }
        }
        sums[at] = sums[at + 1] = sums[at + 2] = 0;
        marks[other] = 0;
      }
      partnerCount = 0;
      return family;
    },
    apart: (a, b) => {
      // Sides that take no part have no rank: their two rows are made on the spot.
      const rows = new Float64Array(2 * sideWidth);
      writeSide(index, a, rows, 0);
      writeSide(index, b, rows, sideWidth);
      fill(rows, 0, 1, 0, 0, 0, false);
      return { ...draft };
    },
  };

  /** Both profiles are in order of time and without gaps: walk them together. */
  function walk(i: number, share: number, j: number, otherShare: number, other: number, bucket: number): void {
    let s = profile.start[i]!;
    let t = profile.start[j]!;
    while (s < profile.start[i + 1]! && t < profile.start[j + 1]!) {
      const from = Math.max(profile.first[s]!, profile.first[t]!);
      const to = Math.min(profile.last[s]!, profile.last[t]!);
      if (from <= to) {
        span(
          money[i]!,
          share * profile.weight[s]!,
          money[j]!,
          otherShare * profile.weight[t]!,
          other,
          bucket,
          from,
          to,
        );
      }
      if (profile.last[s]! <= profile.last[t]!) s++;
      else t++;
    }
  }

  /** A span of months in which both rates are steady: of both, the money and the part of it that falls into each of these months. */
  function span(
    usd: number,
    part: number,
    otherUsd: number,
    otherPart: number,
    other: number,
    bucket: number,
    from: number,
    to: number,
  ): void {
    const months = to - from + 1;
    const at = other * 4;
    const meeting = sums[at + 3]!;
    let presence = 0;
    let contested = 0;
    for (let term = groups.start[meeting]!; term < groups.start[meeting + 1]!; term += 3) {
      const p = part * groups.terms[term + 1]!;
      const q = otherPart * groups.terms[term + 2]!;
      presence += groups.terms[term]! * (p < q ? p : q);
      contested += groups.terms[term]! * Math.min(usd * p, otherUsd * q);
    }
    sums[at + 1]! += months * presence;
    if (!(contested > 0)) return;
    sums[at]! += months * contested;
    const offset = excess === undefined ? -1 : excess.offset[bucket]!;
    if (excess === undefined || offset < 0 || from < excess.first || to >= excess.first + excess.months) {
      marks[other]! |= needUnknown;
      return;
    }
    const begin = offset + from - excess.first;
    if (excess.knownMonths[begin + months]! - excess.knownMonths[begin]! < months) marks[other]! |= needUnknown;
    else sums[at + 2]! += contested * (excess.part[begin + months]! - excess.part[begin]!);
  }

  function fill(rows: Float64Array, x: number, y: number, c: number, p: number, d: number, coarsened: boolean): void {
    const [at, to] = [x * sideWidth, y * sideWidth];
    const smaller = Math.min(rows[at + sideMoney]!, rows[to + sideMoney]!);
    const known = !Number.isNaN(smaller);
    draft.a = Math.min(rows[at]!, rows[to]!);
    draft.b = Math.max(rows[at]!, rows[to]!);
    draft.contested = known ? Math.min(c, smaller) : NaN;
    draft.score = known ? draft.contested / smaller : NaN;
    draft.presence = Math.min(p, 1);
    draft.duplication = known ? Math.min(d, draft.contested) : NaN;
    draft.first = Math.max(rows[at + sideFirst]!, rows[to + sideFirst]!);
    draft.last = Math.min(rows[at + sideLast]!, rows[to + sideLast]!);
    draft.flags = rows[at + sideFlags]! | rows[to + sideFlags]! | (coarsened ? pairCoarsened : 0);
  }
}

/** A side's row: initiative, money, first and last month, family, what to say of a pair that it is in. */
const sideWidth = 6;
const sideMoney = 1;
const sideFirst = 2;
const sideLast = 3;
const sideFamily = 4;
const sideFlags = 5;

function sideRows(index: CoverageIndex): Float64Array {
  const rows = new Float64Array(index.byRank.length * sideWidth);
  index.byRank.forEach((i, rank) => writeSide(index, i, rows, rank * sideWidth));
  return rows;
}

function writeSide({ supply, money }: CoverageIndex, i: number, rows: Float64Array, at: number): void {
  const flags = supply.flags[i]!;
  rows[at] = i;
  rows[at + sideMoney] = money[i]!;
  rows[at + sideFirst] = supply.first[i]!;
  rows[at + sideLast] = supply.last[i]!;
  rows[at + sideFamily] = supply.family[i]!;
  rows[at + sideFlags] =
    (supply.groupKind[i] === groupsUnknown ? pairGroupUnknown : 0) |
    (flags & flagAssumedEnd ? pairAssumedEnd : 0) |
    (flags & flagPlanned ? pairPlanned : 0) |
    (flags & flagSecondary ? pairSecondary : 0);
}
