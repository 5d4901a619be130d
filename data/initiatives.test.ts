import { createReadStream, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readInitiativesCsv } from "../src/formats/initiatives-csv/read.ts";
import type { FormatItem } from "../src/formats/format.ts";
import type { Fault, Report } from "../src/initiatives/report.ts";
import { shippedAreas, shippedPlaces } from "../src/places/places.fixture.ts";

const folder = join(import.meta.dirname, "initiatives");
const files = readdirSync(folder).filter((name) => name.endsWith(".csv"));
const items: FormatItem[] = [];
for (const file of files)
  for await (const item of readInitiativesCsv(createReadStream(join(folder, file)), { file })) items.push(item);
const reports = items.flatMap((item): readonly Report[] => (item.kind === "report" ? [item.report] : []));
const faults = items.flatMap((item): readonly Fault[] => (item.kind === "fault" ? [item.fault] : []));

test("every row is read without a fault, and there are at least 300", () => {
  // What a publisher took back stands as it was published, below zero, and is told.
  expect(faults.filter(({ code, severity }) => code !== "amount-negative" || severity !== "warning")).toEqual([]);
  expect(reports.length).toBeGreaterThanOrEqual(300);
});

test("every initiative touches a line, in an African country, with its source, licence and where in it", () => {
  const african = new Set(shippedAreas.country);
  const wrong = reports.filter(({ lines = [], countries, published }) => {
    const percent = lines.reduce((sum, line) => sum + (line.percent ?? 0), 0);
    return (
      percent !== 100 ||
      !countries.some((country) => african.has(country.code)) ||
      !published?.source ||
      !published.licence ||
      !published.locator
    );
  });
  expect(wrong).toEqual([]);
});

test("facts only: no descriptions, no addresses to write to", () => {
  expect(reports.filter((report) => report.description !== undefined)).toEqual([]);
  expect(
    reports.filter((report) => /[\w.]+@[\w-]+\.|\+\d[\d ]{7,}/.test(JSON.stringify({ ...report, at: undefined }))),
  ).toEqual([]);
});

test("an identifier stands once in a file, and a secondary reporter says whose money it is", () => {
  const keys = reports.map((report) => `${report.at.file} ${report.identifier}`);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  const secondary = reports.filter((report) => report.reporter.secondary);
  expect(secondary.length).toBeGreaterThan(100);
  // three rows of the publisher say "unspecified"
  expect(secondary.filter((report) => !report.parties.some((party) => party.role === "funding"))).toHaveLength(3);
});

test("every place is found on the map, in a country that the initiative names", () => {
  const codes = new Set(shippedAreas.code);
  const lost = reports.flatMap((report) => {
    const countries = report.countries.map((country) => country.code);
    return report.locations.flatMap((location) => {
      const found = shippedPlaces.locate(location, countries);
      const right = found.kind === "located" && codes.has(found.area) && countries.includes(found.area.slice(0, 2));
      return right ? [] : [{ identifier: report.identifier, location, found }];
    });
  });
  expect(lost).toEqual([]);
});

test("dates and money are in their order: no end before its start, no amount of zero", () => {
  const early = (start: string | undefined, end: string | undefined) =>
    start !== undefined && end !== undefined && end < start;
  expect(
    reports.filter(
      ({ dates }) => early(dates.plannedStart, dates.plannedEnd) || early(dates.actualStart, dates.actualEnd),
    ),
  ).toEqual([]);
  expect(
    reports.filter((report) =>
      report.money.some((money) => Number(money.amount) === 0 || money.currency === undefined),
    ),
  ).toEqual([]);
});
