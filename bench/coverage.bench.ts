/**
 * How long overlap takes, and how it grows: `node bench/coverage.bench.ts [--json] [counts…]`.
 *
 * Seeded inputs; median of three runs where a run is short. Growth is the exponent between two sizes, log(t2/t1) / log(n2/n1): the same world with
 * more initiatives in it is also a denser one, so pairs grow with the square, and time must follow pairs, not the square of a scan.
 */
import { indexSupply } from "../src/coverage/coverage-index.ts";
import { buildSupply } from "../src/coverage/build-supply.ts";
import { overlaps, overlapsOf } from "../src/coverage/overlap.ts";
import { generateAreas, generateInitiatives, generateNeeds } from "./generate/initiatives.ts";

const asJson = process.argv.includes("--json");
const asked = process.argv.slice(2).filter((a) => /^\d+$/.test(a)).map(Number);
const sizes = asked.length > 0 ? asked : [1_000, 10_000, 100_000];
const areas = generateAreas();
const needs = generateNeeds(areas, 7);

function timed<T>(run: () => T, times: number): { ms: number; value: T } {
  const ms: number[] = [];
  let value!: T;
  for (let k = 0; k < times; k++) {
    const start = performance.now();
    value = run();
    ms.push(performance.now() - start);
  }
  return { ms: ms.sort((a, b) => a - b)[Math.floor(times / 2)]!, value };
}

type Row = Readonly<Record<"initiatives" | "buildMs" | "indexMs" | "overlapMs" | "withNeedMs" | "oneMs" | "buckets" | "pairs" | "duplicated" | "rssMb", number>>;
const rows: Row[] = [];
for (const n of sizes) {
  const times = n <= 10_000 ? 3 : 1;
  const build = timed(() => buildSupply(generateInitiatives(n, 42), areas), times);
  const index = timed(() => indexSupply(build.value, { basis: "commitment" }), times);
  const bare = timed(() => overlaps(index.value, { limit: 1_000 }), times);
  const withNeeds = timed(() => overlaps(index.value, { needs, limit: 1_000 }), times);
  const one = timed(() => overlapsOf(index.value, build.value.ids[n >> 1]!), times);
  rows.push({
    initiatives: n,
    buildMs: build.ms,
    indexMs: index.ms,
    overlapMs: bare.ms,
    withNeedMs: withNeeds.ms,
    oneMs: one.ms,
    buckets: index.value.bucketArea.length,
    pairs: bare.value.counts.money + bare.value.counts.presence,
    duplicated: withNeeds.value.counts.duplicated,
    rssMb: process.memoryUsage().rss / 2 ** 20,
  });
}

if (asJson) console.log(JSON.stringify(rows, null, 2));
else {
  console.table(rows.map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, k.endsWith("Ms") ? Number(v.toFixed(1)) : Math.round(v)]))));
  for (let k = 1; k < rows.length; k++) {
    const [a, b] = [rows[k - 1]!, rows[k]!];
    const growth = (of: (row: Row) => number) => (Math.log(of(b) / of(a)) / Math.log(b.initiatives / a.initiatives)).toFixed(2);
    console.log(`${a.initiatives} → ${b.initiatives}: time grows as n^${growth((r) => r.overlapMs)}, pairs as n^${growth((r) => r.pairs)}, time per million pairs ${(b.overlapMs / (b.pairs / 1e6)).toFixed(0)} ms`);
  }
}
