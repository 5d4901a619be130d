import type { SupplyColumns } from "./supply-columns.ts";

/**
 * How an initiative's money lies in time: months `first[s] … last[s]` each take `weight[s]` of the whole, for the
 * segments `start[i] … start[i + 1] - 1` of initiative `i`, in order of time, without gaps. Σ months × weight = 1.
 */
export type MoneyProfile = {
  readonly start: Uint32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly weight: Float64Array;
};

/**
 * Published budget periods where given, the remainder spread evenly over all months; even where the money is not
 * known. A period's months outside the initiative's own cannot be placed and fall to the remainder. Periods that
 * together exceed the money only shape it: they are scaled to it, so that a profile never makes money.
 */
export function moneyProfile(supply: SupplyColumns, money: Float64Array): MoneyProfile {
  const n = supply.ids.length;
  const start = new Uint32Array(n + 1);
  const first: number[] = [];
  const last: number[] = [];
  const weight: number[] = [];
  for (let i = 0; i < n; i++) {
    const from = supply.first[i]!;
    const to = supply.last[i]!;
    if (to >= from) {
      const usd = money[i]!;
      if (supply.periodStart[i] === supply.periodStart[i + 1] || Number.isNaN(usd)) push(from, to, 1 / (to - from + 1));
      else shaped(i, from, to, usd);
    }
    start[i + 1] = first.length;
  }
  return { start, first: Int32Array.from(first), last: Int32Array.from(last), weight: Float64Array.from(weight) };

  function push(a: number, b: number, w: number): void {
    first.push(a);
    last.push(b);
    weight.push(w);
  }

  function shaped(i: number, from: number, to: number, usd: number): void {
    const placed = new Float64Array(to - from + 1);
    let total = 0;
    for (let p = supply.periodStart[i]!; p < supply.periodStart[i + 1]!; p++) {
      const a = supply.periodFirst[p]!;
      const b = supply.periodLast[p]!;
      const each = supply.periodUsd[p]! / (b - a + 1);
      for (let m = Math.max(a, from); m <= Math.min(b, to); m++) {
        placed[m - from]! += each;
        total += each;
      }
    }
    const whole = Math.max(total, usd);
    const even = (whole - total) / whole / placed.length;
    for (let m = 0; m < placed.length;) {
      let end = m;
      while (end + 1 < placed.length && placed[end + 1] === placed[m]) end++;
      push(from + m, from + end, placed[m]! / whole + even);
      m = end + 1;
    }
  }
}
