import { combine, type VisibilityClass } from "../marking/class.ts";
import { printTlp, type Tlp, tlps } from "../marking/tlp.ts";
import type { Reader } from "../store/open-store.ts";
import { namesOf } from "./record/names-of.ts";
import type { Words } from "./words.ts";

/** The marking that an answer carries, and to whom it is open. `names` is empty for everyone and for the coalition. */
export type MarkingOf = {
  readonly tlp: `TLP:${Tlp}`;
  readonly openTo: { readonly kind: "everyone" | "coalition" | "circle" | "owner"; readonly names: Words[] };
};

const clear: MarkingOf = { tlp: "TLP:CLEAR", openTo: { kind: "everyone", names: [] } };

/**
 * The combined marking of all classes that an answer used: the highest TLP, the intersection of circles, and if that is
 * empty its owners alone. Classes are read as the viewer: one that they may not see cannot be among those used.
 */
export async function markingOf(reader: Pick<Reader, "db">, used: Iterable<number>, languages: readonly string[]): Promise<MarkingOf> {
  const ids = [...new Set(used)];
  if (ids.length === 0) return clear;
  const rows = await reader.db.selectFrom("visibility_class as v").leftJoin("circle as c", "c.id", "v.circle_id").select(["v.tlp", "v.circle_id", "v.owner_id", "c.name"]).where("v.id", "in", ids).where("v.tlp", ">", 0).execute();
  if (rows.length === 0) return clear;
  const circles = rows.flatMap((r) => (r.circle_id === null ? [] : [r.circle_id]));
  const holders = circles.length === 0 ? [] : await reader.db.selectFrom("circle_holder").select(["circle_id", "holder_id"]).where("circle_id", "in", circles).execute();
  const classes = rows.map((r): VisibilityClass => ({
    kind: "class",
    tlp: tlps[r.tlp] as Tlp,
    circle: r.circle_id,
    circleMembers: r.circle_id === null ? (r.tlp === 1 ? "everyone" : new Set()) : new Set(holders.filter((h) => h.circle_id === r.circle_id).map((h) => h.holder_id)),
    owner: r.owner_id,
  }));
  const { tlp, readers, owners } = combine(classes);
  const marked = (kind: MarkingOf["openTo"]["kind"], names: Words[] = []): MarkingOf => ({ tlp: printTlp(tlp) as `TLP:${Tlp}`, openTo: { kind, names } });
  // Bound to named persons alone: whose record it is says most of what may be said.
  if (readers === "anyone") return marked("owner", await holderNames(reader, rows.map((r) => r.owner_id), languages));
  if (readers === "everyone") return marked("coalition");
  const circleNames = new Map(rows.flatMap((r): [string, string][] => (r.circle_id === null || r.name === null ? [] : [[r.circle_id, r.name]])));
  const [onlyCircle] = circleNames.values();
  if (onlyCircle !== undefined && circleNames.size === 1 && rows.every((r) => r.circle_id !== null || r.tlp === 1)) return marked("circle", [{ text: onlyCircle, language: "und" }]);
  if (readers.size === 0) return marked("owner", await holderNames(reader, owners, languages));
  const names = await holderNames(reader, readers, languages);
  return marked(readers.isSubsetOf(owners) ? "owner" : "circle", names);
}

async function holderNames(reader: Pick<Reader, "db">, ids: Iterable<string>, languages: readonly string[]): Promise<Words[]> {
  const wanted = [...new Set(ids)];
  const names = await namesOf(reader, wanted, languages);
  return wanted.flatMap((id) => names.get(id) ?? []);
}
