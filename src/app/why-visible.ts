import { namesOf } from "./record/names-of.ts";
import type { Reader } from "../store/open-store.ts";
import type { Words } from "./words.ts";

export type WhyVisible = { rule: "clear" | "coalition" | "circle" | "owner"; through: { kind: "member" | "body"; id: string; code: null; name: Words } | null };

/** Why this viewer may read what is marked so: the narrowest rule that opened it, and the holder through whom it did. */
export async function whyVisible(reader: Reader, classIds: Iterable<number>, languages: readonly string[]): Promise<WhyVisible> {
  const ids = [...new Set(classIds)];
  const classes = ids.length === 0 ? [] : await reader.db.selectFrom("visibility_class").selectAll().where("id", "in", ids).execute();
  const v = reader.viewer;
  if (v.kind === "anonymous" || classes.every((c) => c.tlp === 0)) return { rule: "clear", through: null };
  const holder = v.lookingAs ?? v.holderId;
  const closed = classes.filter((c) => c.tlp > 0);
  const rule = closed.some((c) => c.owner_id === holder) ? "owner" : closed.some((c) => c.circle_id !== null) ? "circle" : "coalition";
  const name = (await namesOf(reader, [holder], languages)).get(holder);
  const kind = await reader.db.selectFrom("record").select("kind").where("id", "=", holder).executeTakeFirst();
  return { rule, through: name ? { kind: kind?.kind === "member" ? "member" : "body", id: holder, code: null, name } : null };
}
