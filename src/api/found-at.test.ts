import fc from "fast-check";
import { expect, test } from "vitest";
import { foundAt } from "./found-at.ts";

test("it is what was sent there, or nothing", () => {
  const sent = { limit: "many", list: [{ a: 1 }], empty: null };
  expect(foundAt(sent, ["limit"])).toBe("many");
  expect(foundAt(sent, ["list", 0])).toBe('{"a":1}');
  expect(foundAt(sent, ["empty"])).toBe("null");
  for (const path of [["list", 1, "a"], ["constructor"], ["limit", "length"], ["empty", "x"]]) expect(foundAt(sent, path)).toBe("nothing");
  expect(foundAt(undefined, [])).toBe("nothing");
});

test("a secret is not repeated, wherever it stands in what is shown", () => {
  const sent = { password: "too short", account: { newPassword: "too short", recoveryCode: "too short" } };
  expect(foundAt(sent, ["password"])).toBe("string");
  for (const path of [[], ["account"], ["account", "recoveryCode"]]) expect(foundAt(sent, path)).not.toContain("too short");
});

test("it is short, whatever was sent", () => {
  fc.assert(fc.property(fc.json().map((text) => JSON.parse(text) as unknown), (value) => foundAt(value, []).length <= 80));
  expect(foundAt("x".repeat(100_000), [])).toBe(`${"x".repeat(79)}…`);
});
