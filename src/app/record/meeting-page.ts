import { fault } from "../../base/errors.ts";
import { partsOfMeeting } from "../../store/queries/record-entities.ts";
import type { Reader } from "../../store/open-store.ts";
import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import { asking, type Wanted } from "./asking.ts";
import { readSheet } from "./claim-sheet.ts";
import { labelsOf, refOf } from "./labels-of.ts";
import { mayEdit } from "./may-edit.ts";
import { meetingChain } from "./meeting-chain.ts";
import {
  proof,
  proofedBy,
  proofedDate,
  proofedInteger,
  proofedName,
  proofedNames,
  proofedRefs,
  proofedText,
  refIds,
  refsIn,
} from "./proofed.ts";
import { countryName, meetingRef, onPart, type PartOf, textItem, titleOf, undertakingItem } from "./record-items.ts";
import { textOrder } from "./text-order.ts";

/** One meeting with what was read of it, and its neighbours in the body's chain. @throws not-found */
export async function meetingPage(app: App, secret: string | null, id: string, wanted: Wanted) {
  return app.store.read(secret, (reader) => readMeetingPage(app, reader, id, wanted));
}

/** The same inside a transaction that is open already: what a write answers with. */
export async function readMeetingPage(app: App, reader: Pick<Reader, "db" | "viewer">, id: string, wanted: Wanted) {
  const ask = asking(app, reader, wanted);
  const compareText = textOrder(ask.languages);
  const meeting = await reader.db
    .selectFrom("meeting")
    .innerJoin("record", "record.id", "meeting.id")
    .select(["meeting.body_id", "record.class_id"])
    .where("meeting.id", "=", id)
    .executeTakeFirst();
  if (meeting === undefined) throw fault("not-found");
  ask.used.add(meeting.class_id);
  const siblings = await reader.db.selectFrom("meeting").select("id").where("body_id", "=", meeting.body_id).execute();
  const parts = await partsOfMeeting(reader.db, id);
  for (const p of parts) ask.used.add(p.class_id);
  const sheet = await readSheet(ask, [id, ...parts.map((p) => p.id)]);
  // The neighbours are told by dates and order alone.
  const order = await readSheet(
    ask,
    siblings.map((s) => s.id),
    ["date", "follows"],
  );
  const chain = meetingChain(
    ask,
    order,
    siblings.map((s) => s.id),
  );
  const at = chain.findIndex((link) => link.id === id);
  const [before, after] = [chain[at - 1]?.id ?? null, chain[at + 1]?.id ?? null];

  const delegations = parts.filter((p): p is PartOf<"delegation"> => p.kind === "delegation");
  const undertakings = parts.filter((p): p is PartOf<"undertaking"> => p.kind === "undertaking");
  const texts = parts.filter((p): p is PartOf<"text"> => p.kind === "text");
  const labels = await labelsOf(ask, [
    id,
    meeting.body_id,
    ...[before, after].filter((x) => x !== null),
    ...delegations.flatMap((p) => [p.member, ...refsIn(sheet, p.id, ["head_person", "alternates", "advisers"])]),
    ...refsIn(sheet, id, ["host", "co_chairs", "follows"]),
    ...undertakings.flatMap((p) => [...refsIn(sheet, p.id, ["by_member"]), ...(p.body === null ? [] : [p.body])]),
  ]);
  const body = labels.get(meeting.body_id);
  if (body === undefined) throw fault("not-found");
  const page = { asking: ask, sheet, labels };
  const on = { sheet, id, kind: "meeting" };
  const follows = sheet.field(id, "meeting", "follows");
  const earlier = refIds(follows.shown?.value)[0];
  const earlierSheet = earlier === undefined ? sheet : await readSheet(ask, [earlier], ["date"]);
  return {
    id,
    body: refOf(body),
    title: proofedName(ask, on, "title"),
    titles: proofedNames(ask, on, "title"),
    date: proofedDate(on, "date"),
    sequence: proofedInteger(on, "sequence"),
    level: proofedText(on, "level"),
    format: proofedText(on, "format"),
    place: proofedName(ask, on, "place"),
    country: proofedBy(on, "country", (value) => ({
      code: String(value),
      name: countryName(String(value), ask.languages),
    })),
    host: proofedRefs(on, "host", labels),
    coChairs: proofedRefs(on, "co_chairs", labels),
    participants: proofedText(on, "participants"),
    membersRepresented: proofedInteger(on, "members_represented"),
    result: proofedText(on, "result"),
    statementIssued: proofedDate(on, "statement_issued"),
    follows: proof(
      on,
      "follows",
      follows,
      earlier !== undefined && labels.has(earlier)
        ? {
            id: earlier,
            title: titleOf(page, earlier),
            date: proofedDate({ sheet: earlierSheet, id: earlier, kind: "meeting" }, "date"),
          }
        : null,
    ),
    before: meetingRef(page, before),
    after: meetingRef(page, after),
    delegations: delegations
      .flatMap((p) => {
        const label = labels.get(p.member);
        const own = onPart(page, p);
        return label
          ? [
              {
                id: p.id,
                member: refOf(label),
                head: proofedName(ask, own, "head"),
                headPerson: proofedRefs(own, "head_person", labels),
                alternates: proofedRefs(own, "alternates", labels),
                advisers: proofedRefs(own, "advisers", labels),
                headTitle: proofedName(ask, own, "head_title"),
                notifiedBy: proofedText(own, "notified_by"),
                attendance: proofedText(own, "attendance"),
              },
            ]
          : [];
      })
      .toSorted((a, b) => compareText(a.member.name.text, b.member.name.text) || (a.id < b.id ? -1 : 1)),
    texts: texts.map((p) => textItem(page, p)),
    undertakings: undertakings
      .map((p) => undertakingItem(page, p))
      .toSorted((a, b) => compareText(a.what.value ?? "", b.what.value ?? "")),
    mayEdit: mayEdit(reader.viewer),
    marking: await markingOf(reader, ask.used, ask.languages),
  };
}
