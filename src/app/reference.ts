import { fileURLToPath } from "node:url";
import type { RateTable } from "../base/money.ts";
import type { Places } from "../places/places.ts";
import { type Areas, readAreas } from "./areas.ts";
import { openPlaces } from "./places.ts";
import { readRates } from "./rates.ts";

/** What reports are read against, whoever asks: boundaries, the finder of places, exchange rates. It comes with the project. */
export type Reference = { readonly areas: Areas; readonly places: Places; readonly rates: RateTable };

const folder = fileURLToPath(new URL("../../data", import.meta.url));

export async function readReference(): Promise<Reference> {
  const areas = await readAreas(`${folder}/areas`);
  return { areas, places: await openPlaces(areas, `${folder}/areas`), rates: await readRates(`${folder}/money/usd-annual.csv`) };
}
