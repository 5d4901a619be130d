import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { RateTable } from "../base/money.ts";
import type { Places } from "../places/places.ts";
import { type Areas, readAreas } from "./areas.ts";
import { openPlaces } from "./places.ts";
import { readRates } from "./rates.ts";

/** What reports are read against, whoever asks: boundaries, the finder of places, exchange rates. It comes with the project. */
export type Reference = { readonly areas: Areas; readonly places: Places; readonly rates: RateTable };

const shipped = fileURLToPath(new URL("../../data", import.meta.url));

/** @param coalition the coalition's folder: its own `areas/` and `money/`, where it has them, stand in for those that come with the project */
export async function readReference(coalition: string): Promise<Reference> {
  const own = (part: string) => (existsSync(`${coalition}/${part}`) ? coalition : shipped);
  const atlas = `${own("areas")}/areas`;
  const areas = await readAreas(atlas);
  return { areas, places: await openPlaces(areas, atlas), rates: await readRates(`${own("money")}/money/usd-annual.csv`) };
}
