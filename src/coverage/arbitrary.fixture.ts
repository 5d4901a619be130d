import fc from "fast-check";
import type { AreaRow } from "./area-table.ts";
import type { NeedRow } from "./need-columns.ts";
import type { SupplyRow } from "./supply-columns.ts";

/** Two countries, each of two admin-1, each of two admin-2; small enough that random work meets. */
export const smallWorld: readonly AreaRow[] = ["A", "B"].flatMap((c) => [
  { code: c, level: 0 as const },
  ...["1", "2"].flatMap((p) => [
    { code: `${c}${p}`, level: 1 as const, parent: c },
    ...["x", "y"].map((d) => ({ code: `${c}${p}${d}`, level: 2 as const, parent: `${c}${p}` })),
  ]),
]);

const named = (names: readonly string[], most: number) =>
  fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: most });

/** A span of up to eight months within 0 … 11. */
const months = fc
  .tuple(fc.nat(7), fc.nat(7))
  .map(([first, length]): readonly [number, number] => [first, Math.min(11, first + length)]);

/** Shares in sixteenths, or none given. */
const shared = (names: readonly string[], most: number): fc.Arbitrary<NamedShare[]> =>
  fc.oneof(
    named(names, most),
    fc.tuple(named(names, Math.min(2, most)), fc.integer({ min: 1, max: 15 })).map(([list, k]) =>
      list.length === 1
        ? [{ name: list[0]!, share: 1 }]
        : [
            { name: list[0]!, share: k / 16 },
            { name: list[1]!, share: 1 - k / 16 },
          ],
    ),
  );

type NamedShare = string | { readonly name: string; readonly share: number };

export const anyRows: fc.Arbitrary<SupplyRow[]> = fc
  .array(
    fc.record({
      lines: shared(["capacity", "resilience", "stabilisation", "other"], 3),
      areas: shared(
        smallWorld.map((a) => a.code),
        4,
      ),
      groups: fc.oneof(
        fc.constant("everyone" as const),
        fc.constant("unknown" as const),
        shared(["children", "women", "youth"], 3),
      ),
      months,
      usd: fc.option(fc.integer({ min: 1, max: 100_000 })),
      periods: fc.array(fc.record({ span: months, usd: fc.integer({ min: 1, max: 50_000 }) }), { maxLength: 2 }),
      family: fc.option(fc.constantFrom("f", "g"), { freq: 4 }),
    }),
    { minLength: 2, maxLength: 9 },
  )
  .map((list) =>
    list.map((x, i): SupplyRow => {
      const as =
        <K extends string>(key: K) =>
        (s: NamedShare) =>
          typeof s === "string" ? s : ({ [key]: s.name, share: s.share } as Record<K, string> & { share: number });
      return {
        id: `i${i}`,
        lines: x.lines.map(as("line")),
        areas: x.areas.map(as("area")),
        groups: typeof x.groups === "string" ? x.groups : x.groups.map(as("group")),
        months: x.months,
        money: { commitment: x.usd },
        periods: x.periods.map((p) => ({ first: p.span[0], last: p.span[1], usd: p.usd })),
        ...(x.family === null ? {} : { family: x.family }),
      };
    }),
  );

export const anyNeeds: fc.Arbitrary<NeedRow[]> = fc.array(
  fc
    .record({
      area: fc.constantFrom(...smallWorld.map((a) => a.code)),
      line: fc.constantFrom("capacity", "resilience", "stabilisation"),
      span: fc.oneof({ weight: 3, arbitrary: fc.constant([0, 11] as const) }, { weight: 1, arbitrary: months }),
      requested: fc.option(fc.nat(2_000), { freq: 1 }),
      people: fc.option(fc.nat(500), { freq: 4 }),
      unit: fc.option(fc.integer({ min: 1, max: 100 }), { freq: 4 }),
      severity: fc.option(fc.integer({ min: 1, max: 5 })),
    })
    .map((n) => ({
      area: n.area,
      line: n.line,
      months: n.span,
      ...(n.requested === null ? {} : { requestedUsdPerMonth: n.requested }),
      ...(n.people === null ? {} : { peopleInNeed: n.people }),
      ...(n.unit === null ? {} : { unitCostUsdPerPersonYear: n.unit }),
      ...(n.severity === null ? {} : { severity: n.severity }),
    })),
  { maxLength: 40 },
);
