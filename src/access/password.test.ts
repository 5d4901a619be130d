import { expect, test } from "vitest";
import { hashPassword, unknownAccountHash, verifyPassword } from "./password.ts";
import { grantedRights, may, rightsOf } from "./rights.ts";
import { newSecret, secretHash } from "./secret.ts";

test("a password opens its own hash and no other", async () => {
  const stored = await hashPassword("Niamey, un mars");
  expect(await verifyPassword("Niamey, un mars", stored)).toBe(true);
  expect(await verifyPassword("Niamey, un Mars", stored)).toBe(false);
  expect(stored).not.toContain("Niamey");
});

test("the same words typed in another Unicode form open it", async () => {
  expect(await verifyPassword("Tillabe\u0301ri et Diffa", await hashPassword("Tillab\u00e9ri et Diffa"))).toBe(true);
});

test("the stand-in for an unknown account opens for nobody", async () => {
  expect(await verifyPassword("", unknownAccountHash)).toBe(false);
});

test("a hash of another scheme opens for nobody", async () => {
  expect(await verifyPassword("x", "plain$x")).toBe(false);
});

test("secrets differ, and their hash says nothing of them", () => {
  const [a, b] = [newSecret("ent_"), newSecret("ent_")];
  expect(a).not.toBe(b);
  expect(a).toMatch(/^ent_[A-Za-z0-9_-]{43}$/);
  expect(secretHash(a)).toHaveLength(32);
  expect(secretHash(a).equals(secretHash(b))).toBe(false);
});

test("an observer writes nothing, and nobody has a right by operating the server", () => {
  expect(rightsOf("observer")).toEqual(["make-tokens"]);
  expect(rightsOf("administrator")).toEqual([]);
  for (const right of grantedRights) expect(may("operator", right)).toBe(false);
});
