import type { Basis } from "./basis.ts";
import type { BucketList, CoverageIndex } from "./coverage-index.ts";
import { excessTable, type ExcessTable } from "./excess.ts";
import type { NeedColumns } from "./need-columns.ts";
import { countMet, pairsMet, type PairsMet } from "./pairs-met.ts";
import { pairColumns, pairOrder, type PairColumns, type PairDraft } from "./pair-columns.ts";
import { pairStore } from "./pair-store.ts";
import { keptTally, pairTally, type PairTally } from "./pair-tally.ts";

/** A pair that linkage leaves to a person: it may be one initiative told twice. */
export type ReviewPair = { readonly a: string; readonly b: string; readonly probability: number };

export type OverlapOptions = {
  /** Without needs, no duplication is known. */
  readonly needs?: NeedColumns;
  /** How many pairs of money, and how many of presence alone, are given back. Default: all. */
  readonly limit?: number;
  readonly review?: Iterable<ReviewPair>;
  /** Months, inclusive: only pairs that work at the same time in one of them at least. Their figures are of all months. Default: all pairs. */
  readonly months?: readonly [first: number, last: number];
};

export type Overlaps = {
  readonly kind: "overlaps";
  readonly basis: Basis;
  /** Possible double reports stand first, by probability. They are not in the other two lists. */
  readonly review: { readonly pairs: PairColumns; readonly probability: Float64Array };
  /** Pairs of known money, by D, then C. */
  readonly money: PairColumns;
  /** Pairs where a side's money is unknown, by P. */
  readonly presence: PairColumns;
  /** How many pairs there are, whatever the limit. Pairs never add up: no sum of C is given. */
  readonly counts: {
    readonly money: number;
    readonly presence: number;
    readonly review: number;
    /** Of the money pairs: those with D > 0, and those whose D is not known. */
    readonly duplicated: number;
    readonly duplicationUnknown: number;
    /** Left out as phases, parent and child, or co-funding of one programme. */
    readonly sameFamily: number;
  };
  /** The same pairs, those for review apart, by initiative and by the place where they are known to meet, whatever the limit. */
  readonly met: PairsMet;
};

/**
 * All pairs of initiatives that share a line, a place, people and months.
 *
 * Each initiative in order of its first month meets those in its buckets that begin with or after it and not later than its end,
 * so that no pair is looked at that does not share months. What a pair shares is added up over its buckets in
 * one column indexed by partner: work is proportional to the (pair, bucket) meetings, memory to the initiatives and the limit.
 */
export function overlaps(index: CoverageIndex, options: OverlapOptions = {}): Overlaps {
  const steps = overlapSteps(index, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** So many initiatives are looked at before others may have their turn: some milliseconds' work. */
const ranksInStep = 512;

/** The same in steps, so that short work can come between. */
export function* overlapSteps(index: CoverageIndex, options: OverlapOptions = {}): Generator<undefined, Overlaps> {
  const { supply, byRank } = index;
  const tally = pairTally(index, options.needs === undefined ? undefined : excessTable(index, options.needs));
  const limit = options.limit ?? Infinity;
  const money = pairStore(limit);
  const presence = pairStore(limit);
  const review = reviewLookup(index, options.review ?? []);
  const [from, to] = options.months ?? [-Infinity, Infinity];
  const met = pairsMet(index);
  let duplicated = 0;
  let duplicationUnknown = 0;
  let sameFamily = 0;
  const reviewFound: { pair: PairDraft; probability: number }[] = [];

  // How many entries of each bucket belong to ranks already passed, the present one included.
  const passedOwned = new Uint32Array(index.bucketArea.length);
  const passedRolled = new Uint32Array(index.bucketArea.length);
  for (let rank = 0; rank < byRank.length; rank++) {
    if (rank > 0 && rank % ranksInStep === 0) yield undefined;
    const last = supply.last[byRank[rank]!]!;
    for (let e = index.entryStart[rank]!; e < index.entryStart[rank + 1]!; e++) {
      const bucket = index.entryBucket[e]!;
      if (index.entryOwned[e] === 1) {
        passedOwned[bucket]!++;
        meetLater(rank, e, bucket, index.owned, passedOwned[bucket]!, last);
        meetLater(rank, e, bucket, index.rolled, passedRolled[bucket]!, last);
      } else {
        passedRolled[bucket]!++;
        meetLater(rank, e, bucket, index.owned, passedOwned[bucket]!, last);
      }
    }
    sameFamily += tally.drain(rank, (pair) => {
      if (pair.first > to || pair.last < from) return;
      const probability = review.size === 0 ? undefined : review.get(pair.a * supply.ids.length + pair.b);
      if (probability !== undefined) {
        reviewFound.push({ pair: { ...pair }, probability });
        return;
      }
      countMet(index, met, pair);
      if (Number.isNaN(pair.contested)) presence.add(pair);
      else {
        money.add(pair);
        if (Number.isNaN(pair.duplication)) duplicationUnknown++;
        else if (pair.duplication > 0) duplicated++;
      }
    });
  }

  const reviewed = reviewColumns(index, review, reviewFound, tally);
  return {
    kind: "overlaps",
    basis: index.basis,
    review: reviewed,
    money: money.finish(),
    presence: presence.finish(),
    counts: {
      money: money.count(),
      presence: presence.count(),
      review: reviewed.pairs.a.length,
      duplicated,
      duplicationUnknown,
      sameFamily,
    },
    met,
  };

  function meetLater(
    rank: number,
    entry: number,
    bucket: number,
    list: BucketList,
    passed: number,
    last: number,
  ): void {
    const coarsened = index.entryOwned[entry] === 0 || list === index.rolled;
    for (let k = list.start[bucket]! + passed; k < list.start[bucket + 1]!; k++) {
      if (list.first[k]! > last) return;
      tally.add(rank, index.entryShare[entry]!, list, k, bucket, coarsened);
    }
  }
}

/**
 * The pairs of one initiative alone, in the usual order: what to look at before a planned initiative is adopted. Work is
 * proportional to what lies in its buckets. Members of its family are left out.
 */
export function overlapsOf(
  index: CoverageIndex,
  id: string,
  options: { readonly needs?: NeedColumns; readonly excess?: ExcessTable } = {},
): PairDraft[] {
  const { supply } = index;
  const i = supply.indexOf.get(id);
  const rank = i === undefined ? -1 : index.rankOf[i]!;
  if (i === undefined || rank < 0) return [];
  const excess = options.excess ?? (options.needs === undefined ? undefined : excessTable(index, options.needs));
  const tally = keptTally(index, excess);
  const found: PairDraft[] = [];
  meetAll(index, tally, rank);
  tally.drain(rank, (pair) => found.push({ ...pair }));
  return found.sort(pairOrder);
}

/** Adds up what one initiative shares with each of all its partners, whoever began first. */
export function meetAll(index: CoverageIndex, tally: PairTally, rank: number): void {
  const { supply } = index;
  const i = index.byRank[rank]!;
  for (let e = index.entryStart[rank]!; e < index.entryStart[rank + 1]!; e++) {
    const bucket = index.entryBucket[e]!;
    for (const list of index.entryOwned[e] === 1 ? [index.owned, index.rolled] : [index.owned]) {
      const coarsened = index.entryOwned[e] === 0 || list === index.rolled;
      for (let k = list.start[bucket]!; k < list.start[bucket + 1]! && list.first[k]! <= supply.last[i]!; k++) {
        if (list.rank[k] === rank || list.last[k]! < supply.first[i]!) continue;
        tally.add(rank, index.entryShare[e]!, list, k, bucket, coarsened);
      }
    }
  }
}

/** Review pairs whose two sides the viewer may read, by a × n + b. */
function reviewLookup(index: CoverageIndex, review: Iterable<ReviewPair>): Map<number, number> {
  const { supply } = index;
  const lookup = new Map<number, number>();
  for (const { a, b, probability } of review) {
    const i = supply.indexOf.get(a);
    const j = supply.indexOf.get(b);
    if (i === undefined || j === undefined || i === j || index.readable[i] === 0 || index.readable[j] === 0) continue;
    lookup.set(Math.min(i, j) * supply.ids.length + Math.max(i, j), probability);
  }
  return lookup;
}

/** A possible double report stands there even when the two share no cell: then with C, P and D of zero or unknown. */
function reviewColumns(
  index: CoverageIndex,
  review: ReadonlyMap<number, number>,
  found: readonly { pair: PairDraft; probability: number }[],
  tally: PairTally,
) {
  const { supply } = index;
  const rows = new Map(
    found.map(({ pair, probability }) => [pair.a * supply.ids.length + pair.b, { pair, probability }]),
  );
  for (const [key, probability] of review) {
    if (!rows.has(key))
      rows.set(key, { pair: tally.apart(Math.floor(key / supply.ids.length), key % supply.ids.length), probability });
  }
  const sorted = [...rows.values()].sort((x, y) => y.probability - x.probability || pairOrder(x.pair, y.pair));
  const pairs = pairColumns(sorted.map(({ pair }) => pair));
  return { pairs, probability: Float64Array.from(sorted, (row) => row.probability) };
}
