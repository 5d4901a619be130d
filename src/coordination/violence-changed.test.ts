import fc from "fast-check";
import { expect, test } from "vitest";
import { type Violence, violenceChanged } from "./violence-changed.ts";

const violence = fc.record({ events: fc.integer({ min: 0, max: 500 }), deaths: fc.integer({ min: 0, max: 5_000 }), months: fc.integer({ min: 1, max: 60 }) });
const of = (events: number, deaths: number, months = 12): Violence => ({ events, deaths, months });

test("a quarter more events, or deaths, is a change; less is none, and so is one event where few happen", () => {
  expect(violenceChanged(of(40, 100), of(50, 100))).toBe(false);
  expect(violenceChanged(of(40, 100), of(54, 100))).toBe(true);
  expect(violenceChanged(of(40, 100), of(40, 60))).toBe(true);
  expect(violenceChanged(of(1, 0), of(2, 0))).toBe(false);
  expect(violenceChanged(of(0, 0), of(3, 0))).toBe(true);
  expect(violenceChanged(of(12, 0), of(0, 0))).toBe(true);
});

test("what goes on as it was is no change, over however many months it is told", () => {
  fc.assert(fc.property(violence, fc.integer({ min: 1, max: 5 }), (then, times) => !violenceChanged(then, { events: then.events * times, deaths: then.deaths * times, months: then.months * times })));
});

test("over the same months it makes no difference which came first", () => {
  fc.assert(fc.property(violence, violence, (a, b) => violenceChanged(a, { ...b, months: a.months }) === violenceChanged({ ...b, months: a.months }, a)));
});

test("where nothing is known of any month, nothing is said to have changed", () => {
  expect([violenceChanged(of(9, 9, 0), of(90, 90)), violenceChanged(of(9, 9), of(0, 0, 0))]).toEqual([false, false]);
});
