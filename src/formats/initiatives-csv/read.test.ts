import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { collect, inPieces } from "../testing.ts";
import { readInitiativesCsv } from "./read.ts";

const read = (bytes: Uint8Array | string, sizes?: number) =>
  collect(readInitiativesCsv(inPieces(bytes, sizes), { file: "plans.csv" }));
const ids = (of: { readonly reports: readonly { readonly identifier: string }[] }) =>
  of.reports.map((r) => r.identifier);
/** A file of one row with the required columns and the given ones. */
const row = (cells: Readonly<Record<string, string>>) => {
  const all = { identifier: "A", reporter_name: "M", title: "T", ...cells };
  const quoted = (texts: readonly string[]) => texts.map((text) => `"${text.replaceAll('"', '""')}"`).join(",");
  return `${quoted(Object.keys(all))}\n${quoted(Object.values(all))}\n`;
};

test("a row becomes a report with everything that its columns say", async () => {
  const { reports, faults } = await read(
    row({
      identifier: "XX-1-P1",
      reporter_ref: "XX-1",
      reporter_name: "Ministère",
      secondary: "yes",
      title: "Paix à Gao",
      title_language: "fr",
      title_en: "Peace in Gao",
      "title_pt-BR": "Paz em Gao",
      description: "Deux lignes\net plus",
      status: "Implementation",
      planned_start: "2022-01",
      actual_start: "2022-02-01",
      planned_end: "[2024-06-08..2024-11-15]",
      commitment: "1000000; 250000 EUR",
      commitment_date: "2022-01-05;2022-06",
      budget: "400000;600000",
      budget_from: "2022-01-01;2023-01-01",
      budget_to: "2022-12-31;",
      disbursement: "100;-20.50",
      pledge: "5 USD @2015",
      currency: "usd",
      funding: "Ministry of Peace [XX-1]; [DE-1]",
      implementing: "ONG \\[Gao\\] \\; fils; UNDP [XM-DAC-41114]",
      countries: "ml 60%; NE 40.5 %",
      areas: "ML-7 50%; NE-5",
      locations: "Gao (16.27, -0.04) {exact, class 2, ML-7} 10%; Marché (vieux); (1, 2)",
      sectors: "DAC:15220 40%; 15130; DAC3:152; 99:x\\:y",
      lines: "capacity 50%; Counter finance",
      target_groups: "women; youth\\; both",
      related: "parent:XX-1-P0; co-funded:a:b",
      last_updated: "2024-03-01",
      source: "https://example.org/list",
      licence: "CC BY 4.0",
      locator: "page 3",
    }),
  );
  expect(faults).toEqual([]);
  expect(reports).toEqual([
    {
      identifier: "XX-1-P1",
      reporter: { ref: "XX-1", name: "Ministère", secondary: true },
      title: { fr: "Paix à Gao", en: "Peace in Gao", "pt-BR": "Paz em Gao" },
      description: { fr: "Deux lignes\net plus" },
      status: "2",
      dates: { plannedStart: "2022-01", actualStart: "2022-02-01", plannedEnd: "[2024-06-08..2024-11-15]" },
      parties: [
        { role: "funding", ref: "XX-1", name: "Ministry of Peace" },
        { role: "funding", ref: "DE-1" },
        { role: "implementing", name: "ONG [Gao] ; fils" },
        { role: "implementing", ref: "XM-DAC-41114", name: "UNDP" },
      ],
      sectors: [
        { vocabulary: "1", code: "15220", percent: 40 },
        { vocabulary: "1", code: "15130" },
        { vocabulary: "2", code: "152" },
        { vocabulary: "99", code: "x:y" },
      ],
      countries: [
        { code: "ML", percent: 60 },
        { code: "NE", percent: 40.5 },
      ],
      regions: [],
      locations: [
        { administrative: [{ vocabulary: "iso3166-2", code: "ML-7" }], percent: 50 },
        { administrative: [{ vocabulary: "iso3166-2", code: "NE-5" }] },
        {
          name: "Gao",
          latitude: 16.27,
          longitude: -0.04,
          exactness: "exact",
          locationClass: "2",
          administrative: [{ vocabulary: "iso3166-2", code: "ML-7" }],
          percent: 10,
        },
        { name: "Marché (vieux)", administrative: [] },
        { latitude: 1, longitude: 2, administrative: [] },
      ],
      targetGroups: ["women", "youth; both"],
      money: [
        { kind: "commitment", amount: "1000000", currency: "USD", date: "2022-01-05" },
        { kind: "commitment", amount: "250000", currency: "EUR", date: "2022-06" },
        { kind: "budget", amount: "400000", currency: "USD", from: "2022-01-01", to: "2022-12-31" },
        { kind: "budget", amount: "600000", currency: "USD", from: "2023-01-01" },
        { kind: "disbursement", amount: "100", currency: "USD" },
        { kind: "disbursement", amount: "-20.50", currency: "USD" },
        { kind: "pledge", amount: "5", currency: "USD", constantYear: 2015 },
      ],
      related: [
        { type: "parent", identifier: "XX-1-P0" },
        { type: "co-funded", identifier: "a:b" },
      ],
      lastUpdated: "2024-03-01",
      lines: [{ line: "capacity", percent: 50 }, { line: "counter-finance" }],
      published: { source: "https://example.org/list", licence: "CC BY 4.0", locator: "page 3" },
      at: { file: "plans.csv", line: 2, path: "row 2" },
    },
  ]);
});

test.each([
  ["a missing identifier", { identifier: "" }, "identifier-missing", "identifier", ""],
  ["no reporter", { reporter_name: " " }, "reporter-missing", "reporter_name", ""],
  ["no title in any language", { title: "" }, "title-missing", "title", ""],
  ["a date in another order", { planned_end: "31/12/2024" }, "date-invalid", "planned_end", "31/12/2024"],
  ["a date that does not exist", { actual_start: "2023-02-29" }, "date-invalid", "actual_start", "2023-02-29"],
  [
    "an amount with separators",
    { commitment: "1,000,000", currency: "EUR" },
    "amount-invalid",
    "commitment",
    "1,000,000",
  ],
  ["a share over 100", { countries: "NE 120%" }, "percentage-invalid", "countries", "120%"],
  ["a share of an area that is none", { areas: "NG-BO 1.2.3%" }, "percentage-invalid", "areas", "1.2.3%"],
  [
    "a year of prices that is none",
    { pledge: "1", currency: "EUR", price_year: "x" },
    "year-invalid",
    "price_year",
    "x",
  ],
])("%s sets the row aside, with row, line and column", async (_, cells, code, column, found) => {
  const bad = row(cells);
  const [head = "", wrong = ""] = bad.split("\n");
  const good = (id: string) =>
    row({
      ...Object.fromEntries(Object.keys(cells).map((key) => [key, ""])),
      identifier: id,
      reporter_name: "M",
      title: "T",
    }).split("\n")[1] ?? "";
  const result = await read([head, good("B"), wrong, good("C")].join("\n"));
  expect(ids(result)).toEqual(["B", "C"]);
  expect(result.faults).toHaveLength(1);
  expect(result.faults[0]).toMatchObject({
    file: "plans.csv",
    line: 3,
    path: `row 3, column ${column}`,
    code,
    found,
    severity: "error",
  });
  expect(result.faults[0]?.raw?.trim()).toBe(wrong);
});

test.each([
  ["a status that is none", { status: "someday" }, "code-unknown", "status"],
  ["a country in words", { countries: "Niger" }, "code-unknown", "countries"],
  ["an area that is none", { areas: "Borno" }, "code-unknown", "areas"],
  ["a line that is none", { lines: "peace" }, "code-unknown", "lines"],
  ["a sector in words", { sectors: "water" }, "code-unknown", "sectors"],
  ["a relation of no kind", { related: "XX-1" }, "code-unknown", "related"],
  ["an amount without a currency", { budget: "5" }, "currency-missing", "budget"],
  ["a currency that is none", { currency: "Euro" }, "currency-unknown", "currency"],
  ["an end before its start", { planned_start: "2024-02", planned_end: "2024-01" }, "period-reversed", "planned_end"],
  [
    "a budget that ends before it starts",
    { budget: "1 EUR", budget_from: "2024-02", budget_to: "2024-01" },
    "period-reversed",
    "budget_to",
  ],
  [
    "fewer dates than amounts",
    { commitment: "1 EUR; 2 EUR", commitment_date: "2024" },
    "dates-unmatched",
    "commitment_date",
  ],
  ["a place in the sea of zero", { locations: "X (0, 0)" }, "point-stand-in", "locations"],
  ["a place beyond the pole", { locations: "X (95, 0)" }, "point-invalid", "locations"],
  ["a mark that means nothing", { locations: "X {roughly}" }, "location-mark-unknown", "locations"],
  ["secondary neither yes nor no", { secondary: "perhaps" }, "boolean-invalid", "secondary"],
  ["a language that is none", { title_language: "français" }, "language-unknown", "title_language"],
  ["two titles in one language", { title_language: "fr", title_fr: "Autre" }, "narrative-repeated", "title_fr"],
  ["a moment that is none", { last_updated: "yesterday" }, "moment-invalid", "last_updated"],
])("%s is told as a warning and the row comes in", async (_, cells, code, column) => {
  const result = await read(row(cells));
  expect(ids(result)).toEqual(["A"]);
  expect(result.faults.map((f) => [f.code, f.severity, f.path, f.identifier])).toEqual([
    [code, "warning", `row 2, column ${column}`, "A"],
  ]);
});

test("the header is read in any order, spelling and delimiter; an unknown column is told once", async () => {
  for (const delimiter of [",", ";", "\t"]) {
    const result = await read(
      ["Title", "colour", "REPORTER NAME", "identifier", "Planned-Start"].join(delimiter) +
        `\nT${delimiter}red${delimiter}M${delimiter}A${delimiter}2024\n` +
        `T${delimiter}red${delimiter}M${delimiter}B${delimiter}2024\n`,
    );
    expect(ids(result)).toEqual(["A", "B"]);
    expect(result.reports[0]?.dates).toEqual({ plannedStart: "2024" });
    expect(result.faults.map((f) => [f.code, f.severity, f.path])).toEqual([
      ["column-unknown", "warning", "row 1, column colour"],
    ]);
  }
});

test.each([
  ["a required column is missing", "identifier,title\nA,T\n", "column-missing", "the columns reporter_name"],
  ["a column stands twice", "identifier,title,reporter_name,Title\n", "column-repeated", "each column once"],
  ["there is nothing", "", "column-missing", "a row of column names"],
  ["there are only blank lines", "\n\n,,\n", "column-missing", "a row of column names"],
  ["it is a spreadsheet", "PK\u0003\u0004rest", "csv-not-text", "a CSV file with a row of column names"],
  ["it is a web page", "<!DOCTYPE html><html>", "csv-not-text", "a CSV file with a row of column names"],
])("the file is refused where %s", async (_, text, code, expected) => {
  const { reports, faults } = await read(text);
  expect([reports, faults.map((f) => [f.code, f.severity, f.expected])]).toEqual([[], [[code, "error", expected]]]);
});

const head = "identifier,reporter_name,title\n";

test.each([
  [
    "a quote that is never closed",
    `A,M,T\nB,"M,T\nC,M,T\nD,M,"T"\nE,M,T\n`,
    ["A", "C", "D", "E"],
    [["csv-quote-inside", 3]],
  ],
  ["one at the very end", `A,M,T\nB,M,"T\nC,M,T\n`, ["A", "C"], [["csv-quote-open", 3]]],
  ["something behind a closing quote", `A,M,T\nB,"M"x,T\nC,M,T\n`, ["A", "C"], [["csv-quote-inside", 3]]],
  [
    "two rows run together by quotes",
    `A,M,T\nB,"M\nC,"\nD,M,T\n`,
    ["A", "D"],
    [
      ["csv-cell-count", 3],
      ["csv-quote-open", 4],
    ],
  ],
  ["a character of code zero", `A,M,T\nB,M,T\u0000\nC,M,T\n`, ["A", "C"], [["csv-control-character", 3]]],
  ["too few cells", `A,M,T\nB,M\nC,M,T\n`, ["A", "C"], [["csv-cell-count", 3]]],
  ["too many cells", `A,M,T\nB,M,T,x\nC,M,T,,\n`, ["A", "C"], [["csv-cell-count", 3]]],
])("%s costs its own line, the others come in", async (_, body, good, faults) => {
  const result = await read(head + body);
  expect(ids(result)).toEqual(good);
  expect(result.faults.map((f) => [f.code, f.line])).toEqual(faults);
  expect(result.faults[0]?.raw).toMatch(/^B/);
});

test("a character of code zero in a column's name is told with its place, and the file is read", async () => {
  const result = await read(head.replace("title", "ti\u0000tle") + "A,M,T\n");
  expect(ids(result)).toEqual(["A"]);
  expect(result.faults).toMatchObject([
    { code: "csv-control-character", severity: "warning", line: 1, path: "row 1, column ti\ufffdtle" },
  ]);
});

test("UTF-16 without its mark is no table, and the fault says what to do", async () => {
  const { reports, faults } = await read(Buffer.from(`${head}A,M,T\n`, "utf16le"));
  expect(reports).toEqual([]);
  expect(faults).toMatchObject([{ code: "csv-not-text", severity: "error", line: 1 }]);
  expect(faults[0]?.found).toContain("UTF-16");
});

test.each([
  ["a million million dollars", { commitment: "1e30 USD" }, "1000000000000000000000000000000", "amount-implausible"],
  ["a commitment below zero", { commitment: "-5 USD" }, "-5", "amount-negative"],
  ["a budget below zero beside another", { budget: "7 USD; -5 USD" }, "7", "amount-negative"],
])("%s is kept, and told", async (_, cells, amount, code) => {
  const { reports, faults } = await read(row(cells));
  expect(reports[0]?.money[0]?.amount).toBe(amount);
  expect(faults).toMatchObject([
    {
      code,
      severity: "warning",
      line: 2,
      path: `row 2, column ${Object.keys(cells)[0]}`,
      found: Object.values(cells)[0],
    },
  ]);
});

test("an amount that takes back a part of another is nothing odd", async () => {
  expect((await read(row({ commitment: "7 USD; -5 USD" }))).faults).toEqual([]);
});

test.each(["NaN", "Infinity", "-Infinity", "0x10", "1e99", "1e-99"])("%s is no amount", async (amount) => {
  const { reports, faults } = await read(row({ commitment: `${amount} USD` }));
  expect(reports).toEqual([]);
  expect(faults).toMatchObject([
    { code: "amount-invalid", severity: "error", line: 2, path: "row 2, column commitment" },
  ]);
});

test("quotes, line ends and blank rows as spreadsheets leave them", async () => {
  const result = await read(
    `sep=,\r\n${head.trim()}\r\n"A",M,"two\r\nlines, and ""quotes"""\r\n,,\r\n\r\nB, "M" ,5" pipe\rC,M,T`,
  );
  expect(ids(result)).toEqual(["A", "B", "C"]);
  expect(result.reports.map((r) => r.title["und"])).toEqual(['two\r\nlines, and "quotes"', '5" pipe', "T"]);
  expect(result.reports.map((r) => r.at.line)).toEqual([3, 7, 8]);
  expect(result.faults).toEqual([]);
});

const accented = "identifier,reporter_name,title\nA,Ministère,Réfugiés\nB,M,T\n";

test.each([
  ["UTF-8", Buffer.from(accented), []],
  ["UTF-8 with a mark", Buffer.from(`\ufeff${accented}`), []],
  ["UTF-16 with tabs", Buffer.from(`\ufeff${accented.replaceAll(",", "\t")}`, "utf16le"), []],
  ["windows-1252", Buffer.from(accented, "latin1"), ["encoding-guessed"]],
  ["gzip", gzipSync(Buffer.from(accented)), []],
])("%s is read", async (_, bytes, codes) => {
  for (const size of [1, 5, 65_536]) {
    const { reports, faults } = await read(bytes, size);
    expect(reports.map((r) => [r.reporter.name, r.title["und"]])).toEqual([
      ["Ministère", "Réfugiés"],
      ["M", "T"],
    ]);
    expect(faults.map((f) => f.code)).toEqual(codes);
  }
});

test("one line from elsewhere does not change how the others are read", async () => {
  const bytes = Buffer.concat([
    Buffer.from(`${head}A,Ministère,T\n`),
    Buffer.from("B,Ministère,T\n", "latin1"),
    Buffer.from("C,Ministère,T\n"),
  ]);
  const { reports, faults } = await read(bytes);
  expect(reports.map((r) => r.reporter.name)).toEqual(["Ministère", "Ministère", "Ministère"]);
  expect(faults.map((f) => [f.code, f.found])).toEqual([["encoding-guessed", "bytes that are no UTF-8 in line 3"]]);
});

test("the reader is never far ahead of what it hands over, however long the file", async () => {
  let given = 0;
  let most = 0;
  let seen = 0;
  const line = `A,M,"${"words ".repeat(20)}"\n`;
  async function* long() {
    yield new TextEncoder().encode(head);
    for (let i = 0; i < 2000; i += 1) {
      given += line.length * 20;
      yield new TextEncoder().encode(line.repeat(20));
    }
  }
  for await (const item of readInitiativesCsv(long(), { file: "f" })) {
    if (item.kind !== "report") continue;
    seen += line.length;
    most = Math.max(most, given - seen);
  }
  expect(given).toBeGreaterThan(5_000_000);
  expect(most).toBeLessThan(300_000);
});
