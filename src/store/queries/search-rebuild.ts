import { sql } from "kysely";
import type { SystemWriter } from "../open-store.ts";
import { indexClaims, indexSources } from "./search-entries.ts";

/** By which rules the words in the store were made; null when none were made yet. */
export async function searchRulesHeld(writer: SystemWriter): Promise<number | null> {
  const row = await writer.db.selectFrom("search_rules").select("version").executeTakeFirst();
  return row?.version ?? null;
}

/** Takes all words away. Whoever searches meanwhile finds what was there before: the transaction shows nothing until it ends. */
export async function forgetWords(writer: SystemWriter): Promise<void> {
  await writer.db.deleteFrom("search_entry").execute();
  await writer.db.deleteFrom("search_word").execute();
}

/** @returns how many claims and sources were gone through */
export async function indexRecord(writer: SystemWriter): Promise<number> {
  const claims = await writer.db.selectFrom("claim").select("id").orderBy("id").execute();
  const sources = await writer.db.selectFrom("source").select("id").orderBy("id").execute();
  for (const ids of inParts(claims.map((row) => row.id))) await indexClaims(writer.db, ids);
  for (const ids of inParts(sources.map((row) => row.id))) await indexSources(writer.db, ids);
  return claims.length + sources.length;
}

export type HeldReport = { readonly id: string; readonly initiative_id: string; readonly class_id: number; readonly current: boolean; readonly body: unknown };

/** All reports, also those that stand no longer, in parts. */
export async function* reportsInParts(writer: SystemWriter, size: number): AsyncGenerator<readonly HeldReport[]> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await writer.db.selectFrom("report").select(["id", "initiative_id", "class_id", "current", "body"]).where("id", ">", after).orderBy("id").limit(size).execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last.id;
  }
}

export async function rememberSearchRules(writer: SystemWriter, version: number): Promise<void> {
  await sql`insert into search_rules (version) values (${version}) on conflict (single) do update set version = excluded.version`.execute(writer.db);
}

function inParts(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / 1000) }, (_, part) => ids.slice(part * 1000, (part + 1) * 1000));
}
