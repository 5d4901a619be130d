import { sql } from "kysely";
import type { SystemWriter } from "../open-store.ts";
import { picturesChange } from "./picture-change.ts";
import type { Owned } from "./shipped-rows.ts";

/** What the shipped files say of one activity. */
export type ShippedReport = { readonly reporter_key: string; readonly identifier: string; readonly content_sha256: string };

/**
 * Makes the shipped reports that are current those of the files: what a new edition no longer holds is history, and what it says
 * again, after saying otherwise, is current again. Reports that members imported are not touched.
 * @returns how many changed
 */
export async function keepOnlyShipped(writer: SystemWriter, { ownerId, classId }: Owned, held: readonly ShippedReport[]): Promise<number> {
  const kept = sql`select * from jsonb_to_recordset(${JSON.stringify(held)}::jsonb) as k(reporter_key text, identifier text, content_sha256 text)`;
  const gone = await sql`
    with kept as (${kept})
    update report r set current = false
    where owner_id = ${ownerId}::uuid and class_id = ${classId} and import_id is null and current
      and not exists (select 1 from kept k where k.reporter_key = r.reporter_key and k.identifier = r.identifier and k.content_sha256 = r.content_sha256)`.execute(writer.db);
  const back = await sql`
    with kept as (${kept})
    update report r set current = true, superseded_by = null from kept k
    where r.owner_id = ${ownerId}::uuid and r.class_id = ${classId} and r.import_id is null and not r.current
      and k.reporter_key = r.reporter_key and k.identifier = r.identifier and k.content_sha256 = r.content_sha256`.execute(writer.db);
  // An older version of what stands again points to it.
  await sql`
    update report r set superseded_by = c.id from report c
    where r.owner_id = ${ownerId}::uuid and r.class_id = ${classId} and r.import_id is null and not r.current and c.current
      and c.owner_id = r.owner_id and c.class_id = r.class_id and c.reporter_key = r.reporter_key and c.identifier = r.identifier and r.superseded_by is distinct from c.id`.execute(writer.db);
  const changed = Number(gone.numAffectedRows ?? 0) + Number(back.numAffectedRows ?? 0);
  if (changed > 0) await picturesChange(writer.db);
  return changed;
}
