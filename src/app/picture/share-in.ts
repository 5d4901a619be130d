import { shareThere } from "../../coverage/crowding.ts";
import { countryOf } from "./country-of.ts";
import type { Figures } from "./figures.ts";

/**
 * The part of an initiative (by its place in the supply), 0 to 1, that lies in a cell (line null: on the lines asked for); without a
 * cell, on the lines and in the countries asked for. Work on no line is in no part.
 */
export function shareIn(figures: Figures, at: number, cell?: { readonly area: string; readonly line: string | null }): number {
  const { supply } = figures.index();
  if (cell !== undefined) {
    const area = supply.areas.indexOf.get(cell.area) ?? -1;
    return supply.lines.reduce((sum, line, l) => sum + (area >= 0 && (cell.line === null || line === cell.line) ? shareThere(figures.index(), at, area, l) : 0), 0);
  }
  const { countries } = figures.question;
  let lines = 0;
  for (let l = supply.lineStart[at] as number; l < (supply.lineStart[at + 1] as number); l++) lines += supply.lineShare[l] as number;
  let there = 0;
  for (let a = supply.areaStart[at] as number; a < (supply.areaStart[at + 1] as number); a++) {
    const code = supply.areas.codes[supply.areaIndex[a] as number] as string;
    if (countries.length === 0 || countries.includes(countryOf(figures.ground, code))) there += supply.areaShare[a] as number;
  }
  return lines * there;
}
