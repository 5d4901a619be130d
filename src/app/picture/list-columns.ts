import { type Basis, bases } from "../../coverage/basis.ts";
import type { ComposedInitiative } from "./compose-initiative.ts";
import { countryOf } from "./country-of.ts";
import type { Ground } from "./ground.ts";
import { keptFor } from "./kept-for.ts";

/**
 * A ground's initiatives as columns, in order of id: what a list of 100,000 is filtered, sorted and counted by without touching one of them. Values that
 * an initiative has several of are codes between `start[row]` and `start[row + 1]`, each once.
 */
export type ListColumns = {
  readonly rows: readonly ComposedInitiative[];
  readonly lines: Many;
  readonly countries: Many;
  readonly areas: Many;
  readonly reporters: Many;
  readonly statuses: Many;
  readonly classes: Many;
  /** months since 1970-01; `noMonth` where none are known */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** NaN: not known */
  readonly usd: Readonly<Record<Basis, Float64Array>>;
  readonly reports: Uint16Array;
  /** ms since 1970; 0: no report says */
  readonly updated: Float64Array;
};

/** `names[code]`; `at` the other way round. */
export type Many = { readonly start: Uint32Array; readonly codes: Uint16Array | Uint32Array; readonly names: readonly string[]; readonly at: ReadonlyMap<string, number> };

export const noMonth = -(2 ** 31);

export function listColumns(ground: Ground): ListColumns {
  return keptFor(ground, "list columns", () => make(ground));
}

function make(ground: Ground): ListColumns {
  const rows = [...ground.initiatives.values()];
  const n = rows.length;
  const first = new Int32Array(n).fill(noMonth);
  const last = new Int32Array(n).fill(noMonth);
  const reports = new Uint16Array(n);
  const updated = new Float64Array(n);
  const usd = Object.fromEntries(bases.map((b) => [b, new Float64Array(n)])) as Record<Basis, Float64Array>;
  const country = new Map<string, string>();
  const inCountry = (area: string): string => {
    const held = country.get(area) ?? countryOf(ground, area);
    country.set(area, held);
    return held;
  };
  for (let k = 0; k < n; k++) {
    const i = rows[k] as ComposedInitiative;
    if (i.months.kind === "months") [first[k], last[k]] = [i.months.first, i.months.last];
    reports[k] = Math.min(i.reports.length, 65_535);
    let most = 0;
    for (const r of i.reports) most = Math.max(most, r.version_at?.getTime() ?? 0);
    updated[k] = most;
    for (const b of bases) usd[b][k] = i.money[b].usd;
  }
  return {
    rows, first, last, reports, updated, usd,
    lines: many(rows, (i, add) => (i.lines.length === 0 ? add("other") : i.lines.forEach((l) => add(l.line)))),
    countries: many(rows, (i, add) => i.areas.forEach((a) => add(inCountry(a.area)))),
    areas: many(rows, (i, add) => i.areas.forEach((a) => add(a.area))),
    reporters: many(rows, (i, add) => i.reports.forEach((r) => add(r.reporter_key))),
    statuses: many(rows, (i, add) => i.reports.forEach((r) => r.status !== null && add(r.status))),
    classes: many(rows, (i, add) => i.classIds.forEach((c) => add(String(c)))),
  };
}

function many(rows: readonly ComposedInitiative[], each: (i: ComposedInitiative, add: (name: string) => void) => void): Many {
  const names: string[] = [];
  const at = new Map<string, number>();
  const start = new Uint32Array(rows.length + 1);
  const codes: number[] = [];
  let from = 0;
  const add = (name: string): void => {
    const code = at.get(name) ?? names.push(name) - 1;
    at.set(name, code);
    // an initiative has few of each
    for (let k = from; k < codes.length; k++) if (codes[k] === code) return;
    codes.push(code);
  };
  for (let k = 0; k < rows.length; k++) {
    from = codes.length;
    each(rows[k] as ComposedInitiative, add);
    start[k + 1] = codes.length;
  }
  return { start, codes: names.length <= 65_536 ? Uint16Array.from(codes) : Uint32Array.from(codes), names, at };
}

/** The highest marking of each row's classes; of a class that is not told, the highest there is. */
export function tlpOfRows({ rows, classes: { start, codes, names } }: ListColumns, tlpOf: ReadonlyMap<string, number>): Uint8Array {
  const ofClass = names.map((id) => tlpOf.get(id) ?? 4);
  const highest = new Uint8Array(rows.length);
  for (let row = 0; row < highest.length; row++)
    for (let k = start[row] as number; k < (start[row + 1] as number); k++) highest[row] = Math.max(highest[row] as number, ofClass[codes[k] as number] as number);
  return highest;
}

/** How many of the marked rows have each name, in order of the codes. */
export function countEach({ start, codes, names }: Many, found: Uint8Array): Uint32Array {
  const counts = new Uint32Array(names.length);
  for (let row = 0; row < found.length; row++) {
    if (found[row] === 0) continue;
    for (let k = start[row] as number; k < (start[row + 1] as number); k++) counts[codes[k] as number] = (counts[codes[k] as number] as number) + 1;
  }
  return counts;
}

/** Leaves a row marked only if it has one of these names. */
export function keepHaving({ start, codes, at }: Many, found: Uint8Array, wanted: readonly string[]): void {
  const codesWanted = new Set(wanted.flatMap((name) => at.get(name) ?? []));
  for (let row = 0; row < found.length; row++) {
    if (found[row] === 0) continue;
    let has = false;
    for (let k = start[row] as number; k < (start[row + 1] as number) && !has; k++) has = codesWanted.has(codes[k] as number);
    if (!has) found[row] = 0;
  }
}
