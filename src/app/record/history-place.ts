import { fault } from "../../base/errors.ts";

export type PageWish = { readonly cursor?: string | undefined; readonly limit: number };
/** Where something stands in a history: its time first, then what tells it from others of the same time. */
export type Place = readonly string[];

/** The newest first; of the same time in the order of the rest. */
export function latestFirst(a: Place, b: Place): number {
  const at = a.findIndex((part, i) => part !== b[i]);
  if (at < 0) return 0;
  return ((a[at] as string) < (b[at] ?? "") ? -1 : 1) * (at === 0 ? -1 : 1);
}

/**
 * A page of a history in its order. The cursor is the place of the last that was shown, so that what comes in meanwhile moves nothing.
 * @throws bad-input for a cursor that is none of ours
 */
export function pageOf<T>(sorted: readonly T[], place: (item: T) => Place, { cursor, limit }: PageWish): { readonly items: T[]; readonly next: string | null } {
  const after = cursor === undefined ? null : read(cursor);
  const rest = after === null ? sorted : sorted.filter((item) => latestFirst(place(item), after) > 0);
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return { items, next: last === undefined || rest.length === items.length ? null : Buffer.from(JSON.stringify(place(last))).toString("base64url") };
}

function read(cursor: string): Place {
  const bad = fault("bad-input", { path: "cursor", found: cursor.slice(0, 80), expected: "the next of a page before" });
  let place: unknown;
  try {
    place = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch (error) {
    throw error instanceof SyntaxError ? bad : error;
  }
  if (!Array.isArray(place) || place.length === 0 || !place.every((part) => typeof part === "string")) throw bad;
  return place;
}
