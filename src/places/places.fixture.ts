import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Topology } from "topojson-specification";
import { areaColumns } from "./area-columns.ts";
import { createPlaces } from "./places.ts";

const folder = new URL("../../data/areas/", import.meta.url);
const text = (name: string) => readFileSync(new URL(name, folder), "utf8");
const table = <Row>(name: string) => parse(text(name), { columns: true }) as Row[];

/** The boundary set that comes with the project. */
export const shippedAreas = areaColumns(JSON.parse(text("areas.topo.json")) as Topology, {
  names: table("names.csv"),
  codes: table("codes.csv"),
  wholeCountryPoints: table<Record<string, string>>("whole-country-points.csv").map((row) => ({
    area: row["area"] ?? "",
    latitude: Number(row["latitude"]),
    longitude: Number(row["longitude"]),
  })),
});

export const shippedPlaces = createPlaces(shippedAreas);
