import { combine, type VisibilityClass } from "../marking/class.ts";
import { printTlp, tlps } from "../marking/tlp.ts";
import type { Reader } from "../store/open-store.ts";
import { namesOf } from "./record/names-of.ts";
import type { Words } from "./words.ts";

/** The combined marking of an answer, and to whom that is open: everyone, the coalition, the named holders of a circle, or its owners alone. */
export type Marking = {
  readonly tlp: "TLP:CLEAR" | "TLP:GREEN" | "TLP:AMBER" | "TLP:AMBER+STRICT" | "TLP:RED";
  readonly openTo: { readonly kind: "everyone" | "coalition" | "circle" | "owner"; readonly names: Words[] };
};

/** @param classIds of all rows that the answer was made of; each must be one that this viewer may see */
export async function markingOf(reader: Reader, classIds: Iterable<number>, languages: readonly string[]): Promise<Marking> {
  const ids = [...new Set(classIds)];
  const classes = await visibilityClasses(reader, ids);
  const whole = combine(ids.map((id) => classes.get(id)).filter((c): c is VisibilityClass => c !== undefined));
  const tlp = printTlp(whole.tlp) as Marking["tlp"];
  if (whole.readers === "anyone") return { tlp, openTo: { kind: "everyone", names: [] } };
  if (whole.readers === "everyone") return { tlp, openTo: { kind: "coalition", names: [] } };
  const alone = whole.readers.size === 0 || [...whole.readers].every((r) => whole.owners.has(r));
  const holders = [...(whole.readers.size === 0 ? whole.owners : whole.readers)];
  const names = await namesOf(reader, holders, languages);
  return { tlp, openTo: { kind: alone ? "owner" : "circle", names: holders.map((id) => names.get(id)).filter((n): n is Words => n !== undefined).sort((a, b) => a.text.localeCompare(b.text)) } };
}

/** The classes as the rule of markings takes them. A class that the viewer may not see is absent. */
export async function visibilityClasses(reader: Reader, ids: readonly number[]): Promise<ReadonlyMap<number, VisibilityClass>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.db.selectFrom("visibility_class").selectAll().where("id", "in", [...ids]).execute();
  const circles = rows.map((r) => r.circle_id).filter((c): c is string => c !== null);
  const holders = circles.length === 0 ? [] : await reader.db.selectFrom("circle_holder").selectAll().where("circle_id", "in", circles).execute();
  const byCircle = Map.groupBy(holders, (h) => h.circle_id);
  return new Map(
    rows.map((r) => [
      r.id,
      {
        kind: "class",
        tlp: tlps[r.tlp] ?? "RED",
        circle: r.circle_id,
        circleMembers: r.circle_id === null ? (r.tlp <= 1 ? "everyone" : new Set<string>()) : new Set((byCircle.get(r.circle_id) ?? []).map((h) => h.holder_id)),
        owner: r.owner_id,
      },
    ]),
  );
}
