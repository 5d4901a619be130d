import type { Report } from "../../initiatives/report.ts";
import type { Places } from "../../places/places.ts";

/** An area of a report with its share (they sum to 1), and how it was found: the more certain way where several led to it. */
export type ReportArea = { readonly area: string; readonly share: number; readonly how: "code" | "point" | "name" | "title" | "country"; readonly places: readonly string[] };

const certainty = ["code", "point", "name", "title", "country"] as const;

/**
 * Where a report works: its published shares, else equal over the places named. A place known only to its country stays there.
 * Without places: areas that the title names in the report's only country, else its countries. Empty when nothing tells.
 */
export function reportAreas(places: Places, report: Report): readonly ReportArea[] {
  const countries = report.countries.map((c) => c.code.toUpperCase());
  const found = new Map<string, { weight: number; how: ReportArea["how"]; places: string[] }>();
  const add = (area: string, weight: number, how: ReportArea["how"], place: string | undefined) => {
    const held = found.get(area) ?? { weight: 0, how, places: [] };
    held.weight += weight;
    if (certainty.indexOf(how) < certainty.indexOf(held.how)) held.how = how;
    if (place !== undefined && !held.places.includes(place)) held.places.push(place);
    found.set(area, held);
  };

  const published = report.locations.length > 0 && report.locations.every((l) => l.percent !== undefined && l.percent > 0);
  for (const location of report.locations) {
    const at = places.locate(location, countries);
    if (at.kind === "located") add(at.area, published ? (location.percent ?? 0) : 1, at.how, location.name);
  }
  if (found.size === 0 && countries.length === 1) {
    const mentioned = new Set(Object.values(report.title).flatMap((title) => places.mentioned(title, countries[0] as string)));
    for (const area of mentioned) add(area, 1, "title", undefined);
  }
  if (found.size === 0) {
    const shared = report.countries.every((c) => c.percent !== undefined && c.percent > 0);
    for (const country of report.countries) add(country.code.toUpperCase(), shared ? (country.percent ?? 0) : 1, "country", undefined);
  }
  const whole = [...found.values()].reduce((sum, f) => sum + f.weight, 0);
  return [...found].map(([area, f]) => ({ area, share: f.weight / whole, how: f.how, places: f.places }));
}
