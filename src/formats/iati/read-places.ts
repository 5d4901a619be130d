import type { Location } from "../../initiatives/report.ts";
import { readDecimal } from "../values/decimal.ts";
import { shortly } from "../values/raw-excerpt.ts";
import type { Findings } from "./findings.ts";
import { codeOf, oneOf, wordsOf } from "./read-values.ts";
import { exactness } from "./vocabulary.ts";
import { attribute, child, children, type XmlNode } from "./xml-tree.ts";

/** A place of the activity; undefined when nothing in it says where it is. */
export function locationOf(node: XmlNode, language: string, notes: Findings): Location | undefined {
  const nameNode = child(node, "name");
  const name = nameNode === undefined ? undefined : oneOf(wordsOf(nameNode, notes), language);
  const point = pointOf(node, notes);
  const exactCode = codeOf(child(node, "exactness"), "code", /^[12]$/, "1 (exact) or 2 (approximate)", notes);
  const exact = exactCode === undefined ? undefined : exactness[exactCode];
  const locationClass = codeOf(
    child(node, "location-class"),
    "code",
    /^[1-4]$/,
    "a code of GeographicLocationClass, 1 to 4",
    notes,
  );
  const feature = child(node, "feature-designation");
  const precision = feature === undefined ? undefined : attribute(feature, "code");
  const administrative = children(node, "administrative").flatMap((a) => {
    const code = attribute(a, "code");
    if (code === undefined)
      return notes.warning(a, "code", "code-missing", "", "the code of an administrative area") ?? [];
    const level = codeOf(a, "level", /^\d$/, "a level from 0 to 9", notes);
    return [
      { vocabulary: attribute(a, "vocabulary") ?? "", ...(level === undefined ? {} : { level: Number(level) }), code },
    ];
  });
  const id = children(node, "location-id").find((l) => attribute(l, "code") !== undefined);
  const gazetteer =
    id === undefined ? undefined : { vocabulary: attribute(id, "vocabulary") ?? "", code: attribute(id, "code") ?? "" };
  if (name === undefined && point === undefined && administrative.length === 0 && gazetteer === undefined) {
    return notes.warning(
      node,
      undefined,
      "location-empty",
      "",
      "a name, a point, an administrative area or a location-id",
    );
  }
  return {
    ...(name === undefined ? {} : { name }),
    ...point,
    ...(exact === undefined ? {} : { exactness: exact }),
    ...(locationClass === undefined ? {} : { locationClass }),
    ...(precision === undefined ? {} : { precision }),
    administrative,
    ...(gazetteer === undefined ? {} : { gazetteer }),
  };
}

/** `<point srsName="…4326"><pos>lat lon</pos></point>`. "0 0" is what programs write for "not known": there is only sea. */
function pointOf(node: XmlNode, notes: Findings): Pick<Location, "latitude" | "longitude"> | undefined {
  const point = child(node, "point");
  const pos = point === undefined ? undefined : child(point, "pos");
  const text = pos?.text.trim() ?? "";
  if (point === undefined || pos === undefined || text === "") return undefined;
  const system = attribute(point, "srsName");
  if (system !== undefined && !/4326$|WGS ?84/i.test(system))
    return notes.warning(
      point,
      "srsName",
      "point-system-unknown",
      shortly(system),
      "http://www.opengis.net/def/crs/EPSG/0/4326",
    );
  const [latitude, longitude, ...more] = text.split(/\s+/).map((part) => Number(readDecimal(part) ?? Number.NaN));
  if (
    latitude === undefined ||
    longitude === undefined ||
    more.length > 0 ||
    !(Math.abs(latitude) <= 90) ||
    !(Math.abs(longitude) <= 180)
  ) {
    return notes.warning(
      pos,
      undefined,
      "point-invalid",
      shortly(text),
      "latitude and longitude in degrees, e.g. 11.83 13.15",
    );
  }
  if (latitude === 0 && longitude === 0)
    return notes.warning(pos, undefined, "point-stand-in", text, "a place other than 0 0");
  return { latitude, longitude };
}
