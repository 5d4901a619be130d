import type { CoverageIndex } from "../../coverage/coverage-index.ts";
import type { PairExplanation } from "../../coverage/explain.ts";
import { needSeries } from "../../coverage/need-series.ts";
import { supplySeries } from "../../coverage/supply-series.ts";
import type { Ground } from "./ground.ts";

/** USD over the months that a pair shares in an area, on the lines that it shares there. NaN: need is not known in all of them. */
export type SharedNeed = { readonly need: number; readonly supply: number };

/** Need, and supply with both in it, of the cells that a pair shares, by place of the area in the table: what duplication is measured by. */
export function pairNeed(ground: Ground, index: CoverageIndex, explanation: PairExplanation): ReadonlyMap<number, SharedNeed> {
  const { supply } = index;
  const months = new Map<number, Set<number>>();
  for (const p of explanation.parts) {
    const key = p.area * supply.lines.length + p.line;
    const held = months.get(key) ?? new Set<number>();
    for (let m = p.first; m <= p.last; m++) held.add(m);
    months.set(key, held);
  }
  const areas = new Map<number, SharedNeed>();
  for (const [key, shared] of months) {
    const [area, line] = [Math.floor(key / supply.lines.length), key % supply.lines.length];
    const [first, last] = [Math.min(...shared), Math.max(...shared)];
    const at = new Int32Array(index.bucketAt.length).fill(-1);
    at[key] = 0;
    const supplies = supplySeries(index, { at, count: 1 }, first, last, "rolled-up").usd;
    const needLine = ground.needColumns.lines.indexOf(supply.lines[line] as string);
    const needs = needLine < 0 ? null : needSeries(ground.needColumns, area, needLine, first, last);
    const held = areas.get(area) ?? { need: 0, supply: 0 };
    let [need, there] = [held.need, held.supply];
    for (const m of shared) {
      need += needs?.[m - first] ?? Number.NaN;
      there += supplies[m - first] as number;
    }
    areas.set(area, { need, supply: there });
  }
  return areas;
}
