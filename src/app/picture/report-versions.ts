import { canonicalJson } from "../../audit/canonical-json.ts";
import type { ReportBody } from "../../store/queries/report-bodies.ts";
import { type FieldName, type FieldValue, reportFields } from "./report-column.ts";

export type ReportChange = { readonly field: FieldName; readonly before: FieldValue[]; readonly after: FieldValue[] };

/** One reporter's report on one activity, brought by one holder under one marking, version after version. */
export const chainOf = (b: ReportBody): string => `${b.owner_id} ${b.class_id} ${b.reporter_key} ${b.identifier}`;
const byArrival = (a: ReportBody, b: ReportBody): number => a.received_at.getTime() - b.received_at.getTime() || Number(a.current) - Number(b.current) || (a.id < b.id ? -1 : 1);

/** Every version with the one that came in before it in its chain. */
export function versionsOf(bodies: readonly ReportBody[]): readonly { readonly body: ReportBody; readonly before: ReportBody | undefined }[] {
  return [...Map.groupBy(bodies, chainOf).values()].flatMap((chain) => {
    const inOrder = chain.toSorted(byArrival);
    return inOrder.map((body, k) => ({ body, before: inOrder[k - 1] }));
  });
}

/** What differs between two versions, field by field; lines of effort are read from the others, and left out. */
export function changesOf(older: ReportBody, newer: ReportBody): ReportChange[] {
  const after = reportFields(newer.body, []);
  return reportFields(older.body, []).flatMap((f, k) => {
    const values = after[k]?.values ?? [];
    return canonicalJson(f.values) === canonicalJson(values) ? [] : [{ field: f.field, before: f.values, after: values }];
  });
}

/** The version of each chain that stood at a moment: of those that had come in, the one that none of them superseded. */
export function standingAt(bodies: readonly ReportBody[], moment: Date): ReadonlyMap<string, ReportBody> {
  const arrived = bodies.filter((b) => b.received_at <= moment).toSorted(byArrival);
  return new Map([...Map.groupBy(arrived, chainOf)].flatMap(([chain, some]) => {
    const standing = some.findLast((b) => !some.some((other) => other.id === b.superseded_by));
    return standing === undefined ? [] : [[chain, standing] as const];
  }));
}
