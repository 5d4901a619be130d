import { type Part, partsOfBody } from "../../store/queries/record-entities.ts";
import { plainValue } from "./plain-value.ts";
import type { Words } from "../words.ts";
import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import { asking, type Wanted } from "./asking.ts";
import { readSheet } from "./claim-sheet.ts";
import { fieldsInConflict } from "./conflicts.ts";
import { type AsOfAnswer, boundsOf, heldOn } from "./held.ts";
import { type NamedLine, nameOf, pickName } from "./labels-of.ts";
import { meetingChain } from "./meeting-chain.ts";
import { onPart } from "./record-items.ts";
import { textOrder } from "./text-order.ts";

export type BodyNode = {
  id: string;
  name: Words;
  kind: string;
  status: string | null;
  answer: AsOfAnswer;
  children: BodyNode[];
};

/** A meeting on the line of time of its body. `date` is EDTF. */
export type MeetingInTime = { id: string; body: string; title: Words; date: string | null; held: AsOfAnswer };

/** The tree of bodies, all their meetings, and how many of what there is, as of a day. */
export async function recordIndex(app: App, secret: string | null, wanted: Wanted) {
  return app.store.read(secret, async (reader) => {
    const ask = asking(app, reader, wanted);
    const compareText = textOrder(ask.languages);
    const bodies = await reader.db
      .selectFrom("body")
      .innerJoin("record", "record.id", "body.id")
      .select(["body.id", "body.parent_id", "record.class_id"])
      .execute();
    const parts = await partsOfBody(reader.db, null);
    for (const p of [...bodies, ...parts]) ask.used.add(p.class_id);
    const of = (kind: Part["kind"]) => parts.filter((p) => p.kind === kind);
    const members = parts.filter((p) => p.kind === "membership" && p.body === app.coalition.rootBodyId);
    const meetings = of("meeting");
    const sheet = await readSheet(
      ask,
      [...bodies, ...members, ...meetings].map((p) => p.id),
      ["name", "kind", "status", "founded", "launched", "ended", "joined", "left", "date", "follows", "title", "place"],
    );

    const known = new Set(bodies.map((b) => b.id));
    const childrenOf = Map.groupBy(bodies, (b) =>
      b.parent_id !== null && known.has(b.parent_id) ? b.parent_id : null,
    );
    const nodes = (parent: string | null): BodyNode[] =>
      (childrenOf.get(parent) ?? [])
        .map((b): BodyNode => {
          const on = { sheet, id: b.id, kind: "body" };
          const begins = sheet.claimsOf(b.id, "founded").length > 0 ? "founded" : "launched";
          return {
            id: b.id,
            name: pickName(ask, sheet, b.id, "name") ?? { text: "?", language: "und" },
            kind: plainValue(sheet.field(b.id, "body", "kind").shown?.value ?? ""),
            status: (sheet.field(b.id, "body", "status").shown?.value as string | undefined) ?? null,
            answer: heldOn(ask, on, begins, "ended").answer,
            children: nodes(b.id),
          };
        })
        .toSorted(
          (a, b) =>
            Number(b.id === app.coalition.rootBodyId) - Number(a.id === app.coalition.rootBodyId) ||
            compareText(a.name.text, b.name.text),
        );

    const answers = members.map((p) => heldOn(ask, onPart({ sheet }, p), "joined", "left").answer);
    const chain = [...Map.groupBy(meetings, bodyOf).values()].flatMap((some) =>
      meetingChain(
        ask,
        sheet,
        some.map((p) => p.id),
      ),
    );
    const lines = new Map(
      [...bodies.map((b) => ({ id: b.id, kind: "body", body: null })), ...meetings.map((p) => ({ id: p.id, kind: "meeting", body: bodyOf(p) }))].map(
        (l): [string, NamedLine] => [l.id, { ...l, code: null, who: null, meeting: null }],
      ),
    );
    const inTime = chain.flatMap(({ id, held }): MeetingInTime[] => {
      const line = lines.get(id);
      if (line?.body == null) return [];
      const date = (sheet.field(id, "meeting", "date").shown?.value as string | undefined) ?? null;
      return [{ id, body: line.body, title: nameOf(ask, sheet, lines, line), date, held }];
    });
    const heldThen = new Map(chain.map((link) => [link.id, link.held]));
    const conflicts = await fieldsInConflict(ask);
    return {
      asOf: ask.asOf,
      tree: nodes(null),
      meetings: inTime,
      counts: {
        members: answers.filter((a) => a === "yes").length,
        membersBetween: answers.filter((a) => a === "between").length,
        bodies: bodies.filter((b) => boundsOf(sheet.field(b.id, "body", "ended"), "end").notAfter === null).length,
        meetings: chain.filter((link) => link.held === "yes").length,
        undertakings: of("undertaking").filter(
          (p) => !("meeting" in p) || p.meeting === null || heldThen.get(p.meeting) !== "no",
        ).length,
        conflicts: conflicts.filter((c) => c.composed.state === "differ").length,
      },
      marking: await markingOf(reader, ask.used, ask.languages),
    };
  });
}

function bodyOf(part: Part): string | null {
  return "body" in part ? part.body : null;
}
