import { groupsEveryone, groupsUnknown, type SupplyColumns } from "./supply-columns.ts";

/**
 * How two initiatives meet over their target groups: with rates `x` and `y` before groups, they share
 * Σ weight · min(x · shareA, y · shareB).
 *
 * Groups named by both give one term each (equal terms made one). *Everyone* takes the other's groups as its
 * own, so they share min(x, y) in full. (To count it whole in every group would let a pair contest more than
 * either has.) *Unknown* meets anybody in half.
 */
export type Meeting = readonly { readonly weight: number; readonly shareA: number; readonly shareB: number }[];

/** The distinct ways in which initiatives name groups, and how any two of them meet. */
export type GroupProfiles = {
  /** Profile of each initiative. */
  readonly of: Uint32Array;
  readonly meeting: (profileA: number, profileB: number) => Meeting;
};

const inFull: Meeting = [{ weight: 1, shareA: 1, shareB: 1 }];
const inHalf: Meeting = [{ weight: 0.5, shareA: 1, shareB: 1 }];

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
  const made = new Map<number, Meeting>();
  return {
    of,
    meeting: (a, b) => {
      const key = a * examples.length + b;
      let meeting = made.get(key);
      if (meeting === undefined) {
        meeting = meetingOf(supply, examples[a]!, examples[b]!);
        made.set(key, meeting);
      }
      return meeting;
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
  if (kindA === groupsUnknown || kindB === groupsUnknown) return [{ group: null, ...inHalf[0]! }];
  if (kindA === groupsEveryone || kindB === groupsEveryone) return [{ group: null, ...inFull[0]! }];
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

function meetingOf(supply: SupplyColumns, a: number, b: number): Meeting {
  const terms = new Map<string, { weight: number; shareA: number; shareB: number }>();
  for (const { weight, shareA, shareB } of groupMeetings(supply, a, b)) {
    const term = terms.get(`${shareA} ${shareB}`);
    if (term === undefined) terms.set(`${shareA} ${shareB}`, { weight, shareA, shareB });
    else term.weight += weight;
  }
  return [...terms.values()];
}

/** What rates `x` and `y` before groups share; both must be known. */
export function shared(meeting: Meeting, x: number, y: number): number {
  let sum = 0;
  for (const term of meeting) {
    const a = x * term.shareA;
    const b = y * term.shareB;
    sum += term.weight * (a < b ? a : b);
  }
  return sum;
}
