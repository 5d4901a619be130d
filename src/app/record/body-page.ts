import { fault } from "../../base/errors.ts";
import { fieldCatalogue } from "../../record/field-catalogue.ts";
import { type Part, partsOfBody } from "../../store/queries/record-entities.ts";
import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import { asking, type Wanted } from "./asking.ts";
import { readSheet } from "./claim-sheet.ts";
import { boundsOf } from "./held.ts";
import { labelsOf, refOf } from "./labels-of.ts";
import { mayEdit } from "./may-edit.ts";
import { textOrder } from "./text-order.ts";
import { meetingChain } from "./meeting-chain.ts";
import { proofedAliases, proofedDate, proofedName, proofedNames, proofedRefs, proofedText, refsIn } from "./proofed.ts";
import {
  countItem,
  differing,
  latestFirst,
  meetingItem,
  membershipItem,
  officeItem,
  type PartOf,
  textItem,
  undertakingItem,
} from "./record-items.ts";

/** One body with its offices, members, meetings, texts and undertakings, as of a day. @throws not-found */
export async function bodyPage(app: App, secret: string | null, id: string, wanted: Wanted) {
  return app.store.read(secret, async (reader) => {
    const ask = asking(app, reader, wanted);
    const compareText = textOrder(ask.languages);
    const bodies = await reader.db
      .selectFrom("body")
      .innerJoin("record", "record.id", "body.id")
      .select(["body.id", "body.parent_id", "record.class_id"])
      .execute();
    const body = bodies.find((b) => b.id === id);
    if (body === undefined) throw fault("not-found");
    const parts = await partsOfBody(reader.db, id);
    for (const p of [body, ...parts]) ask.used.add(p.class_id);
    const sheet = await readSheet(ask, [id, ...parts.map((p) => p.id)]);
    const of = <K extends Part["kind"]>(kind: K) => parts.filter((p): p is PartOf<K> => p.kind === kind);

    const parents = ancestors(bodies, id);
    const children = bodies.filter((b) => b.parent_id === id).map((b) => b.id);
    const undertakings = of("undertaking");
    const texts = of("text");
    const labels = await labelsOf(ask, [
      ...parents,
      ...children,
      ...of("membership").map((p) => p.member),
      ...of("office").map((p) => p.holder),
      ...of("meeting").map((p) => p.id),
      ...[...undertakings, ...texts].flatMap((p) => [p.meeting, p.body].filter((x) => x !== null)),
      ...refsIn(sheet, id, ["first_meeting_in_africa"]),
      ...undertakings.flatMap((p) => refsIn(sheet, p.id, ["by_member"])),
    ]);
    const page = { asking: ask, sheet, labels };
    const on = { sheet, id, kind: "body" };
    const refs = (ids: readonly string[]) =>
      ids.flatMap((other) => {
        const label = labels.get(other);
        return label ? [refOf(label)] : [];
      });

    const chain = meetingChain(
      ask,
      sheet,
      of("meeting").map((p) => p.id),
    );
    const perMeeting = Map.groupBy(undertakings, (p) => p.meeting);
    const meetings = chain.map((link) => meetingItem(page, link, perMeeting.get(link.id)?.length ?? 0));
    const dayOf = (p: Part) =>
      "meeting" in p && p.meeting !== null
        ? boundsOf(sheet.field(p.meeting, "meeting", "date"), "start").notBefore
        : null;
    const offices = of("office")
      .flatMap((p) => officeItem(page, p))
      .toSorted(
        (a, b) =>
          byStart(a.held.from.notBefore ?? a.held.from.notAfter, b.held.from.notBefore ?? b.held.from.notAfter) ||
          compareText(a.holder.name.text, b.holder.name.text),
      );
    const members = of("membership")
      .flatMap((p) => membershipItem(page, p))
      .toSorted((a, b) => compareText(a.member.name.text, b.member.name.text));
    const items = undertakings
      .toSorted(latestFirst(sheet, "undertaking", "due", dayOf))
      .map((p) => undertakingItem(page, p));
    const heldThen = new Map(chain.map((link) => [link.id, link.held]));
    const madeThen = items.filter((u) => u.meeting === null || heldThen.get(u.meeting.id) !== "no");
    return {
      id,
      asOf: ask.asOf,
      name: proofedName(ask, on, "name"),
      names: proofedNames(ask, on, "name"),
      aliases: proofedAliases(on),
      bodyKind: proofedText(on, "kind"),
      founded: proofedDate(on, "founded"),
      launched: proofedDate(on, "launched"),
      ended: proofedDate(on, "ended"),
      status: proofedText(on, "status"),
      firstMeetingInAfrica: proofedRefs(on, "first_meeting_in_africa", labels),
      parents: refs(parents),
      children: refs(children).toSorted((a, b) => compareText(a.name.text, b.name.text)),
      sentence: {
        officesYes: offices.filter((o) => o.held.answer === "yes").length,
        officesBetween: offices.filter((o) => o.held.answer === "between").length,
        membersYes: members.filter((m) => m.held.answer === "yes").length,
        membersBetween: members.filter((m) => m.held.answer === "between").length,
        meetingsHeld: chain.filter((link) => link.held === "yes").length,
        undertakings: madeThen.length,
        overdue: madeThen.filter((u) => u.overdue).length,
        conflicts: differing(
          sheet,
          [{ id, kind: "body" }, ...parts],
          (kind) => fieldCatalogue[kind as keyof typeof fieldCatalogue],
        ),
      },
      offices,
      members,
      meetings,
      texts: texts.toSorted(latestFirst(sheet, "text", "issued", dayOf)).map((p) => textItem(page, p)),
      undertakings: items,
      counts: of("count")
        .map((p) => countItem(page, p))
        .toSorted((a, b) => byStart(a.asOf.value, b.asOf.value)),
      mayEdit: mayEdit(reader.viewer),
      marking: await markingOf(reader, ask.used, ask.languages),
    };
  });
}

/** From the root down to the body's own parent. */
function ancestors(
  bodies: readonly { readonly id: string; readonly parent_id: string | null }[],
  id: string,
): readonly string[] {
  const path: string[] = [];
  for (let at = bodies.find((b) => b.id === id); at?.parent_id != null && !path.includes(at.parent_id);) {
    const parent = bodies.find((b) => b.id === at?.parent_id);
    if (parent) path.unshift(parent.id);
    at = parent;
  }
  return path;
}

function byStart(a: string | null, b: string | null): number {
  return (a ?? "9999") < (b ?? "9999") ? -1 : (a ?? "9999") > (b ?? "9999") ? 1 : 0;
}
