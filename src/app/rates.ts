import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import { type Rate, type RateTable, rateTable } from "../base/money.ts";

/** The shipped table of annual average rates; columns currency, year, units, usd, source. */
export async function readRates(file: string): Promise<RateTable> {
  const rates: Rate[] = [];
  for await (const row of createReadStream(file).pipe(parse({ columns: true, bom: true })) as AsyncIterable<Record<string, string>>) {
    rates.push({ currency: row["currency"] ?? "", year: Number(row["year"]), units: row["units"] ?? "", usd: row["usd"] ?? "", source: row["source"] ?? "" });
  }
  return rateTable(rates);
}
