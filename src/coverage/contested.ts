import { groupsEveryone, groupsNamed } from "./supply-columns.ts";

/** One initiative's rate in an (area, line, month), and for whom. */
export type Contribution = {
  readonly usd: number;
  readonly groupKind: number;
  readonly groups: readonly { readonly group: number; readonly share: number }[];
};

/**
 * What is contested among several in one (area, line, month): Σ over groups of S − max r.
 *
 * Work for everyone lies over the groups that others name there, in proportion to what these spend on them (over one group of its own
 * where nobody names any): so two initiatives contest here exactly what they contest as a pair. Work that does not say for whom is
 * counted in half: the mean of `low`, in which it meets nobody, and `high`, in which it is for everyone.
 */
export function contestedAmong(contributions: readonly Contribution[]): {
  readonly low: number;
  readonly high: number;
} {
  const named = contributions.filter((c) => c.groupKind === groupsNamed);
  const everyone = contributions.filter((c) => c.groupKind === groupsEveryone);
  const anyone = contributions.filter((c) => c.groupKind !== groupsNamed);
  return { low: contested(named, everyone), high: contested(named, anyone) };
}

function contested(named: readonly Contribution[], everyone: readonly Contribution[]): number {
  const byGroup = new Map<number, { sum: number; most: number }>();
  for (const c of named) {
    for (const { group, share } of c.groups) {
      const there = byGroup.get(group) ?? { sum: 0, most: 0 };
      byGroup.set(group, { sum: there.sum + c.usd * share, most: Math.max(there.most, c.usd * share) });
    }
  }
  const total = [...byGroup.values()].reduce((sum, g) => sum + g.sum, 0);
  if (total === 0) byGroup.set(-1, { sum: 0, most: 0 });
  const spread = everyone.reduce((sum, c) => sum + c.usd, 0);
  const largest = everyone.reduce((most, c) => Math.max(most, c.usd), 0);
  let answer = 0;
  for (const { sum, most } of byGroup.values()) {
    const part = total === 0 ? 1 : sum / total;
    answer += sum + spread * part - Math.max(most, largest * part);
  }
  return answer;
}
