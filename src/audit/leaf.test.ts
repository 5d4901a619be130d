import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";
import { leafDigest, saltedHash } from "./leaf.ts";
import type { LeafContent } from "./leaf.ts";

fc.configureGlobal({ seed: 20_261_124 });

const salt = "00112233445566778899aabbccddeeff";
const content: LeafContent = {
  id: "0b6d0a3e-6a0f-4f0e-9d5c-0d0f4f3a2b11", at: "2026-11-24T15:00:00.000Z", accountId: null, role: "system", holderId: null, act: "load-record", reason: null, recordIds: [], classId: 1,
  beforeHash: saltedHash(null, salt), afterHash: saltedHash({ members: 85 }, salt),
};

test.each([
  [{ b: 1, a: [true, null, "é"] }, '{"a":[true,null,"é"],"b":1}'],
  [{ "\u20ac": 1, "\r": 2, "1": 3, "\u{1F600}": 4, "\u0080": 5 }, '{"\\r":2,"1":3,"\u0080":5,"\u20ac":1,"\u{1F600}":4}'],
  [{ a: undefined, b: [undefined] }, '{"b":[null]}'],
  [[1e21, 1e-7, -0, 333333333.3333333], "[1e+21,1e-7,0,333333333.3333333]"],
  [new Date("2026-01-01T00:00:00Z"), '"2026-01-01T00:00:00.000Z"'],
])("%j is written %s", (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test("the order of keys does not matter, and the text is JSON of the same value", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      expect(canonicalJson(Object.fromEntries(Object.entries(value).toReversed()))).toBe(canonicalJson(value));
    }),
  );
});

test.each([[Number.NaN], [1n], [undefined], [{ a: Infinity }]])("%s cannot be hashed", (value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError);
});

test("HMAC-SHA-256 of the canonical text (recomputed with another implementation)", () => {
  expect(saltedHash({ members: 85 }, salt)).toBe("3ac38f22ef8181ee92ccd2c00c00371759b9e4c6a045d7df498b0043442a85e4");
  expect(saltedHash({ members: 85 }, salt.replace("00", "01"))).not.toBe(saltedHash({ members: 85 }, salt));
  expect(() => saltedHash(1, "0011")).toThrow(RangeError);
});

test("each fact of an entry is bound by its hash", () => {
  const digest = leafDigest(content);
  const changes: Partial<LeafContent>[] = [
    { id: "other" }, { at: "2026-11-24T15:00:00.001Z" }, { accountId: "x" }, { role: "officer" }, { holderId: "x" }, { act: "decide" }, { reason: "" }, { recordIds: ["x"] }, { classId: 2 }, { beforeHash: "x" }, { afterHash: "x" },
  ];
  for (const change of changes) expect(leafDigest({ ...content, ...change })).not.toBe(digest);
  expect(leafDigest({ ...content })).toBe(digest);
});
