import fc from "fast-check";
import { expect, test } from "vitest";
import { dayNumber, monthNumber } from "../base/day.ts";
import { buildAreas } from "./area-table.ts";
import { smallWorld } from "./arbitrary.fixture.ts";
import { smoothed, threatAt, threatColumns, trend, weekByMonth, type ThreatRow } from "./threat.ts";

fc.configureGlobal({ seed: 20_261_124 });

const areas = buildAreas(smallWorld);
const month = (text: string) => monthNumber(dayNumber(`${text}-01`));

test("finer events are rolled up; what is known worse than the level is put into no area, and counted", () => {
  const rows: ThreatRow[] = [
    { area: "A1x", month: 0, events: 2, deaths: 5 },
    { area: "A1", month: 0, events: 1, deaths: 0 },
    { area: "A", month: 0, events: 7, deaths: 9 },
    { area: "A1", month: 5, events: 4, deaths: 1 },
  ];
  const found = threatColumns(areas, rows, { level: 1, covered: [0, 1] });
  expect(Array.from(found.areas, (a) => areas.codes[a])).toEqual(["A1", "A2", "B1", "B2"]);
  expect([...found.events]).toEqual([3, 0, 0, 0, 0, 0, 0, 0]);
  expect(found.deaths[0]).toBe(5);
  expect(found).toMatchObject({ coarserEvents: 7, outsideEvents: 4 });
  expect(threatColumns(areas, rows, { level: 2, covered: [0, 1] })).toMatchObject({ coarserEvents: 12 });
});

test("a week that crosses months is split by its days", () => {
  expect(weekByMonth("2023-02-26")).toEqual([
    { month: month("2023-02"), part: 3 / 7 },
    { month: month("2023-03"), part: 4 / 7 },
  ]);
  expect(weekByMonth("2023-01-25")).toEqual([{ month: month("2023-01"), part: 1 }]);
  const first = month("2023-12");
  const found = threatColumns(areas, [{ area: "A", week: "2023-12-30", events: 7, deaths: 14 }], {
    level: 0,
    covered: [first, first + 1],
  });
  expect([...found.events]).toEqual([2, 5, 0, 0]);
  expect([...found.deaths]).toEqual([4, 10, 0, 0]);
});

test("splitting weeks loses nothing", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1990, max: 2030 }),
      (d, m, y) => {
        const parts = weekByMonth(`${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`);
        expect(parts.reduce((sum, p) => sum + p.part, 0)).toBeCloseTo(1, 12);
      },
    ),
  );
});

test("smoothing keeps a steady series, and halves a single month's weight in three months", () => {
  expect([...smoothed([4, 4, 4, 4])].every((x) => Math.abs(x - 4) < 1e-12)).toBe(true);
  const long = smoothed([...Array<number>(200).fill(0), 1, 0, 0, 0]);
  expect(long[203]! / long[200]!).toBeCloseTo(0.5, 9);
});

test("trend is the last 6 months against the 24 before, per month", () => {
  const series = [99, ...Array<number>(24).fill(2), ...Array<number>(6).fill(3), 50];
  const found = trend(series, 30)!;
  expect(found.recent).toBeCloseTo(3, 12);
  expect(found.before).toBeCloseTo(2, 12);
  expect(found.ratio).toBeCloseTo(1.5, 12);
  expect(trend(series, 28)).toBeNull();
  expect(trend(series, 32)).toBeNull();
  expect(trend([...Array<number>(24).fill(0), 1, 0, 0, 0, 0, 0], 29)!.ratio).toBe(Infinity);
  expect(trend(Array<number>(30).fill(0), 29)!.ratio).toBeNaN();
});

test("a month that the source does not cover is unknown, not peace", () => {
  const columns = threatColumns(areas, [{ area: "A", month: 3, events: 5, deaths: 0 }], { level: 0, covered: [0, 3] });
  expect(threatAt(columns, 4)[0]).toMatchObject({ threat: NaN, events: null });
  expect(threatAt(columns, 2)[0]!.threat).toBe(0);
  expect(threatAt(columns, 3)[0]!.threat).toBeGreaterThan(0);
});
