import { partsOfKinds } from "../../store/queries/record-entities.ts";
import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import { asking, type Wanted } from "./asking.ts";
import { readSheet } from "./claim-sheet.ts";
import { boundsOf } from "./held.ts";
import { labelsOf, refOf } from "./labels-of.ts";
import { mayEdit } from "./may-edit.ts";
import { type PartOf, textItem } from "./record-items.ts";

/** All texts that the viewer may see, as they stand on the day, the latest first. */
export async function textList(app: App, secret: string | null, wanted: Wanted) {
  return app.store.read(secret, async (reader) => {
    const ask = asking(app, reader, wanted);
    const parts = (await partsOfKinds(reader.db, ["text"])).filter((p): p is PartOf<"text"> => p.kind === "text");
    for (const p of parts) ask.used.add(p.class_id);
    const meetings = parts.flatMap((p) => (p.meeting === null ? [] : [p.meeting]));
    const sheet = await readSheet(ask, [...parts.map((p) => p.id), ...meetings]);
    const labels = await labelsOf(ask, [...meetings, ...parts.flatMap((p) => (p.body === null ? [] : [p.body]))]);
    const page = { asking: ask, sheet, labels };
    const first = (id: string, kind: string, field: string) => boundsOf(sheet.field(id, kind, field), "start").notBefore;
    const day = (p: PartOf<"text">) =>
      first(p.id, "text", "adopted") ?? first(p.id, "text", "issued") ?? (p.meeting === null ? null : first(p.meeting, "meeting", "date")) ?? -Infinity;
    return {
      asOf: ask.asOf,
      items: parts
        .toSorted((a, b) => (day(a) === day(b) ? 0 : day(b) - day(a)) || (a.id < b.id ? -1 : 1))
        .map((p) => {
          const body = p.body === null ? undefined : labels.get(p.body);
          return { ...textItem(page, p), body: body ? refOf(body) : null };
        }),
      mayEdit: mayEdit(reader.viewer),
      marking: await markingOf(reader, ask.used, ask.languages),
    };
  });
}
