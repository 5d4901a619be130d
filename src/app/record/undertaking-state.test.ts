import fc from "fast-check";
import { expect, test } from "vitest";
import { dayNumber, isoDay } from "../../base/edtf.ts";
import { sheetOf } from "./claim-sheet.ts";
import { claimed } from "./claims.fixture.ts";
import { textState } from "./text-state.ts";
import { undertakingState } from "./undertaking-state.ts";

type Said = readonly [field: string, value: string, source: string];
const standing = (claims: readonly Said[], day: string) =>
  undertakingState({ day: dayNumber(day) }, { sheet: sheetOf(null, claims.map(([field, value, source]) => claimed("u", field, value, source)), []), id: "u", kind: "undertaking" });
const states = (claims: readonly Said[], days: readonly string[]) => days.map((day) => standing(claims, day).state);

test("late begins on the day after it was due", () => {
  expect(states([["due", "2024-06-30", "a"]], ["2024-06-29", "2024-06-30", "2024-07-01"])).toEqual(["open", "open", "overdue"]);
});

test("a year or month runs to its end before anything is late", () => {
  expect(states([["due", "2024", "a"]], ["2024-01-01", "2024-12-31", "2025-01-01"])).toEqual(["open", "open", "overdue"]);
  expect(states([["due", "2024-02", "a"]], ["2024-02-29", "2024-03-01"])).toEqual(["open", "overdue"]);
});

test("two sources with different dates leave the days between them open", () => {
  const claims: readonly Said[] = [["due", "2024-03-01", "a"], ["due", "2024-06-01", "b"]];
  expect(states(claims, ["2024-02-28", "2024-03-01", "2024-03-02", "2024-06-01", "2024-06-02"])).toEqual(["open", "open", "between", "between", "overdue"]);
});

test("without a date nothing is late", () => {
  expect(states([], ["2024-01-01", "2999-01-01"])).toEqual(["undated", "undated"]);
});

test("done counts from the day that is certain, and before it says that it may be", () => {
  const claims: readonly Said[] = [["due", "2024-03-01", "a"], ["done", "[2024-05-01..2024-07-01]", "b"]];
  expect(standing(claims, "2024-04-30")).toEqual({ state: "overdue", perhaps: null });
  expect(standing(claims, "2024-06-01")).toEqual({ state: "overdue", perhaps: "done" });
  expect(standing(claims, "2024-07-01")).toEqual({ state: "done", perhaps: null });
});

test("what was given up is no longer late", () => {
  expect(states([["due", "2024-03-01", "a"], ["dropped", "2024-09-01", "a"]], ["2024-08-31", "2024-09-01"])).toEqual(["overdue", "dropped"]);
});

test("as days go by it never goes back from done, nor from late to open", () => {
  const day = fc.integer({ min: 18_000, max: 22_000 });
  fc.assert(
    fc.property(day, day, day, fc.nat(900), (due, done, at, later) => {
      const claims: readonly Said[] = [["due", isoDay(due), "a"], ["done", isoDay(done), "b"]];
      const [now, then] = [standing(claims, isoDay(at)).state, standing(claims, isoDay(at + later)).state];
      const rank = { open: 0, undated: 0, between: 1, overdue: 2, done: 3, dropped: 3 };
      expect(rank[then]).toBeGreaterThanOrEqual(rank[now]);
    }),
  );
});

test("a text is a draft, then adopted, then no longer in force", () => {
  const text = (claims: readonly Said[], day: string) => textState({ day: dayNumber(day) }, { sheet: sheetOf(null, claims.map(([field, value, source]) => claimed("t", field, value, source)), []), id: "t", kind: "text" });
  const claims: readonly Said[] = [["adopted", "2023-03-02", "a"], ["ended", "2024", "b"]];
  expect(["2023-03-01", "2023-03-02", "2024-06-01", "2024-12-31"].map((day) => text(claims, day))).toEqual(["draft", "adopted", "between", "ended"]);
  expect(text([["issued", "2023-03-02", "a"]], "2023-03-02")).toBe("issued");
  expect(text([], "2023-03-02")).toBe("undated");
});
