import type { CoverageIndex } from "./coverage-index.ts";
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
  /** `rank` (the same until drained) meets `other` in a bucket, with their shares of money there. */
  readonly add: (
    rank: number,
    share: number,
    other: number,
    otherShare: number,
    bucket: number,
    coarsened: boolean,
  ) => void;
  /** Hands over each partner's pair and forgets them. The draft is reused: copy what is kept. */
  readonly drain: (rank: number, take: (pair: Readonly<PairDraft>) => void) => void;
  /** The pair of two initiatives that share nothing. */
  readonly apart: (a: number, b: number) => PairDraft;
};

/** Bits of a partner's mark. */
const touched = 1;
const needUnknown = 2;
const coarse = 4;

export function pairTally(index: CoverageIndex, excess: ExcessTable | undefined): PairTally {
  const { supply, byRank, profile, money, groups } = index;
  const ranks = byRank.length;
  // The three sums of a partner lie beside each other, so that a meeting touches one line of memory.
  const sums = new Float64Array(ranks * 3);
  const marks = new Uint8Array(ranks);
  const meetings = new Uint32Array(ranks);
  const partners = new Uint32Array(ranks);
  let partnerCount = 0;

  const draft: PairDraft = {
    a: 0,
    b: 0,
    contested: 0,
    score: 0,
    presence: 0,
    duplication: 0,
    first: 0,
    last: 0,
    flags: 0,
  };

  return {
    add: (rank, share, other, otherShare, bucket, coarsened) => {
      const i = byRank[rank]!;
      const j = byRank[other]!;
      if (marks[other] === 0) {
        marks[other] = touched;
        partners[partnerCount++] = other;
        meetings[other] = groups.meeting(groups.of[i]!, groups.of[j]!);
      }
      if (groups.start[meetings[other]!] === groups.start[meetings[other]! + 1]) return;
      if (coarsened) marks[other]! |= coarse;
      // Both profiles are in order of time and without gaps: walk them together.
      let s = profile.start[i]!;
      let t = profile.start[j]!;
      const sEnd = profile.start[i + 1]!;
      const tEnd = profile.start[j + 1]!;
      while (s < sEnd && t < tEnd) {
        const from = Math.max(profile.first[s]!, profile.first[t]!);
        const to = Math.min(profile.last[s]!, profile.last[t]!);
        if (from <= to)
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
        if (profile.last[s]! <= profile.last[t]!) s++;
        else t++;
      }
    },
    drain: (rank, take) => {
      const i = byRank[rank]!;
      for (let k = 0; k < partnerCount; k++) {
        const other = partners[k]!;
        const mark = marks[other]!;
        const at = other * 3;
        if (sums[at + 1]! > 0) {
          fill(
            i,
            byRank[other]!,
            sums[at]!,
            sums[at + 1]!,
            mark & needUnknown ? NaN : sums[at + 2]!,
            (mark & coarse) !== 0,
          );
          take(draft);
        }
        sums[at] = sums[at + 1] = sums[at + 2] = 0;
        marks[other] = 0;
      }
      partnerCount = 0;
    },
    apart: (a, b) => {
      fill(a, b, 0, 0, 0, false);
      return { ...draft };
    },
  };

  /** A span of months in which both rates are steady: money and the part of it that falls into one of these months, of both. */
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
    let presence = 0;
    let contested = 0;
    const end = groups.start[meetings[other]! + 1]!;
    for (let term = groups.start[meetings[other]!]!; term < end; term += 3) {
      const p = part * groups.terms[term + 1]!;
      const q = otherPart * groups.terms[term + 2]!;
      presence += groups.terms[term]! * (p < q ? p : q);
      contested += groups.terms[term]! * Math.min(usd * p, otherUsd * q);
    }
    const at = other * 3;
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

  function fill(i: number, j: number, c: number, p: number, d: number, coarsened: boolean): void {
    const smaller = Math.min(money[i]!, money[j]!);
    const known = !Number.isNaN(smaller);
    const flags = supply.flags[i]! | supply.flags[j]!;
    draft.a = Math.min(i, j);
    draft.b = Math.max(i, j);
    draft.contested = known ? Math.min(c, smaller) : NaN;
    draft.score = known ? draft.contested / smaller : NaN;
    draft.presence = Math.min(p, 1);
    draft.duplication = known ? Math.min(d, draft.contested) : NaN;
    draft.first = Math.max(supply.first[i]!, supply.first[j]!);
    draft.last = Math.min(supply.last[i]!, supply.last[j]!);
    draft.flags =
      (supply.groupKind[i] === groupsUnknown || supply.groupKind[j] === groupsUnknown ? pairGroupUnknown : 0) |
      (flags & flagAssumedEnd ? pairAssumedEnd : 0) |
      (flags & flagPlanned ? pairPlanned : 0) |
      (flags & flagSecondary ? pairSecondary : 0) |
      (coarsened ? pairCoarsened : 0);
  }
}
