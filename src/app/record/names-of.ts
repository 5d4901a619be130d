import { pickWords } from "../../base/language-map.ts";
import type { Reader } from "../../store/open-store.ts";
import type { Words } from "../words.ts";

/**
 * The name of each record in the language the reader wants most, from the claims that this viewer may see; meetings and texts by
 * their title. A record without any name is absent from the answer.
 */
export async function namesOf(
  reader: Pick<Reader, "db">,
  ids: Iterable<string>,
  languages: readonly string[],
): Promise<ReadonlyMap<string, Words>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await reader.db
    .selectFrom("claim")
    .select(["record_id", "language", "value"])
    .where("record_id", "in", wanted)
    .where("field", "in", ["name", "title"])
    .where("withdrawn_at", "is", null)
    .orderBy("confidence", "desc")
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  const names = new Map<string, Words>();
  for (const [id, group] of Map.groupBy(rows, (r) => r.record_id)) {
    const byLanguage: Record<string, string> = {};
    for (const r of group) byLanguage[r.language ?? "und"] ??= String(r.value);
    const picked = pickWords(byLanguage, languages);
    if (picked) names.set(id, { text: picked.text, language: picked.language });
  }
  return names;
}
