import { countryOf } from "./country-of.ts";
import type { Figures } from "./figures.ts";

/**
 * The first-level areas in which two initiatives meet: both name them, and neither names the whole country as well, for then they are
 * compared at the country. Empty where they are known to meet in a country only.
 */
export function sharedAreas(figures: Figures, a: string, b: string): readonly string[] {
  const { ground } = figures;
  const areasOf = (id: string) => ground.initiatives.get(id)?.areas.map((x) => x.area) ?? [];
  const [mine, theirs] = [new Set(areasOf(a)), new Set(areasOf(b))];
  const isCountry = (code: string) => countryOf(ground, code) === code;
  return [...mine].filter((code) => theirs.has(code) && !isCountry(code) && !mine.has(countryOf(ground, code)) && !theirs.has(countryOf(ground, code)));
}
