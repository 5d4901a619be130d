import { expect, test } from "vitest";
import { shippedPlaces } from "../../src/places/places.fixture.ts";
import { monthOf, sumByAreaMonth, type GedEvent } from "./sum-by-area-month.ts";

const event = (more: Partial<GedEvent>): GedEvent => ({
  where_prec: "1",
  date_prec: "1",
  date_start: "2015-03-02",
  date_end: "2015-03-02",
  adm_1: "Borno state",
  latitude: "11.84",
  longitude: "13.16",
  best: "3",
  low: "2",
  high: "5",
  ...more,
});
const sum = (...events: readonly GedEvent[]) => sumByAreaMonth(events, "NG", shippedPlaces);

test("events of one area and month are added, with how exactly each was placed", () => {
  const { rows } = sum(
    event({}),
    event({ where_prec: "4", best: "1", low: "0", high: "1" }),
    event({ adm_1: "Yobe state" }),
  );
  expect(rows).toEqual([
    {
      area: "NG-BO",
      month: "2015-03",
      events: 2,
      best: 4,
      low: 2,
      high: 6,
      precision: new Map([
        ["1", 1],
        ["4", 1],
      ]),
    },
    { area: "NG-YO", month: "2015-03", events: 1, best: 3, low: 2, high: 5, precision: new Map([["1", 1]]) },
  ]);
});

test("the stated first level decides, the point where it is not stated or has another name today", () => {
  expect(sum(event({ adm_1: "", latitude: "9.92", longitude: "8.89" })).rows[0]?.area).toBe("NG-PL");
  expect(sum(event({ adm_1: "Gongola state", latitude: "9.2", longitude: "12.48" })).rows[0]?.area).toBe("NG-AD");
});

test.each(["5", "6", "7", ""])("a place of precision %j is in no area", (where_prec) => {
  const { rows, leftOut } = sum(event({ where_prec }));
  expect(rows).toEqual([]);
  expect(leftOut.placeTooCoarse).toEqual({ events: 1, best: 3 });
});

test("a time known only to the year is in no month; a point outside the country in no area", () => {
  expect(sum(event({ date_prec: "5" })).leftOut.timeTooCoarse).toEqual({ events: 1, best: 3 });
  expect(sum(event({ adm_1: "", latitude: "40", longitude: "0" })).leftOut.placeUnknown).toEqual({
    events: 1,
    best: 3,
  });
});

test.each([
  ["2015-03-30", "2015-04-01", "2015-03"],
  ["2015-03-31", "2015-04-02", "2015-04"],
  ["2015-03-31", "2015-04-01", "2015-03"],
  ["2014-12-20", "2015-01-20", "2015-01"],
  ["2016-02-29", "2016-02-29", "2016-02"],
])("%s to %s belongs to %s", (start, end, month) => {
  expect(monthOf(start, end)).toBe(month);
});
