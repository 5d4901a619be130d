import { fault } from "../base/errors.ts";
import { readRecordFolder } from "../formats/record-csv/read.ts";
import { fieldCatalogue } from "../record/field-catalogue.ts";
import type { ClaimRow, EntityRow, RecordFault, SourceRow } from "../record/rows.ts";
import type { Store } from "../store/open-store.ts";
import { classOf } from "../store/queries/classes.ts";
import { type DatedClaim, insertClaims, insertEntities, upsertSources, withdrawAbsentClaims } from "../store/queries/shipped-rows.ts";
import { fieldTypeOf } from "../record/field-type.ts";
import { claimDays } from "./record/claim-days.ts";
import { type CoalitionSettings, shippedId } from "./coalition-settings.ts";
import { changedPart } from "./shipped-part.ts";

export type LoadedRecord = { readonly sources: number; readonly entities: number; readonly claims: number; readonly withdrawn: number };

/**
 * Loads the shipped record of a coalition, in one transaction; nothing happens when its files are those loaded before.
 *
 * Ids follow from keys, so a corrected file changes only what was corrected: a claim that it no longer makes is
 * withdrawn and stays. Claims that people entered here are not touched.
 *
 * @returns null when nothing had changed
 * @throws csv-invalid with the first faulty cell: a record is loaded whole or not at all
 */
export async function loadRecord(store: Store, settings: CoalitionSettings): Promise<LoadedRecord | null> {
  const folder = `${settings.folder}/${settings.record}`;
  const part = await changedPart(store, `record:${settings.rootBody}`, folder);
  if (!part) return null;
  const sources: SourceRow[] = [];
  const entities: EntityRow[] = [];
  const claims: ClaimRow[] = [];
  for await (const row of readRecordFolder(folder, { fields: fieldCatalogue, language: settings.language, lines: settings.lines.map((line) => line.key) })) {
    if (row.kind === "fault") throw fault("csv-invalid", faultParams(row));
    if (row.kind === "source") sources.push(row);
    else if (row.kind === "claim") claims.push(row);
    else entities.push(row);
  }
  const kinds = new Map(entities.map((e) => [e.key, e.kind] as const));
  const idOf = (kind: string, key: string) => shippedId(settings.rootBody, kind === "holder" ? (kinds.get(key) ?? kind) : kind, key);
  const refId = (key: string) => idOf("holder", key);

  return store.system({ act: "load-record" }, async (writer) => {
    const owned = { ownerId: settings.rootBodyId, classId: await classOf(writer.db, 0, settings.rootBodyId) };
    const added = await insertEntities(writer, owned, entities, idOf);
    await upsertSources(writer, owned, sources, idOf);
    const dated: DatedClaim[] = claims.map((c) => ({
      ...c,
      id: shippedId(settings.rootBody, "claim", JSON.stringify([c.recordKind, c.record, c.field, c.language ?? null, c.value, c.source, c.locator ?? null])),
      stored: storedValue(c, refId),
      days: claimDays(c.recordKind, c.field, c.value),
    }));
    const newClaims = await insertClaims(writer, owned, dated, idOf);
    const withdrawn = await withdrawAbsentClaims(writer, owned.ownerId, dated.map((c) => c.id));
    await part.remember(writer);
    const outcome = { sources: sources.length, entities: added, claims: newClaims, withdrawn: withdrawn.length };
    writer.note({ recordIds: [settings.rootBodyId, ...withdrawn], classId: owned.classId, before: null, after: { ...outcome, sha256: part.sha256 }, told: [] });
    return outcome;
  });
}

/** A claim's value as it is stored: keys of other records become their ids. */
function storedValue(claim: ClaimRow, refId: (key: string) => string): unknown {
  const types = referenceFields(claim);
  if (types === "ref" && typeof claim.value === "string") return refId(claim.value);
  if (types === "refs" && Array.isArray(claim.value)) return claim.value.map(refId);
  return claim.value;
}

function referenceFields(claim: ClaimRow): "ref" | "refs" | null {
  const type = fieldTypeOf(claim.recordKind, claim.field);
  return type === "ref" || type === "refs" ? type : null;
}

function faultParams(row: RecordFault) {
  return { file: row.file, line: row.line, path: row.column, found: row.found, expected: row.expected };
}
