import { monthNumber, tryParseEdtf } from "../../base/edtf.ts";
import { fault } from "../../base/errors.ts";
import { lines } from "../../initiatives/report.ts";
import { ownClass } from "../../store/queries/classes.ts";
import type { Reader } from "../../store/open-store.ts";
import { picturesChange } from "../../store/queries/picture-change.ts";
import type { App } from "../app.ts";
import { withRight } from "../signed-in.ts";

/** What is needed in an area on a line over some months (`YYYY-MM`, inclusive), as the viewer's holder says or passes on. */
export type NewNeed = {
  readonly area: string; readonly line: string; readonly from: string; readonly to: string;
  /** what the holder asks for, USD a month */
  readonly usdPerMonth?: number | undefined;
  /** people in need, and those reached; without a unit cost people never become money */
  readonly people?: number | undefined; readonly reached?: number | undefined; readonly unitCostUsdYear?: number | undefined;
  /** JIAF phase, 1 to 5 */
  readonly severity?: number | undefined;
  readonly source?: string | undefined; readonly note?: string | undefined;
};
export type NeedMarking = "TLP:CLEAR" | "TLP:GREEN" | "TLP:AMBER";
const tlpOf = { "TLP:CLEAR": 0, "TLP:GREEN": 1, "TLP:AMBER": 2 } as const;

/**
 * Enters needs, all or none. Marked TLP:GREEN unless said otherwise: a request is made to the coalition.
 * @returns their ids @throws bad-input with the row's path; not-allowed; not-found for an unknown source
 */
export async function enterNeeds(app: App, secret: string, needs: readonly NewNeed[], marking: NeedMarking = "TLP:GREEN"): Promise<readonly string[]> {
  if (needs.length === 0) throw fault("bad-input", { path: "needs", found: 0, expected: "at least one" });
  return app.store.write(secret, { act: "enter-needs" }, async (writer) => {
    const viewer = withRight(writer.viewer, "edit-record");
    const classId = await ownClass(writer.db, tlpOf[marking]);
    const rows = needs.map((n, i) => ({
      owner_id: viewer.holderId, class_id: classId, source_id: n.source ?? null, basis: n.usdPerMonth === undefined ? ("people" as const) : ("request" as const),
      area: areaOf(app, n.area, i), line: lineOf(n.line, i), ...months(n, i), usd_per_month: amount(n.usdPerMonth, "usdPerMonth", i), people: amount(n.people, "people", i),
      reached: amount(n.reached, "reached", i), severity: severityOf(n.severity, i), unit_cost_usd_year: amount(n.unitCostUsdYear, "unitCostUsdYear", i), target_group: null, note: n.note ?? null,
    }));
    await sourcesSeen(writer.db, needs);
    const ids: string[] = [];
    for (let from = 0; from < rows.length; from += atOnce) {
      const made = await writer.db.insertInto("need").values(rows.slice(from, from + atOnce)).returning("id").execute();
      ids.push(...made.map((r) => r.id));
    }
    await picturesChange(writer.db);
    writer.note({ recordIds: ids, classId, before: null, after: rows, told: ids.slice(0, 1).map((id) => ({ kind: "need", id, classId })) });
    return ids;
  });
}

/** Rows in one statement: PostgreSQL counts parameters in 16 bits. */
const atOnce = 1_000;

/** A source that the viewer may not see is, to them, none. */
async function sourcesSeen(db: Reader["db"], needs: readonly NewNeed[]): Promise<void> {
  const named = [...new Set(needs.flatMap((n) => n.source ?? []))];
  if (named.length === 0) return;
  const seen = await db.selectFrom("source").select("id").where("id", "in", named).execute();
  if (seen.length < named.length) throw fault("not-found");
}

function areaOf(app: App, code: string, i: number): string {
  if (app.areas.byCode.get(code)?.level !== 1) throw fault("bad-input", { path: `needs.${i}.area`, found: code, expected: "a first-level area of the boundary set, e.g. NE-2" });
  return code;
}

function lineOf(line: string, i: number): string {
  if (!(lines as readonly string[]).includes(line)) throw fault("bad-input", { path: `needs.${i}.line`, found: line, expected: lines.join(", ") });
  return line;
}

function months(n: NewNeed, i: number): { from_month: number; to_month: number } {
  const month = (text: string, path: string): number => {
    const day = /^\d{4}-\d{2}$/.test(text) ? (tryParseEdtf(text)?.start.notBefore ?? null) : null;
    if (day === null) throw fault("bad-input", { path: `needs.${i}.${path}`, found: text, expected: "a month, e.g. 2024-03" });
    return monthNumber(day);
  };
  const [from_month, to_month] = [month(n.from, "from"), month(n.to, "to")];
  if (to_month < from_month) throw fault("bad-input", { path: `needs.${i}.to`, found: n.to, expected: `not before ${n.from}` });
  if (n.usdPerMonth === undefined && n.people === undefined) throw fault("bad-input", { path: `needs.${i}`, found: "neither money nor people", expected: "usdPerMonth or people" });
  return { from_month, to_month };
}

function amount(value: number | undefined, path: string, i: number): number | null {
  if (value === undefined) return null;
  if (!Number.isFinite(value) || value < 0) throw fault("bad-input", { path: `needs.${i}.${path}`, found: value, expected: "zero or more" });
  return value;
}

function severityOf(value: number | undefined, i: number): number | null {
  if (value === undefined) return null;
  if (![1, 2, 3, 4, 5].includes(value)) throw fault("bad-input", { path: `needs.${i}.severity`, found: value, expected: "1 to 5" });
  return value;
}
