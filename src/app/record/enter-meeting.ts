import { fault } from "../../base/errors.ts";
import { entityLines } from "../../store/queries/record-entities.ts";
import type { App } from "../app.ts";
import { withRight } from "../signed-in.ts";
import { addClaims, type ClaimOn, told } from "./add-claims.ts";
import type { Wanted } from "./asking.ts";
import { checkField, type EnteredField, type Known } from "./check-field.ts";
import { type AddedRecord, addRecords, delegationAt, officeOf, statedCount } from "./add-records.ts";
import { readMeetingPage } from "./meeting-page.ts";
import { ownMarking } from "./own-marking.ts";

type Office = "chair" | "co-chair" | "lead" | "co-lead" | "rapporteur";
/** Where a text puts an earlier meeting in the order of things, and in which words. */
export type ToldOrder = { readonly place: "before" | "after" } & Pick<
  EnteredField,
  "quote" | "locator" | "note" | "confidence"
>;

/** Everything that was read from one source about a meeting. What stands already is not overwritten: each field becomes a claim. */
export type MeetingEntry = {
  readonly body: string;
  readonly source: string;
  readonly marking?: string | undefined;
  readonly meeting: readonly EnteredField[];
  readonly delegations: readonly { readonly member: string; readonly fields: readonly EnteredField[] }[];
  readonly undertakings: readonly {
    readonly undertaking?: string | undefined;
    readonly fields: readonly EnteredField[];
  }[];
  readonly counts: readonly { readonly body?: string | undefined; readonly fields: readonly EnteredField[] }[];
  readonly offices?:
    | readonly {
        readonly body?: string | undefined;
        readonly holder: string;
        readonly office: Office;
        readonly fields: readonly EnteredField[];
      }[]
    | undefined;
  readonly facts?: readonly { readonly record: string; readonly fields: readonly EnteredField[] }[] | undefined;
  readonly earlierMeetings?:
    | readonly {
        readonly meeting?: string | undefined;
        readonly body?: string | undefined;
        readonly fields: readonly EnteredField[];
        readonly told?: ToldOrder | undefined;
      }[]
    | undefined;
};

/** What is entered about one record, with where it stands in what was sent. */
type Entry = {
  readonly record: string;
  readonly kind: string;
  readonly fields: readonly EnteredField[];
  readonly path: string;
};

/**
 * Enters a meeting, or more about one that stands, all from one source and in one transaction.
 *
 * A delegation, office or count that the viewer sees already gets the claims; what is new becomes the viewer's own record.
 * @param meeting null for a new one
 * @throws not-found, not-allowed, bad-input with the path of the field
 */
export async function enterMeeting(
  app: App,
  secret: string | null,
  meeting: string | null,
  entry: MeetingEntry,
  asked: Wanted,
) {
  return app.store.write(secret, { act: meeting === null ? "enter-meeting" : "add-to-meeting" }, async (writer) => {
    const viewer = withRight(writer.viewer, "edit-record");
    const source = await writer.db
      .selectFrom("source")
      .select(["class_id", "body"])
      .where("id", "=", entry.source)
      .executeTakeFirst();
    if (source === undefined) throw fault("not-found");
    const named = await entityLines(writer.db, [...new Set(idsIn(meeting, entry))]);
    const kinds = new Map(named.map((l) => [l.id, l.kind]));
    const needs = (id: string, wanted: readonly string[], path: string) => {
      const kind = kinds.get(id);
      if (kind === undefined || (wanted.length > 0 && !wanted.includes(kind)))
        throw fault("bad-input", { path, found: id, expected: `the id of a ${wanted.join(" or a ") || "record"}` });
      return kind;
    };
    needs(entry.body, ["body"], "body");
    const stands = named.find((l) => l.id === meeting);
    if (meeting !== null && stands?.kind !== "meeting") throw fault("not-found");
    if (meeting !== null && stands?.body !== entry.body)
      throw fault("bad-input", { path: "body", found: entry.body, expected: "the body whose meeting it is" });
    const { classId, entryClass } = await ownMarking(
      writer,
      entry.marking,
      named.map((l) => l.class_id).concat(source.class_id),
    );

    const added: AddedRecord[] = [];
    const make = (record: AddedRecord): string => {
      added.push(record);
      return record.id;
    };
    const entries: Entry[] = [];
    const about = (record: string, kind: string, fields: readonly EnteredField[], path: string) =>
      entries.push({ record, kind, fields, path });

    const meetingId = meeting ?? make({ kind: "meeting", id: crypto.randomUUID(), body: entry.body });
    about(meetingId, "meeting", entry.meeting, "meeting");
    for (const [i, d] of entry.delegations.entries()) {
      needs(d.member, ["member"], `delegations.${i}.member`);
      const known =
        (meeting === null ? null : await delegationAt(writer.db, meetingId, d.member)) ??
        added.find((a) => a.kind === "delegation" && a.member === d.member)?.id;
      about(
        known ?? make({ kind: "delegation", id: crypto.randomUUID(), meeting: meetingId, member: d.member }),
        "delegation",
        d.fields,
        `delegations.${i}.fields`,
      );
    }
    for (const [i, u] of entry.undertakings.entries()) {
      if (u.undertaking !== undefined) needs(u.undertaking, ["undertaking"], `undertakings.${i}.undertaking`);
      about(
        u.undertaking ?? make({ kind: "undertaking", id: crypto.randomUUID(), meeting: meetingId, body: entry.body }),
        "undertaking",
        u.fields,
        `undertakings.${i}.fields`,
      );
    }
    for (const [i, c] of entry.counts.entries()) {
      const body = c.body ?? entry.body;
      needs(body, ["body"], `counts.${i}.body`);
      const day = c.fields.find((f) => f.field === "as_of")?.text?.trim();
      if (day === undefined)
        throw fault("bad-input", {
          path: `counts.${i}.fields`,
          found: "no as_of",
          expected: "the day of which the count is",
        });
      about(
        (await statedCount(writer.db, body, day)) ?? make({ kind: "count", id: crypto.randomUUID(), body }),
        "count",
        c.fields,
        `counts.${i}.fields`,
      );
    }
    for (const [i, o] of (entry.offices ?? []).entries()) {
      const body = o.body ?? entry.body;
      needs(body, ["body"], `offices.${i}.body`);
      needs(o.holder, ["member", "person"], `offices.${i}.holder`);
      if (o.fields.length === 0)
        throw fault("bad-input", {
          path: `offices.${i}.fields`,
          found: "nothing",
          expected: "from or to: when the source says that it was held",
        });
      about(
        (await officeOf(writer.db, body, o.holder, o.office)) ??
          make({ kind: "office", id: crypto.randomUUID(), body, holder: o.holder, office: o.office }),
        "office",
        o.fields,
        `offices.${i}.fields`,
      );
    }
    for (const [i, f] of (entry.facts ?? []).entries())
      about(f.record, needs(f.record, [], `facts.${i}.record`), f.fields, `facts.${i}.fields`);
    for (const [i, m] of (entry.earlierMeetings ?? []).entries()) {
      const path = `earlierMeetings.${i}`;
      if (m.meeting !== undefined) needs(m.meeting, ["meeting"], `${path}.meeting`);
      if (m.body !== undefined) needs(m.body, ["body"], `${path}.body`);
      const id = m.meeting ?? make({ kind: "meeting", id: crypto.randomUUID(), body: m.body ?? entry.body });
      kinds.set(id, "meeting").set(meetingId, "meeting");
      about(id, "meeting", m.fields, `${path}.fields`);
      // As the text tells it, also where it tells it the wrong way round: the claim is the source's, not ours.
      if (m.told) {
        const { place, ...where } = m.told;
        const [later, earlier] = place === "before" ? [meetingId, id] : [id, meetingId];
        about(later, "meeting", [{ ...where, field: "follows", refs: [earlier] }], `${path}.told`);
      }
    }

    const known: Known = { kinds, lines: app.coalition.lines.map((l) => l.key), text: source.body };
    const claims = entries.flatMap((e) =>
      e.fields.map((field, i): ClaimOn => ({
        ...checkField(e.kind, field, `${e.path}.${i}`, known),
        record: e.record,
      })),
    );
    if (claims.length === 0)
      throw fault("bad-input", { path: "meeting", found: "nothing", expected: "at least one field" });
    await addRecords(writer.db, { ownerId: viewer.holderId, classId }, added);
    const made = await addClaims(writer, viewer, entry.source, classId, claims);
    writer.note({
      recordIds: [meetingId, ...new Set([...added.map((a) => a.id), ...made.map((c) => c.record_id)])],
      classId: entryClass,
      before: null,
      after: {
        meeting: meetingId,
        source: entry.source,
        records: added,
        claims: claims.map(told),
        newClaims: made.map((c) => c.id),
      },
      told: [
        ...added.map((a) => ({ kind: "record" as const, id: a.id, about: [meetingId, a.id], classId })),
        ...made.map((c) => ({ kind: "claim" as const, id: c.id, about: [meetingId, c.record_id], classId })),
      ],
    });
    return readMeetingPage(app, writer, meetingId, asked);
  });
}

/** Every id that an entry names, to be looked up at once. */
function idsIn(meeting: string | null, e: MeetingEntry): readonly string[] {
  const fields = [
    e.meeting,
    ...[
      ...e.delegations,
      ...e.undertakings,
      ...e.counts,
      ...(e.offices ?? []),
      ...(e.facts ?? []),
      ...(e.earlierMeetings ?? []),
    ].map((part) => part.fields),
  ].flat();
  const ids = [
    meeting,
    e.body,
    ...fields.flatMap((f) => f.refs ?? []),
    ...e.delegations.map((d) => d.member),
    ...e.undertakings.map((u) => u.undertaking),
    ...e.counts.map((c) => c.body),
    ...(e.offices ?? []).flatMap((o) => [o.body, o.holder]),
    ...(e.facts ?? []).map((f) => f.record),
    ...(e.earlierMeetings ?? []).flatMap((m) => [m.meeting, m.body]),
  ];
  return ids.filter((id) => id !== null && id !== undefined);
}
