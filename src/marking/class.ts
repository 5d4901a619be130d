import { highestTlp } from "./tlp.ts";
import type { Tlp } from "./tlp.ts";

/**
 * A distinct (marking, circle, owner). Totals are kept per class and summed over those that a viewer may read.
 *
 * `circleMembers` are the holders the record is shared with ("everyone": whoever acts for a member or body of the
 * coalition); the owner always belongs. With `circle: null` and no members it is the owner's alone. `named` are the persons
 * who may read `RED`.
 */
export type VisibilityClass = {
  readonly kind: "class";
  readonly tlp: Tlp;
  /** id of the circle */
  readonly circle: string | null;
  readonly circleMembers: ReadonlySet<string> | "everyone";
  /** id of the member or body whose record it is */
  readonly owner: string;
  readonly named?: ReadonlySet<string>;
};

/**
 * What several classes together allow: the marking of whatever is derived from them.
 *
 * `readers` is the intersection of the circles, each with its owner: "anyone" (all were CLEAR, or bound to persons),
 * "everyone" in the coalition, or these holders. `owners` are the owners of the parts that a circle bounds: where no holder is
 * left in `readers`, it is open to them alone, together; that is, to who acts for all of them. `named` narrows to persons.
 */
export type CombinedClass = {
  readonly kind: "combined";
  readonly tlp: Tlp;
  readonly readers: "anyone" | "everyone" | ReadonlySet<string>;
  readonly owners: ReadonlySet<string>;
  readonly named: "anyone" | ReadonlySet<string>;
};

/** Equal for equal classes; a name for a bucket of totals. Circles and owners are ids, which hold no bar. */
export function classKey(c: VisibilityClass): string {
  return [c.tlp, c.circle ?? "", c.owner, ...[...(c.named ?? [])].toSorted()].join("|");
}

/** The combined marking: highest TLP, intersection of circles, if that is empty its owners alone. Of nothing: CLEAR to anyone. */
export function combine(classes: Iterable<VisibilityClass | CombinedClass>): CombinedClass {
  let whole: CombinedClass = { kind: "combined", tlp: "CLEAR", readers: "anyone", owners: new Set(), named: "anyone" };
  for (const c of classes) {
    const part = alone(c);
    whole = {
      kind: "combined",
      tlp: highestTlp([whole.tlp, part.tlp]),
      readers: narrowReaders(whole.readers, part.readers),
      owners: whole.owners.union(part.owners),
      named: whole.named === "anyone" ? part.named : part.named === "anyone" ? whole.named : whole.named.intersection(part.named),
    };
  }
  return whole;
}

/** What one class allows, in the terms of a combination. CLEAR is open whatever its circle; RED is bound to persons alone. */
export function alone(c: VisibilityClass | CombinedClass): CombinedClass {
  if (c.kind === "combined") return c;
  const open = { kind: "combined", tlp: c.tlp, readers: "anyone", owners: new Set<string>(), named: "anyone" } as const;
  if (c.tlp === "CLEAR") return open;
  if (c.tlp === "RED") return { ...open, named: c.named ?? new Set() };
  const readers = c.circleMembers === "everyone" ? "everyone" : c.circleMembers.union(new Set([c.owner]));
  return { ...open, readers, owners: new Set([c.owner]) };
}

function narrowReaders(a: CombinedClass["readers"], b: CombinedClass["readers"]): CombinedClass["readers"] {
  if (a === "anyone") return b;
  if (b === "anyone") return a;
  if (a === "everyone") return b;
  return b === "everyone" ? a : a.intersection(b);
}
