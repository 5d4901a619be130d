import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesOfHex, hexOf, isUuid, newId, randomHex } from "./ids.ts";
import { stableId, uuid5 } from "./stable-id.ts";

fc.configureGlobal({ seed: 20_261_124 });

test("new ids are random UUIDs of version 4", () => {
  const ids = Array.from({ length: 500 }, newId);
  expect(new Set(ids).size).toBe(500);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("version 5 gives the value of RFC 9562, appendix A.4", () => {
  expect(uuid5("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com")).toBe("2ed6657d-e927-568b-95e1-2665a8aea6a2");
});

test("a shipped row has the same id everywhere, and another in another namespace", () => {
  expect(stableId("meeting", "m-1")).toBe(stableId("meeting", "m-1"));
  expect(isUuid(stableId("meeting", "m-1"))).toBe(true);
  expect(new Set([stableId("meeting", "m-1"), stableId("meeting", "m-2"), stableId("text", "m-1"), stableId("", "meetingm-1")]).size).toBe(4);
});

test("hex reads back", () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => { expect(bytesOfHex(hexOf(bytes))).toEqual(bytes); }));
  expect(randomHex(16)).toMatch(/^[0-9a-f]{32}$/);
  expect(() => bytesOfHex("abc")).toThrow(RangeError);
  expect(() => bytesOfHex("zz")).toThrow(RangeError);
});

test.each([
  ["not-a-uuid", false],
  ["6ba7b810-9dad-11d1-80b4-00c04fd430c8", true],
  ["6ba7b810-9dad-11d1-80b4-00c04fd430c8 ", false],
  ["6BA7B810-9DAD-11D1-80B4-00C04FD430C8", true],
])("%j is a UUID: %s", (text, is) => {
  expect(isUuid(text)).toBe(is);
});
