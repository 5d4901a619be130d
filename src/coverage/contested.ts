import { groupsEveryone, groupsNamed } from "./supply-columns.ts";

/** One initiative's rate in an (area, line, month), and for whom. */
export type Contribution = {
  readonly usd: number;
  readonly groupKind: number;
  readonly groups: readonly { readonly group: number; readonly share: number }[];
  /** Index of the family, -1 for none. Phases, parent and child, co-funding of one programme do not contest among themselves. */
  readonly family: number;
};

/**
 * What is contested among several in one (area, line, month): Σ over groups of S − max r, a family taken as one.
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
  if (named.some((c) => c.family >= 0) || everyone.some((c) => c.family >= 0)) return contestedByActor(named, everyone);
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

/** The same with families: the largest of a group is the largest actor, an initiative of no family or a whole family. */
function contestedByActor(named: readonly Contribution[], everyone: readonly Contribution[]): number {
  const actors = new Map([...named, ...everyone].map((c, k) => [c, c.family >= 0 ? `family ${c.family}` : `${k}`]));
  const byGroup = new Map<number, Map<string, number>>();
  const add = (group: number, c: Contribution, usd: number) => {
    const there = byGroup.get(group) ?? new Map<string, number>();
    const actor = actors.get(c)!;
    byGroup.set(group, there.set(actor, (there.get(actor) ?? 0) + usd));
  };
  const sumOf = (there: ReadonlyMap<string, number>) => [...there.values()].reduce((sum, usd) => sum + usd, 0);
  for (const c of named) for (const { group, share } of c.groups) add(group, c, c.usd * share);
  const sums = new Map([...byGroup].map(([group, there]) => [group, sumOf(there)]));
  const total = [...sums.values()].reduce((sum, usd) => sum + usd, 0);
  const parts = total === 0 ? [[-1, 1] as const] : [...sums].map(([group, usd]) => [group, usd / total] as const);
  for (const c of everyone) for (const [group, part] of parts) add(group, c, c.usd * part);
  let answer = 0;
  for (const there of byGroup.values()) answer += sumOf(there) - Math.max(...there.values());
  return answer;
}
