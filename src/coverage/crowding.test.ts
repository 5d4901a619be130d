import fc from "fast-check";
import { expect, test } from "vitest";
import { buildAreas } from "./area-table.ts";
import { anyRows, smallWorld } from "./arbitrary.fixture.ts";
import { buildSupply } from "./build-supply.ts";
import { indexSupply } from "./coverage-index.ts";
import { crowdedCells, crowding, effectiveActors } from "./crowding.ts";
import { oracleSupply } from "./oracle.fixture.ts";
import { overlaps } from "./overlap.ts";
import type { SupplyRow } from "./supply-columns.ts";

fc.configureGlobal({ seed: 20_261_124 });

const areas = buildAreas(smallWorld);
const indexOf = (rows: readonly SupplyRow[]) => indexSupply(buildSupply(rows, areas), { basis: "commitment" });
const row = (id: string, usd: number, over: Partial<SupplyRow> = {}): SupplyRow => ({
  id,
  lines: ["capacity"],
  areas: ["A1"],
  groups: ["women"],
  months: [0, 0],
  money: { commitment: usd },
  organisations: [id],
  ...over,
});

test("ten equal initiatives of 1: S = 10, contested 9, ten effective actors", () => {
  const found = crowding(indexOf(Array.from({ length: 10 }, (_, i) => row(`i${i}`, 1))), "A1", "capacity", 0, 0);
  expect(found).toMatchObject({
    supply: 10,
    contested: 9,
    contestedLow: 9,
    contestedHigh: 9,
    organisations: 10,
    initiatives: 10,
  });
  expect(found.effectiveActors).toBeCloseTo(10, 12);
});

test("a family contests nothing among itself, and is one against others", () => {
  const contested = (...rows: readonly SupplyRow[]) => crowding(indexOf(rows), "A1", "capacity", 0, 0).contested;
  const [parent, child] = [row("a", 20, { family: "f" }), row("b", 5, { family: "f" })];
  expect(contested(parent, child)).toBe(0);
  expect(contested(parent, child, row("c", 10))).toBe(10);
  expect(contested(parent, child, row("c", 40))).toBe(25);
  expect(contested(parent, { ...child, groups: "everyone" }, row("c", 10))).toBe(10);
  expect(contested(parent, { ...child, groups: ["men"] }, row("c", 10, { groups: ["men"] }))).toBe(5);
});

test("law: without families, taking each initiative as a family of its own changes nothing", () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const [plain, single] = [rows.map(({ family: _, ...r }) => r), rows.map((r) => ({ ...r, family: r.id }))].map((list) => crowdedCells(indexOf(list), 1, 0, 20));
      const figures = (cells: typeof plain) => new Map(cells?.map((c) => [`${c.area} ${c.line}`, c.contested]));
      const [x, y] = [figures(plain), figures(single)];
      expect([...x.keys()].sort()).toEqual([...y.keys()].sort());
      for (const [key, usd] of x) expect(y.get(key)).toBeCloseTo(usd, 6);
    }),
    { numRuns: 60 },
  );
});

test("effective actors: one large beside nine small are little more than one", () => {
  expect(effectiveActors([91, 1, 1, 1, 1, 1, 1, 1, 1, 1])).toBeCloseTo(1 / (0.91 ** 2 + 9 * 0.01 ** 2), 12);
  expect(effectiveActors([])).toBeNaN();
});

test("two programmes of one organisation are one actor; money unknown is present and counts for nothing", () => {
  const found = crowding(
    indexOf([row("a", 5, { organisations: ["o"] }), row("b", 5, { organisations: ["o"] }), row("c", 0)]),
    "A1",
    "capacity",
    0,
    0,
  );
  expect(found).toMatchObject({ supply: 10, effectiveActors: 1, organisations: 1, initiatives: 3 });
});

test("different groups contest nothing; whoever does not say for whom is counted in half", () => {
  expect(crowding(indexOf([row("a", 5), row("b", 5, { groups: ["men"] })]), "A1", "capacity", 0, 0).contested).toBe(0);
  expect(crowding(indexOf([row("a", 5), row("b", 5, { groups: "unknown" })]), "A1", "capacity", 0, 0)).toMatchObject({
    contested: 2.5,
    contestedLow: 0,
    contestedHigh: 5,
  });
});

test("over months, only those in which both work are contested; an area that nobody names is empty", () => {
  const rows = [row("a", 10, { months: [0, 9] }), row("b", 4, { months: [8, 11] })];
  expect(crowding(indexOf(rows), "A1", "capacity", 0, 11)).toMatchObject({ supply: 14, contested: 2 });
  expect(crowding(indexOf(rows), "A1", "capacity", 9, 9)).toMatchObject({ supply: 2, contested: 1 });
  expect(crowding(indexOf(rows), "B", "capacity", 0, 11)).toMatchObject({
    supply: 0,
    initiatives: 0,
    effectiveActors: NaN,
  });
});

test("all cells of a level at once are each cell alone, the most contested first", () => {
  fc.assert(
    fc.property(anyRows, fc.constantFrom(0 as const, 1 as const, 2 as const), fc.nat(11), (rows, level, first) => {
      const index = indexOf(rows);
      const all = crowdedCells(index, level, first, 11);
      for (const { area, line, ...found } of all)
        expect(found).toEqual(crowding(index, areas.codes[area]!, index.supply.lines[line]!, first, 11));
      expect(all.map((c) => c.contested)).toEqual(all.map((c) => c.contested).sort((a, b) => b - a));
      for (const a of smallWorld.filter((r) => r.level === level)) {
        for (const line of index.supply.lines) {
          const listed = all.some((c) => areas.codes[c.area] === a.code && index.supply.lines[c.line] === line);
          expect(listed).toBe(crowding(index, a.code, line, first, 11).initiatives > 0);
        }
      }
    }),
  );
});

test("supply is that of brute force, what is contested never exceeds it, and two alone contest what they contest as a pair", () => {
  fc.assert(
    fc.property(anyRows, fc.constantFrom(...smallWorld), (rows, area) => {
      const index = indexOf(rows);
      for (const line of index.supply.lines) {
        const found = crowding(index, area.code, line, 0, 11);
        const supply = Array.from({ length: 12 }, (_, m) => oracleSupply(smallWorld, rows, area.code, line, m)).reduce(
          (x, y) => x + y,
          0,
        );
        expect(Math.abs(found.supply - supply)).toBeLessThan(1e-6 * Math.max(1, supply));
        expect(found.contestedLow).toBeLessThanOrEqual(found.contestedHigh * (1 + 1e-12) + 1e-9);
        expect(found.contestedHigh).toBeLessThanOrEqual(found.supply * (1 + 1e-12));
      }
      const two = rows
        .slice(0, 2)
        .map((r): SupplyRow => ({ ...r, lines: ["capacity"], areas: [area.code], family: r.id }));
      const pair = overlaps(indexOf(two));
      if (pair.counts.money === 1) {
        const cell = crowding(indexOf(two), area.code, "capacity", 0, 11);
        expect(Math.abs(cell.contested - pair.money.contested[0]!)).toBeLessThan(1e-6 * Math.max(1, cell.contested));
      }
    }),
    { numRuns: 200 },
  );
});
