import { fault } from "../../base/errors.ts";
import { partById, partsOfMeeting, recordsNaming } from "../../store/queries/record-entities.ts";
import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import { asking, type Wanted } from "./asking.ts";
import { readSheet } from "./claim-sheet.ts";
import { labelsOf, refOf } from "./labels-of.ts";
import { mayEdit } from "./may-edit.ts";
import { proofedNames, refIds } from "./proofed.ts";
import { onPart, type PartOf, textItem } from "./record-items.ts";
import { toldWords } from "./told-words.ts";
import { undertakingsOf } from "./undertaking-list.ts";

/** One text: its titles, the versions that sources hold, and the undertakings in it. @throws not-found */
export async function textPage(app: App, secret: string | null, id: string, wanted: Wanted) {
  return app.store.read(secret, async (reader) => {
    const ask = asking(app, reader, wanted);
    const part = await partById(reader.db, "text", id);
    if (part?.kind !== "text") throw fault("not-found");
    ask.used.add(part.class_id);
    const naming = (await recordsNaming(reader.db, id, ["text"])).map((n) => n.record_id);
    const beside = part.meeting === null ? [] : await partsOfMeeting(reader.db, part.meeting);
    const named = await Promise.all(naming.map((u) => partById(reader.db, "undertaking", u)));
    const isUndertaking = (p: { readonly kind: string } | null): p is PartOf<"undertaking"> => p?.kind === "undertaking";
    const candidates = [...new Map([...named, ...beside].filter(isUndertaking).map((p) => [p.id, p])).values()];
    const sheet = await readSheet(ask, [id, ...candidates.map((p) => p.id)]);
    // A claim that is not the one shown does not put an undertaking into a text.
    const stands = (p: PartOf<"undertaking">) => refIds(sheet.field(p.id, "undertaking", "text").shown?.value);
    const inIt = candidates.filter((p) => stands(p).includes(id));
    const loose = candidates.filter((p) => stands(p).length === 0);
    for (const p of [...inIt, ...loose]) ask.used.add(p.class_id);
    const labels = await labelsOf(ask, [part.meeting, part.body].filter((x) => x !== null));
    const body = part.body === null ? undefined : labels.get(part.body);
    return {
      ...textItem({ asking: ask, sheet, labels }, part),
      asOf: ask.asOf,
      body: body ? refOf(body) : null,
      titles: proofedNames(ask, onPart({ sheet }, part), "title"),
      versions: await toldWords(ask, id, "version"),
      undertakings: await undertakingsOf(ask, inIt),
      ofItsMeeting: await undertakingsOf(ask, loose),
      mayEdit: mayEdit(reader.viewer),
      marking: await markingOf(reader, ask.used, ask.languages),
    };
  });
}
