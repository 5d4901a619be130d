import { fault } from "../base/errors.ts";
import type { AreaTable } from "./area-table.ts";

export type ThreatOfArea = {
  readonly area: string;
  /** Smoothed events or deaths per month. */ readonly threat: number;
  readonly population?: number;
};

/** What a rank rests on: ranks of different basis are two lists, not one. */
export const priorityNone = 0;
export const priorityThreatPopulation = 1;
/** The population is not known: say so beside the rank. */
export const priorityThreatAlone = 2;

/**
 * Where to look first among areas whose need in money is not known: by threat × population, and in a list of its own by threat alone
 * where the population is not known. It is a rank and nothing else: no coverage, no duplication, no label comes from it.
 */
export function priorities(
  areas: AreaTable,
  cells: readonly { readonly area: number; /** Its need is not known. */ readonly ranks: boolean }[],
  threats: Iterable<ThreatOfArea>,
): { readonly rank: Uint32Array; readonly basis: Uint8Array } {
  const asked = new Set(cells.filter((c) => c.ranks).map((c) => c.area));
  const lists: { area: number; score: number }[][] = [[], [], []];
  for (const { area: code, threat, population } of threats) {
    const area = areas.indexOf.get(code);
    if (area === undefined)
      throw fault("bad-input", { path: "threats", found: code, expected: "an area of the table" });
    if (!asked.delete(area) || !(threat > 0)) continue;
    if (population === undefined) lists[priorityThreatAlone]!.push({ area, score: threat });
    else if (population > 0) lists[priorityThreatPopulation]!.push({ area, score: threat * population });
  }
  const rankOf = new Map<number, { rank: number; basis: number }>();
  lists.forEach((list, basis) => {
    list
      .sort((a, b) => b.score - a.score || a.area - b.area)
      .forEach(({ area }, k) => rankOf.set(area, { rank: k + 1, basis }));
  });
  return {
    rank: Uint32Array.from(cells, (c) => (c.ranks ? (rankOf.get(c.area)?.rank ?? 0) : 0)),
    basis: Uint8Array.from(cells, (c) => (c.ranks ? (rankOf.get(c.area)?.basis ?? priorityNone) : priorityNone)),
  };
}
