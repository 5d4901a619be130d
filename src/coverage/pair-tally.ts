import type { CoverageIndex } from "./coverage-index.ts";
import type { ExcessTable } from "./excess.ts";
import { shared, type Meeting } from "./group-meeting.ts";
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

export function pairTally(index: CoverageIndex, excess: ExcessTable | undefined): PairTally {
  const { supply, byRank, profile, money, groups } = index;
  const ranks = byRank.length;
  const contested = new Float64Array(ranks);
  const presence = new Float64Array(ranks);
  const duplication = new Float64Array(ranks);
  const needUnknown = new Uint8Array(ranks);
  const coarse = new Uint8Array(ranks);
  const touched = new Uint8Array(ranks);
  const partners = new Uint32Array(ranks);
  let partnerCount = 0;
  const meetings = Array.from<unknown, Meeting | undefined>({ length: ranks }, () => undefined);

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
      if (touched[other] === 0) {
        touched[other] = 1;
        partners[partnerCount++] = other;
        meetings[other] = groups.meeting(groups.of[i]!, groups.of[j]!);
      }
      const meeting = meetings[other]!;
      if (meeting.length === 0) return;
      if (coarsened) coarse[other] = 1;
      // Both profiles are in order of time and without gaps: walk them together.
      let s = profile.start[i]!;
      let t = profile.start[j]!;
      const sEnd = profile.start[i + 1]!;
      const tEnd = profile.start[j + 1]!;
      while (s < sEnd && t < tEnd) {
        const from = Math.max(profile.first[s]!, profile.first[t]!);
        const to = Math.min(profile.last[s]!, profile.last[t]!);
        if (from <= to)
          span(i, share * profile.weight[s]!, j, otherShare * profile.weight[t]!, meeting, other, bucket, from, to);
        if (profile.last[s]! <= profile.last[t]!) s++;
        else t++;
      }
    },
    drain: (rank, take) => {
      const i = byRank[rank]!;
      for (let k = 0; k < partnerCount; k++) {
        const other = partners[k]!;
        if (presence[other]! > 0) {
          fill(
            i,
            byRank[other]!,
            contested[other]!,
            presence[other]!,
            needUnknown[other] === 1 ? NaN : duplication[other]!,
            coarse[other] === 1,
          );
          take(draft);
        }
        contested[other] = presence[other] = duplication[other] = 0;
        needUnknown[other] = coarse[other] = touched[other] = 0;
        meetings[other] = undefined;
      }
      partnerCount = 0;
    },
    apart: (a, b) => {
      fill(a, b, 0, 0, 0, false);
      return { ...draft };
    },
  };

  /** A span of months in which both rates are steady. */
  function span(
    i: number,
    p: number,
    j: number,
    q: number,
    meeting: Meeting,
    other: number,
    bucket: number,
    from: number,
    to: number,
  ): void {
    const months = to - from + 1;
    presence[other]! += months * shared(meeting, p, q);
    const rate = p * money[i]!;
    const otherRate = q * money[j]!;
    if (Number.isNaN(rate) || Number.isNaN(otherRate)) return;
    const monthly = shared(meeting, rate, otherRate);
    if (monthly === 0) return;
    contested[other]! += months * monthly;
    const offset = excess === undefined ? -1 : excess.offset[bucket]!;
    if (excess === undefined || offset < 0 || from < excess.first || to >= excess.first + excess.months) {
      needUnknown[other] = 1;
      return;
    }
    const begin = offset + from - excess.first;
    if (excess.knownMonths[begin + months]! - excess.knownMonths[begin]! < months) needUnknown[other] = 1;
    else duplication[other]! += monthly * (excess.part[begin + months]! - excess.part[begin]!);
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
