import { z } from "@hono/zod-openapi";
import { AsOfQuery, ChosenTlp, Day, Id, Marking, Name, ProofedDate, ProofedName, ProofedRefs, Ref } from "./common.ts";
import { AsOfAnswer, EnteredField, Held, MeetingItem, MembershipHeld, OfficeHeld, TextItem, UndertakingItem } from "./record.ts";
import { SourceRef } from "./sources.ts";

const about = { asOf: Day, mayEdit: z.boolean(), marking: Marking };

/** GET /api/meetings: those to come first, the next at the top, then those held, the latest first. */
export const MeetingInList = MeetingItem.extend({ body: Ref, delegations: z.int(), texts: z.int() }).openapi("MeetingInList");
export const MeetingList = z.object({ ...about, items: z.array(MeetingInList) }).openapi("MeetingList");

/** `made`: whether the meeting at which it was made had been held on the day. */
export const UndertakingInList = UndertakingItem.extend({ made: AsOfAnswer }).openapi("UndertakingInList");
export const UndertakingList = z.object({ ...about, items: z.array(UndertakingInList) }).openapi("UndertakingList");

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
    disagreements: z.array(z.object({ record: z.object({ kind: z.string(), id: Id, name: Name }), field: z.string(), sides: z.array(z.object({ text: z.string(), ...cites })) })),
    sources: z.array(SourceRef),
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
