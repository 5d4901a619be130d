import { expect, test } from "vitest";
import { readRates } from "./rates-csv.ts";

const head = "currency,year,units,usd,source\n";

test("rows are read as they stand", () => {
  expect(readRates(`\uFEFF${head}XOF,2015,655.957,1.1095,"fixed, with the euro"\r\n\n`, "own.csv")).toEqual([{ currency: "XOF", year: 2015, units: "655.957", usd: "1.1095", source: "fixed, with the euro" }]);
});

test.each([
  ["", 1, "header", ""],
  ["currency,year\n", 1, "header", "currency,year"],
  [`${head}EUR,2015,1,1.1,x\nEURO,2015,1,1.1,x\n`, 3, "currency", "EURO"],
  [`${head}EUR,15,1,1.1,x\n`, 2, "year", "15"],
  [`${head}EUR,2015,1,"1,1095",x\n`, 2, "usd", "1,1095"],
  [`${head}EUR,2015,0,1.1,x\n`, 2, "units", "0"],
  [`${head}EUR,2015,1,1.1, \n`, 2, "source", " "],
  [`${head}EUR,2015,1,1.1\n`, 2, "row", "4 cells"],
])("%j is refused at its line and column", (csv, line, path, found) => {
  expect(() => readRates(csv, "own.csv")).toThrow(expect.objectContaining({ code: "csv-invalid", params: expect.objectContaining({ file: "own.csv", line, path, found }) }));
});

test("a quote left open is refused, not read on", () => {
  expect(() => readRates(`${head}EUR,2015,1,1.1,"open\n`, "own.csv")).toThrow(expect.objectContaining({ code: "csv-invalid", params: expect.objectContaining({ path: "row" }) }));
});
