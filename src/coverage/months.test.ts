import { expect, test } from "vitest";
import { dayNumber, isoMonth, monthNumber } from "../base/day.ts";
import { activityMonths, type ActivityDates } from "./months.ts";

const said = (dates: ActivityDates) => {
  const m = activityMonths(dates);
  return m.kind === "unknown"
    ? m.reason
    : `${isoMonth(m.first)} to ${isoMonth(m.last)}, ${m.start} start, ${m.end} end${m.assumedEnd ? ", assumed" : ""}`;
};

test.each<[string, ActivityDates, string]>([
  [
    "both ends are touched",
    { actualStart: "2022-05-31", actualEnd: "2022-06-01" },
    "2022-05 to 2022-06, actual start, actual end",
  ],
  [
    "one day is one month",
    { plannedStart: "2022-05-11", plannedEnd: "2022-05-11" },
    "2022-05 to 2022-05, planned start, planned end",
  ],
  ["years count whole", { plannedStart: "2022", plannedEnd: "2023" }, "2022-01 to 2023-12, planned start, planned end"],
  [
    "what happened goes before what was planned",
    { plannedStart: "2020-01", actualStart: "2020-03", plannedEnd: "2021-01", actualEnd: "2021-06" },
    "2020-03 to 2021-06, actual start, actual end",
  ],
  [
    "a date between two days counts from the first to the last",
    { actualStart: "[2023-06-08..2023-11-15]", plannedEnd: "[2024-01-01..2024-03-02]" },
    "2023-06 to 2024-03, actual start, planned end",
  ],
  ["no end: 36 months", { actualStart: "2020-01-15" }, "2020-01 to 2022-12, actual start, assumed end, assumed"],
  [
    "an open end is no end",
    { actualStart: "2020-01-15", plannedEnd: ".." },
    "2020-01 to 2022-12, actual start, assumed end, assumed",
  ],
  [
    "an unreadable end is no end",
    { actualStart: "2020-01-15", plannedEnd: "soon" },
    "2020-01 to 2022-12, actual start, assumed end, assumed",
  ],
  [
    "closed by its last change: not longer",
    { actualStart: "2020-01", status: "4", lastUpdated: "2021-02-03T10:00:00Z" },
    "2020-01 to 2021-02, actual start, status end, assumed",
  ],
  [
    "closed, but the last change is long after: 36 months",
    { actualStart: "2010-01", status: "4", lastUpdated: "2021-02-03" },
    "2010-01 to 2012-12, actual start, assumed end, assumed",
  ],
  [
    "still at work at its last change: at least until then",
    { actualStart: "2015-01", status: "2", lastUpdated: "2021-02-03" },
    "2015-01 to 2021-02, actual start, status end, assumed",
  ],
  [
    "a published end goes before the status",
    { actualStart: "2015-01", plannedEnd: "2016-12", status: "2", lastUpdated: "2021-02-03" },
    "2015-01 to 2016-12, actual start, planned end",
  ],
  ["cancelled before it began", { plannedStart: "2020-01", plannedEnd: "2021-01", status: "5" }, "cancelled"],
  ["no start", { plannedEnd: "2021-01" }, "no-start"],
  ["the wrong way round", { plannedStart: "2021-02", plannedEnd: "2021-01" }, "ends-before-it-starts"],
  [
    "a start and an end in the same vague year are in order",
    { plannedStart: "2021-09", plannedEnd: "2021" },
    "2021-09 to 2021-12, planned start, planned end",
  ],
])("%s", (_, dates, expected) => expect(said(dates)).toBe(expected));

test("a pipeline activity is planned", () => {
  expect(activityMonths({ plannedStart: "2027-01", plannedEnd: "2027-06", status: "1" })).toMatchObject({
    planned: true,
    first: monthNumber(dayNumber("2027-01-01")),
  });
});
