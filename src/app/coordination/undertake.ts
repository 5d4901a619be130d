import { newId } from "../../base/ids.ts";
import { lines } from "../../initiatives/report.ts";
import type { FindingRow } from "../../store/queries/finding-rows.ts";
import { entityLines } from "../../store/queries/record-entities.ts";
import { indexSources } from "../../store/queries/search-entries.ts";
import type { Writer } from "../../store/open-store.ts";
import type { App } from "../app.ts";
import { areaName } from "../areas.ts";
import { addClaims, told } from "../record/add-claims.ts";
import { addRecords } from "../record/add-records.ts";
import { checkField, type EnteredField } from "../record/check-field.ts";
import { entryClass } from "../record/own-marking.ts";
import type { SignedIn } from "../signed-in.ts";

/** What a member takes up: an area and line (null: all), months `YYYY-MM`, and how much until when, if it says so. `rests`: the classes of all that the decision rests on. */
export type TakenUp = {
  readonly area: string; readonly line: string | null; readonly from: string; readonly to: string; readonly amountUsd: number | undefined; readonly due: string | undefined;
  readonly meeting: string | undefined; readonly classId: number; readonly rests: readonly number[];
};

/**
 * Makes an undertaking of the record of what a member takes up, in the same transaction as the decision, which is its source. Where the decision rests on anything that is
 * bound more tightly than itself, the undertaking is its maker's own side's alone: it repeats where something is missing.
 * @returns the undertaking's id @throws bad-input for a date that is an interval
 */
export async function undertake(app: App, writer: Writer, viewer: SignedIn, what: TakenUp, languages: readonly string[]): Promise<string> {
  const { db } = writer;
  const classId = await entryClass(writer, what.classId, what.rests);
  const named = areaName(app.areas, what.area, languages);
  const months = `${what.from}/${what.to}`;
  const said = [`${named.text} (${what.area})`, ...(what.line === null ? [] : [what.line]), months].join(" · ");
  const source = { title: said, key: newId(), note: "decide-gap", published: app.now().toISOString().slice(0, 10), owner_id: viewer.holderId, class_id: classId, created_by: viewer.accountId };
  const { id: sourceId } = await db.insertInto("source").values(source).returning("id").executeTakeFirstOrThrow();
  await indexSources(db, [sourceId]);
  const id = newId();
  await addRecords(db, { ownerId: viewer.holderId, classId }, [{ kind: "undertaking", id, meeting: what.meeting ?? null, body: app.coalition.rootBodyId }]);
  const fields: EnteredField[] = [
    { field: "what", text: said, confidence: "reported" },
    { field: "by_member", refs: [viewer.holderId], confidence: "reported" },
    ...(what.line === null ? [] : [{ field: "line", text: what.line, confidence: "reported" as const }]),
    ...(what.amountUsd === undefined ? [] : [{ field: "amount", money: { amount: String(what.amountUsd), currency: "USD" }, confidence: "reported" as const }]),
    ...(what.due === undefined ? [] : [{ field: "due", text: what.due, confidence: "reported" as const }]),
  ];
  await state(app, writer, viewer, { id, sourceId, classId }, fields);
  return id;
}

/** What was taken up and is no more, because its decision was taken back or replaced, is given up as of today: said from the same source, beside what stood. */
export async function giveUp(app: App, writer: Writer, viewer: SignedIn, decisions: readonly FindingRow[]): Promise<void> {
  for (const { undertaking_id: id } of decisions) {
    if (id === null) continue;
    // The claim that made it one tells of which source, and how it is marked.
    const made = await writer.db.selectFrom("claim").select(["source_id", "class_id"]).where("record_id", "=", id).where("field", "=", "what").where("owner_id", "=", viewer.holderId).orderBy("created_at").limit(1).executeTakeFirst();
    if (made === undefined) continue;
    await state(app, writer, viewer, { id, sourceId: made.source_id, classId: made.class_id }, [{ field: "dropped", text: app.now().toISOString().slice(0, 10), confidence: "reported" }]);
  }
}

async function state(app: App, writer: Writer, viewer: SignedIn, on: { readonly id: string; readonly sourceId: string; readonly classId: number }, fields: readonly EnteredField[]): Promise<void> {
  const holder = await entityLines(writer.db, [viewer.holderId]);
  // A picture may have lines that this coalition has not.
  const known = { kinds: new Map(holder.map((l) => [l.id, l.kind])), lines, text: null };
  const claims = fields.map((field) => ({ ...checkField("undertaking", field, field.field, known), record: on.id }));
  const made = await addClaims(writer, viewer, on.sourceId, on.classId, claims);
  writer.note({ recordIds: [on.id], classId: on.classId, before: null, after: { undertaking: on.id, source: on.sourceId, claims: claims.map(told), newClaims: made.map((c) => c.id) } });
}
