import { canonicalJson } from "../../audit/canonical-json.ts";
import { fault } from "../../base/errors.ts";
import { fieldCatalogue } from "../../record/field-catalogue.ts";
import { fieldTypeOf } from "../../record/field-type.ts";
import { type ClaimFull, claimsOfRecords, decisionsOfRecords } from "../../store/queries/claim-rows.ts";
import { entityLines, type Part, partsOfBody, partsOfMeeting, partsOfMember } from "../../store/queries/record-entities.ts";
import type { Reader } from "../../store/open-store.ts";
import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import { asking, type Wanted } from "./asking.ts";
import { type ClaimSheet, type SheetField, sheetOf } from "./claim-sheet.ts";
import { type ShownValue, shownValue } from "./claim-value.ts";
import { type Label, labelsOf } from "./labels-of.ts";
import { type ProofState, refIds } from "./proofed.ts";
import { type DayState, stateOnDay } from "./state-on-day.ts";

/** `world`: how things stood on each day, by what is known now. `known`: what was known here by the end of each day, whatever it is about. */
export const comparedTimes = ["world", "known"] as const;
export type ComparedTime = (typeof comparedTimes)[number];
export type CompareWish = { readonly from: string; readonly to: string; readonly time: ComparedTime };

type About = { readonly kind: string; readonly id: string; readonly name: Label["name"] };
export type FieldThen = { readonly values: ShownValue[]; readonly proof: ProofState };
export type ComparedField = { readonly about: About; readonly field: string; readonly language: string | null; readonly from: FieldThen; readonly to: FieldThen; readonly differs: boolean };
export type ComparedState = { readonly about: About; readonly from: DayState; readonly to: DayState; readonly differs: boolean };

type Of = { readonly kind: string; readonly id: string };

/**
 * A record and what hangs on it, on two days. In the world's time each stands as its dates have it (in, out, held, overdue); in the time of what was
 * known, each field shows what the claims and decisions of that day composed it of, in the viewer's own eyes of today: nothing is shown that may not be seen now.
 * Fields of what hangs on it are told where they differ. @throws not-found
 */
export async function compareDays(app: App, secret: string | null, id: string, wish: CompareWish & Wanted) {
  return app.store.read(secret, async (reader) => {
    const ask = asking(app, reader, wish);
    const [record] = await entityLines(reader.db, [id]);
    if (record === undefined) throw fault("not-found");
    const parts = await partsOf(reader, record);
    const all: readonly Of[] = [{ kind: record.kind, id }, ...parts];
    const claims = await claimsOfRecords(reader.db, all.map((r) => r.id));
    const decisions = await decisionsOfRecords(reader.db, all.map((r) => r.id));
    for (const r of [record, ...parts, ...claims, ...decisions]) ask.used.add(r.class_id);
    for (const c of claims) ask.used.add(c.source_class);
    const isRef = ({ record_id, field }: ClaimFull) => ["ref", "refs"].includes(fieldTypeOf(all.find((r) => r.id === record_id)?.kind ?? "", field) ?? "");
    const labels = await labelsOf(ask, [...all.map((r) => r.id), ...claims.flatMap((c) => (isRef(c) ? refIds(c.value) : []))]);
    const about = ({ kind, id: one }: Of): About => ({ kind, id: one, name: labels.get(one)?.name ?? { text: "?", language: "und" } });
    const sheetAt = (moment: Date | null): ClaimSheet => sheetOf(ask.holder, claims.filter((c) => stoodAt(c.created_at, c.withdrawn_at, moment)), decisions.filter((d) => stoodAt(d.decided_at, d.withdrawn_at, moment)));
    const known = wish.time === "known";
    const sheets = known ? [sheetAt(endOf(wish.from)), sheetAt(endOf(wish.to))] as const : null;
    const now = sheetAt(null);
    const states = known ? [] : all.flatMap((one): ComparedState[] => {
      const [from, to] = [stateOnDay(now, one, wish.from), stateOnDay(now, one, wish.to)];
      return from === null || to === null ? [] : [{ about: about(one), from, to, differs: from !== to }];
    });
    const fields = sheets === null ? [] : all.flatMap((one) => fieldsOf(one.kind).flatMap((field) => comparedField(one, field, sheets, labels).map((row) => ({ about: about(one), ...row }))));
    return {
      record: about({ kind: record.kind, id }),
      time: wish.time,
      from: wish.from,
      to: wish.to,
      fields: fields.filter((row) => row.about.id === id || row.differs),
      states,
      marking: await markingOf(reader, ask.used, ask.languages),
    };
  });
}

async function partsOf(reader: Pick<Reader, "db">, { kind, id }: Of): Promise<readonly Part[]> {
  if (kind === "body") return partsOfBody(reader.db, id);
  if (kind === "member") return partsOfMember(reader.db, id);
  return kind === "meeting" ? partsOfMeeting(reader.db, id) : [];
}

/** Days of what was known end at midnight UTC. */
const endOf = (day: string): Date => new Date(`${day}T23:59:59.999Z`);
const stoodAt = (began: Date, ended: Date | null, moment: Date | null): boolean => (moment === null ? ended === null : began <= moment && (ended === null || ended > moment));
const fieldsOf = (kind: string): readonly string[] => Object.keys(fieldCatalogue[kind as keyof typeof fieldCatalogue] ?? {});

/** One row per field, per language for names; none where nothing was known on either day. */
function comparedField({ id, kind }: Of, field: string, sheets: readonly [ClaimSheet, ClaimSheet], labels: ReadonlyMap<string, Label>) {
  const inWords = fieldTypeOf(kind, field) === "name";
  const languages = inWords ? [...new Set(sheets.flatMap((s) => [...s.inLanguages(id, field).keys()]))].toSorted() : [null];
  return languages.flatMap((language) => {
    const [from, to] = sheets.map((sheet) => then(language === null ? sheet.field(id, kind, field) : sheet.inLanguages(id, field).get(language), sheet)) as [FieldThen, FieldThen];
    const nothing = from.proof === "unknown" && to.proof === "unknown";
    return nothing ? [] : [{ field, language, from, to, differs: canonicalJson(from.values) !== canonicalJson(to.values) }];
  });

  function then(composed: SheetField | undefined, sheet: ClaimSheet): FieldThen {
    const several = fieldTypeOf(kind, field) === "alias";
    const shown = several ? sheet.claimsOf(id, field) : composed?.shown ? [composed.shown] : [];
    const values = shown.map((c) => shownValue(kind, { field, language: c.language ?? null, value: c.value }, labels));
    return { values: several ? values.toSorted((a, b) => (a.text < b.text ? -1 : 1)) : values, proof: composed?.state ?? "unknown" };
  }
}
