import { byCode } from "./area-table.ts";
import type { CoverageIndex } from "./coverage-index.ts";
import { excessTable, type ExcessTable } from "./excess.ts";
import { meetAll, overlaps, type OverlapOptions, type Overlaps } from "./overlap.ts";
import { pairAt, pairColumns, pairOrder, type PairColumns, type PairDraft } from "./pair-columns.ts";
import { keptTally } from "./pair-tally.ts";
import { countMet, countPlaces, pairsMet, type PairsMet } from "./pairs-met.ts";

export type OverlapsBefore = { readonly index: CoverageIndex; readonly overlaps: Overlaps; readonly options: OverlapOptions };

/** Where more than this part of all takes part in a change, everything is computed anew: it is cheaper. */
const many = 1 / 8;

/**
 * The overlaps after a change, from those before it: equal to `overlaps(index, options)`, to the last bit, for work that follows the
 * pairs of what changed. Lists may hold fewer pairs than the limit, never fewer than `enough`. Computes anew where that is not so: where a change touches a supply against which duplication is measured,
 * where so many pairs went that others beyond the limit would have to come up, or where the areas, needs or months are others.
 *
 * @param changed ids of all initiatives that came, went or are told otherwise, in whatever way
 * @param enough how many pairs of each kind are asked for; the options' limit is how many are kept, so that some may go
 */
export function applyOverlaps(before: OverlapsBefore, index: CoverageIndex, changed: Iterable<string>, options: OverlapOptions, enough = options.limit ?? Infinity): Overlaps {
  const was = before.index;
  const ids = new Set(changed);
  const months = (o: OverlapOptions) => o.months?.join() ?? "";
  const same = was.basis === index.basis && was.supply.areas === index.supply.areas && before.options.needs === options.needs && before.options.limit === options.limit && months(before.options) === months(options);
  if (!same || options.review !== undefined || before.options.review !== undefined || ids.size > many * index.byRank.length) return overlaps(index, options);
  const excess = { was: options.needs && excessTable(was, options.needs), is: options.needs && excessTable(index, options.needs) };
  if (meetsNeed(was, ids, excess.was) || meetsNeed(index, ids, excess.is)) return overlaps(index, options);

  const place = placesOf(was, index, ids);
  const to = place.stayed;
  const gone = { money: 0, presence: 0, duplicated: 0, duplicationUnknown: 0, kin: 0 };
  const come = { ...gone };
  const fresh = { money: [] as PairDraft[], presence: [] as PairDraft[] };
  const met = movedMet(before.overlaps.met, was, index, to);
  pairsOfSome(was, ids, excess.was, options, gone, (pair) => {
    for (const side of [pair.a, pair.b]) if (to[side]! >= 0) met.byInitiative[to[side]!]!--;
    countPlaces(was, met, pair, -1);
  });
  pairsOfSome(index, ids, excess.is, options, come, (pair) => {
    countMet(index, met, pair);
    fresh[Number.isNaN(pair.contested) ? "presence" : "money"].push({ ...pair });
  });
  const { counts } = before.overlaps;
  const limit = options.limit ?? Infinity;
  const list = (kind: "money" | "presence") => merged(before.overlaps[kind], counts[kind] > before.overlaps[kind].a.length, fresh[kind], place, limit, enough, counts[kind] - gone[kind] + come[kind]);
  const [money, presence] = [list("money"), list("presence")];
  if (money === null || presence === null) return overlaps(index, options);
  return {
    kind: "overlaps",
    basis: index.basis,
    review: before.overlaps.review,
    money,
    presence,
    counts: {
      money: counts.money - gone.money + come.money,
      presence: counts.presence - gone.presence + come.presence,
      review: 0,
      duplicated: counts.duplicated - gone.duplicated + come.duplicated,
      duplicationUnknown: counts.duplicationUnknown - gone.duplicationUnknown + come.duplicationUnknown,
      sameFamily: counts.sameFamily - gone.kin + come.kin,
    },
    met,
  };
}

/** Whether any of them works where a need is known: then the duplication of all who work there may be another. */
function meetsNeed(index: CoverageIndex, ids: ReadonlySet<string>, excess: ExcessTable | undefined): boolean {
  if (excess === undefined) return false;
  for (const id of ids) {
    const rank = index.rankOf[index.supply.indexOf.get(id) ?? -1] ?? -1;
    if (rank < 0) continue;
    for (let e = index.entryStart[rank]!; e < index.entryStart[rank + 1]!; e++) if (excess.offset[index.entryBucket[e]!]! >= 0) return true;
  }
  return false;
}

type Counts = { money: number; presence: number; duplicated: number; duplicationUnknown: number; kin: number };

/** Every pair with one of these on a side at least, once. */
function pairsOfSome(index: CoverageIndex, ids: ReadonlySet<string>, excess: ExcessTable | undefined, options: OverlapOptions, counts: Counts, take: (pair: Readonly<PairDraft>) => void): void {
  const { supply, byRank, rankOf } = index;
  const [from, to] = options.months ?? [-Infinity, Infinity];
  const tally = keptTally(index, excess);
  const done = new Uint8Array(byRank.length);
  for (const id of ids) {
    const rank = rankOf[supply.indexOf.get(id) ?? -1] ?? -1;
    if (rank < 0) continue;
    meetAll(index, tally, rank);
    const i = byRank[rank]!;
    tally.drain(
      rank,
      (pair) => {
        if (done[rankOf[pair.a === i ? pair.b : pair.a]!] === 1 || pair.first > to || pair.last < from) return;
        if (Number.isNaN(pair.contested)) counts.presence++;
        else {
          counts.money++;
          if (Number.isNaN(pair.duplication)) counts.duplicationUnknown++;
          else if (pair.duplication > 0) counts.duplicated++;
        }
        take(pair);
      },
      (other) => {
        if (done[other] === 0) counts.kin++;
      },
    );
    done[rank] = 1;
  }
}

/** The counts before, at the places of the new supply: of those that stayed. */
function movedMet(before: PairsMet, was: CoverageIndex, index: CoverageIndex, to: Int32Array): PairsMet {
  const met = pairsMet(index);
  was.supply.ids.forEach((_, i) => {
    if (to[i]! >= 0) met.byInitiative[to[i]!] = before.byInitiative[i]!;
  });
  for (const kind of ["money", "presence"] as const) {
    met[kind].byArea.set(before[kind].byArea);
    met[kind].somewhere = before[kind].somewhere;
  }
  return met;
}

/**
 * What is left of the old list and what came, in order, as far as it is certain: beyond the last pair that was kept, others may stand that nobody
 * kept. Null when that is not enough of the `count` that there are now.
 */
function merged(before: PairColumns, truncated: boolean, come: readonly PairDraft[], place: Places, limit: number, enough: number, count: number): PairColumns | null {
  const length = before.a.length;
  const left: PairDraft[] = [];
  for (let k = 0; k < length; k++) {
    const [a, b] = [place.stayed[before.a[k]!]!, place.stayed[before.b[k]!]!];
    if (a >= 0 && b >= 0) left.push({ ...pairAt(before, k), a, b });
  }
  const all = [...left, ...come].sort(pairOrder);
  let certain = all.length;
  if (truncated) {
    if (length === 0) return null;
    const last = pairAt(before, length - 1);
    const barrier = { ...last, a: place.among(last.a), b: place.among(last.b) };
    const beyond = all.findIndex((p) => pairOrder(p, barrier) > 0);
    if (beyond >= 0) certain = beyond;
    if (certain < Math.min(enough, count)) return null;
  }
  return pairColumns(all.slice(0, Math.min(limit, certain)));
}

/** Where the initiatives of the old supply are in the new one. */
type Places = {
  /** -1: it changed, or is no more. */
  readonly stayed: Int32Array;
  /** By the order of ids: of one that is no more, between its neighbours. */
  readonly among: (old: number) => number;
};

function placesOf(was: CoverageIndex, index: CoverageIndex, changed: ReadonlySet<string>): Places {
  const { ids, indexOf } = index.supply;
  return {
    stayed: Int32Array.from(was.supply.ids, (id) => (changed.has(id) ? -1 : (indexOf.get(id) ?? -1))),
    among: (old) => {
      const id = was.supply.ids[old]!;
      const there = indexOf.get(id);
      if (there !== undefined) return there;
      let [low, high] = [0, ids.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (byCode(ids[middle]!, id) < 0) low = middle + 1;
        else high = middle;
      }
      return low - 0.5;
    },
  };
}
