import { alone } from "./class.ts";
import type { CombinedClass, VisibilityClass } from "./class.ts";

/** Who is asking: a person (null: anonymous) and the members and bodies they act for today. */
export type Viewer = { readonly kind: "viewer"; readonly person: string | null; readonly actsFor: ReadonlySet<string> };

export const anonymous: Viewer = { kind: "viewer", person: null, actsFor: new Set() };

/** Why a viewer may read something, or may not. `through`: the holder whose role opens it. Words are in locales. */
export type Explanation =
  | { readonly kind: "explanation"; readonly may: true; readonly code: "clear" | "named" }
  | { readonly kind: "explanation"; readonly may: true; readonly code: "acts-for-owner" | "in-circle" | "in-coalition"; readonly through: string }
  | { readonly kind: "explanation"; readonly may: false; readonly code: "sign-in-needed" | "no-role" | "not-in-circle" | "not-named" };

/** The one rule of reading, as the database enforces it too. */
export function mayRead(viewer: Viewer, c: VisibilityClass | CombinedClass): boolean {
  return explain(viewer, c).may;
}

/**
 * Why I may (not) see this.
 *
 * A refusal is for those who may know that the record exists (its owner asking about another viewer, an officer looking as a
 * member); to anyone else what may not be read is simply not found.
 */
export function explain(viewer: Viewer, c: VisibilityClass | CombinedClass): Explanation {
  const { readers, owners, named } = alone(c);
  if (readers === "anyone" && named === "anyone") return yes("clear");
  if (viewer.person === null) return no("sign-in-needed");
  if (named !== "anyone" && !named.has(viewer.person)) return no("not-named");
  if (readers === "anyone") return yes("named");

  const roles = [...viewer.actsFor].toSorted();
  const owner = roles.find((holder) => owners.has(holder));
  if (owner !== undefined && owners.isSubsetOf(viewer.actsFor)) return { kind: "explanation", may: true, code: "acts-for-owner", through: owner };
  const first = roles[0];
  if (first === undefined) return no("no-role");
  if (readers === "everyone") return { kind: "explanation", may: true, code: "in-coalition", through: first };
  const inside = roles.find((holder) => readers.has(holder));
  return inside === undefined ? no("not-in-circle") : { kind: "explanation", may: true, code: "in-circle", through: inside };
}

function yes(code: "clear" | "named"): Explanation {
  return { kind: "explanation", may: true, code };
}

function no(code: "sign-in-needed" | "no-role" | "not-in-circle" | "not-named"): Explanation {
  return { kind: "explanation", may: false, code };
}
