import { isoDay } from "../../base/edtf.ts";
import { fault } from "../../base/errors.ts";
import { fieldTypeOf } from "../../record/field-type.ts";
import { claimsById } from "../../store/queries/claim-rows.ts";
import { type Part, partsOfBody, partsOfMeeting } from "../../store/queries/record-entities.ts";
import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import { type Asking, asking, type Wanted } from "./asking.ts";
import { type BriefSource, briefFindings } from "./brief-findings.ts";
import { type ClaimSheet, readSheet } from "./claim-sheet.ts";
import { type SourceRef, sourceRef } from "./claim-value.ts";
import { type FieldInConflict, fieldsInConflict } from "./conflicts.ts";
import { boundsOf } from "./held.ts";
import { labelsOf, refOf } from "./labels-of.ts";
import { plainValue } from "./plain-value.ts";
import { proofedDate, proofedName, refIds } from "./proofed.ts";
import { membershipItem, officeItem, onPart, type PartOf, titleOf } from "./record-items.ts";
import { textOrder } from "./text-order.ts";
import { type ToldWords, toldWords } from "./told-words.ts";
import { undertakingsOf } from "./undertaking-list.ts";

export type BriefWish = Wanted & { readonly meeting?: string | undefined };

/**
 * What one needs on paper for a body, or for one of its meetings: who sits, where their work collides or is missing, what was promised and how it stands,
 * where sources still disagree. Each line names its sources by their number in `sources`. The day is the one asked for, else the meeting's, else
 * today; what was promised at a meeting is told as it stands on the day asked for, else today.
 * @throws not-found
 */
export async function brief(app: App, secret: string | null, id: string, wish: BriefWish) {
  const { used, came, ...told } = await recordOf(app, secret, id, wish);
  const found = await briefFindings(app, secret, { asOf: told.asOf, members: [...new Set([...told.members.flatMap(({ member }) => member.id ?? []), ...came])], languages: wish.languages });
  const documents = told.sources.map((source): BriefSource => ({ kind: "document", ...source }));
  const same = ({ kind, id: of, title, publisher }: BriefSource) => (of === null ? `${kind} ${title} ${publisher ?? ""}` : `${kind} ${of}`);
  const numbered = new Map([...documents, ...(found === null ? [] : [...found.overlaps.items, ...found.gaps.items].flatMap(({ from }) => from))].map((source) => [same(source), source]));
  const number = new Map([...numbered.keys()].map((key, i) => [key, i + 1]));
  const withCites = <T extends { readonly from: readonly BriefSource[] }>({ from, ...item }: T) => ({ ...item, cites: [...new Set(from.flatMap((source) => number.get(same(source)) ?? []))].toSorted((a, b) => a - b) });
  return {
    ...told,
    findings: found === null ? null : {
      reporters: found.reporters, period: found.period, basis: found.basis,
      overlaps: { total: found.overlaps.total, items: found.overlaps.items.map(withCites) },
      gaps: { total: found.gaps.total, items: found.gaps.items.map(withCites) },
    },
    sources: [...numbered.values()],
    marking: await app.store.read(secret, async (reader) => markingOf(reader, [...used, ...(found?.classes ?? [])], wish.languages)),
  };
}

/** All of it that stands in the record; `used`: the classes of what it rests on, `came`: members of which a source names a delegation to the meeting. */
async function recordOf(app: App, secret: string | null, id: string, wish: BriefWish) {
  return app.store.read(secret, async (reader) => {
    const parts = await partsOfBody(reader.db, id);
    const meeting = parts.find((p): p is PartOf<"meeting"> => p.kind === "meeting" && p.id === wish.meeting);
    if (wish.meeting !== undefined && meeting === undefined) throw fault("not-found");
    const first = meeting === undefined ? null : boundsOf((await readSheet(asking(app, reader, wish), [meeting.id], ["date"])).field(meeting.id, "meeting", "date"), "start").notBefore;
    const ask = asking(app, reader, { ...wish, asOf: wish.asOf ?? (first === null ? undefined : isoDay(first)) });
    const of = <K extends Part["kind"]>(kind: K) => parts.filter((p): p is PartOf<K> => p.kind === kind);
    const [offices, members] = [of("office"), of("membership")];
    const labels = await labelsOf(ask, [id, ...(meeting ? [meeting.id] : []), ...offices.map((p) => p.holder), ...members.map((p) => p.member)]);
    const body = labels.get(id);
    if (body === undefined) throw fault("not-found");
    const delegations = meeting === undefined ? [] : (await partsOfMeeting(reader.db, meeting.id)).filter((p): p is PartOf<"delegation"> => p.kind === "delegation");
    for (const p of delegations) ask.used.add(p.class_id);
    const isOfIt = (p: PartOf<"undertaking">) => meeting !== undefined && p.meeting === meeting.id;
    const undertakings = (await undertakingsOf(ask, of("undertaking").filter((p) => !isOfIt(p)))).filter((u) => u.made !== "no");
    const since: Asking = { ...asking(app, reader, wish), used: ask.used };
    const promised = await undertakingsOf(since, of("undertaking").filter(isOfIt));
    const progress = new Map<string, readonly ToldWords[]>();
    for (const u of promised) progress.set(u.id, await toldWords(since, u.id, "progress"));
    const sheet = await readSheet(ask, [id, ...(meeting ? [meeting.id] : []), ...[...offices, ...members].map((p) => p.id), ...[...undertakings, ...promised].map((u) => u.id)]);
    for (const p of [...offices, ...members, ...of("undertaking"), ...(meeting ? [meeting] : [])]) ask.used.add(p.class_id);
    const conflicts = (await fieldsInConflict({ ...ask, used: new Set() })).filter((f) => f.composed.state === "differ" && (f.record === id || parts.some((p) => p.id === f.record)));
    for (const f of conflicts) for (const c of f.composed.parties.flatMap((p) => p.claims)) ask.used.add(c.classId);
    const disputed = await labelsOf(ask, conflicts.flatMap((f) => [f.record, ...f.composed.parties.flatMap((p) => refsOf(f, p.shown.value))]));
    const cited = cites(
      await claimsById(reader.db, [
        ...[...offices, ...members, ...undertakings, ...promised].flatMap((p) => claimsOn(sheet, p.id, citedFields)),
        ...(meeting ? claimsOn(sheet, meeting.id, ["date", "place"]) : []),
        ...conflicts.flatMap((f) => f.composed.parties.flatMap((p) => p.claims.map((c) => c.key))),
      ]),
    );
    const page = { asking: ask, sheet, labels };
    const compareText = textOrder(ask.languages);
    const byHolder = (a: { readonly name: { readonly text: string } }, b: { readonly name: { readonly text: string } }) => compareText(a.name.text, b.name.text);
    return {
      asOf: ask.asOf,
      body: refOf(body),
      meeting: meeting ? { id: meeting.id, title: titleOf(page, meeting.id), date: proofedDate(onPart(page, meeting), "date"), place: proofedName(ask, onPart(page, meeting), "place"), cites: cited.of(claimsOn(sheet, meeting.id, ["date", "place"])) } : null,
      offices: offices
        .flatMap((p) => officeItem(page, p))
        .filter((o) => o.held.answer !== "no")
        .map((o) => ({ ...o, cites: cited.of(claimsOn(sheet, o.id, ["from", "to"])) }))
        .toSorted((a, b) => byHolder(a.holder, b.holder)),
      members: members
        .flatMap((p) => membershipItem(page, p))
        .filter((m) => m.held.answer !== "no")
        .map((m) => ({ ...m, cites: cited.of(claimsOn(sheet, m.id, ["joined", "left"])) }))
        .toSorted((a, b) => byHolder(a.member, b.member)),
      undertakings: undertakings.map((u) => ({ ...u, cites: cited.of(claimsOn(sheet, u.id, citedFields)) })),
      /** what was promised at the meeting, as it stands on a day of its own: what became of it is known later only */
      promised: meeting === undefined ? null : {
        asOf: since.asOf,
        items: promised.map((u) => ({ ...u, progress: (progress.get(u.id) ?? []).map(({ claim, text, language }) => ({ text, language, cites: cited.of([claim]) })), cites: cited.of(claimsOn(sheet, u.id, citedFields)) })),
      },
      disagreements: conflicts.map((f) => ({
        record: { kind: f.kind, id: f.record, name: disputed.get(f.record)?.name ?? { text: "?", language: "und" } },
        field: f.field,
        sides: f.composed.parties.map((p) => {
          const refs = refsOf(f, p.shown.value).flatMap((r) => disputed.get(r)?.name.text ?? []);
          return { text: refs.length > 0 ? refs.join(", ") : plainValue(p.shown.value), cites: cited.of(p.claims.map((c) => c.key)) };
        }),
      })),
      sources: cited.sources,
      used: ask.used,
      came: delegations.map((p) => p.member),
    };
  });
}

/** The records that a value names, where its field holds such. */
function refsOf({ kind, field }: FieldInConflict, value: unknown): readonly string[] {
  const type = fieldTypeOf(kind, field);
  return type === "ref" || type === "refs" ? refIds(value) : [];
}

const citedFields = ["from", "to", "joined", "left", "what", "by", "by_member", "due", "amount", "done", "dropped", "progress"];

const claimsOn = (sheet: ClaimSheet, record: string, fields: readonly string[]): readonly string[] =>
  fields.flatMap((field) => sheet.claimsOf(record, field).map((c) => c.key));

/** The sources of claims, numbered from 1 in the order of their titles. */
function cites(claims: Awaited<ReturnType<typeof claimsById>>): { readonly sources: SourceRef[]; readonly of: (claims: readonly string[]) => number[] } {
  const sources = [...new Map(claims.map((c) => [c.source_id, sourceRef(c)])).values()].toSorted((a, b) => (a.title === b.title ? (a.id < b.id ? -1 : 1) : a.title < b.title ? -1 : 1));
  const number = new Map(sources.map((s, i) => [s.id, i + 1]));
  const sourceOf = new Map(claims.map((c) => [c.id, c.source_id]));
  return {
    sources,
    of: (ids) => [...new Set(ids.flatMap((c) => number.get(sourceOf.get(c) ?? "") ?? []))].toSorted((a, b) => a - b),
  };
}
