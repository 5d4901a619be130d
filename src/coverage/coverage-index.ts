import { withAncestors } from "./area-table.ts";
import { defaultBasis, type Basis } from "./basis.ts";
import { groupProfiles, type GroupProfiles } from "./group-meeting.ts";
import { moneyProfile, type MoneyProfile } from "./money-profile.ts";
import type { SupplyColumns } from "./supply-columns.ts";

export type IndexOptions = {
  /** Default: the first of outgoing commitments, planned budgets, spending on which anything is known. */
  readonly basis?: Basis;
  /** Whether the viewer may read a visibility class. What may not be read is not there: neither as a side of a pair nor in a supply. */
  readonly mayRead?: (visibilityClass: string) => boolean;
  /** 1 where an initiative of the supply takes part at all; default: each. The others are neither a side of a pair nor in a supply. */
  readonly only?: Uint8Array;
};

/**
 * Supply made ready for one viewer and one basis.
 *
 * Initiatives that take part are ranked by first month. A **bucket** is an (area, line); an initiative has an entry in the
 * bucket of each area that it names and of each area above those, with its share of money there. It *owns* the entry
 * when it names the area itself. Below an area that it names it has no entry: what is known coarsely is never spread
 * down, and in a comparison its finer places are taken together with the coarse one. So two initiatives meet in exactly
 * the buckets where both have an entry and one at least owns it: each of their places at the coarser of the two levels.
 */
export type CoverageIndex = {
  readonly kind: "coverage-index";
  readonly supply: SupplyColumns;
  readonly basis: Basis;
  readonly money: Float64Array;
  readonly profile: MoneyProfile;
  readonly groups: GroupProfiles;
  /** 1 where the viewer may read the initiative. */
  readonly readable: Uint8Array;
  /** rank → initiative, and back (-1: takes no part). */
  readonly byRank: Uint32Array;
  readonly rankOf: Int32Array;
  /** Entries of a rank: `entryStart[rank] … entryStart[rank + 1] - 1`. */
  readonly entryStart: Uint32Array;
  readonly entryBucket: Uint32Array;
  readonly entryShare: Float64Array;
  readonly entryOwned: Uint8Array;
  readonly bucketArea: Uint32Array;
  readonly bucketLine: Uint16Array;
  /** Entries of a bucket in order of rank, those that own it and those rolled up into it. */
  readonly owned: BucketList;
  readonly rolled: BucketList;
  /** area × lines.length + line → bucket, -1 for none. */
  readonly bucketAt: Int32Array;
};

/** With what is needed to meet an entry, repeated here so that it is read in one sweep. */
export type BucketList = {
  readonly start: Uint32Array;
  readonly rank: Uint32Array;
  readonly share: Float64Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly money: Float64Array;
  /** share × the part of the money that falls into each month; NaN where that is not the same in all months. */
  readonly part: Float64Array;
};

export function indexSupply(supply: SupplyColumns, options: IndexOptions = {}): CoverageIndex {
  const basis = options.basis ?? defaultBasis(supply.money);
  const money = supply.money[basis];
  const n = supply.ids.length;
  const classReadable = supply.classes.map((name) => options.mayRead?.(name) ?? true);
  const readable = Uint8Array.from(supply.visibilityClass, (c) => (classReadable[c] === true ? 1 : 0));

  const takesPart = (i: number) =>
    readable[i] === 1 &&
    options.only?.[i] !== 0 &&
    supply.last[i]! >= supply.first[i]! &&
    supply.lineStart[i]! < supply.lineStart[i + 1]! &&
    supply.areaStart[i]! < supply.areaStart[i + 1]!;
  const byRank = Uint32Array.from(Array.from({ length: n }, (_, i) => i).filter(takesPart)).sort(
    (a, b) => supply.first[a]! - supply.first[b]! || a - b,
  );
  const rankOf = new Int32Array(n).fill(-1);
  byRank.forEach((i, rank) => (rankOf[i] = rank));

  const lineCount = supply.lines.length;
  const bucketAt = new Int32Array(supply.areas.codes.length * lineCount).fill(-1);
  const bucketArea: number[] = [];
  const bucketLine: number[] = [];
  const entryStart = new Uint32Array(byRank.length + 1);
  const entryBucket: number[] = [];
  const entryShare: number[] = [];
  const entryOwned: number[] = [];
  for (let rank = 0; rank < byRank.length; rank++) {
    const i = byRank[rank]!;
    for (const [area, place] of rolledUp(supply, i)) {
      for (let l = supply.lineStart[i]!; l < supply.lineStart[i + 1]!; l++) {
        const key = area * lineCount + supply.lineIndex[l]!;
        let bucket = bucketAt[key]!;
        if (bucket < 0) {
          bucket = bucketArea.length;
          bucketAt[key] = bucket;
          bucketArea.push(area);
          bucketLine.push(supply.lineIndex[l]!);
        }
        entryBucket.push(bucket);
        entryShare.push(place.share * supply.lineShare[l]!);
        entryOwned.push(place.owned ? 1 : 0);
      }
    }
    entryStart[rank + 1] = entryBucket.length;
  }
  const entries = {
    entryStart,
    entryBucket: Uint32Array.from(entryBucket),
    entryShare: Float64Array.from(entryShare),
    entryOwned: Uint8Array.from(entryOwned),
  };
  const common = { supply, money, byRank, profile: profileOf(supply, basis), ...entries };
  return {
    kind: "coverage-index",
    basis,
    ...common,
    groups: groupsOf(supply),
    readable,
    rankOf,
    bucketArea: Uint32Array.from(bucketArea),
    bucketLine: Uint16Array.from(bucketLine),
    owned: listByBucket(common, bucketArea.length, 1),
    rolled: listByBucket(common, bucketArea.length, 0),
    bucketAt,
  };
}

const profiles = new WeakMap<Float64Array, MoneyProfile>();
const groups = new WeakMap<SupplyColumns, GroupProfiles>();

/** The same for every index of a supply and a basis, whoever takes part: made once. */
function profileOf(supply: SupplyColumns, basis: Basis): MoneyProfile {
  const money = supply.money[basis];
  const made = profiles.get(money) ?? moneyProfile(supply, money);
  profiles.set(money, made);
  return made;
}

function groupsOf(supply: SupplyColumns): GroupProfiles {
  const made = groups.get(supply) ?? groupProfiles(supply);
  groups.set(supply, made);
  return made;
}

/** The areas where an initiative has entries, with its share there and whether it names the area itself. Order: by area. */
function rolledUp(
  supply: SupplyColumns,
  i: number,
): [area: number, place: { readonly share: number; readonly owned: boolean }][] {
  const [from, to] = [supply.areaStart[i]!, supply.areaStart[i + 1]!];
  if (to - from === 1) {
    const named = supply.areaIndex[from]!;
    const share = supply.areaShare[from]!;
    const chain: [number, { readonly share: number; readonly owned: boolean }][] = [];
    for (let area = named; area >= 0; area = supply.areas.parent[area]!) chain.push([area, { share, owned: area === named }]);
    return chain.sort((a, b) => a[0] - b[0]);
  }
  const places = new Map<number, { share: number; owned: boolean }>();
  for (let a = supply.areaStart[i]!; a < supply.areaStart[i + 1]!; a++) {
    for (const area of withAncestors(supply.areas, supply.areaIndex[a]!)) {
      const place = places.get(area);
      const owned = area === supply.areaIndex[a];
      if (place === undefined) places.set(area, { share: supply.areaShare[a]!, owned });
      else {
        place.share += supply.areaShare[a]!;
        place.owned ||= owned;
      }
    }
  }
  const coarsest = [...places].filter(
    ([area]) => !withAncestors(supply.areas, area).some((up) => up !== area && places.get(up)!.owned),
  );
  return coarsest.sort((a, b) => a[0] - b[0]);
}

function listByBucket(
  index: Pick<
    CoverageIndex,
    "supply" | "money" | "profile" | "byRank" | "entryStart" | "entryBucket" | "entryShare" | "entryOwned"
  >,
  buckets: number,
  owned: 0 | 1,
): BucketList {
  const { supply, profile } = index;
  const start = new Uint32Array(buckets + 1);
  index.entryBucket.forEach((b, e) => {
    if (index.entryOwned[e] === owned) start[b + 1]!++;
  });
  for (let b = 0; b < buckets; b++) start[b + 1]! += start[b]!;
  const next = start.slice();
  const size = start[buckets]!;
  const list = {
    start,
    rank: new Uint32Array(size),
    share: new Float64Array(size),
    first: new Int32Array(size),
    last: new Int32Array(size),
    money: new Float64Array(size),
    part: new Float64Array(size),
  };
  index.byRank.forEach((i, r) => {
    const segment = profile.start[i]!;
    const steady = profile.start[i + 1]! - segment === 1 ? profile.weight[segment]! : NaN;
    for (let e = index.entryStart[r]!; e < index.entryStart[r + 1]!; e++) {
      if (index.entryOwned[e] !== owned) continue;
      const at = next[index.entryBucket[e]!]!++;
      list.rank[at] = r;
      list.share[at] = index.entryShare[e]!;
      list.first[at] = supply.first[i]!;
      list.last[at] = supply.last[i]!;
      list.money[at] = index.money[i]!;
      list.part[at] = index.entryShare[e]! * steady;
    }
  });
  return list;
}
