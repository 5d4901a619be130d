/** One version of a report, as far as a picture reads it. `says`: its values by field, each in one fixed writing. */
export type ReportVersion = {
  readonly id: string;
  readonly initiative: string;
  readonly owner: string;
  readonly reporter: string;
  readonly identifier: string;
  readonly receivedAt: Date;
  readonly current: boolean;
  readonly says: Readonly<Record<ReportField, string>>;
};
export const reportFields = ["status", "months", "countries", "areas", "lines", "groups", "implementers", "funders", "money"] as const;
export type ReportField = (typeof reportFields)[number];

/** What a decision on a finding rested on may change in these ways. */
export type Change =
  | { readonly kind: "newer-version"; readonly report: string; readonly before: string; readonly fields: readonly ReportField[] }
  | { readonly kind: "report-gone"; readonly report: string }
  | { readonly kind: "new-report"; readonly report: string };

/**
 * What changed in the reports behind a decision; nothing: it holds.
 *
 * @param remembered the versions that it rested on
 * @param present the current versions of what it is about, of those that the viewer may see
 */
export function changesSince(decidedAt: Date, remembered: readonly ReportVersion[], present: readonly ReportVersion[]): readonly Change[] {
  const known = new Set(remembered.map((r) => r.id));
  const chainOf = (r: ReportVersion): string => JSON.stringify([r.owner, r.reporter, r.identifier]);
  const chains = new Set(remembered.map(chainOf));
  const now = new Map(present.map((r) => [chainOf(r), r]));
  const older = remembered.filter((r) => !r.current).flatMap((before): Change[] => {
    const after = now.get(chainOf(before));
    if (after === undefined) return [{ kind: "report-gone", report: before.id }];
    const fields = fieldsThatDiffer(before, after);
    return fields.length === 0 ? [] : [{ kind: "newer-version", report: after.id, before: before.id, fields }];
  });
  // What stood already when it was decided, and is seen by this viewer only, is no news.
  const fresh = present.filter((r) => !known.has(r.id) && !chains.has(chainOf(r)) && r.receivedAt > decidedAt);
  return [...older, ...fresh.map((r): Change => ({ kind: "new-report", report: r.id }))];
}

export function fieldsThatDiffer(before: ReportVersion, after: ReportVersion): readonly ReportField[] {
  return reportFields.filter((field) => before.says[field] !== after.says[field]);
}
