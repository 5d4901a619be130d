import fc from "fast-check";
import { expect, test } from "vitest";
import { besideParts, type ProgrammePart } from "./programme-money.ts";

fc.configureGlobal({ seed: 20_261_124 });

const beside = (money: Readonly<Record<string, number>>, ...links: readonly (readonly [programme: string, part: string])[]) =>
  Object.fromEntries(besideParts(links.map(([programme, part]) => ({ programme, part })), (id) => money[id] ?? NaN));

test("a programme of 240 with a part of 60 has 180 beside it", () => {
  expect(beside({ p: 240, a: 60 }, ["p", "a"])).toEqual({ p: 180 });
});

test("parts that say more than their programme leave nothing beside them", () => {
  expect(beside({ p: 100, a: 60, b: 90 }, ["p", "a"], ["p", "b"])).toEqual({ p: 0 });
});

test("both name the other: it is one link", () => {
  expect(beside({ p: 240, a: 60 }, ["p", "a"], ["p", "a"])).toEqual({ p: 180 });
});

test("a part's own parts are in it, and are not taken away twice", () => {
  expect(beside({ p: 240, a: 60, x: 50 }, ["p", "a"], ["a", "x"])).toEqual({ p: 180, a: 10 });
});

test("what is not known takes nothing away and is not made known", () => {
  expect(beside({ p: 240 }, ["p", "a"])).toEqual({});
  expect(beside({ a: 60 }, ["p", "a"])).toEqual({});
});

test("a part of two programmes is taken from the larger; programmes that are parts of each other keep theirs", () => {
  expect(beside({ p: 240, q: 500, a: 60 }, ["p", "a"], ["q", "a"])).toEqual({ q: 440 });
  expect(beside({ p: 240, q: 500 }, ["p", "q"], ["q", "p"])).toEqual({});
  expect(beside({ p: 240, q: 500, r: 10 }, ["p", "q"], ["q", "r"], ["r", "p"])).toEqual({});
});

test("laws: never negative, never more than the programme says; a tree comes to no less than its top, and to no more than all added up", () => {
  const anyTree = fc.array(fc.record({ up: fc.nat(8), usd: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 1_000 }) }, { weight: 1, arbitrary: fc.constant(NaN) }) }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(anyTree, (nodes) => {
      const usd = (id: string) => nodes[Number(id)]!.usd;
      const links = nodes.slice(1).map((n, k): ProgrammePart => ({ programme: `${n.up % (k + 1)}`, part: `${k + 1}` }));
      const found = besideParts(links, usd);
      for (const [id, rest] of found) {
        expect(rest).toBeGreaterThanOrEqual(0);
        expect(rest).toBeLessThan(usd(id));
      }
      const known = nodes.map((_, k) => `${k}`).filter((id) => !Number.isNaN(usd(id)));
      const total = known.reduce((sum, id) => sum + (found.get(id) ?? usd(id)), 0);
      if (known.includes("0")) expect(total).toBeGreaterThanOrEqual(usd("0"));
      expect(total).toBeLessThanOrEqual(known.reduce((sum, id) => sum + usd(id), 0));
    }),
  );
});
