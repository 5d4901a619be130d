import { partsOfKinds } from "../../store/queries/record-entities.ts";
import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import { asking, type Wanted } from "./asking.ts";
import { readSheet } from "./claim-sheet.ts";
import { boundsOf } from "./held.ts";
import { labelsOf, refOf } from "./labels-of.ts";
import { mayEdit } from "./may-edit.ts";
import { meetingChain } from "./meeting-chain.ts";
import { meetingItem, type PartOf } from "./record-items.ts";

/** Every meeting of every body: those to come first, the next at the top, then those held, the latest first; without a date at the end. */
export async function meetingList(app: App, secret: string | null, wanted: Wanted) {
  return app.store.read(secret, async (reader) => {
    const ask = asking(app, reader, wanted);
    const parts = await partsOfKinds(reader.db, ["meeting", "delegation", "text", "undertaking"]);
    const meetings = parts.filter((p): p is PartOf<"meeting"> => p.kind === "meeting");
    for (const p of parts) ask.used.add(p.class_id);
    const sheet = await readSheet(ask, meetings.map((p) => p.id));
    const labels = await labelsOf(ask, meetings.flatMap((p) => [p.id, p.body]));
    const page = { asking: ask, sheet, labels };
    const ofMeeting = (kind: "delegation" | "text" | "undertaking") =>
      Map.groupBy(parts.filter((p) => p.kind === kind), (p) => ("meeting" in p ? p.meeting : null));
    const [delegations, texts, undertakings] = [ofMeeting("delegation"), ofMeeting("text"), ofMeeting("undertaking")];
    const day = (id: string) => boundsOf(sheet.field(id, "meeting", "date"), "start").notBefore;
    const items = [...Map.groupBy(meetings, (p) => p.body)].flatMap(([bodyId, some]) => {
      const body = labels.get(bodyId);
      if (body === undefined) return [];
      return meetingChain(ask, sheet, some.map((p) => p.id)).map((link) => ({
        ...meetingItem(page, link, undertakings.get(link.id)?.length ?? 0),
        body: refOf(body),
        delegations: delegations.get(link.id)?.length ?? 0,
        texts: texts.get(link.id)?.length ?? 0,
      }));
    });
    const rank = (m: (typeof items)[number]) => (day(m.id) === null ? 2 : m.held === "no" ? 0 : 1);
    const along = (a: number, b: number, toCome: boolean) => (a === b ? 0 : toCome ? a - b : b - a);
    return {
      asOf: ask.asOf,
      items: items.toSorted(
        (a, b) => rank(a) - rank(b) || along(day(a.id) ?? 0, day(b.id) ?? 0, rank(a) === 0) || (a.id < b.id ? -1 : 1),
      ),
      mayEdit: mayEdit(reader.viewer),
      marking: await markingOf(reader, ask.used, ask.languages),
    };
  });
}
