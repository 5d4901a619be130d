import { expect, test } from "vitest";
import { implausible } from "./implausible-amount.ts";

test("a million million is implausible in a strong currency, a hundred thousand times as much in any", () => {
  const says = (amount: string, currency?: string) => implausible(amount, currency) !== undefined;
  expect([says("999999999999.99", "USD"), says("1000000000000", "USD"), says("-1000000000000", "EUR")]).toEqual([
    false,
    true,
    true,
  ]);
  expect([says("99999999999999999", "IRR"), says("100000000000000000", "IRR"), says(`1${"0".repeat(30)}`)]).toEqual([
    false,
    true,
    true,
  ]);
  expect(says(`0.${"1".repeat(30)}`, "USD")).toBe(false);
});
