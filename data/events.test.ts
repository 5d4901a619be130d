import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { shippedAreas } from "../src/places/places.fixture.ts";

type Row = Readonly<
  Record<"area" | "month" | "events" | "deaths_best" | "deaths_low" | "deaths_high" | "precision" | "source", string>
>;
const read = (name: string) => readFileSync(new URL(`./events/${name}`, import.meta.url), "utf8");
const rows = parse(read("threat-by-area-month.csv"), { columns: true }) as Row[];
const sum = (country: string, column: "events" | "deaths_best") =>
  rows.filter((row) => row.area.startsWith(country)).reduce((total, row) => total + Number(row[column]), 0);

test("each row is a first-level area of the map, a month and whole numbers", () => {
  const level1 = new Set(shippedAreas.code.filter((_, row) => shippedAreas.level[row] === 1));
  const whole = (text: string) => /^\d+$/.test(text);
  const wrong = rows.filter(
    (row) =>
      !level1.has(row.area) ||
      !/^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(row.month) ||
      ![row.events, row.deaths_best, row.deaths_low, row.deaths_high].every(whole) ||
      Number(row.events) < 1 ||
      !row.source.startsWith("UCDP GED "),
  );
  expect(wrong).toEqual([]);
});

test("estimates are in their order, but for the two sums in which UCDP's own are not", () => {
  const crossed = rows.filter((row) => Number(row.deaths_low) > Number(row.deaths_high));
  expect(crossed.map((row) => `${row.area} ${row.month}`)).toEqual(["NG-RI 1993-09", "CF-BGF 2015-09"]);
});

test("an area and month stand once; places known worse than the area are in none", () => {
  const keys = rows.map((row) => `${row.area} ${row.month}`);
  expect(new Set(keys).size).toBe(keys.length);
  const counted = rows.filter((row) => {
    const parts = row.precision.split(" ").map((part) => part.split(":"));
    return (
      parts.some(([code]) => !/^[1-4]$/.test(code ?? "")) ||
      parts.reduce((total, [, count]) => total + Number(count), 0) !== Number(row.events)
    );
  });
  expect(counted).toEqual([]);
});

test("the sums are those that the README states", () => {
  const text = read("README.md").replaceAll(",", "");
  for (const [country, name] of [
    ["NG", "Nigeria"],
    ["CF", "Central African Republic"],
  ] as const) {
    expect(text).toContain(`| ${sum(country, "events")} (${sum(country, "deaths_best")}) |`);
    const stated = new RegExp(`\\| ${name} \\| (\\d+) \\| (\\d+) \\((\\d+)\\) \\| (\\d+) \\(\\d+\\) \\| (\\d+) `)
      .exec(text)
      ?.slice(1)
      .map(Number);
    expect(stated?.[0]).toBe((stated?.[1] ?? 0) + (stated?.[3] ?? 0) + (stated?.[4] ?? 0));
  }
});
