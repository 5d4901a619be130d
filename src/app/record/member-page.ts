import { fault } from "../../base/errors.ts";
import { plainValue } from "./plain-value.ts";
import { claimsOwned } from "../../store/queries/record-claims.ts";
import { type Part, partsOfMember } from "../../store/queries/record-entities.ts";
import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import { asking, type Wanted } from "./asking.ts";
import { readSheet } from "./claim-sheet.ts";
import { boundsOf, heldOn } from "./held.ts";
import { labelsOf, refOf } from "./labels-of.ts";
import { mayEdit } from "./may-edit.ts";
import { openConflicts, ownSide } from "./member-sides.ts";
import { memberReports } from "./member-reports.ts";
import { proofedDate, proofedInteger, proofedName, proofedNames, proofedText, refIds, refsIn } from "./proofed.ts";
import { latestFirst, onPart, type PartOf, titleOf, undertakingItem } from "./record-items.ts";
import { textOrder } from "./text-order.ts";

/** One member: what it has (bodies, offices, delegations, initiatives, statements), owes and sees, as of a day. @throws not-found */
export async function memberPage(app: App, secret: string | null, id: string, wanted: Wanted) {
  return app.store.read(secret, async (reader) => {
    const ask = asking(app, reader, wanted);
    const compareText = textOrder(ask.languages);
    const member = await reader.db
      .selectFrom("member")
      .innerJoin("record", "record.id", "member.id")
      .select(["member.code", "member.kind", "member.iso2", "record.class_id"])
      .where("member.id", "=", id)
      .executeTakeFirst();
    if (member === undefined) throw fault("not-found");
    const parts = await partsOfMember(reader.db, id);
    for (const p of [member, ...parts]) ask.used.add(p.class_id);
    const of = <K extends Part["kind"]>(kind: K) => parts.filter((p): p is PartOf<K> => p.kind === kind);
    const delegations = of("delegation");
    const meetings = new Set([...delegations.map((p) => p.meeting), ...of("meeting").map((p) => p.id)]);
    const sheet = await readSheet(ask, [id, ...parts.map((p) => p.id), ...meetings]);
    const named = (p: { readonly id: string }, kind: string, field: string) =>
      refIds(sheet.field(p.id, kind, field).shown?.value).includes(id);
    // A side that is not the one shown does not make a host or a promise.
    const hosted = of("meeting").filter((p) => named(p, "meeting", "host"));
    const undertakings = of("undertaking").filter((p) => named(p, "undertaking", "by_member"));
    const labels = await labelsOf(ask, [
      ...of("membership").map((p) => p.body),
      ...of("office").map((p) => p.body),
      ...meetings,
      ...undertakings.flatMap((p) =>
        [p.meeting, p.body, ...refsIn(sheet, p.id, ["by_member"])].filter((x) => x !== null),
      ),
    ]);
    const page = { asking: ask, sheet, labels };
    const on = { sheet, id, kind: "member" };
    const bodyRef = (body: string) => {
      const label = labels.get(body);
      return label ? refOf(label) : null;
    };
    const day = (meeting: string) => boundsOf(sheet.field(meeting, "meeting", "date"), "start").notBefore ?? -Infinity;
    const meetingWithDate = (meeting: string) => ({
      id: meeting,
      title: titleOf(page, meeting),
      date: proofedDate({ sheet, id: meeting, kind: "meeting" }, "date"),
    });
    const stated = await claimsOwned(reader.db, id);
    for (const c of stated.classes) ask.used.add(c);
    const latest = (a: string, b: string) => (day(a) === day(b) ? 0 : day(b) - day(a)) || (a < b ? -1 : 1);
    return {
      id,
      asOf: ask.asOf,
      memberKind: member.kind,
      code: member.code,
      iso2: member.iso2,
      name: proofedName(ask, on, "name"),
      names: proofedNames(ask, on, "name"),
      region: proofedText(on, "region"),
      standing: proofedText(on, "standing"),
      memberships: of("membership")
        .flatMap((p) => {
          const body = bodyRef(p.body);
          return body
            ? [
                {
                  id: p.id,
                  body,
                  number: proofedInteger(onPart(page, p), "number"),
                  held: heldOn(ask, onPart(page, p), "joined", "left"),
                },
              ]
            : [];
        })
        .toSorted((a, b) => compareText(a.body.name.text, b.body.name.text)),
      offices: of("office")
        .flatMap((p) => {
          const body = bodyRef(p.body);
          return body ? [{ id: p.id, body, office: p.office, held: heldOn(ask, onPart(page, p), "from", "to") }] : [];
        })
        .toSorted((a, b) => compareText(a.body.name.text, b.body.name.text)),
      delegations: delegations
        .filter((p) => labels.has(p.meeting))
        .toSorted((a, b) => latest(a.meeting, b.meeting))
        .map((p) => ({
          id: p.id,
          meeting: meetingWithDate(p.meeting),
          head: proofedName(ask, onPart(page, p), "head"),
          headTitle: proofedName(ask, onPart(page, p), "head_title"),
        })),
      undertakings: undertakings
        .toSorted(latestFirst(sheet, "undertaking", "due", () => null))
        .map((p) => undertakingItem(page, p)),
      hosted: hosted
        .filter((p) => labels.has(p.id))
        .toSorted((a, b) => latest(a.id, b.id))
        .map((p) => meetingWithDate(p.id)),
      initiatives: await memberReports(reader, {
        id,
        iso2: member.iso2,
        names: sheet.claimsOf(id, "name").map((c) => plainValue(c.value)),
      }),
      conflicts: await openConflicts(ask, [id, ...of("membership").map((p) => p.id), ...of("office").map((p) => p.id), ...delegations.map((p) => p.id), ...undertakings.map((p) => p.id)]),
      claims: { claims: stated.claims, records: stated.records },
      own: await ownSide(app, reader, ask, id),
      mayEdit: mayEdit(reader.viewer),
      marking: await markingOf(reader, ask.used, ask.languages),
    };
  });
}
