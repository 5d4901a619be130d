import { amountsOf, initiativeMoney, type MoneyQuestion, type MoneyReport } from "./money-rules.ts";

/** The reports that a viewer may read, linked into initiatives. */
export type LinkedReports = { readonly initiative: string; readonly reports: readonly MoneyReport[] };

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
  for (const { reports } of initiatives) {
    for (const report of reports) for (const amount of amountsOf(report, question)) reported += amount.usd ?? 0;
    const { usd } = initiativeMoney(reports, question);
    if (Number.isNaN(usd)) unknown++;
    else unique += usd;
  }
  let merged = 0;
  for (const group of mergedGroups(initiatives, maybeOne)) {
    const { usd } = initiativeMoney(
      group.flatMap((i) => i.reports),
      question,
    );
    if (!Number.isNaN(usd)) merged += usd;
  }
  return { kind: "totals", reported, unique, uncertain: unique - merged, unknown };
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
