import type { CoverageIndex } from "./coverage-index.ts";
import type { PairDraft } from "./pair-columns.ts";

/**
 * How many pairs there are, of every initiative and in every place. A pair meets in a place that both name, unless one of them names
 * a coarser place around it: then they are compared there. It meets "somewhere" when it meets in a place below the country, however many there are.
 */
export type PairsMet = {
  readonly byInitiative: Uint32Array;
  readonly money: PlacesMet;
  readonly presence: PlacesMet;
};

export type PlacesMet = {
  readonly byArea: Uint32Array;
  somewhere: number;
};

export function pairsMet({ supply }: Pick<CoverageIndex, "supply">): PairsMet {
  const places = (): PlacesMet => ({ byArea: new Uint32Array(supply.areas.codes.length), somewhere: 0 });
  return { byInitiative: new Uint32Array(supply.ids.length), money: places(), presence: places() };
}

export function countMet(index: CoverageIndex, met: PairsMet, pair: Readonly<PairDraft>): void {
  met.byInitiative[pair.a]!++;
  met.byInitiative[pair.b]!++;
  countPlaces(index, met, pair, 1);
}

/** @param sign 1 for a pair that is there, -1 for one that is no more */
export function countPlaces(index: CoverageIndex, met: PairsMet, pair: Readonly<PairDraft>, sign: 1 | -1): void {
  const places = Number.isNaN(pair.contested) ? met.presence : met.money;
  const { level } = index.supply.areas;
  let somewhere = 0;
  // Entries of an initiative are in order of area, one for each of its lines there.
  let [e, f] = [index.entryStart[index.rankOf[pair.a]!]!, index.entryStart[index.rankOf[pair.b]!]!];
  const [endA, endB] = [index.entryStart[index.rankOf[pair.a]! + 1]!, index.entryStart[index.rankOf[pair.b]! + 1]!];
  let before = -1;
  while (e < endA && f < endB) {
    const areaA = index.bucketArea[index.entryBucket[e]!]!;
    const areaB = index.bucketArea[index.entryBucket[f]!]!;
    if (areaA === areaB && areaA !== before && index.entryOwned[e] === 1 && index.entryOwned[f] === 1) {
      places.byArea[areaA]! += sign;
      if (level[areaA]! > 0) somewhere = 1;
      before = areaA;
    }
    if (areaA <= areaB) e++;
    if (areaB <= areaA) f++;
  }
  places.somewhere += sign * somewhere;
}
