import type { Location } from "../../initiatives/report.ts";
import { readDecimal } from "../values/decimal.ts";
import { readPercent } from "../values/percent.ts";
import { shortly } from "../values/raw-excerpt.ts";
import { escaped, plainNumber, splitShare, unescaped, withShare } from "./lists.ts";
import type { RowNotes } from "./notes.ts";

/** The vocabulary name under which a code of ISO 3166-2 stands in `Location.administrative`. */
export const isoAreas = "iso3166-2";
const isoArea = /^[A-Z]{2}-[A-Z0-9]{1,3}$/;

/** `NG-BO 50%` in the column areas. */
export function readArea(item: string, notes: RowNotes): Location | undefined {
  const { text, share } = splitShare(item);
  const code = unescaped(text).toUpperCase();
  if (!isoArea.test(code))
    return notes.warning(
      "areas",
      "code-unknown",
      shortly(item),
      "a code of ISO 3166-2, e.g. NG-BO, with or without a share: NG-BO 50%",
    );
  return { administrative: [{ vocabulary: isoAreas, code }], ...shareOf(share, "areas", notes) };
}

/** Whether a location is no more than an area, and so goes into the column areas. */
export function isArea(location: Location): boolean {
  const [area, ...more] = location.administrative;
  return (
    location.name === undefined &&
    location.latitude === undefined &&
    area?.vocabulary === isoAreas &&
    isoArea.test(area.code) &&
    more.length === 0 &&
    location.exactness === undefined &&
    location.locationClass === undefined
  );
}

export function printArea(location: Location): string {
  return withShare(location.administrative[0]?.code ?? "", location.percent);
}

/** `Name (lat, lon) {exact, class 2, NG-BO} 50%` in the column locations; everything but one of name, point and area may be left out. */
export function readLocation(item: string, notes: RowNotes): Location | undefined {
  const { text, share } = splitShare(item);
  const braces = /^((?:\\[\s\S]|[^\\{}])*)\{([^{}\\]*)\}$/.exec(text);
  const marks = modifiers(braces?.[2] ?? "", notes);
  const rest = (braces === null ? text : (braces[1] ?? "")).trim();
  const point = /^((?:\\[\s\S]|[^\\])*?)\(\s*([-+\d.]+)\s*,\s*([-+\d.]+)\s*\)$/.exec(rest);
  const name = unescaped(point === null ? rest : (point[1] ?? ""));
  const place = point === null ? {} : pointOf(point[2] ?? "", point[3] ?? "", notes);
  const percent = shareOf(share, "locations", notes);
  if (name === "" && !("latitude" in place) && marks.administrative.length === 0)
    return notes.warning(
      "locations",
      "location-empty",
      shortly(item),
      "a name, a point or an area: Gao (16.27, -0.04) {exact}",
    );
  return { ...(name === "" ? {} : { name }), ...place, ...marks, ...percent };
}

/** Empty when there is nothing that the column can hold: a location known by a gazetteer's code alone. */
export function printLocation(location: Location): string {
  const areas = location.administrative
    .filter((a) => a.vocabulary === isoAreas && isoArea.test(a.code))
    .map((a) => a.code);
  if (location.name === undefined && location.latitude === undefined && areas.length === 0) return "";
  const marks = [
    ...(location.exactness === undefined ? [] : [location.exactness]),
    ...(location.locationClass === undefined ? [] : [`class ${location.locationClass}`]),
    ...areas,
  ];
  const parts = [
    ...(location.name === undefined ? [] : [escaped(location.name, "(){}%")]),
    ...(location.latitude === undefined || location.longitude === undefined
      ? []
      : [`(${plainNumber(location.latitude)}, ${plainNumber(location.longitude)})`]),
    ...(marks.length === 0 ? [] : [`{${marks.join(", ")}}`]),
  ];
  return withShare(parts.join(" "), location.percent);
}

function modifiers(text: string, notes: RowNotes): Pick<Location, "exactness" | "locationClass" | "administrative"> {
  let exactness: Location["exactness"];
  let locationClass: string | undefined;
  const administrative: Location["administrative"][number][] = [];
  for (const word of text
    .split(",")
    .map((w) => w.trim())
    .filter((w) => w !== "")) {
    const classCode = /^class ([1-4])$/i.exec(word)?.[1];
    if (word.toLowerCase() === "exact" || word.toLowerCase() === "approximate")
      exactness = word.toLowerCase() === "exact" ? "exact" : "approximate";
    else if (classCode !== undefined) locationClass = classCode;
    else if (isoArea.test(word.toUpperCase())) administrative.push({ vocabulary: isoAreas, code: word.toUpperCase() });
    else
      notes.warning(
        "locations",
        "location-mark-unknown",
        shortly(word),
        "exact, approximate, class 1 to class 4 or a code of ISO 3166-2",
      );
  }
  return {
    ...(exactness === undefined ? {} : { exactness }),
    ...(locationClass === undefined ? {} : { locationClass }),
    administrative,
  };
}

function pointOf(lat: string, lon: string, notes: RowNotes): Pick<Location, "latitude" | "longitude"> {
  const [latitude, longitude] = [Number(readDecimal(lat) ?? Number.NaN), Number(readDecimal(lon) ?? Number.NaN)];
  if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180))
    return (
      notes.warning(
        "locations",
        "point-invalid",
        `${lat}, ${lon}`,
        "latitude and longitude in degrees, e.g. (16.27, -0.04)",
      ) ?? {}
    );
  if (latitude === 0 && longitude === 0)
    return notes.warning("locations", "point-stand-in", `${lat}, ${lon}`, "a place other than 0, 0") ?? {};
  return { latitude, longitude };
}

export function shareOf(share: string | undefined, column: string, notes: RowNotes): { readonly percent?: number } {
  if (share === undefined) return {};
  const percent = readPercent(share);
  return percent === undefined
    ? (notes.error(column, "percentage-invalid", `${share}%`, "a number from 0 to 100") ?? {})
    : { percent };
}
