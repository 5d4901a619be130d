import type { View } from "../../address.ts";
import type { AreaCell } from "../../api/types.ts";
import { breaksOf, classOf, type NeedMeasure, needMeasure, needOf } from "./measures.ts";

/** How the areas of one picture are put into classes, per view. */
export type Scale = { readonly measure: NeedMeasure | null; readonly need: readonly number[]; readonly supply: readonly number[]; readonly needThirds: readonly number[]; readonly supplyThirds: readonly number[]; readonly threat: readonly number[] };

export function scaleOf(cells: readonly AreaCell[]): Scale {
  const measure = needMeasure(cells);
  const need = cells.map((cell) => needOf(cell, measure));
  const supply = cells.map((cell) => cell.supplyUsd);
  return { measure, need: breaksOf(need, 5), supply: breaksOf(supply, 5), needThirds: breaksOf(need, 3), supplyThirds: breaksOf(supply, 3), threat: breaksOf(cells.map((cell) => cell.threat?.events ?? null), 5) };
}

/**
 * The name of an area's fill, which the style sheet gives a colour. Three states of knowledge look different:
 * a class; `none` (reported none); `unknown` (hatched). `presence`: work is reported, its money is not known.
 * In `both`, where only one of the two is known its colour shows through the hatching: `open` (need), `given` (supply).
 */
export function fillOf(cell: AreaCell | undefined, view: Exclude<View, "table">, scale: Scale): string {
  if (cell === undefined) return "unknown";
  const need = needOf(cell, scale.measure);
  if (view === "threat") return cell.threat === null ? "unknown" : cell.threat.events === 0 ? "none" : `threat-${classOf(cell.threat.events, scale.threat)}`;
  if (view === "need") return need === null ? "unknown" : need === 0 ? "none" : `need-${classOf(need, scale.need)}`;
  if (view === "supply") return supplyFill(cell, scale.supply);
  return bothFill(cell, need, scale);
}

function bothFill(cell: AreaCell, need: number | null, { needThirds, supplyThirds }: Scale): string {
  const row = need === null ? null : need === 0 ? 1 : Math.min(3, classOf(need, needThirds));
  if (cell.state === "not-known") return row === null ? "unknown" : `open-${row}`;
  if (cell.supplyUsd === null && cell.initiatives > 0) return "presence";
  const column = (cell.supplyUsd ?? 0) === 0 ? 1 : Math.min(3, classOf(cell.supplyUsd ?? 0, supplyThirds));
  if (row !== null) return `both-${row}${column}`;
  return cell.initiatives > 0 ? `given-${column}` : "unknown";
}

function supplyFill(cell: AreaCell, breaks: readonly number[]): string {
  if (cell.state === "not-known") return "unknown";
  if (cell.state === "none-reported" || cell.initiatives === 0) return "none";
  if (cell.supplyUsd === null) return "presence";
  return cell.supplyUsd === 0 ? "none" : `supply-${classOf(cell.supplyUsd, breaks)}`;
}
