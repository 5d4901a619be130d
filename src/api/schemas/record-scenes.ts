import { z } from "@hono/zod-openapi";
import { undertakingOrders } from "../../app/record/undertaking-list.ts";
import { AsOfQuery, Basis, ChosenTlp, Cursor, Day, Id, Line, Marking, MonthSpan, Name, PageQuery, ProofedDate, ProofedName, ProofedRefs, Ref } from "./common.ts";
import { GapItem } from "./gaps.ts";
import { OverlapItem } from "./overlaps.ts";
import { AsOfAnswer, EnteredField, Held, MeetingItem, MembershipHeld, OfficeHeld, TextItem, UndertakingItem, UndertakingState } from "./record.ts";
import { SourceRef } from "./sources.ts";

const about = { asOf: Day, mayEdit: z.boolean(), marking: Marking };

/** GET /api/meetings: those to come first, the next at the top, then those held, the latest first. */
export const MeetingInList = MeetingItem.extend({ body: Ref, delegations: z.int(), texts: z.int() }).openapi("MeetingInList");
export const MeetingList = z.object({ ...about, items: z.array(MeetingInList) }).openapi("MeetingList");

/** `made`: whether the meeting at which it was made had been held on the day. */
export const UndertakingInList = UndertakingItem.extend({ made: AsOfAnswer }).openapi("UndertakingInList");
/** GET /api/undertakings. `q`: words of it, a member, a meeting. What a column does not say of a row comes last either way. */
export const UndertakingQuery = AsOfQuery.extend({
  q: z.string().max(200).optional(), state: UndertakingState.optional(), member: z.union([Id, z.array(Id)]).optional(), line: z.union([Line, z.array(Line)]).optional(), body: Id.optional(),
  sort: z.enum(undertakingOrders).default("due"), order: z.enum(["ascending", "descending"]).default("ascending"),
}).extend(PageQuery.shape);
const count = { count: z.int() };
/** `total` fits the filters; `all` had been made by the day, and `overdue` of these are. `states`, `members`, `lines`: how many there would be, each without its own filter. */
export const UndertakingList = z
  .object({
    ...about, items: z.array(UndertakingInList), total: z.int(), all: z.int(), overdue: z.int(), next: Cursor,
    states: z.array(z.object({ state: UndertakingState, ...count })), members: z.array(z.object({ member: Ref, ...count })), lines: z.array(z.object({ line: Line, ...count })),
  })
  .openapi("UndertakingList");

/** What one source says in words, where several stand side by side and none is wrong. */
export const ToldWords = z
  .object({ claim: Id, text: z.string(), language: z.string(), quote: z.union([z.object({ text: z.string(), language: z.string() }), z.null()]), source: SourceRef, claimsHref: z.string() })
  .openapi("ToldWords");

/** GET /api/undertakings/{id}. `text`: the one that it stands in. */
export const UndertakingPage = UndertakingInList.extend({ ...about, text: ProofedRefs, progress: z.array(ToldWords) }).openapi("UndertakingPage");

const TextInList = TextItem.extend({ body: z.union([Ref, z.null()]) }).openapi("TextInList");
export const TextList = z.object({ ...about, items: z.array(TextInList) }).openapi("TextList");

/** GET /api/texts/{id}. `ofItsMeeting`: undertakings of the meeting of which no source says in which text they stand. */
export const TextPage = TextInList.extend({ ...about, titles: z.array(ProofedName), versions: z.array(ToldWords), undertakings: z.array(UndertakingInList), ofItsMeeting: z.array(UndertakingInList) }).openapi("TextPage");

export const PersonList = z.object({ items: z.array(Ref), mayEdit: z.boolean(), marking: Marking }).openapi("PersonList");
/** GET /api/persons/{id}: a person of the record; an account is another thing. */
export const PersonPage = z
  .object({
    ...about,
    id: Id,
    name: ProofedName,
    names: z.array(ProofedName),
    spellings: z.array(ToldWords),
    positions: z.array(ToldWords),
    offices: z.array(z.object({ id: Id, body: Ref, office: OfficeHeld.shape.office, held: Held })),
    /** `part` null: a source calls the head so, and nobody has said that it is this person */
    delegations: z.array(z.object({ id: Id, member: Ref, meeting: z.object({ id: Id, title: Name, date: ProofedDate }), part: z.union([z.enum(["head", "alternate", "adviser"]), z.null()]), title: ProofedName })),
  })
  .openapi("PersonPage");

/** GET /api/bodies/{id}/brief. Without a day: that of the meeting, else today. */
export const BriefQuery = AsOfQuery.extend({ meeting: Id.optional() });
const cites = { /** numbers in `sources`, from 1 */ cites: z.array(z.int()) };
export const Brief = z
  .object({
    asOf: Day,
    body: Ref,
    meeting: z.union([z.object({ id: Id, title: Name, date: ProofedDate, place: ProofedName, ...cites }), z.null()]),
    offices: z.array(OfficeHeld.extend(cites)),
    members: z.array(MembershipHeld.extend(cites)),
    undertakings: z.array(UndertakingInList.extend(cites)),
    /** what was promised at the meeting, as it stands on a day of its own: what became of it is known later only */
    promised: z.union([z.object({ asOf: Day, items: z.array(UndertakingInList.extend({ ...cites, progress: z.array(z.object({ text: z.string(), language: z.string(), ...cites })) })) }), z.null()]),
    /** Where the work of the members collides, and where need stands without it, in the months of `period`: of what `reporters` report that are members by name. Null: none of them is. */
    findings: z.union([z.object({ reporters: z.int(), period: MonthSpan, basis: Basis, overlaps: z.object({ total: z.int(), items: z.array(OverlapItem.extend(cites)) }), gaps: z.object({ total: z.int(), items: z.array(GapItem.extend(cites)) }) }), z.null()]),
    disagreements: z.array(z.object({ record: z.object({ kind: z.string(), id: Id, name: Name }), field: z.string(), sides: z.array(z.object({ text: z.string(), ...cites })) })),
    /** document: has a page of its own. reports: what one reporter reports, `id` as filters know it. needs: what was entered as needed. */
    sources: z.array(SourceRef.extend({ kind: z.enum(["document", "reports", "needs"]), id: z.union([Id, z.null()]) })),
    marking: Marking,
  })
  .openapi("Brief");

const facts = { source: Id, marking: ChosenTlp.optional(), fields: z.array(EnteredField).min(1).max(100) };
/** POST /api/records/{id}/facts: what one source says of a record. Each field becomes a claim; nothing is overwritten. */
export const NewFacts = z.object(facts).openapi("NewFacts");
/** POST /api/records: a record of its own, from one source. */
export const NewRecord = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("delegation"), meeting: Id, member: Id, ...facts }),
    z.object({ kind: z.literal("text"), body: Id, meeting: Id.optional(), ...facts }),
    z.object({ kind: z.literal("undertaking"), body: Id, meeting: Id.optional(), ...facts }),
    z.object({ kind: z.literal("person"), ...facts }),
  ])
  .openapi("NewRecord");
export const EnteredRecord = z.object({ kind: z.string(), id: Id }).openapi("EnteredRecord");
