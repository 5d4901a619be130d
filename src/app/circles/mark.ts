import { fault } from "../../base/errors.ts";
import { parseTlp, tlpRank } from "../../marking/tlp.ts";
import { ownClass } from "../../store/queries/classes.ts";
import type { Writer } from "../../store/open-store.ts";
import type { Told } from "../../store/told-change.ts";
import { picturesChange } from "../../store/queries/picture-change.ts";
import type { App } from "../app.ts";
import { type MarkingOf, markingOf } from "../marking-of.ts";
import { withRight } from "../signed-in.ts";

export type Marked = "source" | "claim" | "record" | "import";

/**
 * Marks anew what is one's own: the label may become stricter, and the circle is one of one's own or none. Nothing is opened
 * further than its label was; to share an AMBER record is to name a circle. An import's marking is that of all reports it brought.
 *
 * @throws not-found; not-allowed for what is others'; bad-input for a marking that is wider; conflict-edit while an import is being read
 */
export async function mark(app: App, secret: string | null, what: Marked, id: string, wanted: { readonly tlp: string; readonly circle: string | null }, languages: readonly string[]): Promise<{ id: string; marking: MarkingOf }> {
  const tlp = tlpRank(parseTlp(wanted.tlp));
  return app.store.write(secret, { act: `mark-${what}` }, async (writer) => {
    const viewer = withRight(writer.viewer, "edit-record");
    const row = await markedRow(writer, what, id);
    if (row === undefined) throw fault("not-found");
    if (row.owner_id !== viewer.holderId) throw fault("not-allowed", { right: "edit-record", whoCanGive: "owner" });
    const was = await writer.db.selectFrom("visibility_class").select(["tlp", "circle_id"]).where("id", "=", row.class_id).executeTakeFirst();
    if (was === undefined) throw fault("not-found");
    if (tlp > 3) throw fault("bad-input", { path: "tlp", found: wanted.tlp, expected: "up to TLP:AMBER+STRICT: TLP:RED is for named persons" });
    if (tlp < was.tlp) throw fault("bad-input", { path: "tlp", found: wanted.tlp, expected: "no wider a label than it has: two persons widen it (propose it as an act)" });
    if (tlp === 0 && wanted.circle !== null) throw fault("bad-input", { path: "circle", found: wanted.circle, expected: "none for what is TLP:CLEAR" });
    const classId = await ownClass(writer.db, tlp as 0 | 1 | 2 | 3, wanted.circle);
    await setClass(writer, what, id, row.class_id, classId);
    if (what === "import") await picturesChange(writer.db);
    // The entry tells of both: it is open to their own side.
    writer.note({ recordIds: [id], classId: await ownClass(writer.db, 2), before: { tlp: was.tlp, circle: was.circle_id }, after: { [what]: id, tlp, circle: wanted.circle }, told: await toldOf(writer, what, id, classId) });
    return { id, marking: await markingOf(writer, [classId], languages) };
  });
}

/** Whose a row is, and its class; of an import, its reports'. @throws conflict-edit while an import is being read */
export async function markedRow({ db }: Pick<Writer, "db">, what: Marked, id: string): Promise<{ owner_id: string; class_id: number } | undefined> {
  if (what !== "import") return db.selectFrom(what).select(["owner_id", "class_id"]).where("id", "=", id).executeTakeFirst();
  const job = await db.selectFrom("import").select(["owner_id", "report_class_id as class_id", "state"]).where("id", "=", id).executeTakeFirst();
  if (job !== undefined && (job.state === "waiting" || job.state === "running")) throw fault("conflict-edit");
  return job;
}

/** Whoever may still see it is told; whoever may not any more is told nothing. */
async function toldOf(writer: Writer, what: Marked, id: string, classId: number): Promise<readonly Told[]> {
  if (what === "import") return [{ kind: "reports", id, classId }, { kind: "import", id, classId: await ownClass(writer.db, 2) }];
  const about = what === "record" ? [id] : what === "claim" ? (await writer.db.selectFrom("claim").select("record_id").where("id", "=", id).execute()).map((c) => c.record_id) : [];
  return [{ kind: what, id, about, classId }];
}

/** Of an import: all its reports that stood as it stood. */
export async function setClass({ db }: Pick<Writer, "db">, what: Marked, id: string, was: number, becomes: number): Promise<void> {
  if (what !== "import") {
    await db.updateTable(what).set({ class_id: becomes }).where("id", "=", id).execute();
    return;
  }
  await db.updateTable("import").set({ report_class_id: becomes }).where("id", "=", id).execute();
  await db.updateTable("report").set({ class_id: becomes }).where("import_id", "=", id).where("class_id", "=", was).execute();
}
