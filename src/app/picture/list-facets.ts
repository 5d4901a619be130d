import { tlps } from "../../marking/tlp.ts";
import type { Atlas } from "./atlas.ts";
import type { Figures } from "./figures.ts";
import { keptFor } from "./kept-for.ts";
import { countEach, listColumns, type Many, noMonth, tlpOfRows } from "./list-columns.ts";
import { type AreaRef, areaRef, countryName, type LineOrOther, type OrganisationRef, reporterRef } from "./references.ts";

/** Areas below the country are told of up to this many, the most frequent first. */
export const mostAreas = 100;

/** How many of the rows found have what: every value that is there at all, the most frequent first. Years in their own order. */
export function facetsOf(atlas: Atlas, { ground, question }: Figures, found: Uint8Array, tlpOf: ReadonlyMap<string, number>, languages: readonly string[]) {
  const columns = listColumns(ground);
  const usd = columns.usd[question.basis];
  const years = new Map<number, number>();
  const marked = new Uint32Array(tlps.length);
  const highest = tlpOfRows(columns, tlpOf);
  let [known, all, least, most] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  // how many more are at work in a year than in the one before
  const step = new Map<number, number>();
  for (let row = 0; row < found.length; row++) {
    if (found[row] === 0) continue;
    all++;
    if (!Number.isNaN(usd[row])) known++;
    marked[highest[row] as number] = (marked[highest[row] as number] as number) + 1;
    if (columns.first[row] === noMonth) continue;
    const [a, b] = [1970 + Math.floor((columns.first[row] as number) / 12), 1970 + Math.floor((columns.last[row] as number) / 12)];
    step.set(a, (step.get(a) ?? 0) + 1);
    step.set(b + 1, (step.get(b + 1) ?? 0) - 1);
    [least, most] = [Math.min(least, a), Math.max(most, b)];
  }
  for (let year = least, at = 0; year <= most; year++) {
    at += step.get(year) ?? 0;
    if (at > 0) years.set(year, at);
  }
  const reporters = keptFor(ground, "reporters by key", () => {
    const refs = new Map<string, OrganisationRef>();
    for (const i of columns.rows) for (const r of i.reports) if (!refs.has(r.reporter_key)) refs.set(r.reporter_key, reporterRef(r));
    return refs;
  });
  const areas = counted(columns.areas, found).filter(({ name }) => name.includes("-"));
  return {
    lines: counted(columns.lines, found).map(({ name, initiatives }) => ({ line: name as LineOrOther, initiatives })),
    reporters: counted(columns.reporters, found).map(({ name, initiatives }) => ({ reporter: reporters.get(name) as OrganisationRef, initiatives })),
    countries: counted(columns.countries, found).map(({ name, initiatives }) => ({ code: name, name: countryName(atlas, name, languages), initiatives })),
    areas: areas.slice(0, mostAreas).map(({ name, initiatives }): { area: AreaRef; initiatives: number } => ({ area: areaRef(atlas, name, languages), initiatives })),
    areasInAll: areas.length,
    statuses: counted(columns.statuses, found).map(({ name, initiatives }) => ({ status: name, initiatives })),
    years: [...years].map(([year, initiatives]) => ({ year, initiatives })),
    markings: tlps.flatMap((tlp, k) => ((marked[k] ?? 0) > 0 ? [{ tlp: `TLP:${tlp}` as const, initiatives: marked[k] as number }] : [])),
    budget: { known, unknown: all - known },
  };
}

function counted(of: Many, found: Uint8Array): { readonly name: string; readonly initiatives: number }[] {
  const counts = countEach(of, found);
  return of.names.flatMap((name, code) => (counts[code] === 0 ? [] : [{ name, initiatives: counts[code] as number }])).sort((a, b) => b.initiatives - a.initiatives || (a.name < b.name ? -1 : 1));
}
