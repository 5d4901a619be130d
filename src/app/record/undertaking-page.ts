import { fault } from "../../base/errors.ts";
import { partById } from "../../store/queries/record-entities.ts";
import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import { asking, type Wanted } from "./asking.ts";
import { readSheet } from "./claim-sheet.ts";
import { labelsOf, refOf } from "./labels-of.ts";
import { mayEdit } from "./may-edit.ts";
import { proof, refIds } from "./proofed.ts";
import { toldWords } from "./told-words.ts";
import { undertakingsOf } from "./undertaking-list.ts";

/** One undertaking as it stands on the day, with what was reported of it. @throws not-found */
export async function undertakingPage(app: App, secret: string | null, id: string, wanted: Wanted) {
  return app.store.read(secret, async (reader) => {
    const ask = asking(app, reader, wanted);
    const part = await partById(reader.db, "undertaking", id);
    if (part?.kind !== "undertaking") throw fault("not-found");
    ask.used.add(part.class_id);
    const [item] = await undertakingsOf(ask, [part]);
    if (item === undefined) throw fault("not-found");
    const sheet = await readSheet(ask, [id], ["text"]);
    const text = sheet.field(id, "undertaking", "text");
    const [textId] = refIds(text.shown?.value);
    const label = textId === undefined ? undefined : (await labelsOf(ask, [textId])).get(textId);
    return {
      ...item,
      asOf: ask.asOf,
      text: proof({ sheet, id, kind: "undertaking" }, "text", text, label === undefined ? null : [refOf(label)]),
      progress: await toldWords(ask, id, "progress"),
      mayEdit: mayEdit(reader.viewer),
      marking: await markingOf(reader, ask.used, ask.languages),
    };
  });
}
