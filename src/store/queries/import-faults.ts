import { sql } from "kysely";
import type { SystemWriter } from "../open-store.ts";

/** @param faults JSON of rows without their numbers; they are numbered on from `from`. Those that stand already stay. */
export async function insertFaults(writer: SystemWriter, at: { readonly importId: string; readonly classId: number; readonly from: number }, faults: readonly string[]): Promise<void> {
  if (faults.length === 0) return;
  await sql`
    insert into import_fault (import_id, n, class_id, severity, code, line, col, path, found, expected, identifier, raw, also)
    select ${at.importId}::uuid, ${at.from}::int + t.n::int - 1, ${at.classId}::int, severity, code, line, col, path, found, expected, identifier, raw, also
    from rows from (jsonb_to_recordset(${`[${faults.join(",")}]`}::jsonb) as (severity text, code text, line int, col int, path text, found text, expected text, identifier text, raw text, also jsonb)) with ordinality
      as t(severity, code, line, col, path, found, expected, identifier, raw, also, n)
    on conflict do nothing`.execute(writer.db);
}
