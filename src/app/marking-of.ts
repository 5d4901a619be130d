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
export async function markingOf(
  reader: Pick<Reader, "db">,
  used: Iterable<number>,
  languages: readonly string[],
): Promise<MarkingOf> {
  const classes = await classesOf(reader, used);
  return markedAs(reader, [...classes.values()], languages);
}

/** The marking of each class by itself. */
export async function markingsOf(
  reader: Pick<Reader, "db">,
  used: Iterable<number>,
  languages: readonly string[],
): Promise<ReadonlyMap<number, MarkingOf>> {
  const ids = [...new Set(used)];
  const classes = await classesOf(reader, ids);
  const markings = new Map<number, MarkingOf>();
  for (const id of ids) {
    const one = classes.get(id);
    markings.set(id, one === undefined ? clear : await markedAs(reader, [one], languages));
  }
  return markings;
}

export type NamedClass = VisibilityClass & { readonly circleName: string | null };

/** The classes that are not CLEAR, by id. */
export async function classesOf(
  reader: Pick<Reader, "db">,
  used: Iterable<number>,
): Promise<ReadonlyMap<number, NamedClass>> {
  const ids = [...new Set(used)];
  if (ids.length === 0) return new Map();
  const rows = await reader.db
    .selectFrom("visibility_class as v")
    .leftJoin("circle as c", "c.id", "v.circle_id")
    .select(["v.id", "v.tlp", "v.circle_id", "v.owner_id", "c.name"])
    .where("v.id", "in", ids)
    .where("v.tlp", ">", 0)
    .execute();
  const circles = rows.flatMap((r) => (r.circle_id === null ? [] : [r.circle_id]));
  const holders =
    circles.length === 0
      ? []
      : await reader.db
          .selectFrom("circle_holder")
          .select(["circle_id", "holder_id"])
          .where("circle_id", "in", circles)
          .execute();
  return new Map(
    rows.map((r): [number, NamedClass] => [
      r.id,
      {
        kind: "class",
        tlp: tlps[r.tlp] as Tlp,
        circle: r.circle_id,
        circleName: r.name,
        circleMembers:
          r.circle_id === null
            ? r.tlp === 1
              ? "everyone"
              : new Set()
            : new Set(holders.filter((h) => h.circle_id === r.circle_id).map((h) => h.holder_id)),
        owner: r.owner_id,
      },
    ]),
  );
}

async function markedAs(
  reader: Pick<Reader, "db">,
  classes: readonly NamedClass[],
  languages: readonly string[],
): Promise<MarkingOf> {
  if (classes.length === 0) return clear;
  const { tlp, readers, owners } = combine(classes);
  const marked = (kind: MarkingOf["openTo"]["kind"], names: Words[] = []): MarkingOf => ({
    tlp: printTlp(tlp) as `TLP:${Tlp}`,
    openTo: { kind, names },
  });
  // Bound to named persons alone: whose record it is says most of what may be said.
  if (readers === "anyone")
    return marked(
      "owner",
      await holderNames(
        reader,
        classes.map((c) => c.owner),
        languages,
      ),
    );
  if (readers === "everyone") return marked("coalition");
  if (readers.size === 0) return marked("owner", await holderNames(reader, owners, languages));
  // One circle's own name says more than a list of its members, as long as nothing else narrows it.
  const bound = classes.filter((c) => c.circleMembers !== "everyone");
  const [only] = bound;
  if (only?.circleName != null && bound.every((c) => c.circle === only.circle))
    return marked("circle", [{ text: only.circleName, language: "und" }]);
  return marked(readers.isSubsetOf(owners) ? "owner" : "circle", await holderNames(reader, readers, languages));
}

async function holderNames(
  reader: Pick<Reader, "db">,
  ids: Iterable<string>,
  languages: readonly string[],
): Promise<Words[]> {
  const wanted = [...new Set(ids)];
  const names = await namesOf(reader, wanted, languages);
  return wanted.flatMap((id) => names.get(id) ?? []);
}
