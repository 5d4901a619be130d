import { expect, test } from "vitest";
import { ancestorAtLevel, buildAreas, withAncestors } from "./area-table.ts";
import { buildSupply } from "./build-supply.ts";
import { defaultBasis } from "./basis.ts";
import { buildNeeds } from "./need-columns.ts";
import { sharesOf } from "./shares.ts";
import type { SupplyRow } from "./supply-columns.ts";

const areas = buildAreas([
  { code: "NE", level: 0 },
  { code: "NE-2", level: 1, parent: "NE" },
  { code: "NE-2-1", level: 2, parent: "NE-2" },
  { code: "lost", level: 2 },
]);
const row: SupplyRow = { id: "i", lines: ["capacity"], areas: ["NE-2"], groups: "everyone" };
const refusal = (path: string, found: unknown) =>
  expect.objectContaining({ code: "bad-input", params: expect.objectContaining({ path, found }) });

test("an area knows what holds it, and itself at a coarser level", () => {
  const at = (code: string) => areas.indexOf.get(code)!;
  expect(withAncestors(areas, at("NE-2-1")).map((a) => areas.codes[a])).toEqual(["NE-2-1", "NE-2", "NE"]);
  expect(ancestorAtLevel(areas, at("NE-2-1"), 1)).toBe(at("NE-2"));
  expect(ancestorAtLevel(areas, at("NE"), 1)).toBe(-1);
  expect(ancestorAtLevel(areas, at("lost"), 1)).toBe(-1);
});

test("an area table refuses a code given twice, an unknown parent and a parent that is not coarser", () => {
  expect(() =>
    buildAreas([
      { code: "X", level: 0 },
      { code: "X", level: 1 },
    ]),
  ).toThrow(refusal("area X", "given twice"));
  expect(() => buildAreas([{ code: "X", level: 1, parent: "Y" }])).toThrow(refusal("area X, parent", "Y"));
  expect(() =>
    buildAreas([
      { code: "X", level: 1, parent: "Y" },
      { code: "Y", level: 1 },
    ]),
  ).toThrow(refusal("area X, parent", "level 1"));
});

test("equal shares where none are given; the same name twice is one", () => {
  const supply = buildSupply(
    [
      {
        ...row,
        lines: ["b", "a", "b"],
        areas: [
          { area: "NE", share: 0.25 },
          { area: "NE-2", share: 0.5 },
          { area: "NE", share: 0.25 },
        ],
      },
    ],
    areas,
  );
  expect(supply.lines).toEqual(["a", "b"]);
  expect([...supply.lineShare]).toEqual([0.5, 0.5]);
  expect([...supply.areaShare]).toEqual([0.5, 0.5]);
});

test("money that is absent, nothing, negative or no number is unknown, not zero", () => {
  const usd = (commitment: number | null) =>
    buildSupply([{ ...row, money: { commitment } }], areas).money.commitment[0];
  expect([null, 0, -5, Infinity, NaN, 7].map(usd)).toEqual([NaN, NaN, NaN, NaN, NaN, 7]);
});

test("the basis of a picture is outgoing commitments, else budgets, else spending; never pledges by default", () => {
  const basisOf = (money: SupplyRow["money"]) =>
    defaultBasis(buildSupply([{ ...row, ...(money === undefined ? {} : { money }) }], areas).money);
  expect(basisOf({ budget: 1, commitment: 2 })).toBe("commitment");
  expect(basisOf({ budget: 1, spent: 2 })).toBe("budget");
  expect(basisOf({ spent: 2, pledge: 3 })).toBe("spent");
  expect(basisOf({ pledge: 3 })).toBe("commitment");
});

test("what cannot be read is refused with where it was", () => {
  expect(() => buildSupply([row, row], areas)).toThrow(refusal("initiative i", "given twice"));
  expect(() => buildSupply([{ ...row, areas: ["ML"] }], areas)).toThrow(refusal("initiative i, areas", "ML"));
  expect(() =>
    buildSupply(
      [
        {
          ...row,
          lines: [
            { line: "a", share: 0.5 },
            { line: "b", share: 0.6 },
          ],
        },
      ],
      areas,
    ),
  ).toThrow(refusal("initiative i, lines", "0.5 + 0.6"));
  expect(() => buildSupply([{ ...row, lines: [{ line: "a", share: 1 }, "b"] }], areas)).toThrow(
    refusal("initiative i, lines", "1"),
  );
  expect(() => buildNeeds([{ area: "NE", line: "a", months: [3, 2] }], areas)).toThrow(
    refusal("need of NE, a, months", "3 to 2"),
  );
  expect(() => buildNeeds([{ area: "NE", line: "a", months: [0, 2], peopleInNeed: -1 }], areas)).toThrow(
    refusal("need of NE, a, people", -1),
  );
  expect(() => buildNeeds([{ area: "NE", line: "a", months: [0, 2], severity: 6 }], areas)).toThrow(
    refusal("need of NE, a, severity", 6),
  );
});

test.each<[string, (number | undefined)[], number[]]>([
  ["published percentages", [75, 25], [0.75, 0.25]],
  ["rounded ones are scaled", [33.3, 33.3, 33.3], [1 / 3, 1 / 3, 1 / 3]],
  ["one missing: equal", [75, undefined], [0.5, 0.5]],
  ["a total far from 100: equal", [30, 20], [0.5, 0.5]],
  ["a published zero is zero", [100, 0], [1, 0]],
  ["nothing named", [], []],
])("shares: %s", (_, percentages, shares) => {
  sharesOf(percentages).forEach((s, k) => expect(s).toBeCloseTo(shares[k]!, 12));
  expect(sharesOf(percentages)).toHaveLength(shares.length);
});
