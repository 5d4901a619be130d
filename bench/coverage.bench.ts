import { buildSupply } from "../src/coverage/build-supply.ts";
import { indexSupply } from "../src/coverage/coverage-index.ts";
import { crowdedCells } from "../src/coverage/crowding.ts";
import { gaps } from "../src/coverage/gap.ts";
import { overlaps, overlapsOf } from "../src/coverage/overlap.ts";
import { generateAreas, generateInitiatives, generateNeeds } from "./generate/initiatives.ts";

/**
 * Overlap and gap of 1,000, 10,000 and 100,000 generated initiatives in one world: time, what is found, memory, growth.
 *
 * Growth is the exponent between two sizes, log(b/a) / log(n_b/n_a). The same world with more work in it is a denser one, so pairs grow with the
 * square; time must follow the pairs, not the square of a scan. Growth and pairs/ms are of processor time, which a busy machine blurs less. Median of three runs, of one at the largest size.
 */
export default async function coverage(): Promise<Record<string, string | number>[]> {
  const areas = generateAreas();
  const needs = generateNeeds(areas, 7);
  const rows: Record<string, string | number>[] = [];
  let before: { n: number; ms: number; pairs: number } | undefined;
  for (const n of [1_000, 10_000, 100_000]) {
    const times = n <= 10_000 ? 3 : 1;
    const build = timed(() => buildSupply(generateInitiatives(n, 42), areas), times);
    const index = timed(() => indexSupply(build.value, { basis: "commitment" }), times);
    const plain = timed(() => overlaps(index.value, { limit: 1_000 }), times);
    const withNeed = timed(() => overlaps(index.value, { needs, limit: 1_000 }), times);
    const one = timed(() => overlapsOf(index.value, build.value.ids[n >> 1]!), 3);
    const gap = timed(() => gaps(index.value, needs, { level: 2, first: 600, last: 611 }), times);
    const crowded = timed(() => crowdedCells(index.value, 1, 600, 611), times);
    const pairs = plain.value.counts.money + plain.value.counts.presence;
    const growth = (of: "ms" | "pairs", now: number) =>
      before === undefined ? "" : (Math.log(now / before[of]) / Math.log(n / before.n)).toFixed(2);
    rows.push({
      initiatives: n,
      "build ms": build.ms,
      "index ms": index.ms,
      "overlap ms": plain.ms,
      "overlap cpu ms": plain.cpu,
      "with need ms": withNeed.ms,
      "one ms": one.ms,
      pairs,
      "pairs/ms": Math.round(pairs / plain.cpu),
      "duplicated pairs": withNeed.value.counts.duplicated,
      "gap ms": gap.ms,
      "gap cells": gap.value.area.length,
      "crowding ms": crowded.ms,
      "time n^": growth("ms", plain.cpu),
      "pairs n^": growth("pairs", pairs),
      "rss MB": Math.round(process.memoryUsage().rss / 2 ** 20),
    });
    before = { n, ms: plain.cpu, pairs };
  }
  return rows;
}

function timed<T>(run: () => T, times: number): { readonly ms: number; readonly cpu: number; readonly value: T } {
  const ms: number[] = [];
  const cpu: number[] = [];
  const once = (): T => {
    const [start, used] = [performance.now(), process.cpuUsage()];
    const value = run();
    ms.push(performance.now() - start);
    cpu.push(process.cpuUsage(used).user / 1_000);
    return value;
  };
  let value = once();
  while (ms.length < times) value = once();
  const middle = (of: number[]) => of.sort((a, b) => a - b)[times >> 1]!;
  return { ms: middle(ms), cpu: middle(cpu), value };
}
