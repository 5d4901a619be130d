import { expect, test } from "vitest";
import { compareSearch, yearBefore } from "./compare-search.ts";

test("the address of a comparison keeps days and their time, and drops what makes no sense", () => {
  expect(compareSearch({ from: "2024-02-29", to: "2025-02-28", time: "known", asOf: "2024-01-01" })).toEqual({ from: "2024-02-29", to: "2025-02-28", time: "known", asOf: "2024-01-01" });
  expect(compareSearch({ from: "2024-13-45", to: "yesterday", time: "both" })).toEqual({});
});

test("a year before a leap day is a day that there was", () => {
  expect([yearBefore("2024-02-29"), yearBefore("2025-02-28"), yearBefore("2026-11-24")]).toEqual(["2023-02-28", "2024-02-28", "2025-11-24"]);
});
