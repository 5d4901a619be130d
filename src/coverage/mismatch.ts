import type { GapColumns } from "./gap.ts";

/** What one area adds to the mismatch: half of |its part of the supply − its part of the need|. */
export type MismatchPart = {
  readonly area: number;
  readonly supplyPart: number;
  readonly needPart: number;
  readonly part: number;
};

export type Mismatch = {
  readonly kind: "mismatch";
  /** ½ Σ |S(a)/S − N(a)/N|, 0 to 1: the share of the money that would have to move. NaN where supply or need is nothing. */
  readonly whole: number;
  /** Largest first; they add up to the whole. */
  readonly parts: readonly MismatchPart[];
  /** Cells left out, with their supply, because their need is not known in all months asked about. */
  readonly cellsUnknown: number;
};

/**
 * How far the money lies from where the need is, of the low supply, over the cells whose need is known in every month asked about.
 * (A cell without a known need can be neither over- nor under-supplied.)
 */
export function mismatch(gaps: GapColumns): Mismatch {
  const months = gaps.last - gaps.first + 1;
  const supply = new Map<number, number>();
  const need = new Map<number, number>();
  let cellsUnknown = 0;
  gaps.area.forEach((area, k) => {
    if (gaps.needMonths[k]! < months) {
      cellsUnknown++;
      return;
    }
    supply.set(area, (supply.get(area) ?? 0) + gaps.supplyLow[k]!);
    need.set(area, (need.get(area) ?? 0) + gaps.need[k]!);
  });
  const known = [...supply.keys()];
  const total = (of: Map<number, number>) => known.reduce((sum, area) => sum + of.get(area)!, 0);
  const [allSupply, allNeed] = [total(supply), total(need)];
  if (!(allSupply > 0 && allNeed > 0)) return { kind: "mismatch", whole: NaN, parts: [], cellsUnknown };
  const parts = known
    .map((area) => {
      const supplyPart = supply.get(area)! / allSupply;
      const needPart = need.get(area)! / allNeed;
      return { area, supplyPart, needPart, part: Math.abs(supplyPart - needPart) / 2 };
    })
    .sort((a, b) => b.part - a.part || a.area - b.area);
  return { kind: "mismatch", whole: parts.reduce((sum, p) => sum + p.part, 0), parts, cellsUnknown };
}
