import { fault } from "../base/errors.ts";

/** 0 country, 1 admin-1, 2 admin-2. */
export type AreaLevel = 0 | 1 | 2;

export type AreaRow = {
  readonly code: string;
  readonly level: AreaLevel;
  /** The code of the area one or more levels up; absent for a country, or where nothing coarser is known. */
  readonly parent?: string;
};

/**
 * The areas of one dated boundary set, as columns. Index order is the code's, so that nothing computed from
 * them depends on the order in which they came.
 */
export type AreaTable = {
  readonly kind: "areas";
  readonly codes: readonly string[];
  readonly level: Uint8Array;
  /** Index of the parent, -1 for none. */
  readonly parent: Int32Array;
  readonly indexOf: ReadonlyMap<string, number>;
};

/** @throws fault "bad-input" for a code given twice, an unknown parent, or a parent that is not coarser. */
export function buildAreas(rows: Iterable<AreaRow>): AreaTable {
  const sorted = [...rows].sort((a, b) => byCode(a.code, b.code));
  const indexOf = new Map<string, number>();
  sorted.forEach((row, i) => {
    if (indexOf.has(row.code))
      throw fault("bad-input", { path: `area ${row.code}`, found: "given twice", expected: "each area once" });
    indexOf.set(row.code, i);
  });
  const level = Uint8Array.from(sorted, (row) => row.level);
  const parent = Int32Array.from(sorted, (row) => {
    if (row.parent === undefined) return -1;
    const p = indexOf.get(row.parent);
    if (p === undefined)
      throw fault("bad-input", {
        path: `area ${row.code}, parent`,
        found: row.parent,
        expected: "an area of the same table",
      });
    if (sorted[p]!.level >= row.level) {
      throw fault("bad-input", {
        path: `area ${row.code}, parent`,
        found: `level ${sorted[p]!.level}`,
        expected: `a level below ${row.level}`,
      });
    }
    return p;
  });
  return { kind: "areas", codes: sorted.map((row) => row.code), level, parent, indexOf };
}

/** The area and everything coarser that holds it, finest first. */
export function withAncestors(areas: AreaTable, area: number): number[] {
  const chain: number[] = [];
  for (let at = area; at >= 0; at = areas.parent[at]!) chain.push(at);
  return chain;
}

/** The area itself, or its ancestor, at one level; -1 where there is none (the area is coarser, or its ancestor is not known). */
export function ancestorAtLevel(areas: AreaTable, area: number, level: AreaLevel): number {
  let at = area;
  while (at >= 0 && areas.level[at]! > level) at = areas.parent[at]!;
  return at >= 0 && areas.level[at] === level ? at : -1;
}

/** Children of every area as one ragged column: children of `a` are `list[start[a]] … list[start[a + 1] - 1]`. */
export function childrenOf(areas: AreaTable): { readonly start: Uint32Array; readonly list: Uint32Array } {
  const n = areas.codes.length;
  const start = new Uint32Array(n + 1);
  for (const p of areas.parent) if (p >= 0) start[p + 1]!++;
  for (let a = 0; a < n; a++) start[a + 1]! += start[a]!;
  const next = start.slice();
  const list = new Uint32Array(start[n]!);
  areas.parent.forEach((p, a) => {
    if (p >= 0) list[next[p]!++] = a;
  });
  return { start, list };
}

/** Order by UTF-16 code units: the same everywhere, whatever the locale. */
export function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
