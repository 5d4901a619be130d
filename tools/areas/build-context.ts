import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoBounds } from "d3-geo";
import { feature } from "topojson-client";
import { topology } from "topojson-server";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Feature, FeatureCollection, Geometry } from "geojson";

const require = createRequire(import.meta.url);
const isoCountries = require("i18n-iso-countries") as { numericToAlpha2(code: string): string | undefined };

/** The frame around Africa in which neighbouring land is drawn as ground: west, south, east, north. */
const frame = [-30, -40, 65, 46] as const;

/** Neighbouring countries outside Africa, coarse (Natural Earth 1:110m), for orientation only. Object `context`. */
export function buildContext(drawnElsewhere: ReadonlySet<string>): Topology {
  const world = JSON.parse(readFileSync(require.resolve("world-atlas/countries-110m.json"), "utf8")) as Topology<{
    countries: GeometryCollection<{ name: string }>;
  }>;
  const features = feature(world, world.objects.countries)
    .features.map((shape) => ({ shape, code: isoCountries.numericToAlpha2(String(shape.id)) }))
    .filter(
      ({ shape, code }) =>
        inFrame(shape) && !(code !== undefined && drawnElsewhere.has(code)) && shape.properties.name !== "Somaliland",
    )
    .map(({ shape, code }): Feature<Geometry, object> => ({
      type: "Feature",
      properties: code === undefined ? {} : { code },
      geometry: shape.geometry,
    }));
  const collection: FeatureCollection = { type: "FeatureCollection", features };
  return topology({ context: collection }, 4096) as Topology;
}

function inFrame(shape: Feature): boolean {
  const [[west, south], [east, north]] = geoBounds(shape);
  return west < frame[2] && east > frame[0] && south < frame[3] && north > frame[1] && east > west;
}
