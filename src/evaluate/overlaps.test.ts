import { expect, test } from "vitest";
import { evaluateOverlaps, type CsvRow } from "./overlaps.ts";

const row = (id: string, over: Partial<Record<string, string>> = {}): CsvRow => ({
  initiative_id: id,
  line_of_effort: "wash",
  target_group: "women",
  area_codes: "X1 X2",
  start: "2020-01-15",
  end: "2020-10-02",
  budget_usd: "1000",
  implementer_id: `implementer of ${id}`,
  ...over,
});
const pairs = (rows: readonly CsvRow[]) => evaluateOverlaps(rows).predictions.map((p) => [p.a, p.b, p.contested]);

test("inclusive months, rounded dollars: one of two areas, four of ten months", () => {
  expect(pairs([row("a"), row("b", { area_codes: "X2", start: "2020-07-31", end: "2021-04-30" })])).toEqual([
    ["a", "b", 200],
  ]);
});

test("`all` meets any group; different groups do not meet", () => {
  expect(pairs([row("a"), row("b", { target_group: "all" }), row("c", { target_group: "men" })])).toEqual([
    ["a", "b", 1000],
    ["b", "c", 1000],
  ]);
});

test.each([
  ["5", 2],
  ["7", 4],
  ["9", 4],
])("half of %s dollars goes to the even dollar", (usd, contested) => {
  expect(pairs([row("a", { budget_usd: usd }), row("b", { area_codes: "X1" })])).toEqual([["a", "b", contested]]);
});

test("one shared month, or one implementer, is no overlap here", () => {
  expect(pairs([row("a"), row("b", { start: "2020-10-01", end: "2021-07-31" })])).toEqual([]);
  expect(pairs([row("a"), row("b", { implementer_id: "implementer of a" })])).toEqual([]);
});

test("against a truth: found, exact, differing, missing and surplus are counted apart", () => {
  const truth = [
    { initiative_a: "b", initiative_b: "a", contested_usd: "1000" },
    { initiative_a: "a", initiative_b: "c", contested_usd: "7" },
    { initiative_a: "a", initiative_b: "d", contested_usd: "5" },
  ];
  expect(
    evaluateOverlaps([row("a"), row("b"), row("c"), row("d", { line_of_effort: "roads" })], truth).against,
  ).toEqual({
    truth: 3,
    found: 2,
    amountExact: 1,
    amountWithinOne: 1,
    surplus: 1,
    missing: ["a d"],
    amountDiffers: [{ pair: "a c", predicted: 1000, truth: 7 }],
  });
});

test("an unreadable row names its line and column", () => {
  expect(() => evaluateOverlaps([row("a"), row("b", { budget_usd: "much" })])).toThrow(
    expect.objectContaining({
      code: "bad-input",
      params: expect.objectContaining({ path: "row 3, column budget_usd", found: "much" }),
    }),
  );
});
