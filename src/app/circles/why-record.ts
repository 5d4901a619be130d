import { fault } from "../../base/errors.ts";
import { explain } from "../../marking/may-read.ts";
import type { App } from "../app.ts";
import { classesOf, markingOf } from "../marking-of.ts";
import { asking, type Wanted } from "../record/asking.ts";
import { labelsOf, refOf } from "../record/labels-of.ts";

/** Why this viewer may see a record: the rule that opened it, and the holder through whom it did. @throws not-found */
export async function whyRecord(app: App, secret: string | null, id: string, wanted: Wanted) {
  return app.store.read(secret, async (reader) => {
    const { viewer } = reader;
    const record = await reader.db.selectFrom("record").select(["kind", "class_id"]).where("id", "=", id).executeTakeFirst();
    if (record === undefined) throw fault("not-found");
    const marked = (await classesOf(reader, [record.class_id])).get(record.class_id);
    const person = viewer.kind === "signed-in" ? viewer.personId : null;
    const holder = viewer.kind === "signed-in" ? (viewer.lookingAs ?? viewer.holderId) : null;
    // What may be read and is RED names this person: who else is named is not told.
    const why = marked === undefined ? null : explain({ kind: "viewer", person, actsFor: new Set(holder === null ? [] : [holder]) }, marked.tlp === "RED" && person !== null ? { ...marked, named: new Set([person]) } : marked);
    const code = why === null || !why.may ? "clear" : why.code;
    const through = why !== null && why.may && "through" in why ? why.through : null;
    const ask = asking(app, reader, wanted);
    const labels = await labelsOf(ask, [id, ...(through === null ? [] : [through])]);
    const [label, opened] = [labels.get(id), through === null ? undefined : labels.get(through)];
    return {
      record: { kind: record.kind, id, name: label?.name ?? { text: "?", language: "und" } },
      code,
      through: opened === undefined ? null : refOf(opened),
      lookingAs: viewer.kind === "signed-in" && viewer.lookingAs !== null,
      marking: await markingOf(reader, [record.class_id], wanted.languages),
    };
  });
}
