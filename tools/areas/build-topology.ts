import { geoArea } from "d3-geo";
import type { Feature, FeatureCollection, MultiPolygon, Position } from "geojson";
import { mergeArcs, quantize } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify, sphericalTriangleArea } from "topojson-simplify";
import type {
  GeometryCollection,
  MultiPolygon as ArcMultiPolygon,
  Polygon as ArcPolygon,
  Topology,
} from "topojson-specification";
import type { Piece } from "./read-features.ts";

export type Detail = {
  /** Points whose triangle is smaller are dropped; steradians. */
  readonly minimalTriangle: number;
  /** Islands smaller than this are dropped unless they are all that an area has; steradians. */
  readonly minimalIsland: number;
  /** Steps of the grid along each axis. */
  readonly grid: number;
};

type Group = { readonly code: string; readonly properties: object };
type ArcGeometry = ArcPolygon | ArcMultiPolygon;
type Areas = Topology<{ areas: GeometryCollection<object> }>;

/**
 * One topology in which countries and first-level areas share their arcs, so that the second level costs only
 * arc numbers. Rings follow d3-geo (clockwise outside), which is the reverse of RFC 7946.
 */
export function buildTopology(
  pieces: readonly Piece[],
  groups: readonly (Group & { readonly of: (piece: Piece) => boolean })[],
  detail: Detail,
): Areas {
  const features = pieces.map((piece): Feature<MultiPolygon, { index: number }> => ({
    type: "Feature",
    properties: { index: pieces.indexOf(piece) },
    geometry: { type: "MultiPolygon", coordinates: withoutSmallIslands(piece.polygons, detail.minimalIsland) },
  }));
  const collection: FeatureCollection = { type: "FeatureCollection", features };
  const fine = topology({ areas: collection }, 1e6) as Topology<{ areas: GeometryCollection<{ index: number }> }>;
  const weighted = presimplify(fine, sphericalTriangleArea);
  keepShortRings(weighted, detail.minimalTriangle);
  const coarse = simplify(weighted, detail.minimalTriangle);
  const parts = coarse.objects.areas.geometries as readonly (ArcGeometry & { properties: { index: number } })[];
  const geometries = groups.map((group) => {
    const merged = mergeArcs(
      coarse,
      parts.filter((part) => group.of(pieces[part.properties.index] as Piece)) as ArcPolygon[],
    );
    return { ...merged, properties: group.properties };
  });
  const whole = withUsedArcs({ ...coarse, objects: { areas: { type: "GeometryCollection", geometries } } } as Areas);
  return wound(quantize(whole, detail.grid));
}

function withoutSmallIslands(polygons: readonly Position[][][], minimal: number): Position[][][] {
  const sized = polygons.map((polygon) => ({ polygon, size: ringSize(polygon[0] ?? []) }));
  const largest = Math.max(...sized.map((entry) => entry.size));
  return sized.filter((entry) => entry.size >= minimal || entry.size === largest).map((entry) => entry.polygon);
}

/** Steradians inside a ring, however it is wound. */
function ringSize(ring: Position[]): number {
  const area = geoArea({ type: "Polygon", coordinates: [ring] });
  return Math.min(area, 4 * Math.PI - area);
}

/** A ring of one or two arcs would collapse to a line: its three heaviest inner points stay. */
function keepShortRings(weighted: Topology, minimal: number): void {
  const arcs = weighted.arcs as unknown as [number, number, number][][];
  for (const geometry of (weighted.objects["areas"] as GeometryCollection).geometries as readonly ArcGeometry[]) {
    const polygons = geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs;
    for (const ring of polygons.flat()) {
      if (ring.length > 2) continue;
      for (const number of ring) {
        const inner = (arcs[number < 0 ? ~number : number] ?? []).slice(1, -1).sort((a, b) => b[2] - a[2]);
        for (const point of inner.slice(0, 3)) point[2] = Math.max(point[2], minimal);
      }
    }
  }
}

/** Borders inside a merged area are nobody's any more. */
function withUsedArcs(source: Areas): Areas {
  const kept: Areas["arcs"] = [];
  const places = new Map<number, number>();
  const place = (number: number): number => {
    const arc = number < 0 ? ~number : number;
    if (!places.has(arc)) places.set(arc, kept.push(source.arcs[arc] as Areas["arcs"][number]) - 1);
    const now = places.get(arc) as number;
    return number < 0 ? ~now : now;
  };
  const geometries = source.objects.areas.geometries.map((geometry) => {
    const polygons = (geometry as ArcMultiPolygon).arcs.map((polygon) => polygon.map((ring) => ring.map(place)));
    return polygons.length === 1
      ? { ...geometry, type: "Polygon" as const, arcs: polygons[0] }
      : { ...geometry, arcs: polygons };
  });
  return { ...source, arcs: kept, objects: { areas: { type: "GeometryCollection", geometries } } } as Areas;
}

/** Turns every ring for d3-geo: the outer one clockwise, holes the other way. */
function wound(source: Areas): Areas {
  const decoded = decodedArcs(source);
  const turned = (ring: number[]) => ring.toReversed().map((number) => ~number);
  const isOuter = (ring: number[]) =>
    geoArea({ type: "Polygon", coordinates: [ringPoints(ring, decoded)] }) < 2 * Math.PI;
  const polygon = (rings: number[][]) =>
    rings.map((ring, index) => (isOuter(ring) === (index === 0) ? ring : turned(ring)));
  for (const geometry of source.objects.areas.geometries as unknown as (ArcPolygon | ArcMultiPolygon)[]) {
    if (geometry.type === "Polygon") geometry.arcs = polygon(geometry.arcs);
    else geometry.arcs = geometry.arcs.map(polygon);
  }
  return source;
}

function ringPoints(ring: readonly number[], arcs: readonly Position[][]): Position[] {
  return ring.flatMap((number, index) => {
    const arc = number < 0 ? (arcs[~number] ?? []).toReversed() : (arcs[number] ?? []);
    return index === 0 ? arc : arc.slice(1);
  });
}

function decodedArcs(source: Topology): Position[][] {
  const scale = source.transform?.scale ?? [1, 1];
  const translate = source.transform?.translate ?? [0, 0];
  return source.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map((point) => {
      x += point[0] ?? 0;
      y += point[1] ?? 0;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
}
