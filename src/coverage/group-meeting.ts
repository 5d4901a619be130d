import { groupsEveryone, groupsUnknown, type SupplyColumns } from "./supply-columns.ts";

/**
 * How two initiatives meet over their target groups: with rates `x` and `y` before groups, they share
 * Σ weight · min(x · shareA, y · shareB).
 *
 * Groups named by both give one term each (equal terms made one). *Everyone* takes the other's groups as its own, so they share
 * min(x, y) in full. (To count it whole in every group would let a pair contest more than either has.) *Unknown* meets anybody in half.
 */
export type GroupProfiles = {
  /** The distinct way in which each initiative names groups. */
  readonly of: Uint32Array;
  /** The meeting of two profiles: its terms are `terms[start[m]] …`, three numbers each: weight, shareA, shareB. */
  readonly meeting: (profileA: number, profileB: number) => number;
  readonly start: readonly number[];
  readonly terms: readonly number[];
};

const inFull = { group: null, weight: 1, shareA: 1, shareB: 1 };
const inHalf = { group: null, weight: 0.5, shareA: 1, shareB: 1 };

export function groupProfiles(supply: SupplyColumns): GroupProfiles {
  const byKey = new Map<string, number>();
  const examples: number[] = [];
  const of = new Uint32Array(supply.ids.length);
  for (let i = 0; i < of.length; i++) {
    let key = `${supply.groupKind[i]}`;
    for (let g = supply.groupStart[i]!; g < supply.groupStart[i + 1]!; g++)
      key += `|${supply.groupIndex[g]}:${supply.groupShare[g]}`;
    let profile = byKey.get(key);
    if (profile === undefined) {
      profile = examples.length;
      byKey.set(key, profile);
      examples.push(i);
    }
    of[i] = profile;
  }
  const made = new Map<number, number>();
  const start = [0];
  const terms: number[] = [];
  return {
    of,
    start,
    terms,
    meeting: (a, b) => {
      const key = a * examples.length + b;
      const known = made.get(key);
      if (known !== undefined) return known;
      for (const term of distinctTerms(supply, examples[a]!, examples[b]!)) terms.push(...term);
      made.set(key, start.length - 1);
      start.push(terms.length);
      return start.length - 2;
    },
  };
}

/** The terms of a meeting one by one, each with the group it is about; null where one side is for everyone, or does not say. */
export function groupMeetings(
  supply: SupplyColumns,
  a: number,
  b: number,
): { readonly group: number | null; readonly weight: number; readonly shareA: number; readonly shareB: number }[] {
  const kindA = supply.groupKind[a];
  const kindB = supply.groupKind[b];
  if (kindA === groupsUnknown || kindB === groupsUnknown) return [inHalf];
  if (kindA === groupsEveryone || kindB === groupsEveryone) return [inFull];
  const terms = [];
  let p = supply.groupStart[a]!;
  let q = supply.groupStart[b]!;
  while (p < supply.groupStart[a + 1]! && q < supply.groupStart[b + 1]!) {
    const gap = supply.groupIndex[p]! - supply.groupIndex[q]!;
    if (gap === 0)
      terms.push({
        group: supply.groupIndex[p]!,
        weight: 1,
        shareA: supply.groupShare[p]!,
        shareB: supply.groupShare[q]!,
      });
    if (gap <= 0) p++;
    if (gap >= 0) q++;
  }
  return terms;
}

/** [weight, shareA, shareB] of each term, equal ones made one. */
function distinctTerms(supply: SupplyColumns, a: number, b: number): [number, number, number][] {
  const terms = new Map<string, [number, number, number]>();
  for (const { weight, shareA, shareB } of groupMeetings(supply, a, b)) {
    const term = terms.get(`${shareA} ${shareB}`);
    if (term === undefined) terms.set(`${shareA} ${shareB}`, [weight, shareA, shareB]);
    else term[0] += weight;
  }
  return [...terms.values()];
}
