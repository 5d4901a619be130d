import fc from "fast-check";
import { expect, test } from "vitest";
import { type LinkDecision, linkInitiatives, noLinks } from "./link-initiatives.ts";

const everywhere = () => true;
const one = (a: string, b: string): LinkDecision => ({ id: `${a}${b}`, a, b, one: true, classId: 7 });
const two = (a: string, b: string): LinkDecision => ({ id: `not ${a}${b}`, a, b, one: false, classId: 9 });
const ids = ["a", "b", "c", "d", "e", "f", "g"] as const;
const decision = fc.record({ id: fc.uuid(), a: fc.constantFrom(...ids), b: fc.constantFrom(...ids), one: fc.boolean(), classId: fc.integer({ min: 1, max: 4 }) });
const decisions = fc.array(decision, { maxLength: 14 });

test("a chain is one initiative, and has the smallest of its ids", () => {
  const links = linkInitiatives([one("c", "b"), one("b", "a"), one("e", "f")], everywhere);
  expect([...links.parts]).toEqual([["a", ["a", "b", "c"]], ["e", ["e", "f"]]]);
  expect(links.of.get("c")).toBe("a");
  expect(links.disputed).toEqual([]);
});

test("where one side says one and another says two, they stay two and the dispute is told", () => {
  expect(linkInitiatives([one("a", "b"), two("b", "a"), one("c", "d")], everywhere)).toEqual({ of: new Map([["c", "c"], ["d", "c"]]), parts: new Map([["c", ["c", "d"]]]), classes: new Map([["c", [7]]]), disputed: [{ a: "a", b: "b" }] });
});

test("a chain that would join two which are said to be two joins nothing", () => {
  const links = linkInitiatives([one("a", "b"), one("b", "c"), two("a", "c")], everywhere);
  expect(links.parts.size).toBe(0);
  expect(links.disputed).toEqual([{ a: "a", b: "b" }, { a: "b", b: "c" }]);
});

test("a link needs both sides: who sees one of them sees no link, and none through it", () => {
  expect(linkInitiatives([one("a", "b"), one("b", "c")], (id) => id !== "b")).toEqual(noLinks);
});

test("in which order decisions were made, and from which side of the pair, makes no difference", () => {
  fc.assert(
    fc.property(decisions.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.boolean())), ([all, shuffled, turned]) => {
      const again = turned ? shuffled.map((d) => ({ ...d, a: d.b, b: d.a })) : shuffled;
      const told = ({ of, parts, classes, disputed }: ReturnType<typeof linkInitiatives>) => ({ of: Object.fromEntries(of), parts: Object.fromEntries(parts), classes: Object.fromEntries(classes), disputed });
      expect(told(linkInitiatives(again, everywhere))).toEqual(told(linkInitiatives(all, everywhere)));
    }),
  );
});

test("no two that a decision keeps apart are ever one, and every part leads to exactly one whole that holds it", () => {
  fc.assert(
    fc.property(decisions, (all) => {
      const { of, parts } = linkInitiatives(all, everywhere);
      for (const d of all) if (!d.one && d.a !== d.b) expect(of.get(d.a) !== undefined && of.get(d.a) === of.get(d.b)).toBe(false);
      expect(new Set(of.keys())).toEqual(new Set([...parts.values()].flat()));
      for (const [part, whole] of of) expect([parts.get(whole)?.includes(part), parts.get(whole)?.[0]]).toEqual([true, whole]);
    }),
  );
});
