import { expect, test } from "vitest";
import { dayNumber, stretchOf, yearsOf } from "./time-axis.ts";

const axis = { first: dayNumber("2021-01-01"), last: dayNumber("2025-12-31") };
const day = (text: string | null) => ({ notBefore: text, notAfter: text });

test("an office that ended between two days is sure up to the first and possible up to the second", () => {
  const drawn = stretchOf({ from: day("2021-12-02"), to: { notBefore: "2023-06-08", notAfter: "2023-11-15", open: false } }, axis);
  expect(drawn).toEqual({ first: dayNumber("2021-12-02"), sureFrom: dayNumber("2021-12-02"), sureTo: dayNumber("2023-06-08"), last: dayNumber("2023-11-15"), open: false });
});

test("a beginning known only as no later than is possible before and sure after", () => {
  const drawn = stretchOf({ from: { notBefore: null, notAfter: "2023-11-15" }, to: { notBefore: null, notAfter: null, open: true } }, axis);
  expect(drawn).toEqual({ first: axis.first, sureFrom: dayNumber("2023-11-15"), sureTo: axis.last, last: axis.last, open: true });
});

test("nothing is drawn outside the axis, and nothing runs backwards", () => {
  for (const from of [null, "1999-01-01", "2023-05-05", "2030-01-01"])
    for (const to of [null, "1999-01-01", "2023-05-06", "2031-01-01"]) {
      const { first, sureFrom, sureTo, last } = stretchOf({ from: day(from), to: { ...day(to), open: to === null } }, axis);
      expect([first, sureFrom, sureTo, last].every((one) => one >= axis.first && one <= axis.last)).toBe(true);
      expect(sureFrom <= sureTo && sureTo <= last).toBe(true);
    }
});

test("a narrow axis names fewer years", () => {
  expect(yearsOf(axis, 600).map(({ year }) => year)).toEqual([2021, 2022, 2023, 2024, 2025]);
  expect(yearsOf(axis, 120).map(({ year }) => year)).toEqual([2022, 2024]);
});
