import { fault } from "../base/errors.ts";
import { byCode, type AreaTable } from "./area-table.ts";
import { bases } from "./basis.ts";
import {
  flagAssumedEnd,
  flagPlanned,
  flagSecondary,
  groupsEveryone,
  groupsNamed,
  groupsUnknown,
  type SupplyColumns,
  type SupplyRow,
} from "./supply-columns.ts";

type Share = { readonly name: string; readonly share: number };

/**
 * Columns from rows. Rows may come in any order: the columns are the same.
 *
 * @throws fault "bad-input" for an id given twice, an area that the table does not hold, and shares that do not sum to 1.
 */
export function buildSupply(rows: Iterable<SupplyRow>, areas: AreaTable): SupplyColumns {
  const sorted = [...rows].sort((a, b) => byCode(a.id, b.id));
  const indexOf = new Map(sorted.map((row, i) => [row.id, i]));
  if (indexOf.size !== sorted.length) {
    const twice = sorted.find((row, i) => i > 0 && sorted[i - 1]!.id === row.id)!;
    throw fault("bad-input", {
      path: `initiative ${twice.id}`,
      found: "given twice",
      expected: "each initiative once",
    });
  }
  const lineLists = sorted.map((row) =>
    sharesIn(
      row.id,
      "lines",
      row.lines.map((l) => (typeof l === "string" ? l : { name: l.line, share: l.share })),
    ),
  );
  const areaLists = sorted.map((row) =>
    sharesIn(
      row.id,
      "areas",
      row.areas.map((a) => (typeof a === "string" ? a : { name: a.area, share: a.share })),
    ),
  );
  const groupLists = sorted.map((row) =>
    typeof row.groups === "string"
      ? []
      : sharesIn(
          row.id,
          "groups",
          row.groups.map((g) => (typeof g === "string" ? g : { name: g.group, share: g.share })),
        ),
  );
  const organisationLists = sorted.map((row) =>
    sharesIn(
      row.id,
      "organisations",
      (row.organisations ?? []).map((o) => (typeof o === "string" ? o : { name: o.organisation, share: o.share })),
    ),
  );
  const realLines = lineLists.map((list) => list.filter((l) => l.name !== "other"));

  const lines = dictionary(realLines);
  const groups = dictionary(groupLists);
  const organisations = dictionary(organisationLists);
  const classes = [...new Set(sorted.map((row) => row.visibilityClass ?? ""))].sort(byCode);
  const families = [...new Set(sorted.flatMap((row) => row.family ?? []))].sort(byCode);
  if (lines.names.length > 0xffff || groups.names.length > 0xffff || classes.length > 0xffff) {
    throw fault("bad-input", {
      path: "lines, groups, visibility classes",
      found: "more than 65,535",
      expected: "dictionaries of at most 65,535",
    });
  }

  const areaColumn = ragged(areaLists, (name, i) => {
    const area = areas.indexOf.get(name);
    if (area === undefined)
      throw fault("bad-input", {
        path: `initiative ${sorted[i]!.id}, areas`,
        found: name,
        expected: "an area of the table",
      });
    return area;
  });
  const lineColumn = ragged(realLines, (name) => lines.at.get(name)!);
  const groupColumn = ragged(groupLists, (name) => groups.at.get(name)!);
  const organisationColumn = ragged(organisationLists, (name) => organisations.at.get(name)!);
  const classAt = new Map(classes.map((name, i) => [name, i]));
  const familyAt = new Map(families.map((name, i) => [name, i]));
  const periods = periodColumns(sorted);

  return {
    kind: "supply",
    ids: sorted.map((row) => row.id),
    indexOf,
    areas,
    lines: lines.names,
    groups: groups.names,
    organisations: organisations.names,
    classes,
    families,
    lineStart: lineColumn.start,
    lineIndex: Uint16Array.from(lineColumn.index),
    lineShare: lineColumn.share,
    areaStart: areaColumn.start,
    areaIndex: areaColumn.index,
    areaShare: areaColumn.share,
    groupKind: Uint8Array.from(sorted, (row, i) =>
      row.groups === "everyone"
        ? groupsEveryone
        : row.groups === "unknown" || groupLists[i]!.length === 0
          ? groupsUnknown
          : groupsNamed,
    ),
    groupStart: groupColumn.start,
    groupIndex: Uint16Array.from(groupColumn.index),
    groupShare: groupColumn.share,
    organisationStart: organisationColumn.start,
    organisationIndex: organisationColumn.index,
    organisationShare: organisationColumn.share,
    first: Int32Array.from(sorted, (row) => row.months?.[0] ?? 0),
    last: Int32Array.from(sorted, (row) => row.months?.[1] ?? -1),
    flags: Uint8Array.from(
      sorted,
      (row) =>
        (row.assumedEnd === true ? flagAssumedEnd : 0) |
        (row.planned === true ? flagPlanned : 0) |
        (row.secondary === true ? flagSecondary : 0),
    ),
    money: Object.fromEntries(
      bases.map((basis) => [basis, Float64Array.from(sorted, (row) => known(row.money?.[basis]))]),
    ) as Record<(typeof bases)[number], Float64Array>,
    ...periods,
    visibilityClass: Uint16Array.from(sorted, (row) => classAt.get(row.visibilityClass ?? "")!),
    family: Int32Array.from(sorted, (row) => (row.family === undefined ? -1 : familyAt.get(row.family)!)),
  };
}

function known(usd: number | null | undefined): number {
  return typeof usd === "number" && Number.isFinite(usd) && usd > 0 ? usd : NaN;
}

/** Named shares in order of name, the same name given twice made one; equal where none is given. */
function sharesIn(id: string, what: string, list: readonly (string | Share)[]): Share[] {
  const given = list.filter((x): x is Share => typeof x !== "string");
  if (given.length === 0) {
    const names = [...new Set(list as readonly string[])].sort(byCode);
    return names.map((name) => ({ name, share: 1 / names.length }));
  }
  const total = given.reduce((sum, x) => sum + x.share, 0);
  if (given.length < list.length || given.some((x) => !(x.share >= 0)) || Math.abs(total - 1) > 1e-6) {
    throw fault("bad-input", {
      path: `initiative ${id}, ${what}`,
      found: given.map((x) => x.share).join(" + "),
      expected: "shares of all or of none, that sum to 1",
    });
  }
  const parts = new Map<string, number[]>();
  for (const x of given) parts.set(x.name, [...(parts.get(x.name) ?? []), x.share]);
  // Sorted before they are added, so that the sum does not depend on the order in which they came.
  return [...parts]
    .map(([name, shares]) => ({ name, share: shares.sort((a, b) => a - b).reduce((sum, s) => sum + s, 0) }))
    .filter((x) => x.share > 0)
    .sort((a, b) => byCode(a.name, b.name));
}

function dictionary(lists: readonly (readonly Share[])[]): {
  readonly names: string[];
  readonly at: Map<string, number>;
} {
  const seen = new Set<string>();
  for (const list of lists) for (const x of list) seen.add(x.name);
  const names = [...seen].sort(byCode);
  return { names, at: new Map(names.map((name, i) => [name, i])) };
}

function ragged(lists: readonly (readonly Share[])[], indexOf: (name: string, owner: number) => number) {
  const start = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => (start[i + 1] = start[i]! + list.length));
  const index = new Uint32Array(start[lists.length]!);
  const share = new Float64Array(start[lists.length]!);
  let at = 0;
  lists.forEach((list, i) => {
    for (const x of list) {
      index[at] = indexOf(x.name, i);
      share[at++] = x.share;
    }
  });
  return { start, index, share };
}

function periodColumns(rows: readonly SupplyRow[]) {
  const lists = rows.map((row) =>
    [...(row.periods ?? [])]
      .sort((a, b) => a.first - b.first || a.last - b.last || a.usd - b.usd)
      .filter((p) => p.last >= p.first && p.usd > 0),
  );
  const periodStart = new Uint32Array(rows.length + 1);
  lists.forEach((list, i) => (periodStart[i + 1] = periodStart[i]! + list.length));
  const all = lists.flat();
  return {
    periodStart,
    periodFirst: Int32Array.from(all, (p) => p.first),
    periodLast: Int32Array.from(all, (p) => p.last),
    periodUsd: Float64Array.from(all, (p) => p.usd),
  };
}
