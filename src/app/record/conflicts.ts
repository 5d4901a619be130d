import { fieldCatalogue, type FieldType, recordKinds } from "../../record/field-catalogue.ts";
import { fieldTypeOf } from "../../record/field-type.ts";
import { claimsById, decisionsById } from "../../store/queries/claim-rows.ts";
import { entityLines } from "../../store/queries/record-entities.ts";
import { recordsWithSeveralValues } from "../../store/queries/record-claims.ts";
import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import { type Asking, asking, type Wanted } from "./asking.ts";
import { readSheet, type SheetField } from "./claim-sheet.ts";
import { shownValue, sourceRef } from "./claim-value.ts";
import { fieldDecisions } from "./field-decisions.ts";
import { labelsOf } from "./labels-of.ts";
import { claimsHref, refIds } from "./proofed.ts";

export type FieldInConflict = {
  readonly record: string;
  readonly kind: string;
  readonly field: string;
  readonly language: string | null;
  readonly composed: SheetField;
};

const typesOf = (kind: keyof typeof fieldCatalogue): [string, FieldType][] => Object.entries(fieldCatalogue[kind]);
const namedFields: readonly string[] = [
  ...new Set(
    recordKinds.flatMap((kind) =>
      typesOf(kind)
        .filter(([, type]) => type === "name")
        .map(([field]) => field),
    ),
  ),
];

/** Every field whose sources disagree, decided or not, for what this viewer may see; in a fixed order. */
export async function fieldsInConflict(asking: Asking): Promise<readonly FieldInConflict[]> {
  const several = await recordsWithSeveralValues(asking.reader.db, namedFields);
  const ids = [...new Set(several.map((s) => s.record_id))];
  const kinds = new Map((await entityLines(asking.reader.db, ids)).map((l) => [l.id, l.kind]));
  // Claims that turn out to agree are no part of the answer, so their classes are not.
  const aside: Asking = { ...asking, used: new Set() };
  const sheet = await readSheet(aside, ids, [...new Set(several.map((s) => s.field))]);
  const found = several.flatMap(({ record_id: record, field }): FieldInConflict[] => {
    const kind = kinds.get(record) ?? "";
    const type = fieldTypeOf(kind, field);
    if (type === null || type === "alias") return [];
    if (type !== "name") return [{ record, kind, field, language: null, composed: sheet.field(record, kind, field) }];
    return [...sheet.inLanguages(record, field)].map(([language, composed]) => ({
      record,
      kind,
      field,
      language,
      composed,
    }));
  });
  const differ = found.filter((f) => f.composed.conflict);
  for (const claim of differ.flatMap((f) => f.composed.parties.flatMap((p) => p.claims)))
    asking.used.add(claim.classId);
  for (const f of differ) if (f.composed.decision) asking.used.add(f.composed.decision.class_id);
  return differ.toSorted((a, b) => compare(placeOf(a), placeOf(b)));
}

export type ConflictsWanted = Wanted & {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly decided?: "yes" | "no" | undefined;
  readonly kind?: string | undefined;
};

/** Fields whose sources disagree, a page of them; `total` and `undecided` are of all that fit the filters. */
export async function listConflicts(app: App, secret: string | null, wanted: ConflictsWanted) {
  return app.store.read(secret, async (reader) => {
    const ask = asking(app, reader, wanted);
    const all = (await fieldsInConflict(ask)).filter(
      (f) =>
        (wanted.kind === undefined || f.kind === wanted.kind) &&
        (wanted.decided === undefined || (f.composed.state === "decided") === (wanted.decided === "yes")),
    );
    const after = wanted.cursor === undefined ? null : Buffer.from(wanted.cursor, "base64url").toString("utf8");
    const rest = after === null ? all : all.filter((f) => compare(placeOf(f), after) > 0);
    const page = rest.slice(0, wanted.limit);
    const last = page.at(-1);
    return {
      items: await conflictItems(ask, page),
      total: all.length,
      undecided: all.filter((f) => f.composed.state === "differ").length,
      next:
        last !== undefined && rest.length > page.length
          ? Buffer.from(placeOf(last), "utf8").toString("base64url")
          : null,
      marking: await markingOf(reader, ask.used, ask.languages),
    };
  });
}

/** As they are shown, in the order given. */
export async function conflictItems(ask: Asking, page: readonly FieldInConflict[]) {
  const claims = new Map(
    (
      await claimsById(
        ask.reader.db,
        page.flatMap((f) => f.composed.parties.flatMap((p) => p.claims.map((c) => c.key))),
      )
    ).map((c) => [c.id, c]),
  );
  for (const c of claims.values()) ask.used.add(c.source_class);
  const labels = await labelsOf(ask, [
    ...page.map((f) => f.record),
    ...[...claims.values()].flatMap((c) => {
      const type = fieldTypeOf(page.find((f) => f.record === c.record_id)?.kind ?? "", c.field);
      return type === "ref" || type === "refs" ? refIds(c.value) : [];
    }),
  ]);
  const decisions = await fieldDecisions(
    ask,
    await decisionsById(
      ask.reader.db,
      page.flatMap((f) => f.composed.decision?.id ?? []),
    ),
  );
  return page.map((f) => {
    const { shown } = f.composed;
    return {
      record: { kind: f.kind, id: f.record, name: labels.get(f.record)?.name ?? { text: "?", language: "und" } },
      field: f.field,
      language: f.language,
      sides: f.composed.parties
        .map((p) => {
          const best = (shown !== null && p.claims.includes(shown) ? shown : p.shown).key;
          return {
            isShown: shown !== null && best === shown.key,
            best,
            rows: p.claims.flatMap((c) => claims.get(c.key) ?? []),
          };
        })
        .toSorted((a, b) => Number(b.isShown) - Number(a.isShown))
        .flatMap((side) => {
          const row = claims.get(side.best);
          if (row === undefined) return [];
          const sources = [...new Map(side.rows.map((c) => [c.source_id, sourceRef(c)])).values()];
          return [{ value: shownValue(f.kind, row, labels), sources, shown: side.isShown }];
        }),
      decision: decisions.get(f.composed.decision?.id ?? "") ?? null,
      newSince: f.composed.newSince.length,
      claimsHref: claimsHref(f.record, f.field, f.language ?? undefined),
    };
  });
}

function placeOf(f: FieldInConflict): string {
  return [f.kind, f.record, f.field, f.language ?? ""].join(" ");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
