import { isoDay, parseEdtf } from "../../base/edtf.ts";
import { fieldTypeOf } from "../../record/field-type.ts";
import type { ClaimDays } from "../../store/queries/shipped-rows.ts";

const none: ClaimDays = { start_not_before: null, start_not_after: null, end_not_before: null, end_not_after: null };

/**
 * The days a dated claim may mean, for sorting and searching; all null for a value that is no date.
 * @throws edtf-invalid
 */
export function claimDays(recordKind: string, field: string, value: unknown): ClaimDays {
  const type = fieldTypeOf(recordKind, field);
  if ((type !== "date" && type !== "days") || typeof value !== "string") return none;
  const { start, end } = parseEdtf(value);
  const iso = (day: number | null) => (day === null ? null : isoDay(day));
  return {
    start_not_before: iso(start.notBefore),
    start_not_after: iso(start.notAfter),
    end_not_before: iso(end.notBefore),
    end_not_after: iso(end.notAfter),
  };
}
