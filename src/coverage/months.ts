import { monthNumber, tryParseEdtf, type Edtf } from "../base/edtf.ts";

/** How long an initiative is taken to last when nothing says. */
export const assumedMonths = 36;

/** What is published about when an activity works: EDTF dates, IATI's ActivityStatus, and when the publisher last changed it. */
export type ActivityDates = {
  readonly plannedStart?: string;
  readonly actualStart?: string;
  readonly plannedEnd?: string;
  readonly actualEnd?: string;
  /** 1 pipeline, 2 implementation, 3 finalisation, 4 closed, 5 cancelled, 6 suspended */
  readonly status?: string;
  /** ISO date or date-time: what the status is true of. */
  readonly lastUpdated?: string;
};

export type ActivityMonths =
  | {
      readonly kind: "months";
      /** Months since 1970-01, both touched, inclusive. */
      readonly first: number;
      readonly last: number;
      readonly start: "actual" | "planned";
      readonly end: "actual" | "planned" | "status" | "assumed";
      /** The end is not published: say so beside every figure. */
      readonly assumedEnd: boolean;
      readonly planned: boolean;
    }
  | { readonly kind: "unknown"; readonly reason: "no-start" | "ends-before-it-starts" | "cancelled" };

/**
 * M(i): the calendar months an activity touches, both ends inclusive. A date with precision counts with all that it may
 * mean: a start "2022" begins in January, an end "2022" ends in December.
 *
 * No published end: by its status as of its last change, else 36 months. Closed or cancelled, it lasts at most until that change;
 * at work, at least until it. Never until today: a picture of the past must not move because a day went by. Cancelled before it
 * began, it has no months.
 */
export function activityMonths(dates: ActivityDates): ActivityMonths {
  const actualStart = read(dates.actualStart);
  const startDate = actualStart ?? read(dates.plannedStart);
  const actualEnd = read(dates.actualEnd);
  const endDate = actualEnd ?? read(dates.plannedEnd);
  const ended = dates.status === "4" || dates.status === "5";
  if (dates.status === "5" && actualStart === undefined) return { kind: "unknown", reason: "cancelled" };

  const firstDay = startDate?.start.notBefore ?? startDate?.start.notAfter ?? null;
  if (startDate === undefined || firstDay === null) return { kind: "unknown", reason: "no-start" };
  const first = monthNumber(firstDay);
  const common = {
    kind: "months",
    first,
    start: actualStart === undefined ? "planned" : "actual",
    planned: dates.status === "1",
  } as const;

  const lastDay = endDate?.end.notAfter ?? endDate?.end.notBefore ?? null;
  if (lastDay !== null) {
    const last = monthNumber(lastDay);
    if (last < first) return { kind: "unknown", reason: "ends-before-it-starts" };
    return { ...common, last, end: actualEnd === undefined ? "planned" : "actual", assumedEnd: false };
  }

  const assumed = first + assumedMonths - 1;
  const asOfDay = read(dates.lastUpdated?.slice(0, 10))?.start.notBefore ?? null;
  if (asOfDay !== null) {
    const asOf = monthNumber(asOfDay);
    const atWork = dates.status === "2" || dates.status === "3" || dates.status === "6";
    if (ended && asOf >= first && asOf < assumed) return { ...common, last: asOf, end: "status", assumedEnd: true };
    if (atWork && asOf > assumed) return { ...common, last: asOf, end: "status", assumedEnd: true };
  }
  return { ...common, last: assumed, end: "assumed", assumedEnd: true };
}

/** An unreadable date counts as not stated: the reader of the format has said so already. */
function read(text: string | undefined): Edtf | undefined {
  return text === undefined ? undefined : (tryParseEdtf(text) ?? undefined);
}
