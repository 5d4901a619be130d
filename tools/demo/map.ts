import type { Position } from "geojson";
import { buildTopology } from "../areas/build-topology.ts";
import { countries, type Names, placeName } from "./names.ts";
import { type Random, randomOf } from "./random.ts";
import { type Cell, voronoi } from "./voronoi.ts";
import { wiggle } from "./wiggle.ts";

export type Area = { readonly code: string; readonly level: 0 | 1 | 2; readonly country: string; readonly parent?: string; readonly names: Names; /** longitude, latitude of somewhere well inside */ readonly middle: readonly [number, number] };
export type DemoMap = { readonly areas: readonly Area[]; /** countries and districts, object `areas`, as the product reads it */ readonly shown: object; /** the same with sub-districts, level 2 */ readonly fine: object };

/** Open ocean, so that nothing invented covers anything real. West, south, east, north. */
const frame = [-30, -23, -12, -9] as const;
const spacing = 0.62;
const districtsOfCountry: Readonly<Record<string, number>> = { QO: 10, QT: 11, QR: 8, QS: 9, QV: 7 };

/**
 * A made-up coast: a jittered grid's cells are land where a few waves say so; cells grow together into districts, districts into countries, and
 * every edge is roughened. Sub-districts are the cells themselves. Deterministic for a seed.
 */
export function makeMap(seed: string): DemoMap {
  const random = randomOf(seed, "map");
  const cells = largestLand(voronoi(jitteredGrid(random), frame).filter((cell) => isLand(cell.site)));
  const home = grown(cells, spread(cells, countries.length, random));
  const areas: Area[] = [];
  const pieces: { code: string; district: string; country: string; polygons: Position[][][] }[] = [];
  const order = countriesFromWest(cells, home);
  for (const [i, country] of countries.entries()) {
    const own = cells.filter((_, k) => home[k] === order[i]);
    const names = namer(country.code, randomOf(seed, "names", country.code));
    areas.push({ code: country.code, level: 0, country: country.code, names: country.names, middle: centre(own) });
    const districts = grown(own, spread(own, districtsOfCountry[country.code] ?? 8, random));
    for (const d of [...new Set(districts)].sort((a, b) => a - b)) {
      const parts = own.filter((_, k) => districts[k] === d);
      const code = `${country.code}-${String(d + 1).padStart(2, "0")}`;
      areas.push({ code, level: 1, country: country.code, parent: country.code, names: names(), middle: centre(parts) });
      for (const [n, cell] of parts.entries()) {
        const own2 = `${code}-${n + 1}`;
        areas.push({ code: own2, level: 2, country: country.code, parent: code, names: names(), middle: cell.site });
        pieces.push({ code: own2, district: code, country: country.code, polygons: [[wiggle(cell.ring, seed)]] });
      }
    }
  }
  const groups = areas.map((a) => ({ code: a.code, properties: propertiesOf(a), of: (piece: { code: string }) => piece.code === a.code || piece.code.startsWith(`${a.code}-`) }));
  const detail = { minimalTriangle: 2e-8, minimalIsland: 0, grid: 16_384 };
  const full = pieces.map((p) => ({ code: p.code, country: p.country, name: p.code, names: { en: "", fr: "", ar: "" }, alternates: [], polygons: p.polygons }));
  const level = (most: number) => groups.filter((_, i) => (areas[i]?.level ?? 9) <= most);
  return { areas, shown: buildTopology(full, level(1), detail), fine: buildTopology(full, level(2), detail) };
}

function propertiesOf(a: Area): object {
  const { en, ...more } = a.names;
  const differ = Object.fromEntries(Object.entries(more).filter(([, name]) => name !== en));
  return { code: a.code, level: a.level, name: en, names: a.level === 0 ? a.names : differ, country: a.country, ...(a.parent === undefined ? {} : { parent: a.parent }), validFrom: "fictional-1" };
}

/** Names of a country, none twice: also not one that only differs by an accent. */
function namer(country: string, random: Random): () => Names {
  const used = new Set<string>();
  return () => {
    for (;;) {
      const name = placeName(country, random);
      if (used.has(name.en) || used.has(name.ar)) continue;
      used.add(name.en).add(name.ar);
      return name;
    }
  };
}

function jitteredGrid(random: Random): [number, number][] {
  const [west, south, east, north] = frame;
  const sites: [number, number][] = [];
  for (let y = south; y < north; y += spacing)
    for (let x = west; x < east; x += spacing) sites.push([x + (random.unit() - 0.5) * spacing * 0.8, y + (random.unit() - 0.5) * spacing * 0.8]);
  return sites;
}

/** One broad land with a gulf from the north, a bay in the south and a long cape: a few waves on an ellipse. */
function isLand([x, y]: readonly [number, number]): boolean {
  const [dx, dy] = [(x + 21) / 7.6, (y + 16) / 4.9];
  const angle = Math.atan2(dy, dx);
  const shore = 1 + 0.12 * Math.sin(3 * angle + 0.6) + 0.1 * Math.sin(5 * angle - 1.1) + 0.05 * Math.sin(11 * angle);
  const gulf = Math.hypot((x + 18.6) / 1.9, (y + 10.6) / 3.3) < 1;
  const bay = Math.hypot((x + 24) / 1.6, (y + 21.4) / 2.2) < 1;
  return Math.hypot(dx, dy) < shore && !gulf && !bay;
}

/** Sites lie as far from one another as they can: the first at random, each next farthest from those before. */
function spread(cells: readonly Cell[], count: number, random: Random): number[] {
  const chosen = [random.between(0, cells.length - 1)];
  const gap = (k: number) => Math.min(...chosen.map((c) => distance(cells[c]?.site ?? [0, 0], cells[k]?.site ?? [0, 0])));
  while (chosen.length < count) chosen.push(cells.reduce((best, _, k) => (gap(k) > gap(best) ? k : best), 0));
  return chosen;
}

/** Each cell's seed: all grow at once along shared edges, the smallest first, so that none is cut in two. */
function grown(cells: readonly Cell[], seeds: readonly number[]): number[] {
  const at = new Map(cells.map((cell, k) => [cell.index, k]));
  const owner = cells.map(() => -1);
  for (const [s, k] of seeds.entries()) owner[k] = s;
  const size = seeds.map(() => 1);
  for (;;) {
    let best: { k: number; s: number; far: number } | undefined;
    for (const [k, cell] of cells.entries()) {
      if (owner[k] !== -1) continue;
      for (const n of cell.neighbours) {
        const s = owner[at.get(n) ?? -1] ?? -1;
        if (s === -1) continue;
        const far = distance(cell.site, cells[seeds[s] ?? 0]?.site ?? [0, 0]) + (size[s] ?? 0) * 0.06;
        if (best === undefined || far < best.far) best = { k, s, far };
      }
    }
    if (best === undefined) return owner;
    owner[best.k] = best.s;
    size[best.s] = (size[best.s] ?? 0) + 1;
  }
}

/** What the growing can reach: one land without islands. */
function largestLand(cells: readonly Cell[]): readonly Cell[] {
  const at = new Map(cells.map((cell) => [cell.index, cell]));
  const seen = new Set<number>();
  let largest: Cell[] = [];
  for (const start of cells) {
    if (seen.has(start.index)) continue;
    const land: Cell[] = [];
    const waiting = [start];
    seen.add(start.index);
    for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
      land.push(cell);
      for (const n of cell.neighbours) {
        const next = at.get(n);
        if (next === undefined || seen.has(n)) continue;
        seen.add(n);
        waiting.push(next);
      }
    }
    if (land.length > largest.length) largest = land;
  }
  return largest.toSorted((a, b) => a.index - b.index);
}

function countriesFromWest(cells: readonly Cell[], home: readonly number[]): readonly number[] {
  const west = (s: number) => centre(cells.filter((_, k) => home[k] === s))[0];
  return [...new Set(home)].sort((a, b) => west(a) - west(b));
}

/** The site nearest to the mean of the sites: always inside. */
function centre(cells: readonly Cell[]): readonly [number, number] {
  const mean = [0, 1].map((axis) => cells.reduce((sum, cell) => sum + (cell.site[axis] ?? 0), 0) / cells.length) as [number, number];
  return cells.reduce((best, cell) => (distance(cell.site, mean) < distance(best, mean) ? cell.site : best), cells[0]?.site ?? mean);
}

const distance = (a: readonly [number, number], b: readonly [number, number]) => Math.hypot(a[0] - b[0], a[1] - b[1]);
