import type { AreaCell } from "../../api/types.ts";

/** What need is measured by in one picture: the best that any of its areas has. Measures never mix. */
export type NeedMeasure = "usd" | "people" | "severity" | "priority";

export function needMeasure(cells: readonly AreaCell[]): NeedMeasure | null {
  const order: readonly NeedMeasure[] = ["usd", "people", "severity", "priority"];
  return order.find((measure) => cells.some((cell) => needOf(cell, measure) !== null)) ?? null;
}

/** More is worse, in every measure: a rank is turned round. */
export function needOf({ need }: AreaCell, measure: NeedMeasure | null): number | null {
  if (need === null || measure === null) return null;
  if (measure === "priority") return need.priority === null ? null : need.priority.of - need.priority.rank + 1;
  return need[measure];
}

/** Bounds between classes, at equal shares of the areas that have any; rounded to two figures so that a legend can be read aloud. */
export function breaksOf(values: readonly (number | null)[], classes: number): readonly number[] {
  const sorted = values.filter((value): value is number => value !== null && value > 0).toSorted((a, b) => a - b);
  if (sorted.length === 0) return [];
  const bounds = Array.from({ length: classes - 1 }, (_, i) => rounded(sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * (i + 1)) / classes))] ?? 0));
  return bounds.filter((bound, i) => i === 0 || bound > (bounds[i - 1] ?? 0));
}

/** 1 is the lowest class. */
export const classOf = (value: number, breaks: readonly number[]): number => breaks.filter((bound) => value >= bound).length + 1;

function rounded(value: number): number {
  if (value < 10) return Math.max(1, Math.round(value));
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.round(value / unit) * unit;
}
