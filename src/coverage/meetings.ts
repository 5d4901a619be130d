import type { CoverageIndex } from "./coverage-index.ts";
import { meetAll } from "./overlap.ts";
import { keptTally } from "./pair-tally.ts";

/**
 * How many pairs an initiative (by its place in the supply) is part of, without looking for any other pair: what `overlaps` counts in
 * `met.byInitiative` when nothing is in review. Work is proportional to what lies in its buckets.
 *
 * @param months inclusive: only pairs that work at the same time in one of them at least
 */
export function countMeetings(index: CoverageIndex, i: number, [from, to]: readonly [first: number, last: number]): number {
  const rank = index.rankOf[i] ?? -1;
  if (rank < 0) return 0;
  // Whether two meet does not depend on what is needed.
  const tally = keptTally(index, undefined);
  meetAll(index, tally, rank);
  let count = 0;
  tally.drain(rank, (pair) => {
    if (pair.first <= to && pair.last >= from) count++;
  });
  return count;
}
