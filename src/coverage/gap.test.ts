import { expect, test } from "vitest";
import { buildAreas } from "./area-table.ts";
import { smallWorld } from "./arbitrary.fixture.ts";
import { buildSupply } from "./build-supply.ts";
import { indexSupply } from "./coverage-index.ts";
import {
  gaps,
  labelCrowded,
  labelUnderServed,
  workNotKnown,
  workReported,
  workReportedNone,
  type GapColumns,
  type GapQuestion,
} from "./gap.ts";
import { mismatch } from "./mismatch.ts";
import { buildNeeds, type NeedRow } from "./need-columns.ts";
import { overlaps } from "./overlap.ts";
import { priorityNone, priorityThreatAlone, priorityThreatPopulation } from "./priority.ts";
import type { SupplyRow } from "./supply-columns.ts";

const areas = buildAreas(smallWorld);
const work: SupplyRow = {
  id: "i",
  lines: ["capacity"],
  areas: ["A1x"],
  groups: "everyone",
  months: [0, 0],
  money: { commitment: 100 },
};
const need = (area: string, usd: number, over: Partial<NeedRow> = {}): NeedRow => ({
  area,
  line: "capacity",
  months: [0, 11],
  requestedUsdPerMonth: usd,
  ...over,
});
const ask = (rows: readonly SupplyRow[], needs: readonly NeedRow[], question: Partial<GapQuestion> = {}) =>
  gaps(indexSupply(buildSupply(rows, areas), { basis: "commitment" }), buildNeeds(needs, areas), {
    level: 2,
    first: 0,
    last: 0,
    ...question,
  });

function cell(of: GapColumns, area: string, line = "capacity") {
  const k = of.area.findIndex((a, n) => areas.codes[a] === area && of.lines[of.line[n]!] === line);
  const at = <T extends keyof GapColumns>(name: T) => (of[name] as unknown as ArrayLike<number>)[k]!;
  return {
    need: at("need"),
    low: at("supplyLow"),
    high: at("supplyHigh"),
    coverageLow: at("coverageLow"),
    coverageHigh: at("coverageHigh"),
    gapLow: at("gapLow"),
    gapHigh: at("gapHigh"),
    state: at("state"),
    labels: at("labels"),
    unknownBudget: at("unknownBudget"),
    workAbove: at("workAbove"),
    people: at("people"),
    reached: at("reached"),
    peopleGap: at("peopleGap"),
    severity: at("severity"),
    peopleRank: at("peopleRank"),
    priority: at("priority"),
    priorityBasis: at("priorityBasis"),
    crowdedMonths: at("crowdedMonths"),
    underServedMonths: at("underServedMonths"),
    needMonths: at("needMonths"),
  };
}

test("1,000 people in need at 60 USD a year need 5,000 a month", () => {
  const people: NeedRow = {
    area: "A1x",
    line: "capacity",
    months: [0, 11],
    peopleInNeed: 1_000,
    unitCostUsdPerPersonYear: 60,
  };
  expect(cell(ask([], [people]), "A1x").need).toBe(5_000);
});

test("requests go before people, and add up; without a unit cost people never become money", () => {
  const people = { area: "A1x", line: "capacity", months: [0, 11] as const, peopleInNeed: 1_000 };
  expect(
    cell(ask([], [{ ...people, unitCostUsdPerPersonYear: 60 }, need("A1x", 30), need("A1x", 12)]), "A1x").need,
  ).toBe(42);
  expect(cell(ask([], [people]), "A1x")).toMatchObject({
    need: NaN,
    coverageLow: NaN,
    gapHigh: NaN,
    labels: 0,
    people: 1_000,
  });
});

test("of two estimates of people the newest counts", () => {
  const old = {
    area: "A1x",
    line: "capacity",
    months: [0, 11] as const,
    peopleInNeed: 1_000,
    unitCostUsdPerPersonYear: 60,
  };
  expect(cell(ask([], [{ ...old, months: [1, 11], peopleInNeed: 100 }, old], { first: 0, last: 1 }), "A1x").need).toBe(
    5_500,
  );
  const longer: NeedRow = { ...old, months: [0, 12], peopleInNeed: 500 };
  expect(cell(ask([], [longer, old]), "A1x").need).toBe(2_500);
});

test("coverage never comes from totals: 200 and 0 against 100 and 100 is half covered, 100 short", () => {
  const found = ask([{ ...work, money: { commitment: 200 } }], [need("A1x", 100), need("A1y", 100)]);
  expect(found.whole).toEqual({
    need: 200,
    coverageLow: 0.5,
    coverageHigh: 0.5,
    gapLow: 100,
    gapHigh: 100,
    cellsKnown: 2,
    cellsUnknown: 6,
  });
  const overMonths = ask([{ ...work, money: { commitment: 200 } }], [need("A1x", 100)], { last: 1 });
  expect(cell(overMonths, "A1x")).toMatchObject({ need: 200, low: 200, coverageLow: 0.5, gapHigh: 100 });
});

test("at admin-2 supply is an interval: what is known to the admin-1 alone may be here", () => {
  const found = ask(
    [
      { ...work, money: { commitment: 30 } },
      { ...work, id: "p", areas: ["A1"], money: { commitment: 50 } },
    ],
    [need("A1x", 100), need("A1y", 100)],
  );
  expect(cell(found, "A1x")).toMatchObject({
    low: 30,
    high: 80,
    coverageLow: 0.3,
    coverageHigh: 0.8,
    gapLow: 20,
    gapHigh: 70,
    state: workReported,
    workAbove: 1,
  });
  expect(cell(found, "A1y")).toMatchObject({ low: 0, high: 50, state: workNotKnown, workAbove: 1 });
  // The 50 may be in either district, not in both at once.
  expect(found.whole).toMatchObject({ coverageLow: 0.15, coverageHigh: 0.4, gapLow: 120, gapHigh: 170 });
});

test("at admin-1 finer places are rolled up; money known for the country alone is on no area of the map", () => {
  const found = ask(
    [work, { ...work, id: "p", areas: ["A1"] }, { ...work, id: "c", areas: ["A"] }],
    [need("A1", 400)],
    { level: 1 },
  );
  expect(cell(found, "A1")).toMatchObject({ low: 200, high: 200, coverageLow: 0.5 });
  expect(cell(ask([work, { ...work, id: "c", areas: ["A"] }], [need("A", 400)], { level: 0 }), "A")).toMatchObject({
    low: 200,
    high: 200,
  });
});

test("the need of a coarser area is the sum of those within only when all are known, and is never spread down", () => {
  expect(cell(ask([], [need("A1x", 1), need("A1y", 2)], { level: 1 }), "A1").need).toBe(3);
  expect(cell(ask([], [need("A1x", 1)], { level: 1 }), "A1").need).toBeNaN();
  expect(cell(ask([], [need("A1", 9)]), "A1x").need).toBeNaN();
});

test("three states: nobody reported is not nobody there", () => {
  const none = { area: "A1y", line: "capacity", months: [0, 0] as const };
  const found = ask([work], [], { noneReported: [none, { ...none, area: "A1x" }, { area: "A2x", months: [0, 5] }] });
  expect(["A1x", "A1y", "A2x", "A2y"].map((a) => cell(found, a).state)).toEqual([
    workReported,
    workReportedNone,
    workReportedNone,
    workNotKnown,
  ]);
  expect(cell(ask([], [need("A1y", 1)], { last: 1, noneReported: [none] }), "A1y").state).toBe(workNotKnown);
});

test("work of unknown budget is presence, never zero money: reported work, and no under-served label", () => {
  const severe = need("A1x", 100, { severity: 5 });
  const unknown: SupplyRow = { ...work, money: {} };
  expect(cell(ask([unknown], [severe]), "A1x")).toMatchObject({
    state: workReported,
    unknownBudget: 1,
    low: 0,
    labels: 0,
  });
  expect(cell(ask([{ ...unknown, areas: ["A1"] }], [severe]), "A1x")).toMatchObject({ unknownBudget: 1, labels: 0 });
  expect(cell(ask([{ ...unknown, areas: ["A1y"] }], [severe]), "A1x")).toMatchObject({
    unknownBudget: 0,
    labels: labelUnderServed,
  });
  expect(cell(ask([unknown], [severe]), "A1x").underServedMonths).toBe(0);
  expect(cell(ask([], [severe]), "A1x").underServedMonths).toBe(1);
});

test.each<[string, number, number, number, number]>([
  ["24 of 100 at severity 4", 24, 100, 4, labelUnderServed],
  ["25 of 100 is enough not to be", 25, 100, 4, 0],
  ["severity 3 is not", 24, 100, 3, 0],
  ["151 of 100 is crowded, whatever the severity", 151, 100, 4, labelCrowded],
  ["150 of 100 is not", 150, 100, 1, 0],
])("labels: %s", (_, usd, n, severity, labels) => {
  expect(cell(ask([{ ...work, money: { commitment: usd } }], [need("A1x", n, { severity })]), "A1x").labels).toBe(
    labels,
  );
});

test("under-served looks at the high supply, crowded at the low one", () => {
  const above: SupplyRow = { ...work, areas: ["A1"], money: { commitment: 160 } };
  expect(cell(ask([above], [need("A1x", 100, { severity: 5 })]), "A1x").labels).toBe(0);
});

test("a period is crowded when every month is; the months that are, are counted", () => {
  const found = ask([{ ...work, money: { commitment: 400 } }], [need("A1x", 100, { severity: 5 })], { last: 1 });
  expect(cell(found, "A1x")).toMatchObject({ labels: 0, crowdedMonths: 1, underServedMonths: 1, coverageLow: 0.5 });
});

test("people: the highest figure of one group and month, never a sum, never more than are in need", () => {
  const people: NeedRow = { area: "A1x", line: "capacity", months: [0, 11], peopleInNeed: 100, severity: 3 };
  const reached = [
    { area: "A1x", line: "capacity", group: "women", month: 0, people: 30 },
    { area: "A1x", line: "capacity", group: "men", month: 0, people: 40 },
    { area: "A1x", line: "resilience", group: "men", month: 0, people: 90 },
    { area: "A1x", line: "capacity", group: "men", month: 7, people: 99 },
  ];
  expect(cell(ask([], [people], { reached }), "A1x")).toMatchObject({
    people: 100,
    reached: 40,
    peopleGap: 60,
    severity: 3,
  });
  expect(cell(ask([], [people], { reached: [{ area: "A1x", month: 0, people: 500 }] }), "A1x")).toMatchObject({
    reached: 100,
    peopleGap: 0,
  });
  expect(cell(ask([], [people]), "A1x")).toMatchObject({ reached: NaN, peopleGap: NaN });
});

test("people are ranked by their gap × severity; an unknown figure or severity has no rank", () => {
  const people = (area: string, peopleInNeed: number, severity?: number): NeedRow => ({
    area,
    line: "capacity",
    months: [0, 11],
    peopleInNeed,
    ...(severity === undefined ? {} : { severity }),
  });
  const reached = ["A1x", "A1y", "A2x", "A2y"].map((area) => ({ area, month: 0, people: 10 }));
  const rows = [
    people("A1x", 110, 2),
    people("A1y", 70, 5),
    people("A2x", 900),
    people("A2y", 5, 5),
    people("B1x", 900, 5),
  ];
  const found = ask([], rows, { reached });
  expect(Object.fromEntries(["A1x", "A1y", "A2x", "A2y", "B1x"].map((a) => [a, cell(found, a).peopleRank]))).toEqual({
    A1x: 2,
    A1y: 1,
    A2x: 0,
    A2y: 0,
    B1x: 0,
  });
});

test("needs of another area table are refused", () => {
  const index = indexSupply(buildSupply([work], areas), { basis: "commitment" });
  const elsewhere = buildNeeds([], buildAreas(smallWorld));
  expect(() => gaps(index, elsewhere, { level: 2, first: 0, last: 0 })).toThrow(
    expect.objectContaining({ code: "bad-input" }),
  );
  expect(() => overlaps(index, { needs: elsewhere })).toThrow(expect.objectContaining({ code: "bad-input" }));
});

test("a rank from threat stands only where the need is unknown, says what it rests on, and makes no label", () => {
  const threats = [
    { area: "A1x", threat: 9, population: 10 },
    { area: "A1y", threat: 5, population: 10 },
    { area: "A2x", threat: 5, population: 100 },
    { area: "A2y", threat: 50 },
    { area: "B1x", threat: 0, population: 5 },
  ];
  const found = ask([], [need("A1x", 100)], { threats });
  const rank = (a: string) => [cell(found, a).priority, cell(found, a).priorityBasis];
  expect(rank("A1x")).toEqual([0, priorityNone]);
  expect(rank("A2x")).toEqual([1, priorityThreatPopulation]);
  expect(rank("A1y")).toEqual([2, priorityThreatPopulation]);
  expect(rank("A2y")).toEqual([1, priorityThreatAlone]);
  expect(rank("B1x")).toEqual([0, priorityNone]);
  expect(cell(found, "A2x")).toMatchObject({ coverageLow: NaN, labels: 0 });
});

test("mismatch is the part of the money that would have to move, and opens by area", () => {
  const found = mismatch(
    ask(
      [
        { ...work, money: { commitment: 300 } },
        { ...work, id: "j", areas: ["A1y"] },
      ],
      [need("A1x", 50), need("A1y", 50)],
    ),
  );
  expect(found).toMatchObject({ whole: 0.25, cellsUnknown: 6 });
  expect(found.parts.map((p) => [areas.codes[p.area], p.part])).toEqual([
    ["A1x", 0.125],
    ["A1y", 0.125],
  ]);
});
