import type { AreaColumns } from "./area-columns.ts";
import { codeKey } from "./area-columns.ts";
import { indexNames } from "./area-names.ts";
import { indexRings } from "./rings.ts";

/** A place as a report states it (the shape of IATI's location). */
export type StatedPlace = {
  readonly name?: string | undefined;
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
  readonly exactness?: "exact" | "approximate" | undefined;
  /** 1 administrative region, 2 populated place, 3 structure, 4 other */
  readonly locationClass?: string | undefined;
  /** AidData precision (1–9) or GeoNames feature designation (PCLI, ADM1, PPL, …) */
  readonly precision?: string | undefined;
  readonly administrative?:
    | readonly { readonly vocabulary: string; readonly level?: number; readonly code: string }[]
    | undefined;
  readonly gazetteer?: { readonly vocabulary: string; readonly code: string } | undefined;
};

/** Why a place counts where it does, when that is not plain. */
export type PlaceNote =
  /** the name, the precision or the point means the whole country */
  | "whole-country"
  /** a region wider than, or not known to lie within, one first-level area */
  | "wider-than-area"
  /** the point lies outside every area; the nearest edge is within reach */
  | "nearest-edge"
  /** the point lies outside the countries that the report names: not used */
  | "point-elsewhere"
  /** nothing told the area: the report's only country stands in */
  | "country-of-report";

export type Located =
  | {
      readonly kind: "located";
      readonly area: string;
      readonly level: 0 | 1;
      readonly how: "code" | "point" | "name" | "country";
      readonly note?: PlaceNote;
    }
  | {
      readonly kind: "unknown";
      readonly why: "nothing-stated" | "point-elsewhere" | "point-nowhere" | "name-unknown" | "name-ambiguous";
    };

export type Places = {
  /** @param countries alpha-2 codes that the report names; empty when it names none */
  readonly locate: (place: StatedPlace, countries: readonly string[]) => Located;
  /** The first-level areas of a country whose name stands in a text (a title that says "in Gombe State"). */
  readonly mentioned: (text: string, country: string) => readonly string[];
};

/** How far a point may lie off the coast or beyond a simplified border; the shipped edges are off by up to about 5 km. */
const reachKm = 10;
/** Publishers write whole-country points with different rounding; a hundredth of a degree is about a kilometre. */
const samePoint = 0.01;
/** Feature designations and AidData precisions that mean a whole country (or more). */
const countryPrecisions = new Set(["PCL", "PCLI", "PCLD", "PCLF", "PCLS", "PCLIX", "PCLH", "TERR", "CONT", "6", "8"]);

/**
 * Finds the area in which a stated place lies: by code, then whole-country marks, then point, then name in a country, else the report's
 * only country. A coarse place is never spread down to finer areas, and a point in another country than the report's is not believed.
 * Pure and deterministic; 5 to 20 µs a place.
 */
export function createPlaces(areas: AreaColumns): Places {
  const rings = indexRings(areas);
  const names = indexNames(areas);
  const byCode = new Map(areas.code.map((code, row) => [code, row]));
  const byOtherCode = new Map(areas.otherCodes.map((key, index) => [key, areas.otherCodeArea[index] as number]));

  const located = (row: number, how: "code" | "point" | "name" | "country", note?: PlaceNote): Located => ({
    kind: "located",
    area: areas.code[row] as string,
    level: areas.level[row] === 0 ? 0 : 1,
    how,
    ...(note === undefined ? {} : { note }),
  });
  const countryRow = (country: string | undefined) => (country === undefined ? undefined : byCode.get(country));
  const only = (countries: readonly string[]) => (countries.length === 1 ? countryRow(countries[0]) : undefined);

  return {
    mentioned: (text, country) => names.mentioned(text, country).map((row) => areas.code[row] as string),
    locate(place, countries) {
      const stated = [...new Set(countries.map((country) => country.toUpperCase()))];
      const coded = byStatedCode(place);
      if (coded !== undefined) return located(coded, "code", areas.level[coded] === 0 ? "whole-country" : undefined);
      const whole = wholeCountry(place, stated);
      if (whole !== undefined) return whole;
      const point = byPoint(place, stated);
      if (point?.kind === "located") return point;
      const named = byName(place, stated);
      if (named?.kind === "located") return named;
      const fallback = only(stated);
      if (fallback !== undefined)
        return located(fallback, "country", point?.kind === "unknown" ? "point-elsewhere" : "country-of-report");
      return point ?? named ?? { kind: "unknown", why: "nothing-stated" };
    },
  };

  /** The finest known code wins. A code that we do not know (a p-code of another edition) is passed over, not guessed at. */
  function byStatedCode(place: StatedPlace): number | undefined {
    const codes = [...(place.administrative ?? []), ...(place.gazetteer === undefined ? [] : [place.gazetteer])];
    const rows = codes.flatMap(({ vocabulary, code }) => {
      const plain = code.trim().toUpperCase();
      const iso = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(plain);
      const row =
        (iso ? (byCode.get(plain) ?? byOtherCode.get(codeKey("ISO3166-2", plain))) : undefined) ??
        byOtherCode.get(codeKey(vocabulary, plain));
      return row === undefined ? [] : [row];
    });
    return rows.find((row) => areas.level[row] === 1) ?? rows[0];
  }

  function wholeCountry(place: StatedPlace, stated: readonly string[]): Located | undefined {
    const named =
      place.name === undefined
        ? undefined
        : stated
            .map((country) => names.find(place.name as string, country))
            .find((rows) => rows.some((row) => areas.level[row] === 0));
    if (named !== undefined && place.locationClass !== "2" && place.locationClass !== "3") {
      // "Dakar" is an area and a city, "Niger" a state of Nigeria: only a name that means the country alone (or a region within none of its areas).
      const row = named.find((candidate) => areas.level[candidate] === 0) as number;
      if (named.length === 1)
        return located(row, "name", isCountryName(place.name as string, row) ? "whole-country" : "wider-than-area");
    }
    const at = wholeCountryAt(place);
    if (place.precision !== undefined && countryPrecisions.has(place.precision.trim().toUpperCase())) {
      const row = only(stated) ?? at ?? pointCountry(place);
      if (row !== undefined) return located(row, "code", "whole-country");
    }
    if (
      at !== undefined &&
      place.locationClass !== "2" &&
      place.locationClass !== "3" &&
      (stated.length === 0 || stated.includes(areas.country[at] as string)) &&
      !namesAnArea(place, stated)
    ) {
      return located(at, "point", "whole-country");
    }
    return undefined;
  }

  function isCountryName(name: string, row: number): boolean {
    // The country's own names come first in its row; what the tables add are regions wider than an area.
    return (areas.names[row] ?? []).slice(0, 4).some((own) => own.toLowerCase() === name.trim().toLowerCase());
  }

  function namesAnArea(place: StatedPlace, stated: readonly string[]): boolean {
    return (
      place.name !== undefined &&
      stated.some((country) => names.find(place.name as string, country).some((row) => areas.level[row] === 1))
    );
  }

  function wholeCountryAt({ latitude, longitude }: StatedPlace): number | undefined {
    if (latitude === undefined || longitude === undefined) return undefined;
    for (let index = 0; index < areas.wholeCountry.length; index += 3) {
      const [row, x, y] = areas.wholeCountry.subarray(index, index + 3) as unknown as [number, number, number];
      if (Math.abs(x - longitude) < samePoint && Math.abs(y - latitude) < samePoint) return row;
    }
    return undefined;
  }

  function pointCountry({ latitude, longitude }: StatedPlace): number | undefined {
    if (latitude === undefined || longitude === undefined) return undefined;
    const row = rings.at(longitude, latitude);
    return row < 0 ? undefined : countryRow(areas.country[row]);
  }

  function byPoint(
    { latitude, longitude, name, exactness, locationClass }: StatedPlace,
    stated: readonly string[],
  ): (Located & { readonly why?: string }) | undefined {
    if (latitude === undefined || longitude === undefined || !Number.isFinite(latitude) || !Number.isFinite(longitude))
      return undefined;
    const row = rings.at(longitude, latitude);
    const inStated = row >= 0 && (stated.length === 0 || stated.includes(areas.country[row] as string));
    const near = inStated ? undefined : nearestStated(longitude, latitude, stated);
    if (!inStated && near === undefined)
      return { kind: "unknown", why: row >= 0 ? "point-elsewhere" : "point-nowhere" };
    const found = inStated ? row : (near as number);
    // An approximate administrative region under a name that is no area of ours may span several: its middle point says too much.
    if (
      locationClass === "1" &&
      exactness === "approximate" &&
      (name === undefined || names.find(name, areas.country[found] as string).length === 0)
    ) {
      const country = countryRow(areas.country[found]);
      if (country !== undefined) return located(country, "point", "wider-than-area");
    }
    return located(found, "point", inStated ? undefined : "nearest-edge");
  }

  function nearestStated(longitude: number, latitude: number, stated: readonly string[]): number | undefined {
    const near = (stated.length === 0 ? [undefined] : stated).flatMap(
      (country) => rings.nearest(longitude, latitude, reachKm, country) ?? [],
    );
    return near.toSorted((a, b) => a.km - b.km)[0]?.area;
  }

  function byName(place: StatedPlace, stated: readonly string[]): (Located & { readonly why?: string }) | undefined {
    if (place.name === undefined) return undefined;
    const rows = [...new Set(stated.flatMap((country) => names.find(place.name as string, country)))].filter(
      (row) => areas.level[row] === 1,
    );
    if (rows.length === 1) return located(rows[0] as number, "name");
    return { kind: "unknown", why: rows.length === 0 ? "name-unknown" : "name-ambiguous" };
  }
}
