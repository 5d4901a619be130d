import fc from "fast-check";
import { expect, test } from "vitest";
import { latestFirst, pageOf } from "./history-place.ts";

const events = fc.uniqueArray(fc.tuple(fc.constantFrom("2026-01-01", "2026-01-02", "2026-01-03"), fc.constantFrom("founded", "name"), fc.stringMatching(/^[a-z]{1,3}$/)), { selector: (e) => e.join(" ") });
const place = (e: readonly string[]) => e;

test("pages one after the other hold every event once, the newest first, whatever comes in between", () => {
  fc.assert(
    fc.property(events, fc.integer({ min: 1, max: 5 }), (all, limit) => {
      const sorted = all.toSorted(latestFirst);
      const seen: (readonly string[])[] = [];
      let cursor: string | undefined;
      let now: readonly (readonly string[])[] = sorted;
      do {
        const page = pageOf(now, place, { cursor, limit });
        seen.push(...page.items);
        cursor = page.next ?? undefined;
        now = [["2027-01-01", "came", "later"], ...sorted];
      } while (cursor !== undefined);
      expect(seen).toEqual(sorted);
      expect(seen.every(([at], i) => i === 0 || String(seen[i - 1]?.[0]) >= String(at))).toBe(true);
    }),
  );
});

test("a cursor that is none of ours is refused, and named", () => {
  for (const cursor of ["", "x", Buffer.from("{}").toString("base64url"), Buffer.from("[1]").toString("base64url")]) expect(() => pageOf([], place, { cursor, limit: 5 })).toThrow(expect.objectContaining({ code: "bad-input", params: expect.objectContaining({ path: "cursor" }) }));
});
