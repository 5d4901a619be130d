import { byCode } from "./area-table.ts";
import { buildSupply } from "./build-supply.ts";
import type { SupplyColumns, SupplyRow } from "./supply-columns.ts";

/** What changed: rows that came or are told otherwise, and ids that are no more. */
export type SupplyDelta = { readonly put: readonly SupplyRow[]; readonly gone: Iterable<string> };

/**
 * The supply after a change: the columns that `buildSupply` makes of all rows, with the rows that did not change copied.
 *
 * @throws fault "bad-input" as buildSupply does, for the rows put
 */
export function applySupply(before: SupplyColumns, { put, gone }: SupplyDelta): SupplyColumns {
  const come = buildSupply(put, before.areas);
  const left = new Set([...gone, ...come.ids]);
  const rows = inOrder(before, come, left);
  const n = rows.length;
  const from = (row: number) => (row < 0 ? come : before);
  const at = (row: number) => (row < 0 ? -row - 1 : row);
  const ids = Array.from(rows, (row) => from(row).ids[at(row)]!);

  const column = <A extends Int32Array | Uint8Array | Uint16Array | Float64Array>(made: A, of: (supply: SupplyColumns) => ArrayLike<number>): A => {
    const [old, fresh] = [of(before), of(come)];
    for (let i = 0; i < n; i++) made[i] = rows[i]! < 0 ? fresh[-rows[i]! - 1]! : old[rows[i]!]!;
    return made;
  };
  const starts = (of: (supply: SupplyColumns) => Uint32Array): Uint32Array => {
    const [old, fresh] = [of(before), of(come)];
    const start = new Uint32Array(n + 1);
    for (let i = 0; i < n; i++) {
      const [list, k] = rows[i]! < 0 ? [fresh, -rows[i]! - 1] : [old, rows[i]!];
      start[i + 1] = start[i]! + list[k + 1]! - list[k]!;
    }
    return start;
  };
  const values = <A extends Int32Array | Uint16Array | Uint32Array | Float64Array>(made: A, start: Uint32Array, of: (supply: SupplyColumns) => readonly [start: Uint32Array, list: ArrayLike<number>]): A => {
    const [old, fresh] = [of(before), of(come)];
    for (let i = 0; i < n; i++) {
      const [list, k] = rows[i]! < 0 ? [fresh, -rows[i]! - 1] : [old, rows[i]!];
      for (let to = start[i]!, x = list[0][k]!; x < list[0][k + 1]!; x++) made[to++] = list[1][x]!;
    }
    return made;
  };
  /** Names that are still used, in order; and the columns with the places in them. */
  const named = (namesOf: (supply: SupplyColumns) => readonly string[], used: (take: (supply: SupplyColumns, place: number) => void) => void) => {
    const seen = [new Uint8Array(namesOf(before).length), new Uint8Array(namesOf(come).length)] as const;
    used((supply, place) => {
      if (place >= 0) seen[supply === before ? 0 : 1][place] = 1;
    });
    const names = [...new Set([before, come].flatMap((supply, s) => namesOf(supply).filter((_, k) => seen[s as 0 | 1][k] === 1)))].sort(byCode);
    const placeOf = new Map(names.map((name, k) => [name, k]));
    const moved = new Map([before, come].map((supply) => [supply, Int32Array.from(namesOf(supply), (name) => placeOf.get(name) ?? -1)]));
    return { names, move: (supply: SupplyColumns, list: ArrayLike<number>) => Int32Array.from(list, (place) => (place < 0 ? -1 : moved.get(supply)![place]!)) };
  };
  const ragged = (startOf: (supply: SupplyColumns) => Uint32Array, indexOf: (supply: SupplyColumns) => ArrayLike<number>) => (take: (supply: SupplyColumns, place: number) => void) => {
    for (const row of rows) {
      const [supply, k] = [from(row), at(row)];
      for (let x = startOf(supply)[k]!; x < startOf(supply)[k + 1]!; x++) take(supply, indexOf(supply)[x]!);
    }
  };
  const single = (of: (supply: SupplyColumns) => ArrayLike<number>) => (take: (supply: SupplyColumns, place: number) => void) => {
    for (const row of rows) take(from(row), of(from(row))[at(row)]!);
  };

  const lines = named((s) => s.lines, ragged((s) => s.lineStart, (s) => s.lineIndex));
  const groups = named((s) => s.groups, ragged((s) => s.groupStart, (s) => s.groupIndex));
  const organisations = named((s) => s.organisations, ragged((s) => s.organisationStart, (s) => s.organisationIndex));
  const classes = named((s) => s.classes, single((s) => s.visibilityClass));
  const families = named((s) => s.families, single((s) => s.family));
  const moved = (by: typeof lines, startOf: (s: SupplyColumns) => Uint32Array, indexOf: (s: SupplyColumns) => ArrayLike<number>) => {
    const cache = new Map([before, come].map((s) => [s, by.move(s, indexOf(s))]));
    return (s: SupplyColumns) => [startOf(s), cache.get(s)!] as const;
  };
  const movedSingle = (by: typeof lines, of: (s: SupplyColumns) => ArrayLike<number>) => {
    const cache = new Map([before, come].map((s) => [s, by.move(s, of(s))]));
    return (s: SupplyColumns) => cache.get(s)!;
  };

  const lineStart = starts((s) => s.lineStart);
  const areaStart = starts((s) => s.areaStart);
  const groupStart = starts((s) => s.groupStart);
  const organisationStart = starts((s) => s.organisationStart);
  const periodStart = starts((s) => s.periodStart);
  const size = (start: Uint32Array) => start[n]!;
  return {
    kind: "supply",
    ids,
    indexOf: new Map(ids.map((id, i) => [id, i])),
    areas: before.areas,
    lines: lines.names,
    groups: groups.names,
    organisations: organisations.names,
    classes: classes.names,
    families: families.names,
    lineStart,
    lineIndex: values(new Uint16Array(size(lineStart)), lineStart, moved(lines, (s) => s.lineStart, (s) => s.lineIndex)),
    lineShare: values(new Float64Array(size(lineStart)), lineStart, (s) => [s.lineStart, s.lineShare]),
    areaStart,
    areaIndex: values(new Uint32Array(size(areaStart)), areaStart, (s) => [s.areaStart, s.areaIndex]),
    areaShare: values(new Float64Array(size(areaStart)), areaStart, (s) => [s.areaStart, s.areaShare]),
    groupKind: column(new Uint8Array(n), (s) => s.groupKind),
    groupStart,
    groupIndex: values(new Uint16Array(size(groupStart)), groupStart, moved(groups, (s) => s.groupStart, (s) => s.groupIndex)),
    groupShare: values(new Float64Array(size(groupStart)), groupStart, (s) => [s.groupStart, s.groupShare]),
    organisationStart,
    organisationIndex: values(new Uint32Array(size(organisationStart)), organisationStart, moved(organisations, (s) => s.organisationStart, (s) => s.organisationIndex)),
    organisationShare: values(new Float64Array(size(organisationStart)), organisationStart, (s) => [s.organisationStart, s.organisationShare]),
    first: column(new Int32Array(n), (s) => s.first),
    last: column(new Int32Array(n), (s) => s.last),
    flags: column(new Uint8Array(n), (s) => s.flags),
    money: {
      commitment: column(new Float64Array(n), (s) => s.money.commitment),
      budget: column(new Float64Array(n), (s) => s.money.budget),
      spent: column(new Float64Array(n), (s) => s.money.spent),
      pledge: column(new Float64Array(n), (s) => s.money.pledge),
    },
    periodStart,
    periodFirst: values(new Int32Array(size(periodStart)), periodStart, (s) => [s.periodStart, s.periodFirst]),
    periodLast: values(new Int32Array(size(periodStart)), periodStart, (s) => [s.periodStart, s.periodLast]),
    periodUsd: values(new Float64Array(size(periodStart)), periodStart, (s) => [s.periodStart, s.periodUsd]),
    visibilityClass: column(new Uint16Array(n), movedSingle(classes, (s) => s.visibilityClass)),
    family: column(new Int32Array(n), movedSingle(families, (s) => s.family)),
  };
}

/** The rows of both in order of id: a place in `before`, or one in `come` as -1 - place. */
function inOrder(before: SupplyColumns, come: SupplyColumns, left: ReadonlySet<string>): Int32Array {
  const rows = new Int32Array(before.ids.length + come.ids.length);
  let size = 0;
  let k = 0;
  before.ids.forEach((id, i) => {
    while (k < come.ids.length && byCode(come.ids[k]!, id) < 0) rows[size++] = -1 - k++;
    if (!left.has(id)) rows[size++] = i;
  });
  while (k < come.ids.length) rows[size++] = -1 - k++;
  return rows.subarray(0, size);
}
