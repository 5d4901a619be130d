import { parse } from "csv-parse/sync";
import { parseDecimal } from "./decimal.ts";
import { fault, isFault } from "./errors.ts";
import type { Rate } from "./money.ts";

const columns = ["currency", "year", "units", "usd", "source"] as const;

/**
 * Reads a table of annual rates: the shipped one or an operator's own. Small: a row per currency and year.
 *
 * @throws fault "csv-invalid" {file, line, path, found, expected} at the first row that is none
 */
export function readRates(csv: string, file: string): Rate[] {
  const refuse = (line: number, path: string, found: string, expected: string) => fault("csv-invalid", { file, line, path, found, expected });
  const rows = table(csv, file);
  const [head, ...body] = rows;
  if (head === undefined || head.cells.join() !== columns.join()) throw refuse(1, "header", head?.cells.join() ?? "", columns.join());
  return body.map(({ cells, line }) => {
    const [currency = "", year = "", units = "", usd = "", source = ""] = cells;
    if (cells.length !== columns.length) throw refuse(line, "row", `${cells.length} cells`, `${columns.length} cells`);
    if (!/^[A-Z]{3}$/.test(currency)) throw refuse(line, "currency", currency, "three letters of ISO 4217");
    if (!/^\d{4}$/.test(year)) throw refuse(line, "year", year, "a year of four digits");
    for (const [path, text] of [["units", units], ["usd", usd]] as const) {
      if (!isPositive(text)) throw refuse(line, path, text, "a decimal above zero");
    }
    if (source.trim() === "") throw refuse(line, "source", source, "where the rate is from");
    return { currency, year: Number(year), units, usd, source };
  });
}

function table(csv: string, file: string): { cells: readonly string[]; line: number }[] {
  try {
    const rows: { cells: readonly string[]; line: number }[] = [];
    parse(csv, {
      bom: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { lines }) => void rows.push({ cells, line: lines }),
    });
    return rows;
  } catch (e) {
    if (!(e instanceof Error)) throw e;
    throw fault("csv-invalid", { file, line: "lines" in e && typeof e.lines === "number" ? e.lines : 0, path: "row", found: e.message, expected: "CSV (RFC 4180)" }, e);
  }
}

function isPositive(text: string): boolean {
  try {
    return parseDecimal(text).unscaled > 0n;
  } catch (e) {
    if (isFault(e, "money-invalid")) return false;
    throw e;
  }
}
