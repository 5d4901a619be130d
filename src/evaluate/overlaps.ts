import { fault } from "../base/errors.ts";
import { dayNumber, monthNumber } from "../base/day.ts";
import { buildAreas } from "../coverage/area-table.ts";
import { buildSupply } from "../coverage/build-supply.ts";
import { indexSupply } from "../coverage/coverage-index.ts";
import { overlaps } from "../coverage/overlap.ts";
import type { SupplyRow } from "../coverage/supply-columns.ts";

/** A row of a CSV file with a header: column name to text. */
export type CsvRow = Readonly<Record<string, string>>;

/** One pair as the command prints it. `contested` is USD, rounded. */
export type OverlapPrediction = { readonly a: string; readonly b: string; readonly contested: number };

export type OverlapEvaluation = {
  readonly kind: "overlap-evaluation";
  readonly predictions: readonly OverlapPrediction[];
  /** Present when a truth was given. */
  readonly against?: {
    readonly truth: number;
    /** Of the truth's pairs: found at all, found with the amount exactly as stated, and with it to one dollar. */
    readonly found: number;
    readonly amountExact: number;
    readonly amountWithinOne: number;
    /** Predicted and not in the truth. */
    readonly surplus: number;
    readonly missing: readonly string[];
    readonly amountDiffers: readonly { readonly pair: string; readonly predicted: number; readonly truth: number }[];
  };
};

/**
 * Overlap of labelled initiatives (columns initiative_id, line_of_effort, target_group, area_codes, start, end, budget_usd,
 * implementer_id; area codes parted by spaces; the target group "all" is everyone), and how far it agrees with a truth (columns
 * initiative_a, initiative_b, contested_usd).
 *
 * The lines are taken as they stand. The filter is that of the labelled data: pairs of different implementers that share at least two
 * months and a target group. Pure: the caller reads the files.
 *
 * @throws fault "bad-input" naming the row and column that cannot be read.
 */
export function evaluateOverlaps(initiatives: readonly CsvRow[], truth?: readonly CsvRow[]): OverlapEvaluation {
  const rows = initiatives.map(supplyRow);
  const codes = new Set(rows.flatMap((row) => row.areas as readonly string[]));
  const supply = buildSupply(rows, buildAreas([...codes].map((code) => ({ code, level: 2 }))));
  const { money } = overlaps(indexSupply(supply, { basis: "commitment" }));
  const implementerOf = (i: number) => supply.organisations[supply.organisationIndex[supply.organisationStart[i]!]!];

  const predictions: OverlapPrediction[] = [];
  for (let k = 0; k < money.a.length; k++) {
    const [a, b] = [money.a[k]!, money.b[k]!];
    if (money.last[k]! - money.first[k]! + 1 < 2 || implementerOf(a) === implementerOf(b)) continue;
    predictions.push({ a: supply.ids[a]!, b: supply.ids[b]!, contested: wholeDollars(money.contested[k]!) });
  }
  return {
    kind: "overlap-evaluation",
    predictions,
    ...(truth === undefined ? {} : { against: compare(predictions, truth) }),
  };
}

function compare(
  predictions: readonly OverlapPrediction[],
  truth: readonly CsvRow[],
): NonNullable<OverlapEvaluation["against"]> {
  const key = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);
  const amounts = new Map(predictions.map((p) => [key(p.a, p.b), p.contested]));
  const wanted = new Map(
    truth.map((row, n) => [
      key(column(row, n, "initiative_a"), column(row, n, "initiative_b")),
      number(row, n, "contested_usd"),
    ]),
  );
  const missing: string[] = [];
  const amountDiffers: { pair: string; predicted: number; truth: number }[] = [];
  for (const [pair, usd] of wanted) {
    const predicted = amounts.get(pair);
    if (predicted === undefined) missing.push(pair);
    else if (predicted !== usd) amountDiffers.push({ pair, predicted, truth: usd });
  }
  const found = wanted.size - missing.length;
  const far = amountDiffers.filter((d) => Math.abs(d.predicted - d.truth) > 1).length;
  return {
    truth: wanted.size,
    found,
    amountExact: found - amountDiffers.length,
    amountWithinOne: found - far,
    surplus: amounts.size - found,
    missing,
    amountDiffers,
  };
}

/**
 * Halves go to the even dollar, as in the labelled data and as IEEE 754 rounds. Sums of thirds and sevenths land a
 * hair beside a half: a millionth of a dollar is taken for it.
 */
function wholeDollars(usd: number): number {
  const whole = Math.floor(usd);
  const rest = usd - whole;
  if (Math.abs(rest - 0.5) < 1e-6) return whole % 2 === 0 ? whole : whole + 1;
  return Math.round(usd);
}

function supplyRow(row: CsvRow, n: number): SupplyRow {
  const group = column(row, n, "target_group");
  const month = (name: string) => monthNumber(dayNumber(column(row, n, name)));
  return {
    id: column(row, n, "initiative_id"),
    lines: [column(row, n, "line_of_effort")],
    areas: column(row, n, "area_codes").split(/\s+/),
    groups: group === "all" ? "everyone" : [group],
    months: [month("start"), month("end")],
    money: { commitment: row["budget_usd"] === "" ? null : number(row, n, "budget_usd") },
    organisations: [column(row, n, "implementer_id")],
  };
}

function column(row: CsvRow, n: number, name: string): string {
  const text = row[name]?.trim() ?? "";
  if (text === "")
    throw fault("bad-input", {
      path: `row ${n + 2}, column ${name}`,
      found: row[name] === undefined ? "no such column" : "nothing",
      expected: "a value",
    });
  return text;
}

function number(row: CsvRow, n: number, name: string): number {
  const value = Number(column(row, n, name));
  if (!Number.isFinite(value))
    throw fault("bad-input", { path: `row ${n + 2}, column ${name}`, found: row[name]!, expected: "a number" });
  return value;
}
