import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { areaColumns } from "../places/area-columns.ts";
import { createPlaces, type Places } from "../places/places.ts";
import type { Areas } from "./areas.ts";

/** The finder of places over a boundary set and the tables of names, codes and whole-country points beside it. */
export async function openPlaces(areas: Areas, folder: string): Promise<Places> {
  const table = async (name: string): Promise<Record<string, string>[]> => parse(await readFile(`${folder}/${name}`, "utf8"), { columns: true, bom: true });
  const [names, codes, points] = await Promise.all([table("names.csv"), table("codes.csv"), table("whole-country-points.csv")]);
  return createPlaces(
    areaColumns(areas.topology, {
      names: names.map((r) => ({ area: r["area"] ?? "", name: r["name"] ?? "" })),
      codes: codes.map((r) => ({ area: r["area"] ?? "", vocabulary: r["vocabulary"] ?? "", code: r["code"] ?? "" })),
      wholeCountryPoints: points.map((r) => ({ area: r["area"] ?? "", latitude: Number(r["latitude"]), longitude: Number(r["longitude"]) })),
    }),
  );
}
