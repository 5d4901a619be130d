/**
 * Writes data/areas: the map of first-level areas and countries of Africa, their codes elsewhere and their other names.
 *
 *   node tools/generate-areas.ts [folder]     (default data/areas)
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildContext } from "./areas/build-context.ts";
import { buildTopology, type Detail } from "./areas/build-topology.ts";
import {
  codesDrawnAs,
  firstLevelChanged,
  mergedRegions,
  nameCorrections,
  otherNames,
  widerRegions,
} from "./areas/corrections.ts";
import { readPieces, type Piece } from "./areas/read-features.ts";

const countries = createRequire(import.meta.url)("i18n-iso-countries") as {
  getName(code: string, language: string): string | undefined;
};
const boundaryEdition = "natural-earth-5";
/** About 1.5 km² triangles and 1 km grid: districts stay recognisable at the width of a desk screen. */
const shown: Detail = { minimalTriangle: 1.5e-6, minimalIsland: 1.2e-6, grid: 16384 };

const folder = process.argv[2] ?? "data/areas";
mkdirSync(folder, { recursive: true });
const pieces = readPieces();
const codes = [...new Set(pieces.map((piece) => piece.code))].sort();
const countryCodes = [...new Set(pieces.map((piece) => piece.country))].sort();
const groups = [
  ...countryCodes.map((code) => ({
    code,
    properties: countryProperties(code),
    of: (piece: Piece) => piece.country === code,
  })),
  ...codes.map((code) => ({ code, properties: areaProperties(code), of: (piece: Piece) => piece.code === code })),
];
write("areas.topo.json", JSON.stringify(buildTopology(pieces, groups, shown)));
write("context.topo.json", JSON.stringify(buildContext(new Set(countryCodes))));
write("codes.csv", csv(["area", "vocabulary", "code"], otherCodes()));
write("names.csv", csv(["area", "name"], alternateNames()));

function countryProperties(code: string): object {
  const name = (language: string) => countries.getName(code, language) ?? code;
  return {
    code,
    level: 0,
    name: name("en"),
    names: { en: name("en"), fr: name("fr"), ar: name("ar") },
    country: code,
    validFrom: boundaryEdition,
    ...(firstLevelChanged[code] === undefined ? {} : { firstLevelChanged: firstLevelChanged[code] }),
  };
}

function areaProperties(code: string): object {
  const merged = mergedRegions.find((region) => region.code === code);
  const piece = piecesOf(code)[0] as Piece;
  const base = merged ?? { name: piece.name, ...piece.names };
  const fixed = nameCorrections[code] ?? {};
  const name = fixed.name ?? base.name;
  const names = Object.fromEntries(
    (["en", "fr", "ar"] as const)
      .map((language) => [language, fixed[language] ?? base[language]])
      .filter(([, words]) => words !== "" && words !== name),
  );
  return {
    code,
    level: 1,
    name,
    ...(Object.keys(names).length === 0 ? {} : { names }),
    country: piece.country,
    parent: piece.country,
    validFrom: boundaryEdition,
  };
}

function piecesOf(code: string): readonly Piece[] {
  return pieces.filter((piece) => piece.code === code);
}

/** GeoNames identifiers of every unit (a district's leads to the region that it is drawn in), and codes of parts or other editions. One that the source gives to two areas tells nothing. */
function otherCodes(): readonly (readonly string[])[] {
  const geonames = pieces.flatMap((piece) =>
    piece.geonames === undefined ? [] : [[piece.code, "G1", piece.geonames]],
  );
  const rows = [...geonames, ...Object.entries(codesDrawnAs).map(([code, area]) => [area, "ISO3166-2", code])].sort(
    byText,
  );
  const owners = Map.groupBy(rows, (row) => `${row[1]}/${row[2]}`);
  return [...owners.values()].flatMap((same) =>
    new Set(same.map((row) => row[0])).size === 1 ? [same[0] as readonly string[]] : [],
  );
}

/** Names other than those shown. A name that several areas of a country share says nothing and is left out; so are names of the parts of merged areas that are also an area's own. */
function alternateNames(): readonly (readonly string[])[] {
  const rows = new Map<string, Set<string>>();
  const own = new Set(
    codes.flatMap((code) =>
      Object.values({ ...(areaProperties(code) as { name: string }) })
        .filter((value) => typeof value === "string")
        .map((value) => `${code.slice(0, 2)}/${value.toLowerCase()}`),
    ),
  );
  for (const code of codes) {
    const shownNames = areaProperties(code) as { name: string; names?: Record<string, string> };
    const known = new Set(
      [shownNames.name, ...Object.values(shownNames.names ?? {})].map((name) => name.toLowerCase()),
    );
    const others = [
      ...(otherNames[code] ?? []),
      ...piecesOf(code).flatMap((piece) => [
        piece.name,
        piece.names.en,
        piece.names.fr,
        piece.names.ar,
        ...piece.alternates,
      ]),
    ];
    for (const other of others) {
      const key = `${code.slice(0, 2)}/${other.toLowerCase()}`;
      if (other === "" || known.has(other.toLowerCase()) || own.has(key)) continue;
      const owners = rows.get(`${code.slice(0, 2)}\t${other}`) ?? new Set();
      rows.set(`${code.slice(0, 2)}\t${other}`, owners.add(code));
    }
  }
  const wider = Object.entries(widerRegions).flatMap(([country, names]) => names.map((name) => [country, name]));
  const single = [...rows].flatMap(([key, owners]) =>
    owners.size === 1 ? [[[...owners][0] as string, key.split("\t")[1] as string]] : [],
  );
  return [...single, ...wider].sort(byText);
}

function byText(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [a.join("\t"), b.join("\t")];
  return left < right ? -1 : left > right ? 1 : 0;
}

function csv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return [header, ...rows].map((row) => row.map(cell).join(",")).join("\n") + "\n";
}

function write(name: string, contents: string): void {
  writeFileSync(join(folder, name), contents);
  process.stdout.write(
    `${name}: ${contents.length} characters, ${gzipSync(contents, { level: 9 }).length} bytes gzip\n`,
  );
}
