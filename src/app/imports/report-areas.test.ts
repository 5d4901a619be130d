import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Location, Report } from "../../initiatives/report.ts";
import { readAreas } from "../areas.ts";
import { openPlaces } from "../places.ts";
import { reportAreas } from "./report-areas.ts";

const folder = fileURLToPath(new URL("../../../data/areas", import.meta.url));
const places = await openPlaces(await readAreas(folder), folder);
const at = (code: string, percent?: number): Location => ({ administrative: [{ vocabulary: "A4", code }], ...(percent === undefined ? {} : { percent }) });
const areas = (more: Partial<Report>) =>
  reportAreas(places, {
    identifier: "A", reporter: { name: "M", secondary: false }, title: { en: "T" }, dates: {}, parties: [], sectors: [], countries: [{ code: "ne" }], regions: [], locations: [], targetGroups: [], money: [], related: [], at: { file: "f", line: 1, path: "/" }, ...more,
  }).map((a) => [a.area, Math.round(a.share * 1e6) / 1e6, a.how]);

test("shares are those published, or equal when any is missing", () => {
  expect(areas({ locations: [at("NE-1", 30), at("NE-2", 90)] })).toEqual([["NE-1", 0.25, "code"], ["NE-2", 0.75, "code"]]);
  expect(areas({ locations: [at("NE-1", 30), at("NE-2")] })).toEqual([["NE-1", 0.5, "code"], ["NE-2", 0.5, "code"]]);
  expect(areas({ locations: [at("NE-1"), at("NE-1"), at("NE-2")] })).toEqual([["NE-1", 0.666667, "code"], ["NE-2", 0.333333, "code"]]);
});

test("what is known to its country only stays there, beside places that are known better", () => {
  expect(areas({ locations: [at("NE-2"), { name: "Niger", administrative: [] }] })).toEqual([["NE-2", 0.5, "code"], ["NE", 0.5, "name"]]);
});

test("without places: the areas that a title names in the only country, else the countries with their shares, else nothing", () => {
  expect(areas({ title: { fr: "Écoles de Diffa et de Zinder" } })).toEqual([["NE-7", 0.5, "title"], ["NE-2", 0.5, "title"]]);
  expect(areas({ title: { fr: "Écoles de Diffa" }, countries: [{ code: "NE" }, { code: "TD" }] })).toEqual([["NE", 0.5, "country"], ["TD", 0.5, "country"]]);
  expect(areas({ countries: [{ code: "NE", percent: 25 }, { code: "TD", percent: 75 }] })).toEqual([["NE", 0.25, "country"], ["TD", 0.75, "country"]]);
  expect(areas({ countries: [] })).toEqual([]);
});

test("law: whatever is stated, the shares of what is found sum to 1", () => {
  const location = fc.record({ code: fc.constantFrom("NE-1", "NE-2", "NE", "XX-9"), percent: fc.option(fc.double({ min: 0, max: 200, noNaN: true }), { nil: undefined }) }).map((l) => at(l.code, l.percent));
  fc.assert(
    fc.property(fc.array(location, { maxLength: 6 }), (locations) => {
      const found = reportAreas(places, { identifier: "A", reporter: { name: "M", secondary: false }, title: { en: "T" }, dates: {}, parties: [], sectors: [], countries: [{ code: "NE" }], regions: [], locations, targetGroups: [], money: [], related: [], at: { file: "f", line: 1, path: "/" } });
      expect(found.reduce((sum, a) => sum + a.share, 0)).toBeCloseTo(1, 9);
      expect(new Set(found.map((a) => a.area)).size).toBe(found.length);
    }),
    { seed: 7 },
  );
});
