import { monthNumber, tryParseEdtf } from "../../base/edtf.ts";
import { fault } from "../../base/errors.ts";
import { lines } from "../../initiatives/report.ts";
import { ownClass } from "../../store/queries/classes.ts";
import { picturesChange } from "../../store/queries/picture-change.ts";
import type { App } from "../app.ts";
import { withRight } from "../signed-in.ts";

/** A member's word that it has no work in a first-level area, on a line (none: on any), from one month to another (`YYYY-MM`, inclusive). */
export type NoneStatement = {
  readonly area: string; readonly line?: string | undefined; readonly from: string; readonly to: string;
  /** where it says so: a source on record, its words, where in it */
  readonly source?: string | undefined; readonly quote?: string | undefined; readonly locator?: string | undefined; readonly note?: string | undefined;
};
export type NoneMarking = "TLP:CLEAR" | "TLP:GREEN" | "TLP:AMBER";
const tlpOf = { "TLP:CLEAR": 0, "TLP:GREEN": 1, "TLP:AMBER": 2 } as const;

/**
 * States that one's own member has no work somewhere. Marked TLP:GREEN unless said otherwise: it is told to the coalition. It says nothing of what others do.
 * @returns its id @throws bad-input, also for whoever does not act for a member; not-allowed; not-found for an unknown source
 */
export async function stateNone(app: App, secret: string | null, said: NoneStatement, marking: NoneMarking = "TLP:GREEN"): Promise<string> {
  if (app.areas.byCode.get(said.area)?.level !== 1) throw fault("bad-input", { path: "area", found: said.area, expected: "a first-level area of the boundary set, e.g. NE-2" });
  if (said.line !== undefined && !(lines as readonly string[]).includes(said.line)) throw fault("bad-input", { path: "line", found: said.line, expected: lines.join(", ") });
  const [from_month, to_month] = [monthOf(said.from, "from"), monthOf(said.to, "to")];
  if (to_month < from_month) throw fault("bad-input", { path: "to", found: said.to, expected: `not before ${said.from}` });
  return app.store.write(secret, { act: "state-none" }, async (writer) => {
    const viewer = withRight(writer.viewer, "edit-record");
    const holder = await writer.db.selectFrom("record").select("kind").where("id", "=", viewer.holderId).executeTakeFirst();
    if (holder?.kind !== "member") throw fault("bad-input", { path: "holder", found: holder?.kind ?? "", expected: "member: only a member can say that it has no work" });
    if (said.source !== undefined && (await writer.db.selectFrom("source").select("id").where("id", "=", said.source).executeTakeFirst()) === undefined) throw fault("not-found");
    const classId = await ownClass(writer.db, tlpOf[marking]);
    const row = {
      owner_id: viewer.holderId, class_id: classId, area: said.area, line: said.line ?? null, from_month, to_month, source_id: said.source ?? null, quote: said.quote ?? null,
      locator: said.locator ?? null, note: said.note ?? null, created_by: viewer.accountId,
    };
    const { id } = await writer.db.insertInto("stated_none").values(row).returning("id").executeTakeFirstOrThrow();
    await picturesChange(writer.db);
    // The entry repeats what a source says, which may be marked more tightly than the statement.
    writer.note({ recordIds: [id], classId: said.source === undefined ? classId : await ownClass(writer.db, 2), before: null, after: row, told: [{ kind: "stated-none", id, classId }] });
    return id;
  });
}

function monthOf(text: string, path: string): number {
  const day = /^\d{4}-\d{2}$/.test(text) ? (tryParseEdtf(text)?.start.notBefore ?? null) : null;
  if (day === null) throw fault("bad-input", { path, found: text, expected: "a month, e.g. 2024-03" });
  return monthNumber(day);
}
