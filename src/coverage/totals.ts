import { amountsOf, initiativeMoney, type MoneyQuestion, type MoneyReport } from "./money-rules.ts";

/** The reports that a viewer may read, linked into initiatives. `known`: what they come to on the basis asked for, where that is at hand. */
export type LinkedReports = { readonly initiative: string; readonly reports: readonly MoneyReport[]; readonly known?: { readonly reported: number; readonly unique: number } };

/** Two initiatives that may be one: a pair in the review band of linkage. */
export type MaybeOne = { readonly a: string; readonly b: string };

export type Totals = {
  readonly kind: "totals";
  /** As added up from reports. */
  readonly reported: number;
  /** After linking. */
  readonly unique: number;
  /** Unique less what unique would be if every pair in the review band were merged. */
  readonly uncertain: number;
  /** Initiatives whose money is not known: they are in none of the three numbers. */
  readonly unknown: number;
};

/**
 * The three totals of a picture, on one basis, in USD. Three reports of 10 that may be one leave 20 uncertain, not 30: merged, 10
 * would remain.
 *
 * They are of what is handed in: for a viewer, hand in what the viewer may read. A pair with a side that is not handed in counts
 * for nothing.
 */
export function totals(
  initiatives: readonly LinkedReports[],
  maybeOne: readonly MaybeOne[],
  question: MoneyQuestion,
): Totals {
  let reported = 0;
  let unique = 0;
  let unknown = 0;
  const uniqueOf = (i: LinkedReports) => i.known?.unique ?? initiativeMoney(i.reports, question).usd;
  for (const i of initiatives) {
    reported += i.known?.reported ?? reportedMoney(i.reports, question);
    const usd = uniqueOf(i);
    if (Number.isNaN(usd)) unknown++;
    else unique += usd;
  }
  let uncertain = 0;
  for (const group of maybeOne.length === 0 ? [] : mergedGroups(initiatives, maybeOne)) {
    if (group.length === 1) continue;
    const apart = group.reduce((sum, i) => sum + orZero(uniqueOf(i)), 0);
    // What lies beside a programme's parts may be less than its reports say: merging never takes away what was not counted.
    uncertain += Math.max(0, apart - orZero(initiativeMoney(group.flatMap((i) => i.reports), question).usd));
  }
  return { kind: "totals", reported, unique, uncertain, unknown };
}

/** Everything that reports state on a basis, added up as if they told of different money. USD */
export function reportedMoney(reports: readonly MoneyReport[], question: MoneyQuestion): number {
  let reported = 0;
  for (const report of reports) for (const amount of amountsOf(report, question)) reported += amount.usd ?? 0;
  return reported;
}

function orZero(usd: number): number {
  return Number.isNaN(usd) ? 0 : usd;
}

function mergedGroups(initiatives: readonly LinkedReports[], maybeOne: readonly MaybeOne[]): LinkedReports[][] {
  const root = new Map(initiatives.map((i) => [i.initiative, i.initiative]));
  const find = (key: string): string => {
    let at = key;
    while (root.get(at) !== at) at = root.get(at)!;
    root.set(key, at);
    return at;
  };
  for (const { a, b } of maybeOne) if (root.has(a) && root.has(b)) root.set(find(a), find(b));
  const groups = new Map<string, LinkedReports[]>();
  for (const i of initiatives) {
    const key = find(i.initiative);
    groups.set(key, [...(groups.get(key) ?? []), i]);
  }
  return [...groups.values()];
}
