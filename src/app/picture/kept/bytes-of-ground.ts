import type { CoverageIndex } from "../../../coverage/coverage-index.ts";
import { tallyBytesPerRank } from "../../../coverage/pair-tally.ts";
import { type Ground, sinceOf } from "../ground.ts";
import { keptFiguresOf } from "../figures.ts";

/** An initiative in the maps and lists of a ground, beside its columns and its reports. */
const perInitiative = 200;

/** About how much memory grounds take beside the reports that they are composed of: their columns, those of the questions kept with them, and those
 * of the grounds before them, from which it is told what changed. One that several follow from counts once. */
export function bytesOfGrounds(grounds: readonly Ground[]): number {
  const all = new Set(grounds.flatMap((ground) => [ground, sinceOf(ground)?.ground ?? ground]));
  return [...all].reduce((sum, ground) => sum + bytesOfOne(ground), 0);
}

function bytesOfOne(ground: Ground): number {
  let sum = ground.initiatives.size * perInitiative + columnBytes(ground.supply) + columnBytes(ground.needColumns);
  for (const figures of keptFiguresOf(ground)) {
    sum += figures.chosen.length * 8;
    for (const made of figures.made()) sum += columnBytes(made) + (isIndex(made) ? made.byRank.length * tallyBytesPerRank : 0);
  }
  return sum;
}

function isIndex(made: object): made is CoverageIndex {
  return "kind" in made && made.kind === "coverage-index";
}

/** Columns of a table, and of tables within it; not those of the supply and areas that many share. */
function columnBytes(of: object): number {
  let sum = 0;
  for (const [name, value] of Object.entries(of)) {
    if (ArrayBuffer.isView(value)) sum += value.byteLength;
    else if (typeof value === "object" && value !== null && name !== "supply" && name !== "areas" && !Array.isArray(value) && !(value instanceof Map)) sum += columnBytes(value as object);
  }
  return sum;
}
