import fc from "fast-check";
import { expect, test } from "vitest";
import { buildAreas } from "./area-table.ts";
import { anyNeeds, anyRows, smallWorld } from "./arbitrary.fixture.ts";
import { buildSupply } from "./build-supply.ts";
import { indexSupply } from "./coverage-index.ts";
import { gaps, type GapColumns, type GapQuestion } from "./gap.ts";
import { buildNeeds, type NeedRow } from "./need-columns.ts";
import { needMonth, needSeries } from "./need-series.ts";
import { oracleNeed, oracleSupply } from "./oracle.fixture.ts";
import type { SupplyRow } from "./supply-columns.ts";

fc.configureGlobal({ seed: 20_261_124 });

const areas = buildAreas(smallWorld);
const ask = (rows: readonly SupplyRow[], needs: readonly NeedRow[], question: Partial<GapQuestion> = {}) =>
  gaps(indexSupply(buildSupply(rows, areas), { basis: "commitment" }), buildNeeds(needs, areas), {
    level: 2,
    first: 0,
    last: 0,
    ...question,
  });

/** The figures of one cell that brute force knows too. */
function cell(of: GapColumns, k: number) {
  return {
    need: of.need[k]!,
    low: of.supplyLow[k]!,
    high: of.supplyHigh[k]!,
    coverageLow: of.coverageLow[k]!,
    coverageHigh: of.coverageHigh[k]!,
    gapHigh: of.gapHigh[k]!,
  };
}

test("a need series is the need of each of its months", () => {
  fc.assert(
    fc.property(anyNeeds, (rows) => {
      const needs = buildNeeds(rows, areas);
      for (let area = 0; area < areas.codes.length; area++) {
        needs.lines.forEach((_, line) => {
          expect([...needSeries(needs, area, line, -1, 12)]).toEqual(
            Array.from({ length: 14 }, (_x, m) => needMonth(needs, area, line, m - 1).usd),
          );
        });
      }
    }),
    { numRuns: 50 },
  );
});

const close = (x: number, y: number) =>
  Number.isNaN(x) === Number.isNaN(y) &&
  (Number.isNaN(x) || Math.abs(x - y) <= 1e-7 * Math.max(1, Math.abs(x), Math.abs(y)));

test("supply, need, coverage and gap are those of brute force, and coverage lies in 0 to 1", () => {
  fc.assert(
    fc.property(
      anyRows,
      anyNeeds,
      fc.constantFrom(0 as const, 1 as const, 2 as const),
      fc.nat(11),
      fc.nat(5),
      (rows, needs, level, first, length) => {
        const question = { level, first, last: first + length };
        const found = ask(rows, needs, question);
        let [allNeed, allMet] = [0, 0];
        found.area.forEach((a, k) => {
          const [area, line] = [areas.codes[a]!, found.lines[found.line[k]!]!];
          let [n, low, high, met, metHigh] = [0, 0, 0, 0, 0];
          let known = false;
          for (let m = first; m <= question.last; m++) {
            const here = oracleSupply(smallWorld, rows, area, line, m);
            const parent = smallWorld.find((r) => r.code === area)!.parent;
            const inside = smallWorld
              .filter((r) => r.parent === parent)
              .reduce((sum, r) => sum + oracleSupply(smallWorld, rows, r.code, line, m), 0);
            const above = level === 2 ? oracleSupply(smallWorld, rows, parent!, line, m) - inside : 0;
            low += here;
            high += here + above;
            const month = oracleNeed(smallWorld, needs, area, line, m);
            if (Number.isNaN(month)) continue;
            known = true;
            n += month;
            met += Math.min(month, here);
            metHigh += Math.min(month, here + above);
          }
          const got = cell(found, k);
          const expected = {
            need: known ? n : NaN,
            low,
            high,
            coverageLow: known && n > 0 ? met / n : NaN,
            coverageHigh: known && n > 0 ? metHigh / n : NaN,
            gapHigh: known ? n - met : NaN,
          };
          for (const [name, value] of Object.entries(expected)) {
            if (!close(got[name as keyof typeof expected], value))
              throw new Error(
                `${area} ${line} ${name}: ${got[name as keyof typeof expected]}, by brute force ${value}`,
              );
          }
          if (!Number.isNaN(got.coverageLow)) {
            expect(got.coverageLow).toBeGreaterThanOrEqual(0);
            expect(got.coverageHigh).toBeGreaterThanOrEqual(got.coverageLow);
            expect(got.coverageHigh).toBeLessThanOrEqual(1);
          }
          if (known) [allNeed, allMet] = [allNeed + n, allMet + met];
        });
        if (allNeed > 0) expect(close(found.whole.coverageLow, allMet / allNeed)).toBe(true);
        if (!Number.isNaN(found.whole.coverageHigh))
          expect(found.whole.coverageHigh).toBeGreaterThanOrEqual(found.whole.coverageLow);
      },
    ),
    { numRuns: 200 },
  );
});
