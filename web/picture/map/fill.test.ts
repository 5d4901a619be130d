import { expect, test } from "vitest";
import type { AreaCell } from "../../api/types.ts";
import { fillOf, scaleOf } from "./fill.ts";
import { breaksOf, classOf } from "./measures.ts";

const cell = (over: Partial<AreaCell>): AreaCell => ({
  area: { code: "XX-1", name: { text: "One", language: "en" }, level: 1, country: { code: "XX", name: { text: "X", language: "en" } } },
  initiatives: 0, supplyUsd: null, unknownBudget: 0, need: null, threat: null, state: "not-known", coverage: null, label: null, overlaps: 0, contestedUsd: null,
  ...over,
});
const needs = (usd: number | null) => ({ basis: "requests" as const, usd, people: null, reached: null, severity: null, priority: null });
const scale = scaleOf([1, 2, 3].map((n) => cell({ state: "reported", initiatives: 1, supplyUsd: n * 1e6, need: needs(n * 1e6) })));

test("not known, reported none and reported without money look different", () => {
  expect(fillOf(cell({}), "supply", scale)).toBe("unknown");
  expect(fillOf(undefined, "supply", scale)).toBe("unknown");
  expect(fillOf(cell({ state: "none-reported" }), "supply", scale)).toBe("none");
  expect(fillOf(cell({ state: "reported", initiatives: 2, unknownBudget: 2 }), "supply", scale)).toBe("presence");
});

test("most need with least supply is the third row, first column", () => {
  expect(fillOf(cell({ state: "none-reported", need: needs(3e6) }), "both", scale)).toBe("both-31");
  expect(fillOf(cell({ state: "reported", initiatives: 1, supplyUsd: 3e6, need: needs(3e6) }), "both", scale)).toBe("both-33");
});

test("a need that is known shows through where work is not known", () => {
  expect(fillOf(cell({ state: "not-known", need: needs(3e6) }), "both", scale)).toBe("open-3");
});

test("a need that nobody measured is unknown, not low", () => {
  expect(fillOf(cell({ state: "none-reported" }), "both", scale)).toBe("unknown");
  expect(fillOf(cell({ state: "reported", initiatives: 1, supplyUsd: 3e6 }), "both", scale)).toBe("given-3");
  expect(fillOf(cell({ state: "reported", initiatives: 1, unknownBudget: 1 }), "both", scale)).toBe("presence");
  expect(fillOf(cell({ state: "reported", need: needs(0) }), "need", scale)).toBe("none");
});

test.each([
  [[1, 2, 3, 4, 5, 6], 3, [3, 5]],
  [[], 3, []],
  [[7, 7, 7], 3, [7]],
  [[0, 0, 123_456, 234_567, 345_678], 3, [230_000, 350_000]],
])("bounds of %j in %i classes are %j", (values, classes, bounds) => {
  expect(breaksOf(values, classes)).toEqual(bounds);
});

test("a value on a bound belongs to the class above", () => {
  expect([2, 3, 4, 5].map((value) => classOf(value, [3, 5]))).toEqual([1, 2, 2, 3]);
});
