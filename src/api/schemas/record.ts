import { z } from "@hono/zod-openapi";
import { roleNames } from "../../access/rights.ts";
import { textStates } from "../../app/record/text-state.ts";
import { undertakingStates } from "../../app/record/undertaking-state.ts";
import { ChosenTlp, Day, Id, Line, Marking, Name, proofed, ProofedDate, ProofedInteger, ProofedName, ProofedRefs, ProofedText, ProofState, Ref, StatedMoney } from "./common.ts";
import { Circle } from "./circles.ts";
import { Conflict } from "./conflicts.ts";

/** One end of a stretch of time: the day it is known not to be before, and not after. Equal: the day is known. Both null: nothing is known. */
export const End = z.object({ edtf: z.union([z.string(), z.null()]), notBefore: z.union([Day, z.null()]), notAfter: z.union([Day, z.null()]) }).openapi("End");
export type End = z.infer<typeof End>;

/** Whether something held on the as-of date. between: the sources do not settle it, and the date lies between two that do. */
export const AsOfAnswer = z.enum(["yes", "no", "between"]).openapi("AsOfAnswer");

/** A stretch of time with its proof at each end, and the answer for the as-of date. `to` open: no end was found, and it is taken to go on. */
export const Held = z
  .object({ answer: AsOfAnswer, from: End.extend({ proof: ProofedDate }), to: End.extend({ proof: ProofedDate, open: z.boolean() }), state: ProofState })
  .openapi("Held");
export type Held = z.infer<typeof Held>;

export const OfficeHeld = z
  .object({ id: Id, office: z.enum(["chair", "co-chair", "lead", "co-lead", "rapporteur"]), holder: Ref, held: Held })
  .openapi("OfficeHeld");
export type OfficeHeld = z.infer<typeof OfficeHeld>;

export const MembershipHeld = z
  .object({ id: Id, member: Ref, memberKind: z.enum(["state", "organisation"]), number: ProofedInteger, held: Held })
  .openapi("MembershipHeld");
export type MembershipHeld = z.infer<typeof MembershipHeld>;

export const ProofedMoney = proofed(StatedMoney).openapi("ProofedMoney");

/** A meeting in its body's chain. `follows` is the meeting that the sources say it follows. */
export const MeetingItem = z
  .object({
    id: Id,
    title: Name,
    date: ProofedDate,
    place: ProofedName,
    country: ProofedText,
    level: ProofedText,
    format: ProofedText,
    sequence: ProofedInteger,
    follows: z.union([Id, z.null()]),
    followsState: ProofState,
    undertakings: z.int(),
    /** on or before the as-of date; between when its date is not settled */
    held: AsOfAnswer,
  })
  .openapi("MeetingItem");
export type MeetingItem = z.infer<typeof MeetingItem>;

/** How it stands on the day; `between`: the sources do not settle it. */
export const TextState = z.enum(textStates).openapi("TextState");
export const TextItem = z
  .object({ id: Id, title: ProofedName, kind: ProofedText, issued: ProofedDate, url: ProofedText, adopted: ProofedDate, ended: ProofedDate, state: TextState, languages: z.array(z.string()), meeting: z.union([z.object({ id: Id, title: Name }), z.null()]) })
  .openapi("TextItem");

export const UndertakingState = z.enum(undertakingStates).openapi("UndertakingState");

/** `by` in words where the promise is not one member's; `byMembers` where it is. */
export const UndertakingItem = z
  .object({
    id: Id,
    what: ProofedText,
    by: ProofedText,
    byMembers: ProofedRefs,
    line: proofed(Line).openapi("ProofedLine"),
    kind: ProofedText,
    amount: ProofedMoney,
    due: ProofedDate,
    meeting: z.union([z.object({ id: Id, title: Name }), z.null()]),
    body: z.union([Ref, z.null()]),
    done: ProofedDate,
    dropped: ProofedDate,
    /** as it stands on the as-of date. overdue: due before it, and no source says that it was done or given up. between: the sources do not settle whether it is due */
    state: UndertakingState,
    /** a source says so, but not for certain by that date */
    perhaps: z.union([z.enum(["done", "dropped"]), z.null()]),
    overdue: z.boolean(),
  })
  .openapi("UndertakingItem");
export type UndertakingItem = z.infer<typeof UndertakingItem>;

export const CountItem = z.object({ id: Id, asOf: ProofedDate, members: ProofedInteger }).openapi("CountItem");

export const BodyNode: z.ZodType<BodyNode> = z
  .object({ id: Id, name: Name, kind: z.string(), status: z.union([z.string(), z.null()]), answer: AsOfAnswer, get children() { return z.array(BodyNode); } })
  .openapi("BodyNode");
export type BodyNode = { id: string; name: Name; kind: string; status: string | null; answer: "yes" | "no" | "between"; children: BodyNode[] };

/** A meeting on the line of time of its body; `date` is EDTF, as it is shown. */
export const MeetingInTime = z.object({ id: Id, body: Id, title: Name, date: z.union([z.string(), z.null()]), held: AsOfAnswer }).openapi("MeetingInTime");

/** GET /api/record?asOf=: the tree of bodies, their meetings in order, and how many of what. */
export const RecordIndex = z
  .object({
    asOf: Day,
    tree: z.array(BodyNode),
    meetings: z.array(MeetingInTime),
    counts: z.object({ members: z.int(), membersBetween: z.int(), bodies: z.int(), meetings: z.int(), undertakings: z.int(), conflicts: z.int() }),
    marking: Marking,
  })
  .openapi("RecordIndex");

/** GET /api/bodies/{id}?asOf= */
export const BodyPage = z
  .object({
    id: Id,
    asOf: Day,
    marking: Marking,
    name: ProofedName,
    names: z.array(ProofedName),
    /** other names it is known by */
    aliases: z.array(ProofedName),
    bodyKind: ProofedText,
    founded: ProofedDate,
    launched: ProofedDate,
    ended: ProofedDate,
    status: ProofedText,
    /** which meetings are called its first in Africa, where sources speak of that */
    firstMeetingInAfrica: ProofedRefs,
    parents: z.array(Ref),
    children: z.array(Ref),
    /** `between`: those whose answer on the date is not settled */
    sentence: z.object({ officesYes: z.int(), officesBetween: z.int(), membersYes: z.int(), membersBetween: z.int(), meetingsHeld: z.int(), undertakings: z.int(), overdue: z.int(), conflicts: z.int() }),
    offices: z.array(OfficeHeld),
    members: z.array(MembershipHeld),
    meetings: z.array(MeetingItem),
    texts: z.array(TextItem),
    undertakings: z.array(UndertakingItem),
    counts: z.array(CountItem),
    mayEdit: z.boolean(),
  })
  .openapi("BodyPage");
export type BodyPage = z.infer<typeof BodyPage>;

/** GET /api/members?asOf=: the members of the root body, with their answer on the date. */
export const MemberList = z
  .object({ asOf: Day, marking: Marking, items: z.array(MembershipHeld), yes: z.int(), between: z.int(), no: z.int() })
  .openapi("MemberList");

/** GET /api/members/{id}?asOf= */
export const MemberPage = z
  .object({
    id: Id,
    asOf: Day,
    marking: Marking,
    memberKind: z.enum(["state", "organisation"]),
    code: z.string(),
    iso2: z.union([z.string(), z.null()]),
    name: ProofedName,
    names: z.array(ProofedName),
    region: ProofedText,
    standing: ProofedText,
    memberships: z.array(z.object({ id: Id, body: Ref, number: ProofedInteger, held: Held })),
    offices: z.array(z.object({ id: Id, body: Ref, office: OfficeHeld.shape.office, held: Held })),
    delegations: z.array(z.object({ id: Id, meeting: z.object({ id: Id, title: Name, date: ProofedDate }), head: ProofedName, headTitle: ProofedName })),
    undertakings: z.array(UndertakingItem),
    hosted: z.array(z.object({ id: Id, title: Name, date: ProofedDate })),
    /** facts about it, its seats, offices, delegations and undertakings on which sources differ and that nobody has decided: how many, and the first of them */
    conflicts: z.object({ open: z.int(), items: z.array(Conflict) }),
    /** what it stated itself on the record */
    claims: z.object({ claims: z.int(), records: z.int() }),
    /** For its own people and the secretariat: who acts for it, and its circles. `allCircles` false: those alone that the viewer's own side is in. */
    own: z.union([z.object({ people: z.array(z.object({ name: z.string(), role: z.enum(roleNames), from: Day, to: z.union([Day, z.null()]), holdsToday: z.boolean() })), circles: z.array(Circle), allCircles: z.boolean() }), z.null()]),
    initiatives: z.object({ reporting: z.int(), funding: z.int(), implementing: z.int(), reporterId: z.union([Id, z.null()]) }),
    mayEdit: z.boolean(),
  })
  .openapi("MemberPage");
export type MemberPage = z.infer<typeof MemberPage>;

/** GET /api/meetings/{id} */
export const MeetingPage = z
  .object({
    id: Id,
    marking: Marking,
    body: Ref,
    title: ProofedName,
    titles: z.array(ProofedName),
    date: ProofedDate,
    sequence: ProofedInteger,
    level: ProofedText,
    format: ProofedText,
    place: ProofedName,
    country: proofed(z.object({ code: z.string(), name: Name })).openapi("ProofedCountry"),
    host: ProofedRefs,
    coChairs: ProofedRefs,
    participants: ProofedText,
    membersRepresented: ProofedInteger,
    result: ProofedText,
    statementIssued: ProofedDate,
    follows: proofed(z.object({ id: Id, title: Name, date: ProofedDate })).openapi("ProofedMeeting"),
    /** the neighbours in the body's chain as it is shown */
    before: z.union([z.object({ id: Id, title: Name }), z.null()]),
    after: z.union([z.object({ id: Id, title: Name }), z.null()]),
    delegations: z.array(z.object({ id: Id, member: Ref, head: ProofedName, headPerson: ProofedRefs, alternates: ProofedRefs, advisers: ProofedRefs, headTitle: ProofedName, notifiedBy: ProofedText, attendance: ProofedText })),
    texts: z.array(TextItem),
    undertakings: z.array(UndertakingItem),
    mayEdit: z.boolean(),
  })
  .openapi("MeetingPage");
export type MeetingPage = z.infer<typeof MeetingPage>;

/** One field's value as an officer types it, with where it stands. */
export const EnteredField = z
  .object({
    field: z.string(),
    language: z.string().optional(),
    text: z.string().max(4000).optional(),
    integer: z.int().optional(),
    refs: z.array(Id).optional(),
    money: StatedMoney.optional(),
    quote: z.object({ text: z.string().min(1).max(4000), language: z.string(), /** Unicode code points in the source's text, where it is kept */ start: z.int().min(0).optional(), end: z.int().min(0).optional() }).optional(),
    locator: z.string().max(400).optional(),
    note: z.string().max(2000).optional(),
    confidence: z.enum(["verified", "reported", "uncertain"]).default("reported"),
  })
  .openapi("EnteredField");

const EnteredFields = z.array(EnteredField).max(100);

/**
 * POST /api/meetings (a new one) and POST /api/meetings/{id}/entries (more about one that stands): everything read from one source, in one transaction.
 * Nothing there is overwritten: each field becomes a claim. Answers MeetingPage.
 */
export const MeetingEntry = z
  .object({
    body: Id,
    source: Id,
    marking: ChosenTlp.optional(),
    meeting: EnteredFields,
    delegations: z.array(z.object({ member: Id, fields: EnteredFields })).max(500),
    /** `undertaking`: one that stands already, of which this source speaks too */
    undertakings: z.array(z.object({ undertaking: Id.optional(), fields: EnteredFields })).max(200),
    /** how many members a body had; the meeting's body where none is named */
    counts: z.array(z.object({ body: Id.optional(), fields: EnteredFields })).max(100),
    /** who held an office, with from or to as the source knows it: `[..2023-03-01]` says that it was held that day */
    offices: z.array(z.object({ body: Id.optional(), holder: Id, office: OfficeHeld.shape.office, fields: EnteredFields })).max(100).optional(),
    /** what the same source states of other records: when a body was launched, how a member joined */
    facts: z.array(z.object({ record: Id, fields: EnteredFields })).max(200).optional(),
    /** meetings of which the source speaks beside; `told`: where it puts them, before the entered one or after it, right or wrong */
    earlierMeetings: z
      .array(
        z.object({
          meeting: Id.optional(),
          body: Id.optional(),
          fields: EnteredFields,
          told: EnteredField.pick({ quote: true, locator: true, note: true, confidence: true }).extend({ place: z.enum(["before", "after"]) }).optional(),
        }),
      )
      .max(50)
      .optional(),
  })
  .openapi("MeetingEntry");
