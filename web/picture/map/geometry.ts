import { geoMercator, geoPath } from "d3-geo";
import type { Feature, FeatureCollection, Geometry } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

export type AreaProperties = { readonly code: string; readonly level: number; readonly name: string; readonly names?: Readonly<Record<string, string>>; readonly country: string };
export type Shape = { readonly code: string; readonly country: string; readonly d: string; readonly centre: readonly [number, number]; readonly size: number };
export type CountryLabel = { readonly code: string; readonly name: string; readonly at: readonly [number, number]; readonly width: number };
export type Drawing = { readonly areas: readonly Shape[]; readonly land: string; readonly frontiers: string; readonly labels: readonly CountryLabel[] };

type Areas = Topology<{ areas: GeometryCollection<AreaProperties> }>;

/** A geometry without properties is none of ours. */
const propertiesOf = ({ properties }: { readonly properties?: AreaProperties | object | undefined }): AreaProperties | undefined => (properties !== undefined && "code" in properties ? properties : undefined);

/**
 * Projects the areas so that those in focus fill the pane (Mercator: shapes as people know them; these latitudes barely stretch).
 * Level-1 areas of countries in focus are drawn one by one, other land as ground.
 */
export function drawMap(areas: Topology, context: Topology | undefined, focus: ReadonlySet<string>, frame: ReadonlySet<string>, size: { readonly width: number; readonly height: number }, language: string): Drawing {
  const topology = areas as Areas;
  const collection = topology.objects.areas;
  const level1 = { ...collection, geometries: collection.geometries.filter((geometry) => propertiesOf(geometry)?.level === 1 && focus.has(propertiesOf(geometry)?.country ?? "")) };
  const countries = feature(topology, { ...collection, geometries: collection.geometries.filter((geometry) => propertiesOf(geometry)?.level === 0) }).features;
  const features = feature(topology, level1).features;
  const inFrame = features.filter((shape) => frame.size === 0 || frame.has(shape.properties.country));
  const target: FeatureCollection<Geometry, AreaProperties> = { type: "FeatureCollection", features: inFrame.length > 0 ? inFrame : features.length > 0 ? features : countries };
  const margin = Math.min(size.width, size.height) * 0.04;
  const projection = geoMercator().fitExtent([[margin, margin], [size.width - margin, size.height - margin]], target).clipExtent([[-200, -200], [size.width + 200, size.height + 200]]).precision(0.3);
  const path = geoPath(projection).digits(1);
  const around = context === undefined ? "" : Object.values(context.objects).map((object) => path(feature(context, object)) ?? "").join("");
  return {
    areas: features.map((shape) => ({ code: shape.properties.code, country: shape.properties.country, d: path(shape) ?? "", centre: path.centroid(shape), size: path.area(shape) })).filter(({ d }) => d !== ""),
    land: around + countries.map((country) => path(country) ?? "").join(""),
    frontiers: path(mesh(topology, { ...collection, geometries: collection.geometries.filter((geometry) => propertiesOf(geometry)?.level === 0) } as GeometryCollection)) ?? "",
    labels: withoutOverlaps(countries.flatMap((country) => labelOf(country, path, size, language))),
  };
}

function labelOf(country: Feature<Geometry, AreaProperties>, path: ReturnType<typeof geoPath>, size: { readonly width: number; readonly height: number }, language: string): readonly CountryLabel[] {
  const [[left, top], [right, bottom]] = path.bounds(country);
  const at = path.centroid(country);
  const name = country.properties.names?.[language] ?? country.properties.name;
  const room = right - left > name.length * 7 && bottom - top > 16;
  const half = name.length * 4.6;
  const inside = at[0] > half && at[0] < size.width - half && at[1] > 60 && at[1] < size.height - 20;
  return room && inside ? [{ code: country.properties.code, name, at, width: right - left }] : [];
}

/** The larger country keeps its name where two would meet. */
function withoutOverlaps(labels: readonly CountryLabel[]): readonly CountryLabel[] {
  const kept: CountryLabel[] = [];
  for (const label of labels.toSorted((a, b) => b.width - a.width)) {
    const meets = kept.some((other) => Math.abs(label.at[1] - other.at[1]) < 16 && Math.abs(label.at[0] - other.at[0]) < (label.name.length + other.name.length) * 4.6);
    if (!meets) kept.push(label);
  }
  return kept;
}

/** The area to go to from one by an arrow key: the nearest whose middle lies more that way than aside. */
export function neighbourOf(areas: readonly Shape[], code: string, [dx, dy]: readonly [number, number]): string {
  const here = areas.find((area) => area.code === code);
  if (here === undefined) return areas[0]?.code ?? code;
  let best = { code, distance: Infinity };
  for (const area of areas) {
    const x = area.centre[0] - here.centre[0];
    const y = area.centre[1] - here.centre[1];
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (area.code === code || along <= 0 || aside > along * 1.2) continue;
    const distance = along + 1.5 * aside;
    if (distance < best.distance) best = { code: area.code, distance };
  }
  return best.code;
}
