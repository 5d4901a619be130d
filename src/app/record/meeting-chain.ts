import type { Asking } from "./asking.ts";
import type { ClaimSheet } from "./claim-sheet.ts";
import { type AsOfAnswer, boundsOf } from "./held.ts";
import { refIds } from "./proofed.ts";

/** A meeting in its body's chain. `held`: on or before the day asked for. */
export type Link = { readonly id: string; readonly follows: string | null; readonly held: AsOfAnswer };

type Place = {
  readonly id: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly follows: string | null;
};

/** Less than a day: puts a meeting right after the one that it follows. */
const rightAfter = 1e-3;

/**
 * Meetings of a body in order: by date, and where dates leave it open by what sources say follows what.
 *
 * A meeting without a date stands next to its neighbours in the chain, and takes from them what they settle: one that
 * a held meeting follows was held.
 */
export function meetingChain(
  asking: Pick<Asking, "day">,
  sheet: ClaimSheet,
  meetings: readonly string[],
): readonly Link[] {
  const ids = new Set(meetings);
  const places = new Map(
    meetings.map((id): [string, Place] => {
      const date = sheet.field(id, "meeting", "date");
      const earlier = refIds(sheet.field(id, "meeting", "follows").shown?.value)[0] ?? null;
      return [
        id,
        {
          id,
          low: boundsOf(date, "start").notBefore,
          high: boundsOf(date, "start").notAfter,
          follows: earlier !== null && ids.has(earlier) ? earlier : null,
        },
      ];
    }),
  );
  const followers = Map.groupBy(
    [...places.values()].filter((p) => p.follows !== null),
    (p) => p.follows as string,
  );

  const keys = new Map<string, number>();
  const keyOf = (id: string, path: ReadonlySet<string>): number => {
    const known = keys.get(id);
    if (known !== undefined) return known;
    const p = places.get(id);
    // Claims may go round in a circle; whoever is met again says nothing.
    if (p === undefined || path.has(id)) return Infinity;
    const on = new Set(path).add(id);
    const before = p.follows === null ? Infinity : keyOf(p.follows, on);
    const own = p.low ?? (p.high === null ? null : p.high);
    let key: number;
    if (own !== null)
      key = before !== Infinity && before >= own && before <= (p.high ?? Infinity) ? before + rightAfter : own;
    else {
      const next = Math.min(...(followers.get(id) ?? []).map((f) => datedKey(f)));
      key = next !== Infinity ? next - rightAfter : before !== Infinity ? before + rightAfter : Infinity;
    }
    if (path.size === 0) keys.set(id, key);
    return key;
  };
  // An undated meeting looks forward to those that follow it, never back through them.
  const datedKey = (p: Place, depth = 0): number =>
    p.low ??
    p.high ??
    (depth > meetings.length
      ? Infinity
      : Math.min(Infinity, ...(followers.get(p.id) ?? []).map((f) => datedKey(f, depth + 1))) - rightAfter);

  const held = (id: string): AsOfAnswer => {
    const p = places.get(id);
    if (p === undefined) return "between";
    if (p.high !== null && p.high <= asking.day) return "yes";
    if (p.low !== null && p.low > asking.day) return "no";
    if (laterHeld(p, new Set())) return "yes";
    return earlierNotHeld(p, new Set()) ? "no" : "between";
  };
  const laterHeld = (p: Place, met: ReadonlySet<string>): boolean =>
    !met.has(p.id) &&
    (followers.get(p.id) ?? []).some(
      (f) => (f.high !== null && f.high <= asking.day) || laterHeld(f, new Set(met).add(p.id)),
    );
  const earlierNotHeld = (p: Place, met: ReadonlySet<string>): boolean => {
    const e = p.follows === null || met.has(p.id) ? undefined : places.get(p.follows);
    return e !== undefined && ((e.low !== null && e.low > asking.day) || earlierNotHeld(e, new Set(met).add(p.id)));
  };

  return [...places.values()]
    .map((p) => ({ p, key: keyOf(p.id, new Set()) }))
    .sort(
      (a, b) =>
        (a.key === b.key ? 0 : a.key - b.key) ||
        (a.p.high ?? Infinity) - (b.p.high ?? Infinity) ||
        (a.p.id < b.p.id ? -1 : 1),
    )
    .map(({ p }) => ({ id: p.id, follows: p.follows, held: held(p.id) }));
}
