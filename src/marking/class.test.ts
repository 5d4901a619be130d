import fc from "fast-check";
import { expect, test } from "vitest";
import { classKey, combine } from "./class.ts";
import type { CombinedClass, VisibilityClass } from "./class.ts";
import { anonymous, explain, mayRead } from "./may-read.ts";
import type { Viewer } from "./may-read.ts";
import { tlps } from "./tlp.ts";
import type { Tlp } from "./tlp.ts";

fc.configureGlobal({ seed: 20_261_124 });

const holders = ["ma", "ne", "it", "us"];
const viewer = (person: string, ...actsFor: string[]): Viewer => ({ kind: "viewer", person, actsFor: new Set(actsFor) });
const marked = (tlp: Tlp, owner: string, members: VisibilityClass["circleMembers"] | string[] = [], named?: string[]): VisibilityClass => ({
  kind: "class",
  tlp,
  circle: members === "everyone" ? null : "c",
  circleMembers: Array.isArray(members) ? new Set(members) : members,
  owner,
  ...(named ? { named: new Set(named) } : {}),
});

test.each([
  ["anonymous reads CLEAR", anonymous, marked("CLEAR", "ma"), true, "clear"],
  ["anonymous reads nothing GREEN", anonymous, marked("GREEN", "ma", "everyone"), false, "sign-in-needed"],
  ["whoever acts for a member reads GREEN", viewer("p", "it"), marked("GREEN", "ma", "everyone"), true, "in-coalition"],
  ["signed in without a role reads no GREEN", viewer("p"), marked("GREEN", "ma", "everyone"), false, "no-role"],
  ["GREEN in a circle is for the circle", viewer("p", "it"), marked("GREEN", "ma", ["ne"]), false, "not-in-circle"],
  ["the owner reads AMBER", viewer("p", "ma"), marked("AMBER", "ma"), true, "acts-for-owner"],
  ["a holder in the circle reads AMBER+STRICT", viewer("p", "ne"), marked("AMBER+STRICT", "ma", ["ne"]), true, "in-circle"],
  ["another member does not read AMBER", viewer("p", "it"), marked("AMBER", "ma", ["ne"]), false, "not-in-circle"],
  ["a named person reads RED", viewer("p"), marked("RED", "ma", [], ["p"]), true, "named"],
  ["RED is not for the owner's other people", viewer("q", "ma"), marked("RED", "ma", ["ma"], ["p"]), false, "not-named"],
  ["RED without names is for nobody", viewer("q", "ma"), marked("RED", "ma"), false, "not-named"],
] as const)("%s", (_, who, what, may, code) => {
  expect(explain(who, what)).toMatchObject({ may, code });
  expect(mayRead(who, what)).toBe(may);
});

test("the explanation names the role that opens it", () => {
  expect(explain(viewer("p", "it", "ne"), marked("AMBER", "ma", ["ne"]))).toEqual({ kind: "explanation", may: true, code: "in-circle", through: "ne" });
});

test("a pair is for viewers of both sides: the intersection of the circles, each with its owner", () => {
  const pair = combine([marked("AMBER", "ma", ["ne", "it"]), marked("GREEN", "ne", ["it", "us"])]);
  expect(pair).toEqual({ kind: "combined", tlp: "AMBER", readers: new Set(["ne", "it"]), owners: new Set(["ma", "ne"]), named: "anyone" });
});

test("circles that share nobody leave the owners alone: together, for neither may read the other's", () => {
  const pair = combine([marked("AMBER", "ma", ["it"]), marked("AMBER", "ne", ["us"])]);
  for (const one of holders) expect(mayRead(viewer("p", one), pair)).toBe(false);
  expect(mayRead(viewer("p", "ma", "ne"), pair)).toBe(true);
});

test("RED narrows to its persons, and the circle of the other part still binds them", () => {
  const pair = combine([marked("RED", "ma", [], ["p", "q"]), marked("AMBER", "ne", ["it"])]);
  expect(pair.tlp).toBe("RED");
  expect(mayRead(viewer("p", "it"), pair)).toBe(true);
  expect(mayRead(viewer("p", "us"), pair)).toBe(false);
  expect(mayRead(viewer("r", "it"), pair)).toBe(false);
});

const anyHolders = fc.subarray(holders).map((all) => new Set(all));
const anyClass: fc.Arbitrary<VisibilityClass> = fc
  .record({ tlp: fc.constantFrom(...tlps), circle: fc.constantFrom(null, "c1", "c2"), circleMembers: fc.oneof(anyHolders, fc.constant("everyone" as const)), owner: fc.constantFrom(...holders), named: fc.subarray(["p", "q", "r"]) })
  .map(({ named, ...c }) => ({ kind: "class", ...c, named: new Set(named) }));
const anyViewer: fc.Arbitrary<Viewer> = fc.oneof(
  fc.constant(anonymous),
  fc.record({ person: fc.constantFrom("p", "q", "r", "s"), actsFor: anyHolders }).map((v): Viewer => ({ kind: "viewer", ...v })),
);
const plain = (c: CombinedClass) => ({ ...c, readers: typeof c.readers === "string" ? c.readers : [...c.readers].toSorted(), owners: [...c.owners].toSorted(), named: c.named === "anyone" ? c.named : [...c.named].toSorted() });

test("combining is commutative, associative and idempotent, and of nothing changes nothing", () => {
  fc.assert(
    fc.property(anyClass, anyClass, anyClass, (a, b, c) => {
      expect(plain(combine([a, b]))).toEqual(plain(combine([b, a])));
      expect(plain(combine([combine([a, b]), c]))).toEqual(plain(combine([a, combine([b, c])])));
      expect(plain(combine([a, a]))).toEqual(plain(combine([a])));
      expect(plain(combine([combine([]), a]))).toEqual(plain(combine([a])));
    }),
  );
});

test("who may read the combination may read each part", () => {
  fc.assert(
    fc.property(anyViewer, fc.array(anyClass, { minLength: 1, maxLength: 4 }), (v, parts) => {
      if (mayRead(v, combine(parts))) for (const part of parts) expect(mayRead(v, part)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("one more part never widens, and one part alone reads as itself", () => {
  fc.assert(
    fc.property(anyViewer, fc.array(anyClass, { maxLength: 3 }), anyClass, (v, parts, more) => {
      if (mayRead(v, combine([...parts, more]))) expect(mayRead(v, combine(parts))).toBe(true);
      expect(mayRead(v, combine([more]))).toBe(mayRead(v, more));
    }),
    { numRuns: 2000 },
  );
});

test("who acts for one member at most reads the combination exactly when each part", () => {
  fc.assert(
    fc.property(fc.constantFrom("p", "q"), fc.constantFrom(...holders), fc.array(anyClass, { minLength: 1, maxLength: 4 }), (person, holder, parts) => {
      const v = viewer(person, holder);
      expect(mayRead(v, combine(parts))).toBe(parts.every((part) => mayRead(v, part)));
    }),
    { numRuns: 2000 },
  );
});

test("losing a role never opens anything", () => {
  fc.assert(
    fc.property(anyViewer, anyClass, (v, c) => {
      for (const gone of v.actsFor) if (mayRead({ ...v, actsFor: v.actsFor.difference(new Set([gone])) }, c)) expect(mayRead(v, c)).toBe(true);
    }),
  );
});

test("a class's key tells classes apart", () => {
  const keys = [marked("AMBER", "ma"), marked("GREEN", "ma"), marked("AMBER", "ne"), marked("AMBER", "ma", "everyone"), marked("RED", "ma", [], ["p"])].map(classKey);
  expect(new Set(keys).size).toBe(keys.length);
  expect(classKey(marked("RED", "ma", [], ["p", "q"]))).toBe(classKey(marked("RED", "ma", [], ["q", "p"])));
});
