import fc from "fast-check";
import { expect, test } from "vitest";
import { buildAreas } from "./area-table.ts";
import { anyNeeds, anyRows, smallWorld } from "./arbitrary.fixture.ts";
import { buildSupply } from "./build-supply.ts";
import { indexSupply } from "./coverage-index.ts";
import { buildNeeds } from "./need-columns.ts";
import { oraclePairs } from "./oracle.fixture.ts";
import { overlaps, overlapsOf, type OverlapOptions } from "./overlap.ts";
import { pairAt, pairOrder, type PairColumns } from "./pair-columns.ts";
import type { SupplyColumns, SupplyRow } from "./supply-columns.ts";

fc.configureGlobal({ seed: 20_261_124 });

const areas = buildAreas(smallWorld);
const supplyOf = (rows: readonly SupplyRow[]) => buildSupply(rows, areas);
const run = (rows: readonly SupplyRow[], options: OverlapOptions = {}) =>
  overlaps(indexSupply(supplyOf(rows), { basis: "commitment" }), options);

function list(supply: SupplyColumns, pairs: PairColumns) {
  return Array.from(pairs.a, (_, k) => {
    const { a, b, ...rest } = pairAt(pairs, k);
    return { ...rest, a: supply.ids[a]!, b: supply.ids[b]! };
  });
}

const close = (x: number, y: number) =>
  Number.isNaN(x) === Number.isNaN(y) &&
  (Number.isNaN(x) || Math.abs(x - y) <= 1e-7 * Math.max(1, Math.abs(x), Math.abs(y)));

test("the engine finds what brute force over expanded cells finds", () => {
  fc.assert(
    fc.property(anyRows, fc.option(anyNeeds, { nil: undefined }), (rows, needRows) => {
      const supply = supplyOf(rows);
      const found = overlaps(
        indexSupply(supply, { basis: "commitment" }),
        needRows === undefined ? {} : { needs: buildNeeds(needRows, areas) },
      );
      const engine = new Map(
        [...list(supply, found.money), ...list(supply, found.presence)].map((p) => [`${p.a} ${p.b}`, p]),
      );
      const oracle = oraclePairs(smallWorld, rows, needRows);
      expect([...engine.keys()].sort()).toEqual(oracle.map((p) => `${p.a} ${p.b}`).sort());
      for (const p of oracle) {
        const q = engine.get(`${p.a} ${p.b}`)!;
        for (const key of ["contested", "presence", "duplication"] as const) {
          if (!close(p[key], q[key])) throw new Error(`${p.a} ${p.b} ${key}: ${q[key]}, by brute force ${p[key]}`);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test("laws: C within both moneys, O and P within 0 and 1, D within C", () => {
  fc.assert(
    fc.property(anyRows, anyNeeds, (rows, needRows) => {
      const supply = supplyOf(rows);
      const found = run(rows, { needs: buildNeeds(needRows, areas) });
      for (const p of list(supply, found.money)) {
        const smaller = Math.min(...[p.a, p.b].map((id) => supply.money.commitment[supply.indexOf.get(id)!]!));
        expect(p.contested).toBeGreaterThan(0);
        expect(p.contested).toBeLessThanOrEqual(smaller);
        expect(p.score).toBeLessThanOrEqual(1);
        expect(p.presence).toBeLessThanOrEqual(1);
        if (!Number.isNaN(p.duplication)) {
          expect(p.duplication).toBeGreaterThanOrEqual(0);
          expect(p.duplication).toBeLessThanOrEqual(p.contested);
        }
      }
    }),
  );
});

test("the order of the input changes nothing, to the last bit", () => {
  fc.assert(
    fc.property(
      anyRows.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
      anyNeeds.chain((needs) => fc.tuple(fc.constant(needs), fc.shuffledSubarray(needs, { minLength: needs.length }))),
      ([rows, shuffled], [needs, shuffledNeeds]) => {
        expect(run(shuffled, { needs: buildNeeds(shuffledNeeds, areas) })).toEqual(
          run(rows, { needs: buildNeeds(needs, areas) }),
        );
      },
    ),
  );
});

test("new names for lines, groups and initiatives change names alone", () => {
  const renamed = (name: string) => `z${[...name].reverse().join("")}`;
  fc.assert(
    fc.property(anyRows, (rows) => {
      const other = rows.map((row): SupplyRow => ({
        ...row,
        id: renamed(row.id),
        lines: row.lines.map((l) =>
          typeof l === "string"
            ? l === "other"
              ? l
              : renamed(l)
            : { ...l, line: l.line === "other" ? l.line : renamed(l.line) },
        ),
        groups:
          typeof row.groups === "string"
            ? row.groups
            : row.groups.map((g) => (typeof g === "string" ? renamed(g) : { ...g, group: renamed(g.group) })),
      }));
      const values = (given: readonly SupplyRow[], as: (id: string) => string) =>
        new Map(list(supplyOf(given), run(given).money).map((p) => [[as(p.a), as(p.b)].sort().join(" "), p.contested]));
      const before = values(rows, renamed);
      const after = values(other, (id) => id);
      expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
      for (const [key, c] of before) expect(close(c, after.get(key)!)).toBe(true);
    }),
  );
});

test("naming an area twice with parts of its share is naming it once", () => {
  fc.assert(
    fc.property(anyRows, fc.integer({ min: 1, max: 7 }), (rows, k) => {
      const split = rows.map((row): SupplyRow => ({
        ...row,
        areas: row.areas.flatMap((a) => {
          const { area, share } = typeof a === "string" ? { area: a, share: 1 / row.areas.length } : a;
          return [
            { area, share: (share * k) / 8 },
            { area, share: share - (share * k) / 8 },
          ];
        }),
      }));
      const [before, after] = [run(rows), run(split)];
      expect(after.counts).toEqual(before.counts);
      const sorted = (pairs: PairColumns) =>
        new Map(Array.from(pairs.a, (a, n) => [`${a} ${pairs.b[n]}`, pairs.contested[n]!]));
      const [x, y] = [sorted(before.money), sorted(after.money)];
      for (const [key, c] of x) expect(close(c, y.get(key)!)).toBe(true);
    }),
  );
});

test("one initiative's pairs are the pairs of the whole that name it", () => {
  fc.assert(
    fc.property(anyRows, anyNeeds, (rows, needRows) => {
      const supply = supplyOf(rows);
      const index = indexSupply(supply, { basis: "commitment" });
      const needs = buildNeeds(needRows, areas);
      const found = overlaps(index, { needs });
      const whole = [found.money, found.presence].flatMap((pairs) => Array.from(pairs.a, (_, k) => pairAt(pairs, k)));
      rows.forEach((row) => {
        const i = supply.indexOf.get(row.id)!;
        const alone = overlapsOf(index, row.id, { needs });
        const expected = whole.filter((p) => p.a === i || p.b === i).sort(pairOrder);
        expect(alone.map((p) => [p.a, p.b, p.first, p.last, p.flags])).toEqual(
          expected.map((p) => [p.a, p.b, p.first, p.last, p.flags]),
        );
        alone.forEach((p, k) =>
          expect(close(p.contested, expected[k]!.contested) && close(p.duplication, expected[k]!.duplication)).toBe(
            true,
          ),
        );
      });
    }),
  );
});

test("pairs are counted in a period, by initiative and by place, whatever the limit", () => {
  fc.assert(
    fc.property(anyRows, fc.constantFrom(0, 1, 3), fc.tuple(fc.nat(11), fc.nat(11)), (rows, limit, [x, y]) => {
      const months = [Math.min(x, y), Math.max(x, y)] as const;
      const index = indexSupply(supplyOf(rows), { basis: "commitment" });
      const { supply } = index;
      const all = overlaps(index);
      const here = [...list(supply, all.money), ...list(supply, all.presence)].filter((p) => p.first <= months[1] && p.last >= months[0]);
      const found = overlaps(index, { limit, months });
      const unknown = (p: (typeof here)[number]) => Number.isNaN(p.contested);
      expect([found.counts.money, found.counts.presence]).toEqual([here.filter((p) => !unknown(p)).length, here.filter(unknown).length]);
      expect(supply.ids.map((_, i) => found.met.byInitiative[i])).toEqual(supply.ids.map((id) => here.filter((p) => p.a === id || p.b === id).length));
      // Places that an initiative names, less those within another that it names.
      const own = (id: string) => {
        const named = new Set(rows.find((r) => r.id === id)!.areas.map((a) => (typeof a === "string" ? a : a.area)));
        return new Set([...named].filter((code) => ![...named].some((up) => up !== code && code.startsWith(up))));
      };
      const meet = (p: (typeof here)[number]) => [...own(p.a).intersection(own(p.b))];
      for (const kind of ["money", "presence"] as const) {
        const pairs = here.filter((p) => unknown(p) === (kind === "presence"));
        expect(areas.codes.map((_, a) => found.met[kind].byArea[a])).toEqual(areas.codes.map((code) => pairs.filter((p) => meet(p).includes(code)).length));
        expect(found.met[kind].somewhere).toBe(pairs.filter((p) => meet(p).some((code) => code.length > 1)).length);
      }
    }),
    { numRuns: 200 },
  );
});
