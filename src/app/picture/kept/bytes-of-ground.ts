import type { CoverageIndex } from "../../../coverage/coverage-index.ts";
import { tallyBytesPerRank } from "../../../coverage/pair-tally.ts";
import { type Ground, sinceOf } from "../ground.ts";
import { keptFiguresOf } from "../figures.ts";

/** An initiative in the maps and lists of a ground, beside its columns and its reports. */
const perInitiative = 200;

/** About how much memory a ground takes beside the reports that it is composed of: its columns, those of the questions kept with it, and those
 * of the ground before it, from which it is told what changed. */
export function bytesOfGround(ground: Ground): number {
  const since = sinceOf(ground);
  return bytesOfOne(ground) + (since === null ? 0 : bytesOfOne(since.ground));
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
