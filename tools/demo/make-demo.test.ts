import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { geoArea, geoContains } from "d3-geo";
import type { Feature, Geometry } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { expect, test } from "vitest";
import { linesOfEffort } from "../../src/initiatives/lines-of-effort.ts";
import { normaliseName } from "../../src/base/names.ts";
import { calendarOf } from "./calendar.ts";
import { clearMade, demoFolder, readMade, writeMade } from "./demo-folder.ts";
import { reportFiles } from "./files.ts";
import { folderFiles, makeDemo } from "./write-folder.ts";

const options = { today: "2026-03-31", initiatives: 240 };
const demo = makeDemo(options);
type Shape = Feature<Geometry, { code: string; level: number; country: string; parent?: string; name: string; names?: Record<string, string> }>;
const shapesOf = (topology: object) => feature(topology as Topology, (topology as Topology).objects["areas"] as GeometryCollection<Shape["properties"]>).features as Shape[];

test("the same day and size give the same files, to the last byte; another day another story of the same map", () => {
  const again = makeDemo(options);
  expect(folderFiles(again)).toEqual(folderFiles(demo));
  expect([...reportFiles(again.map, again.calendar, again.initiatives)]).toEqual([...reportFiles(demo.map, demo.calendar, demo.initiatives)]);
  const later = folderFiles(makeDemo({ ...options, today: "2026-04-01" }));
  expect(later["areas/areas.topo.json"]).toBe(folderFiles(demo)["areas/areas.topo.json"]);
  expect(later["events/threat-by-area-month.csv"]).not.toBe(folderFiles(demo)["events/threat-by-area-month.csv"]);
});

test("no name of the map, a member or a body is one of the countries or areas that really are", () => {
  const require = createRequire(import.meta.url);
  const iso = require("i18n-iso-countries") as { getNames(language: string, options: object): Record<string, string | string[]> };
  const real = new Set(["en", "fr", "ar", "es", "pt"].flatMap((language) => Object.values(iso.getNames(language, { select: "all" }))).flat().map(normaliseName));
  const shipped = JSON.parse(readFileSync(new URL("../../data/areas/areas.topo.json", import.meta.url), "utf8")) as object;
  for (const { properties } of shapesOf(shipped)) for (const name of [properties.name, ...Object.values(properties.names ?? {})]) real.add(normaliseName(name));
  for (const line of readFileSync(new URL("../../data/areas/names.csv", import.meta.url), "utf8").split("\n").slice(1)) real.add(normaliseName(line.split(",")[1] ?? ""));
  expect(real.size).toBeGreaterThan(2_000);
  const invented = [...demo.map.areas.flatMap((a) => Object.values(a.names)), ...(folderFiles(demo)["record/member-names.csv"] ?? "").split("\n").slice(1, -1).map((row) => row.split(",")[2] ?? "")];
  expect(invented.length).toBeGreaterThan(1_000);
  expect(invented.filter((name) => real.has(normaliseName(name)))).toEqual([]);
});

test("country codes are those that ISO 3166 leaves to users", () => {
  const codes = [...new Set([...demo.map.areas.map((a) => a.country), ...demo.initiatives.map((i) => i.reporter).filter((c) => c.length === 2)])];
  expect(codes.filter((code) => !/^(AA|Q[M-Z]|X[A-Z]|ZZ)$/.test(code))).toEqual([]);
});

test("the map: districts fill their countries, sub-districts their districts, and a middle lies in its area", () => {
  const shown = shapesOf(demo.map.shown);
  const fine = shapesOf(demo.map.fine);
  expect(shown.map((s) => s.properties.level).filter((l) => l === 2)).toEqual([]);
  const sum = (list: readonly Shape[]) => list.reduce((total, s) => total + geoArea(s), 0);
  for (const whole of fine.filter((s) => s.properties.level < 2)) {
    const parts = fine.filter((s) => s.properties.parent === whole.properties.code);
    expect(parts.length).toBeGreaterThan(0);
    expect(sum(parts) / geoArea(whole)).toBeCloseTo(1, 3);
  }
  for (const district of shown.filter((s) => s.properties.level === 1)) {
    const middle = demo.map.areas.find((a) => a.code === district.properties.code)?.middle ?? [0, 0];
    expect(geoContains(district, [middle[0], middle[1]]), district.properties.code).toBe(true);
  }
});

test("every initiative is on the line that it was invented for, by its words and sector alone", () => {
  for (const i of demo.initiatives) {
    const title = { en: i.title.en, fr: i.title.fr };
    const { lines } = linesOfEffort({ title, description: { en: `${i.title.en}.` }, sectors: [{ vocabulary: "1", code: i.sector, percent: 100 }] });
    expect(lines.map((l) => l.line), i.title.en).toEqual(i.line === null ? [] : [i.line]);
  }
});

test("months are counted from the day's month, also from its last day", () => {
  const c = calendarOf("2026-03-31");
  expect([c.month(-1), c.lastDay(-1), c.firstDay(11), c.day(1)]).toEqual(["2026-02", "2026-02-28", "2027-02-01", "2026-04-01"]);
  expect(() => calendarOf("tomorrow")).toThrow(/a day/);
});

test("what a demonstration did not make is neither used nor cleared, and never the folder of real data", async () => {
  const folder = await mkdtemp(join(tmpdir(), "entente-demo-folder-"));
  try {
    await mkdir(join(folder, "pg"));
    await writeFile(join(folder, "version.json"), "{}");
    await expect(readMade(folder)).rejects.toThrow(/did not make/);
    await expect(clearMade(folder)).rejects.toThrow(/did not make/);
    expect(readFileSync(join(folder, "version.json"), "utf8")).toBe("{}");
    const own = join(folder, "own");
    await writeMade(own, { edition: "x", today: "2026-03-31", whole: true });
    await writeFile(join(own, "more"), "");
    await clearMade(own);
    expect(await readMade(own)).toBeNull();
    expect(() => demoFolder({ ENTENTE_DEMO: folder, ENTENTE_DATA: folder })).toThrow(/real data/);
    expect(demoFolder({ ENTENTE_DATA: folder, HOME: folder })).not.toBe(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
