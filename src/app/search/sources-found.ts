import type { SearchHit } from "../../store/queries/search-hits.ts";
import type { Asking } from "../record/asking.ts";
import { type Found, named } from "./found.ts";
import { type HowMet, howMet } from "./search-kinds.ts";

/** Sources that were met, read again as the viewer. */
export async function sourcesFound(asking: Asking, hits: readonly SearchHit[], q: string): Promise<ReadonlyMap<string, Found>> {
  if (hits.length === 0) return new Map();
  const rows = await asking.reader.db.selectFrom("source").select(["id", "title", "publisher", "published", "language", "class_id"]).where("id", "in", hits.map((hit) => hit.target_id)).execute();
  const tiers = new Map(hits.map((hit) => [hit.target_id, hit.tier]));
  for (const row of rows) asking.used.add(row.class_id);
  return new Map(rows.map((row): [string, Found] => [row.id, {
    kind: "source", id: row.id, ...named({ text: row.title, language: row.language ?? "und" }, null, q), of: row.publisher === null ? [] : [{ text: row.publisher, language: "und" }],
    date: row.published, code: null, on: null, met: howMet[tiers.get(row.id) ?? 5] as HowMet, today: null,
  }]));
}
