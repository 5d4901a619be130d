import { expect, test } from "vitest";
import { buildAreas } from "./area-table.ts";
import { smallWorld } from "./arbitrary.fixture.ts";
import { buildSupply } from "./build-supply.ts";
import { indexSupply } from "./coverage-index.ts";
import { buildNeeds } from "./need-columns.ts";
import { overlaps, type OverlapOptions } from "./overlap.ts";
import {
  pairAssumedEnd,
  pairAt,
  pairCoarsened,
  pairGroupUnknown,
  pairPlanned,
  type PairColumns,
} from "./pair-columns.ts";
import type { SupplyColumns, SupplyRow } from "./supply-columns.ts";

const areas = buildAreas(smallWorld);
const base: SupplyRow = {
  id: "",
  lines: ["capacity"],
  areas: ["A1"],
  groups: ["women"],
  months: [0, 9],
  money: { commitment: 100 },
};
const supplyOf = (rows: readonly SupplyRow[]) => buildSupply(rows, areas);
const run = (rows: readonly SupplyRow[], options: OverlapOptions = {}) =>
  overlaps(indexSupply(supplyOf(rows), { basis: "commitment" }), options);

function list(supply: SupplyColumns, pairs: PairColumns) {
  return Array.from(pairs.a, (_, k) => {
    const { a, b, ...rest } = pairAt(pairs, k);
    return { ...rest, a: supply.ids[a]!, b: supply.ids[b]! };
  });
}

const only = (rows: readonly SupplyRow[], options: OverlapOptions = {}) => {
  const found = run(rows, options);
  const all = [...list(supplyOf(rows), found.money), ...list(supplyOf(rows), found.presence)];
  expect(all).toHaveLength(1);
  return all[0]!;
};

test("women 100 against women, men, youth 300: all of the smaller is contested", () => {
  const pair = only([
    { ...base, id: "a" },
    { ...base, id: "b", groups: ["women", "men", "youth"], money: { commitment: 300 } },
  ]);
  expect(pair.contested).toBeCloseTo(100, 9);
  expect(pair.score).toBeCloseTo(1, 12);
  expect(pair.duplication).toBeNaN();
});

test("ten equal initiatives in one cell make 45 pairs of 1, which never add up to what is contested", () => {
  const rows = Array.from({ length: 10 }, (_, i) => ({
    ...base,
    id: `i${i}`,
    months: [0, 0] as const,
    money: { commitment: 1 },
  }));
  const found = run(rows);
  expect(found.counts.money).toBe(45);
  expect([...found.money.contested]).toEqual(Array.from({ length: 45 }, () => 1));
});

test("everyone meets any group in full, and never more than either has", () => {
  const pair = only([
    { ...base, id: "a", groups: "everyone" },
    { ...base, id: "b", groups: ["women", "men"], money: { commitment: 300 } },
  ]);
  expect(pair.contested).toBeCloseTo(100, 9);
});

test("an unknown group meets any group in half, labelled", () => {
  const pair = only([
    { ...base, id: "a", groups: "unknown" },
    { ...base, id: "b" },
  ]);
  expect(pair.contested).toBeCloseTo(50, 9);
  expect(pair.flags & pairGroupUnknown).toBe(pairGroupUnknown);
});

test("months count with both ends: 10 months against the last of them and 9 after share one month of ten", () => {
  const pair = only([
    { ...base, id: "a" },
    { ...base, id: "b", months: [9, 18] },
  ]);
  expect(pair.contested).toBeCloseTo(10, 9);
  expect([pair.first, pair.last]).toEqual([9, 9]);
});

test("a district against its province is compared at the province, and says so", () => {
  const pair = only([
    { ...base, id: "a", areas: ["A1"] },
    { ...base, id: "b", areas: ["A1x"] },
  ]);
  expect(pair.contested).toBeCloseTo(100, 9);
  expect(pair.flags & pairCoarsened).toBe(pairCoarsened);
});

test("two districts of one province share nothing", () => {
  expect(
    run([
      { ...base, id: "a", areas: ["A1x"] },
      { ...base, id: "b", areas: ["A1y"] },
    ]).counts.money,
  ).toBe(0);
});

test("places of several levels meet each at the coarser of the two: the country part of one does not blur another's districts elsewhere", () => {
  const mixed: SupplyRow = { ...base, id: "a", areas: ["A", "B1x"] };
  expect(run([mixed, { ...base, id: "b", areas: ["B1y"] }]).counts.money).toBe(0);
  expect(only([mixed, { ...base, id: "b", areas: ["A2y"] }]).contested).toBeCloseTo(50, 9);
});

test("money unknown on one side: no C, no O; presence from the shares alone, apart from the pairs of money", () => {
  const rows: SupplyRow[] = [
    { ...base, id: "a", money: {} },
    { ...base, id: "b", areas: ["A1", "A2"] },
    { ...base, id: "c", areas: ["A2"] },
  ];
  const found = run(rows);
  expect(list(supplyOf(rows), found.money).map((p) => [p.a, p.b])).toEqual([["b", "c"]]);
  const [pair] = list(supplyOf(rows), found.presence);
  expect(pair).toMatchObject({ a: "a", b: "b", contested: NaN, score: NaN, duplication: NaN });
  expect(pair!.presence).toBeCloseTo(0.5, 12);
});

test("a pledge is its own basis: it does not count in a picture of outgoing commitments", () => {
  const rows = [
    { ...base, id: "a", money: { pledge: 500 } },
    { ...base, id: "b" },
  ];
  const supply = supplyOf(rows);
  expect(overlaps(indexSupply(supply, { basis: "commitment" })).counts).toMatchObject({ money: 0, presence: 1 });
  expect(overlaps(indexSupply(supply, { basis: "pledge" })).counts).toMatchObject({ money: 0, presence: 1 });
});

test("published periods shape the months: money of the first half does not meet work of the second", () => {
  const early: SupplyRow = { ...base, id: "a", periods: [{ first: 0, last: 4, usd: 100 }] };
  const late: SupplyRow = { ...base, id: "b", months: [5, 9] };
  expect(run([early, late]).counts.money).toBe(0);
  const partly: SupplyRow = { ...early, periods: [{ first: 0, last: 4, usd: 60 }] };
  expect(only([partly, late]).contested).toBeCloseTo(20, 9);
});

test("work on `other` takes no part; its share is not moved to the real line", () => {
  expect(
    run([
      { ...base, id: "a", lines: ["other"] },
      { ...base, id: "b", lines: ["other"] },
    ]).counts,
  ).toMatchObject({ money: 0, presence: 0 });
  expect(
    only([
      { ...base, id: "a", lines: ["capacity", "other"] },
      { ...base, id: "b" },
    ]).contested,
  ).toBeCloseTo(50, 9);
});

test("phases and co-funded programmes are not overlaps, and are counted", () => {
  const found = run([
    { ...base, id: "a", family: "f" },
    { ...base, id: "b", family: "f" },
  ]);
  expect(found.counts).toMatchObject({ money: 0, sameFamily: 1 });
});

test("a possible double report stands first and only once, even where the two share no cell", () => {
  const rows = [
    { ...base, id: "a" },
    { ...base, id: "b" },
    { ...base, id: "c", areas: ["B"] },
  ];
  const found = run(rows, {
    review: [
      { a: "c", b: "a", probability: 0.7 },
      { a: "a", b: "b", probability: 0.6 },
      { a: "a", b: "gone", probability: 0.9 },
    ],
  });
  expect(list(supplyOf(rows), found.review.pairs).map((p) => [p.a, p.b, p.contested])).toEqual([
    ["a", "c", 0],
    ["a", "b", 100],
  ]);
  expect([...found.review.probability]).toEqual([0.7, 0.6]);
  expect(found.counts).toMatchObject({ money: 0, review: 2 });
});

test("what the viewer may not read is not there: not as a side, not in a supply, not as a possible double report", () => {
  const rows = [
    { ...base, id: "a" },
    { ...base, id: "b" },
    { ...base, id: "c", visibilityClass: "red" },
  ];
  const needs = buildNeeds([{ area: "A1", line: "capacity", months: [0, 9], requestedUsdPerMonth: 20 }], areas);
  const index = indexSupply(supplyOf(rows), { mayRead: (c) => c !== "red" });
  const found = overlaps(index, { needs, review: [{ a: "a", b: "c", probability: 0.5 }] });
  expect(found.counts).toMatchObject({ money: 1, review: 0 });
  expect(found.money.duplication[0]).toBe(0);
  expect(overlaps(indexSupply(supplyOf(rows)), { needs }).money.duplication[0]).toBeCloseTo(100 / 3, 9);
});

test("duplication is the contested part that exceeds need; crowding below need is none", () => {
  const rows = [
    { ...base, id: "a" },
    { ...base, id: "b" },
  ];
  const withNeed = (usd: number) =>
    only(rows, {
      needs: buildNeeds([{ area: "A1", line: "capacity", months: [0, 9], requestedUsdPerMonth: usd }], areas),
    }).duplication;
  expect(withNeed(5)).toBeCloseTo(75, 9);
  expect(withNeed(25)).toBe(0);
  expect(withNeed(0)).toBeCloseTo(100, 9);
});

test("duplication is not known when the need of one contested month is not", () => {
  const rows: SupplyRow[] = [
    { ...base, id: "a" },
    { ...base, id: "b" },
  ];
  for (const months of [
    [0, 8],
    [1, 20],
  ] as const) {
    const needs = buildNeeds([{ area: "A1", line: "capacity", months, requestedUsdPerMonth: 5 }], areas);
    expect(only(rows, { needs }).duplication).toBeNaN();
  }
});

test("assumed ends and planned initiatives are labelled; what is planned counts", () => {
  const pair = only([
    { ...base, id: "a", assumedEnd: true },
    { ...base, id: "b", planned: true },
  ]);
  expect(pair.flags & (pairAssumedEnd | pairPlanned)).toBe(pairAssumedEnd | pairPlanned);
  expect(pair.contested).toBeCloseTo(100, 9);
});

test("order: by D, then C; a limit keeps the first and counts all", () => {
  const rows: SupplyRow[] = [
    { ...base, id: "big1", areas: ["B1"], money: { commitment: 900 } },
    { ...base, id: "big2", areas: ["B1"], money: { commitment: 900 } },
    { ...base, id: "dup1" },
    { ...base, id: "dup2" },
    { ...base, id: "mid1", areas: ["B2"], money: { commitment: 500 } },
    { ...base, id: "mid2", areas: ["B2"], money: { commitment: 500 } },
  ];
  const needs = buildNeeds([{ area: "A1", line: "capacity", months: [0, 9], requestedUsdPerMonth: 1 }], areas);
  const all = list(supplyOf(rows), run(rows, { needs }).money).map((p) => p.a);
  expect(all).toEqual(["dup1", "big1", "mid1"]);
  const two = run(rows, { needs, limit: 2 });
  expect(list(supplyOf(rows), two.money).map((p) => p.a)).toEqual(["dup1", "big1"]);
  expect(two.counts).toMatchObject({ money: 3, duplicated: 1, duplicationUnknown: 2 });
});

test("a limit far below what is found keeps exactly the first, in order", () => {
  const rows = Array.from({ length: 120 }, (_, i): SupplyRow => ({
    ...base,
    id: `i${String(i).padStart(3, "0")}`,
    money: { commitment: 1 + ((i * 37) % 101) },
  }));
  const all = run(rows);
  const some = run(rows, { limit: 10 });
  expect(some.counts).toEqual(all.counts);
  expect(list(supplyOf(rows), some.money)).toEqual(list(supplyOf(rows), all.money).slice(0, 10));
});
