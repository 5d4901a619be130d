import { partsOfKinds } from "../../store/queries/record-entities.ts";
import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import { asking, type Asking, type Wanted } from "./asking.ts";
import { readSheet } from "./claim-sheet.ts";
import { happenedBy } from "./happened-by.ts";
import { type AsOfAnswer, boundsOf } from "./held.ts";
import { labelsOf } from "./labels-of.ts";
import { mayEdit } from "./may-edit.ts";
import { refsIn } from "./proofed.ts";
import { type PartOf, type UndertakingItem, undertakingItem } from "./record-items.ts";

/** `made`: whether the meeting at which it was made had been held on the day. */
export type UndertakingInList = UndertakingItem & { readonly made: AsOfAnswer };

/** All undertakings that the viewer may see, as they stand on the day: what is due first comes first, what has no date last. */
export async function undertakingList(app: App, secret: string | null, wanted: Wanted) {
  return app.store.read(secret, async (reader) => {
    const ask = asking(app, reader, wanted);
    const parts = await partsOfKinds(reader.db, ["undertaking"]);
    for (const p of parts) ask.used.add(p.class_id);
    return {
      asOf: ask.asOf,
      items: await undertakingsOf(ask, parts.filter((p): p is PartOf<"undertaking"> => p.kind === "undertaking")),
      mayEdit: mayEdit(reader.viewer),
      marking: await markingOf(reader, ask.used, ask.languages),
    };
  });
}

/** These undertakings as a list shows them, by their date. */
export async function undertakingsOf(ask: Asking, parts: readonly PartOf<"undertaking">[]): Promise<UndertakingInList[]> {
  const meetings = parts.flatMap((p) => (p.meeting === null ? [] : [p.meeting]));
  const sheet = await readSheet(ask, [...parts.map((p) => p.id), ...meetings]);
  const labels = await labelsOf(ask, [
    ...meetings,
    ...parts.flatMap((p) => [...(p.body === null ? [] : [p.body]), ...refsIn(sheet, p.id, ["by_member"])]),
  ]);
  const due = (id: string) => boundsOf(sheet.field(id, "undertaking", "due"), "end").notAfter ?? Infinity;
  return parts
    .map((p) => ({
      ...undertakingItem({ asking: ask, sheet, labels }, p),
      made:
        p.meeting === null || sheet.field(p.meeting, "meeting", "date").shown === null
          ? ("yes" as const)
          : happenedBy(ask.day, { sheet, id: p.meeting, kind: "meeting" }, "date"),
    }))
    .toSorted((a, b) => (due(a.id) === due(b.id) ? 0 : due(a.id) - due(b.id)) || (a.id < b.id ? -1 : 1));
}
