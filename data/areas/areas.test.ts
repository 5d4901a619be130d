import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { geoArea, geoContains } from "d3-geo";
import { parse } from "csv-parse/sync";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { expect, test } from "vitest";

type Properties = { code: string; level: 0 | 1; name: string; country: string; parent?: string; validFrom: string };
const folder = import.meta.dirname;
const files = ["areas.topo.json", "context.topo.json", "codes.csv", "names.csv"];
const text = (name: string) => readFileSync(join(folder, name), "utf8");
const topology = JSON.parse(text("areas.topo.json")) as Topology<{ areas: GeometryCollection<Properties> }>;
const areas = feature(topology, topology.objects.areas).features;
const byCode = new Map(areas.map((area) => [area.properties.code, area]));

test("the committed files are what the generator writes", { timeout: 60_000 }, () => {
  const fresh = mkdtempSync(join(tmpdir(), "entente-areas-"));
  try {
    execFileSync(process.execPath, [join(folder, "../../tools/generate-areas.ts"), fresh], { stdio: "pipe" });
    expect(files.filter((name) => readFileSync(join(fresh, name), "utf8") !== text(name))).toEqual([]);
  } finally {
    rmSync(fresh, { recursive: true });
  }
});

test("54 states and Western Sahara, each with first-level areas of its own, codes unique", () => {
  const countries = areas.filter((area) => area.properties.level === 0).map((area) => area.properties.code);
  expect(countries).toHaveLength(55);
  expect(byCode.size).toBe(areas.length);
  const parents = new Set(areas.filter((area) => area.properties.level === 1).map((area) => area.properties.parent));
  expect(new Set(parents)).toEqual(new Set(countries));
  for (const { properties } of areas) {
    expect(properties.code.slice(0, 2)).toBe(properties.country);
    expect(properties.code).toMatch(properties.level === 0 ? /^[A-Z]{2}$/ : /^[A-Z]{2}-[A-Z0-9]{1,3}$/);
    expect(properties.validFrom).toBe("natural-earth-5");
    expect(properties.name.length).toBeGreaterThan(1);
  }
});

test("every ring encloses something and is wound for d3-geo: outside clockwise, holes the other way", () => {
  const rings = areas.flatMap(({ geometry, properties: { code } }) => {
    const polygons =
      geometry.type === "Polygon"
        ? [geometry.coordinates]
        : geometry.type === "MultiPolygon"
          ? geometry.coordinates
          : [];
    return polygons.flatMap((polygon) => polygon.map((ring, index) => ({ code, ring, outer: index === 0 })));
  });
  expect(new Set(rings.map((entry) => entry.code)).size).toBe(areas.length);
  expect(rings.filter(({ ring }) => new Set(ring.map(String)).size < 3)).toEqual([]);
  expect(
    rings.filter(({ ring, outer }) => geoArea({ type: "Polygon", coordinates: [ring] }) < 2 * Math.PI !== outer),
  ).toEqual([]);
});

test("a country is exactly the sum of its first-level areas", () => {
  const size = (code: string) =>
    areas.filter((area) => area.properties.parent === code).reduce((total, part) => total + geoArea(part), 0);
  const countries = areas.filter((area) => area.properties.level === 0);
  expect(countries.filter((country) => Math.abs(size(country.properties.code) / geoArea(country) - 1) > 1e-6)).toEqual(
    [],
  );
});

test.each([
  ["Diffa", 12.61, 13.31, "NE-2"],
  ["Maiduguri", 13.15, 11.85, "NG-BO"],
  ["Mopti", -4.19, 14.49, "ML-5"],
  ["Dori", -0.03, 14.03, "BF-12"],
  ["Gulu", 32.3, 2.78, "UG-N"],
  ["Hargeisa", 44.06, 9.56, "SO-X11"],
  ["Maputo", 32.58, -25.93, "MZ-MPM"],
  ["Bol", 14.71, 13.46, "TD-LC"],
  ["Nzérékoré", -8.82, 7.75, "GN-N"],
])("%s at %d, %d lies in %s", (_name, longitude, latitude, code) => {
  const area = byCode.get(code);
  expect(area !== undefined && geoContains(area, [longitude, latitude])).toBe(true);
});

test("other codes and names lead to areas of the map, and no name of a country leads to two of them", () => {
  const codes = parse(text("codes.csv"), { columns: true }) as { area: string; vocabulary: string; code: string }[];
  const names = parse(text("names.csv"), { columns: true }) as { area: string; name: string }[];
  expect(codes.length).toBeGreaterThan(800);
  expect([...codes, ...names].filter((row) => !byCode.has(row.area))).toEqual([]);
  expect(new Set(codes.map((row) => `${row.vocabulary}/${row.code}`)).size).toBe(codes.length);
  expect(new Set(names.map((row) => `${row.area.slice(0, 2)}/${row.name}`)).size).toBe(names.length);
});

test("the map stays light enough for a slow line", () => {
  expect(gzipSync(text("areas.topo.json"), { level: 9 }).length).toBeLessThan(90_000);
});
