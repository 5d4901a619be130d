import fc from "fast-check";
import { expect, test } from "vitest";
import { buildAreas } from "./area-table.ts";
import { anyNeeds, anyRows, smallWorld } from "./arbitrary.fixture.ts";
import { buildSupply } from "./build-supply.ts";
import { indexSupply } from "./coverage-index.ts";
import { explainCell, explainPair } from "./explain.ts";
import { gaps } from "./gap.ts";
import { buildNeeds } from "./need-columns.ts";
import { overlaps } from "./overlap.ts";
import { pairAt } from "./pair-columns.ts";
import type { SupplyRow } from "./supply-columns.ts";

fc.configureGlobal({ seed: 20_261_124 });

const areas = buildAreas(smallWorld);
const indexOf = (rows: readonly SupplyRow[]) => indexSupply(buildSupply(rows, areas), { basis: "commitment" });
const close = (x: number, y: number) =>
  Number.isNaN(x) === Number.isNaN(y) &&
  (Number.isNaN(x) || Math.abs(x - y) <= 1e-7 * Math.max(1, Math.abs(x), Math.abs(y)));
const sum = (list: readonly number[]) => list.reduce((x, y) => x + y, 0);

test("a pair opens into places, line, people and months, each with the factors of both rates", () => {
  const index = indexOf([
    {
      id: "a",
      lines: ["capacity", "resilience"],
      areas: ["A1x", "A1y"],
      groups: ["women", "men"],
      months: [0, 9],
      money: { commitment: 4_000 },
    },
    {
      id: "b",
      lines: ["capacity"],
      areas: ["A1", "B"],
      groups: ["women"],
      months: [8, 11],
      money: { commitment: 800 },
    },
  ]);
  const { parts, months } = explainPair(index, "a", "b");
  expect(parts).toHaveLength(1);
  expect(parts[0]).toMatchObject({ area: areas.indexOf.get("A1"), weight: 1, first: 8, last: 9, contested: 200 });
  expect(index.supply.groups[parts[0]!.group!]).toBe("women");
  expect(parts[0]!.a).toEqual({
    initiative: 0,
    money: 4_000,
    monthPart: 0.1,
    places: [
      { area: areas.indexOf.get("A1x"), share: 0.5 },
      { area: areas.indexOf.get("A1y"), share: 0.5 },
    ],
    linePart: 0.5,
    groupPart: 0.5,
    usdPerMonth: 100,
  });
  expect(parts[0]!.b).toMatchObject({ monthPart: 0.25, linePart: 1, groupPart: 1, usdPerMonth: 100 });
  expect(months.map((m) => [m.month, m.contested])).toEqual([
    [8, 100],
    [9, 100],
  ]);
});

test("a cell opens into who works there, what may be there, and where its need is from", () => {
  const index = indexOf([
    { id: "a", lines: ["capacity"], areas: ["A1x"], groups: "everyone", months: [0, 0], money: { commitment: 10 } },
    { id: "b", lines: ["capacity"], areas: ["A1x"], groups: "everyone", months: [0, 3], money: {}, planned: true },
    {
      id: "c",
      lines: ["capacity"],
      areas: ["A1"],
      groups: "everyone",
      months: [0, 1],
      money: { commitment: 60 },
      assumedEnd: true,
    },
    { id: "d", lines: ["capacity"], areas: ["A"], groups: "everyone", months: [0, 1], money: { commitment: 60 } },
  ]);
  const needs = buildNeeds(
    [{ area: "A1x", line: "capacity", months: [0, 0], peopleInNeed: 1_000, unitCostUsdPerPersonYear: 60 }],
    areas,
  );
  const found = explainCell(index, "A1x", "capacity", 0, needs);
  expect(found.here.map((p) => [index.supply.ids[p.initiative], p.usdPerMonth, p.planned])).toEqual([
    ["a", 10, false],
    ["b", NaN, true],
  ]);
  expect(found.above.map((p) => [index.supply.ids[p.initiative], p.usdPerMonth, p.assumedEnd])).toEqual([
    ["c", 30, true],
  ]);
  expect(found.need).toEqual({ usd: 5_000, source: "people", rows: [0] });
  expect(explainCell(index, "A1x", "capacity", 4, needs)).toMatchObject({
    here: [],
    above: [],
    need: { source: "unknown" },
  });
});

test("the parts and the months of every pair add up to its figures", () => {
  fc.assert(
    fc.property(anyRows, anyNeeds, (rows, needRows) => {
      const index = indexOf(rows);
      const needs = buildNeeds(needRows, areas);
      const found = overlaps(index, { needs });
      for (const pairs of [found.money, found.presence]) {
        pairs.a.forEach((_, k) => {
          const pair = pairAt(pairs, k);
          const { parts, months } = explainPair(index, index.supply.ids[pair.a]!, index.supply.ids[pair.b]!, needs);
          expect(close(sum(parts.map((p) => p.contested)), pair.contested)).toBe(true);
          expect(close(sum(parts.map((p) => p.presence)), pair.presence)).toBe(true);
          expect(close(sum(months.map((m) => m.contested)), pair.contested)).toBe(true);
          expect(close(sum(months.map((m) => m.duplication)), pair.duplication)).toBe(true);
        });
      }
    }),
  );
});

test("what works in a cell adds up to its supply, low and high", () => {
  fc.assert(
    fc.property(anyRows, anyNeeds, fc.nat(11), (rows, needRows, month) => {
      const index = indexOf(rows);
      const needs = buildNeeds(needRows, areas);
      const found = gaps(index, needs, { level: 2, first: month, last: month });
      found.area.forEach((a, k) => {
        const { here, above, need } = explainCell(index, areas.codes[a]!, found.lines[found.line[k]!]!, month, needs);
        const known = (list: typeof here) => sum(list.map((p) => p.usdPerMonth).filter((usd) => !Number.isNaN(usd)));
        expect(close(known(here), found.supplyLow[k]!)).toBe(true);
        expect(close(known(here) + known(above), found.supplyHigh[k]!)).toBe(true);
        expect(close(need!.usd, found.need[k]!)).toBe(true);
        expect(found.state[k] === 1).toBe(here.length > 0);
      });
    }),
  );
});
