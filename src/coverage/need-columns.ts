import { fault } from "../base/errors.ts";
import { byCode, childrenOf, type AreaTable } from "./area-table.ts";

/** What is needed in one (area, line) over some months, from one source. */
export type NeedRow = {
  readonly area: string;
  readonly line: string;
  /** Months, inclusive. */
  readonly months: readonly [first: number, last: number];
  /** What a member asked for, USD per month. Requests for the same cell add up. */
  readonly requestedUsdPerMonth?: number;
  readonly peopleInNeed?: number;
  /** Without it people never become money. */
  readonly unitCostUsdPerPersonYear?: number;
  /** JIAF phase, 1 to 5. */
  readonly severity?: number;
};

export type NeedColumns = {
  readonly kind: "needs";
  readonly areas: AreaTable;
  readonly lines: readonly string[];
  /** Rows in order of area, line, first month; `rowStart[cell] … rowStart[cell + 1] - 1` are the rows of a cell, area × lines + line. */
  readonly rowStart: Uint32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** NaN where not stated. */
  readonly requested: Float64Array;
  readonly people: Float64Array;
  readonly unitCost: Float64Array;
  readonly severity: Float64Array;
  readonly children: { readonly start: Uint32Array; readonly list: Uint32Array };
};

/** @throws fault "bad-input" for an unknown area, months that end before they start, negative figures, a severity outside 1 to 5. */
export function buildNeeds(rows: Iterable<NeedRow>, areas: AreaTable): NeedColumns {
  const given = [...rows];
  const lines = [...new Set(given.map((row) => row.line))].sort(byCode);
  const lineAt = new Map(lines.map((line, i) => [line, i]));
  const placed = given.map((row) => {
    const area = areas.indexOf.get(row.area);
    const path = `need of ${row.area}, ${row.line}`;
    if (area === undefined) throw fault("bad-input", { path, found: row.area, expected: "an area of the table" });
    if (row.months[1] < row.months[0])
      throw fault("bad-input", {
        path: `${path}, months`,
        found: row.months.join(" to "),
        expected: "an end not before the start",
      });
    for (const [name, value] of [
      ["requested", row.requestedUsdPerMonth],
      ["people", row.peopleInNeed],
      ["unit cost", row.unitCostUsdPerPersonYear],
    ] as const) {
      if (value !== undefined && !(value >= 0))
        throw fault("bad-input", { path: `${path}, ${name}`, found: value, expected: "zero or more" });
    }
    if (row.severity !== undefined && !(row.severity >= 1 && row.severity <= 5)) {
      throw fault("bad-input", { path: `${path}, severity`, found: row.severity, expected: "1 to 5" });
    }
    return { row, cell: area * lines.length + lineAt.get(row.line)! };
  });
  placed.sort(
    (x, y) =>
      x.cell - y.cell ||
      x.row.months[0] - y.row.months[0] ||
      x.row.months[1] - y.row.months[1] ||
      (x.row.requestedUsdPerMonth ?? -1) - (y.row.requestedUsdPerMonth ?? -1) ||
      (x.row.peopleInNeed ?? -1) - (y.row.peopleInNeed ?? -1) ||
      (x.row.unitCostUsdPerPersonYear ?? -1) - (y.row.unitCostUsdPerPersonYear ?? -1) ||
      (x.row.severity ?? -1) - (y.row.severity ?? -1),
  );
  const rowStart = new Uint32Array(areas.codes.length * lines.length + 1);
  for (const { cell } of placed) rowStart[cell + 1]!++;
  for (let cell = 0; cell + 1 < rowStart.length; cell++) rowStart[cell + 1]! += rowStart[cell]!;
  const column = (of: (row: NeedRow) => number | undefined) => Float64Array.from(placed, ({ row }) => of(row) ?? NaN);
  return {
    kind: "needs",
    areas,
    lines,
    rowStart,
    first: Int32Array.from(placed, ({ row }) => row.months[0]),
    last: Int32Array.from(placed, ({ row }) => row.months[1]),
    requested: column((row) => row.requestedUsdPerMonth),
    people: column((row) => row.peopleInNeed),
    unitCost: column((row) => row.unitCostUsdPerPersonYear),
    severity: column((row) => row.severity),
    children: childrenOf(areas),
  };
}
