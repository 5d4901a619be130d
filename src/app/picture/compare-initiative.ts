import { dayNumber, tryParseEdtf } from "../../base/edtf.ts";
import { holdBounds } from "../../record/as-of.ts";
import { type ReportBody, reportBodies } from "../../store/queries/report-bodies.ts";
import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import type { CompareWish } from "../record/compare-days.ts";
import { askPicture } from "./ask-picture.ts";
import { type FieldValue, reportFields } from "./report-column.ts";
import { reportRef } from "./report-refs.ts";
import { chainOf, standingAt } from "./report-versions.ts";

/**
 * An initiative on two days. In the world's time: whether each report of today has it at work on them. In the time of what was known: what each report said by the end
 * of each day, field by field; null where none had come in. @throws not-found
 */
export async function compareInitiative(app: App, secret: string | null, id: string, wish: CompareWish & { readonly languages: readonly string[] }) {
  const { languages, from, to, time } = wish;
  return askPicture(app, secret, {}, { name: "initiative", args: id, languages }, async ({ i }, reader) => {
    const bodies = await reportBodies(reader, { initiatives: i.parts });
    const endOf = (day: string) => new Date(`${day}T23:59:59.999Z`);
    const [a, b] = [standingAt(bodies, endOf(from)), standingAt(bodies, endOf(to))];
    const shown = time === "known" ? [...new Map([...a, ...b]).values()] : bodies.filter((body) => body.current);
    const reports = shown.toSorted((x, y) => (x.identifier + x.id < y.identifier + y.id ? -1 : 1)).map((body) => {
      const [before, after] = [a.get(chainOf(body)), b.get(chainOf(body))];
      return {
        report: reportRef(body, languages),
        from: time === "known" ? (before === undefined ? "no" as const : "yes" as const) : atWork(body, from),
        to: time === "known" ? (after === undefined ? "no" as const : "yes" as const) : atWork(body, to),
        fields: time === "known" ? fieldsBeside(before, after) : [],
      };
    });
    return { id: i.id, time, from, to, reports, marking: await markingOf(reader, bodies.map((body) => body.class_id), languages) };
  });
}

function fieldsBeside(before: ReportBody | undefined, after: ReportBody | undefined) {
  const [a, b] = [before, after].map((body) => (body === undefined ? [] : reportFields(body.body, [])));
  const said = (fields: ReturnType<typeof reportFields> | undefined, field: string): FieldValue[] => fields?.find((f) => f.field === field)?.values ?? [];
  return [...new Set([...(a ?? []), ...(b ?? [])].map((f) => f.field))].flatMap((field) => {
    const [from, to] = [said(a, field), said(b, field)];
    return from.length + to.length === 0 ? [] : [{ field, from, to, differs: JSON.stringify(from) !== JSON.stringify(to) }];
  });
}

/** Whether a report's own dates have it at work on a day; between where they leave it open. */
function atWork({ body: { dates } }: ReportBody, day: string): "yes" | "no" | "between" {
  const read = (text: string | undefined) => (text === undefined ? null : tryParseEdtf(text));
  const bounds = holdBounds(read(dates.actualStart ?? dates.plannedStart), read(dates.actualEnd ?? dates.plannedEnd));
  const at = dayNumber(day);
  if (at < bounds.noBefore || at > bounds.noAfter) return "no";
  return at >= bounds.yesFrom && at <= bounds.yesUntil ? "yes" : "between";
}
