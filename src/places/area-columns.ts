import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

/**
 * One dated boundary set as columns. Row numbers are the areas; rings of all areas lie behind each other.
 * Only level-1 areas have rings: a country is the sum of its areas.
 */
export type AreaColumns = {
  readonly code: readonly string[];
  /** 0 country, 1 first administrative level */
  readonly level: Uint8Array;
  /** ISO 3166-1 alpha-2 */
  readonly country: readonly string[];
  /** every name and spelling that leads to the area, as written */
  readonly names: readonly (readonly string[])[];
  /** other codes: `vocabulary/code` and the row that each leads to */
  readonly otherCodes: readonly string[];
  readonly otherCodeArea: Uint32Array;
  /** the row of each ring's area, and where its points begin; one entry more than rings */
  readonly ringArea: Uint32Array;
  readonly ringStart: Uint32Array;
  /** longitude, latitude, longitude, … in degrees */
  readonly points: Float64Array;
  /** points that publishers write for "somewhere in this country": row, longitude, latitude, … */
  readonly wholeCountry: Float64Array;
};

type Properties = {
  readonly code: string;
  readonly level: number;
  readonly country: string;
  readonly name: string;
  readonly names?: Readonly<Record<string, string>>;
};

/** Rows beside the map; `area` is a code of the map. */
export type AreaTables = {
  readonly names: readonly { readonly area: string; readonly name: string }[];
  readonly codes: readonly { readonly area: string; readonly vocabulary: string; readonly code: string }[];
  readonly wholeCountryPoints: readonly {
    readonly area: string;
    readonly latitude: number;
    readonly longitude: number;
  }[];
};

/**
 * Makes columns of a TopoJSON with an object `areas` and the tables beside it.
 * Rows that name an area which is not on the map are left out. Throws TypeError where the object is missing.
 */
export function areaColumns(topology: Topology, tables: AreaTables): AreaColumns {
  const object = topology.objects["areas"];
  if (object?.type !== "GeometryCollection")
    throw new TypeError("topology.objects.areas: expected a GeometryCollection");
  const shapes = feature(topology, object as GeometryCollection<Properties>).features;
  const row = new Map(shapes.map((shape, index) => [shape.properties.code, index]));
  const names = shapes.map(({ properties: p }) => [p.name, ...Object.values(p.names ?? {})]);
  for (const entry of tables.names) names[row.get(entry.area) ?? -1]?.push(entry.name);
  const codes = tables.codes.flatMap((entry) =>
    row.has(entry.area) ? [{ key: codeKey(entry.vocabulary, entry.code), area: row.get(entry.area) as number }] : [],
  );
  const rings = shapes.flatMap((shape, area) =>
    shape.properties.level === 1 ? ringsOf(shape.geometry).map((ring) => ({ area, ring })) : [],
  );
  const ringStart = new Uint32Array(rings.length + 1);
  for (const [index, { ring }] of rings.entries()) ringStart[index + 1] = (ringStart[index] as number) + ring.length;
  return {
    code: shapes.map((shape) => shape.properties.code),
    level: Uint8Array.from(shapes, (shape) => shape.properties.level),
    country: shapes.map((shape) => shape.properties.country),
    names,
    otherCodes: codes.map((entry) => entry.key),
    otherCodeArea: Uint32Array.from(codes, (entry) => entry.area),
    ringArea: Uint32Array.from(rings, (entry) => entry.area),
    ringStart,
    points: Float64Array.from(rings.flatMap(({ ring }) => ring.flatMap((point) => [point[0] ?? 0, point[1] ?? 0]))),
    wholeCountry: Float64Array.from(
      tables.wholeCountryPoints.flatMap((point) =>
        row.has(point.area) ? [row.get(point.area) as number, point.longitude, point.latitude] : [],
      ),
    ),
  };
}

/** How a code of another vocabulary is looked up. IATI 1.x calls GeoNames "GEO", 2.x "G1". */
export function codeKey(vocabulary: string, code: string): string {
  const name = vocabulary
    .trim()
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, "");
  return `${name === "GEO" || name === "GEONAMES" ? "G1" : name}/${code.trim().toUpperCase()}`;
}

function ringsOf(geometry: GeoJSON.Geometry): readonly GeoJSON.Position[][] {
  if (geometry.type === "Polygon") return geometry.coordinates;
  return geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : [];
}
