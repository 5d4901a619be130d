import { fault } from "../../base/errors.ts";
import { tryParseEdtf } from "../../base/edtf.ts";
import type { ComposedField, Party } from "../../record/compose-field.ts";
import { fieldTypeOf } from "../../record/field-type.ts";
import { type ClaimFull, claimsOnField, decisionsOnField } from "../../store/queries/claim-rows.ts";
import type { Reader } from "../../store/open-store.ts";
import type { App } from "../app.ts";
import { markingOf, markingsOf } from "../marking-of.ts";
import { type Asking, asking, type Wanted } from "./asking.ts";
import { readSheet, type SheetClaim, type SheetField } from "./claim-sheet.ts";
import { shownValue, sourceRef } from "./claim-value.ts";
import { fieldDecisions } from "./field-decisions.ts";
import { labelsOf } from "./labels-of.ts";
import { mayEdit } from "./may-edit.ts";
import { refIds } from "./proofed.ts";
import { whoDid } from "./who-did.ts";

export type OneField = { readonly record: string; readonly field: string; readonly language?: string | undefined };

/** Everything stated for one field of one record, by whom, and what was decided. @throws not-found, bad-input for an unknown field */
export async function fieldClaims(app: App, secret: string | null, one: OneField, wanted: Wanted) {
  return app.store.read(secret, (reader) => readFieldClaims(app, reader, one, wanted));
}

/** The same inside a transaction that is open already: what a write answers with. */
export async function readFieldClaims(app: App, reader: Pick<Reader, "db" | "viewer">, one: OneField, wanted: Wanted) {
  const ask = asking(app, reader, wanted);
  const record = await reader.db
    .selectFrom("record")
    .select(["kind", "class_id"])
    .where("id", "=", one.record)
    .executeTakeFirst();
  if (record === undefined) throw fault("not-found");
  const type = fieldTypeOf(record.kind, one.field);
  if (type === null)
    throw fault("bad-input", { path: "field", found: one.field, expected: `a field of a ${record.kind}` });
  ask.used.add(record.class_id);
  const inLanguage = type === "name" || type === "alias" ? (one.language ?? null) : null;
  const fits = (language: string | null) => inLanguage === null || (language ?? "und") === inLanguage;
  const rows = (await claimsOnField(reader.db, one.record, one.field)).filter((c) => fits(c.language));
  const decisions = (await decisionsOnField(reader.db, one.record, one.field)).filter((d) => fits(d.language));
  for (const c of rows) ask.used.add(c.class_id).add(c.source_class);

  const sheet = await readSheet(ask, [one.record], [one.field]);
  const composed: readonly SheetField[] =
    type === "name"
      ? [...sheet.inLanguages(one.record, one.field)].filter(([language]) => fits(language)).map(([, c]) => c)
      : [sheet.field(one.record, record.kind, one.field)];
  const sideOf = sides(composed);
  const shown = new Set(composed.flatMap((c) => c.shown?.key ?? []));
  const labels = await labelsOf(ask, [
    one.record,
    ...(type === "ref" || type === "refs" ? rows.flatMap((c) => refIds(c.value)) : []),
  ]);
  const signs = await whoDid(
    ask,
    rows.flatMap((c) => [c.created_by, c.withdrawn_by]),
    rows.flatMap((c) => (c.shipped ? [] : [c.owner_id])),
  );
  const told = await fieldDecisions(ask, decisions);
  const inForceIds = new Set(composed.flatMap((c) => c.decision?.id ?? []));
  const markings = await markingsOf(
    reader,
    rows.map((c) => c.class_id),
    ask.languages,
  );
  const [only] = composed;
  return {
    record: { kind: record.kind, id: one.record, name: labels.get(one.record)?.name ?? { text: "?", language: "und" } },
    field: one.field,
    language: inLanguage,
    state: worst(composed),
    claims: rows.map((c) => ({
      id: c.id,
      value: shownValue(record.kind, c, labels),
      source: sourceRef(c),
      quote:
        c.quote === null
          ? null
          : {
              text: c.quote,
              language: c.quote_language ?? c.source_language ?? "und",
              start: c.quote_start,
              end: c.quote_end,
            },
      locator: c.locator,
      note: c.note,
      confidence: c.confidence,
      entered: { by: signs(c.created_by, c.owner_id), at: c.created_at.toISOString() },
      withdrawn:
        c.withdrawn_at === null
          ? null
          : {
              by: signs(c.withdrawn_by, c.owner_id) ?? { text: "?", language: "und" },
              at: c.withdrawn_at.toISOString(),
              reason: c.withdrawn_reason ?? "",
            },
      marking: markings.get(c.class_id) ?? { tlp: "TLP:RED" as const, openTo: { kind: "owner" as const, names: [] } },
      side: c.withdrawn_at === null ? (sideOf.get(c.id) ?? -1) : -1,
      shown: type === "alias" ? c.withdrawn_at === null : shown.has(c.id),
      mayWithdraw: mayWithdraw(ask, c),
      newSinceDecision: composed.some((f) => f.newSince.some((n) => n.key === c.id)),
    })),
    decisions: decisions
      .toSorted(
        (a, b) =>
          Number(inForceIds.has(b.id)) - Number(inForceIds.has(a.id)) ||
          Number(a.withdrawn_at !== null) - Number(b.withdrawn_at !== null),
      )
      .flatMap((d) => told.get(d.id) ?? []),
    chosenBy: only === undefined ? ("nothing" as const) : chosenBy(only),
    newSince: composed.reduce((n, f) => n + f.newSince.length, 0),
    mayClaim: mayEdit(reader.viewer),
    mayDecide: mayEdit(reader.viewer, "decide"),
    marking: await markingOf(reader, ask.used, ask.languages),
  };
}

function mayWithdraw(ask: Asking, c: ClaimFull): boolean {
  const { viewer } = ask.reader;
  return c.withdrawn_at === null && mayEdit(viewer) && viewer.kind === "signed-in" && viewer.holderId === c.owner_id;
}

/** A number per claim; claims with the same number agree. A vague claim that stands in several parties takes the first. */
function sides(composed: readonly ComposedField<SheetClaim>[]): ReadonlyMap<string, number> {
  const parties: readonly Party<SheetClaim>[] = composed.flatMap((c) => c.parties);
  const found = new Map<string, number>();
  for (const [i, party] of parties.entries())
    for (const claim of party.claims) if (!found.has(claim.key)) found.set(claim.key, i);
  return found;
}

const order = ["differ", "decided", "agree", "one", "unknown"] as const;
function worst(composed: readonly SheetField[]): (typeof order)[number] {
  return order.find((state) => composed.some((c) => c.state === state)) ?? "unknown";
}

/** Which rule of composing picked the shown claim, for the words beside it. */
function chosenBy(c: SheetField) {
  if (c.state === "decided") return "decision" as const;
  const [first, second] = c.parties;
  if (c.shown === null || first === undefined) return "nothing" as const;
  const claims = new Set(c.parties.flatMap((p) => p.claims));
  if (claims.size === 1) return "only-claim" as const;
  if (second === undefined)
    return new Set(first.claims.map((x) => JSON.stringify(x.value))).size === 1
      ? ("agreement" as const)
      : ("most-precise" as const);
  if (first.sources !== second.sources) return "most-sources" as const;
  if (first.shown.confidence !== second.shown.confidence) return "confidence" as const;
  const [a, b] = [first.shown.published ?? "", second.shown.published ?? ""].map(
    (text) => tryParseEdtf(text)?.text ?? "",
  );
  return a !== b ? ("latest-source" as const) : ("fixed-order" as const);
}
