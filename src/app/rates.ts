import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type RateTable, rateTable } from "../base/money.ts";
import { readRates as parseRates } from "../base/rates-csv.ts";

/** A table of annual average rates from a file: the shipped one, or an operator's own. @throws csv-invalid */
export async function readRates(file: string): Promise<RateTable> {
  return rateTable(parseRates(await readFile(file, "utf8"), basename(file)));
}
