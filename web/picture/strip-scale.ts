import type { Picture } from "../api/types.ts";
import type { Size } from "../parts/use-size.ts";
import { monthNumber } from "../words/months.ts";

type Months = Picture["months"];
export type StripScale = {
  readonly first: number;
  readonly last: number;
  readonly step: number;
  readonly top: number;
  readonly bottom: number;
  readonly years: readonly number[];
  /** the left edge of a month (its number, see words/months.ts) */
  readonly x: (month: number) => number;
  readonly events: (count: number) => number;
  readonly supply: (usd: number) => number;
};

/** Months across the pane, counts and money each to its own largest. */
export function stripScale(months: Months, asked: { readonly from: number; readonly to: number } | null, { width, height }: Size): StripScale {
  const numbers = months.map(({ month }) => monthNumber(month));
  const first = Math.min(...numbers, asked?.from ?? Infinity);
  const last = Math.max(...numbers, asked?.to ?? -Infinity);
  const [top, bottom] = [8, height - 22];
  const step = width / Math.max(1, last - first + 1);
  const up = (largest: number) => (value: number) => bottom - ((bottom - top) * value) / Math.max(largest, 1e-9);
  const largest = (pick: (month: Months[number]) => number | null) => Math.max(0, ...months.map((month) => pick(month) ?? 0));
  const every = Math.max(1, Math.ceil(46 / (step * 12)));
  const years = Array.from({ length: Math.floor(last / 12) - Math.ceil(first / 12) + 1 }, (_, i) => Math.ceil(first / 12) + i).filter((year) => year % every === 0);
  return { first, last, step, top, bottom, years, x: (month) => (month - first) * step, events: up(largest(({ events }) => events)), supply: up(largest(({ supplyUsd }) => supplyUsd)) };
}

/** A line through the months whose supply is known, broken where it is not. */
export function lineOf(months: Months, scale: StripScale): string {
  return runs(months).map((run) => `M${run.map((month) => point(month, scale)).join("L")}`).join("");
}
export function areaOf(months: Months, scale: StripScale): string {
  return runs(months).map((run) => `M${middle(run[0], scale)} ${scale.bottom}L${run.map((month) => point(month, scale)).join("L")}L${middle(run.at(-1), scale)} ${scale.bottom}Z`).join("");
}

const middle = (month: Months[number] | undefined, scale: StripScale) => (scale.x(monthNumber(month?.month ?? "0-01")) + scale.step / 2).toFixed(1);
const point = (month: Months[number], scale: StripScale) => `${middle(month, scale)} ${scale.supply(month.supplyUsd ?? 0).toFixed(1)}`;

function runs(months: Months): readonly (readonly Months[number][])[] {
  const found: Months[number][][] = [];
  let open = false;
  for (const month of months) {
    if (month.supplyUsd !== null) {
      if (open) found.at(-1)?.push(month);
      else found.push([month]);
    }
    open = month.supplyUsd !== null;
  }
  return found;
}
