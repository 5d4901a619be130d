import type { ClaimLine } from "../../store/queries/record-claims.ts";

/** For tests: a claim as the store gives it, by what it says and who says so. Its id tells both. */
export function claimed(
  record: string,
  field: string,
  value: unknown,
  source: string,
  more: Partial<ClaimLine> = {},
): ClaimLine {
  return {
    id: `${field} ${typeof value === "string" ? value : JSON.stringify(value)} ${source}`,
    record_id: record,
    field,
    language: null,
    value,
    source_id: source,
    url: null,
    published: null,
    confidence: "reported",
    class_id: 1,
    source_class: 1,
    created_at: new Date(0),
    ...more,
  };
}
