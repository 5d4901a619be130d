import { readFileSync } from "node:fs";
import { unzipSync, strFromU8 } from "fflate";
import { SaxesParser } from "saxes";
import type { Money, Party, Report } from "../../src/initiatives/report.ts";

/**
 * Reads a country workbook of IATI data as analysts get it (one row per transaction or budget, summed by quarter, in US dollars) and
 * gives one report per activity. What the workbook does not hold (dates of the activity, places, status) stays unstated.
 * Provider and receiver of the money stand as funding and implementing party: that is all the workbook says of parties.
 */
export function readWorkbook(file: string, name: string): readonly Report[] {
  const activities = new Map<string, { first: number; rows: Record<string, string>[] }>();
  const [header, ...rows] = cellsOf(file);
  for (const [index, cells] of rows.entries()) {
    const row = Object.fromEntries((header ?? []).map((column, at) => [column, (cells[at] ?? "").trim()]));
    const identifier = row["IATI Identifier"] ?? "";
    if (identifier === "") continue;
    const entry = activities.get(identifier) ?? { first: index + 2, rows: [] };
    entry.rows.push(row);
    activities.set(identifier, entry);
  }
  return [...activities].map(([identifier, { first, rows: own }]) =>
    reportOf(identifier, own, { file: name, line: first, path: `row ${first}` }),
  );
}

function reportOf(identifier: string, rows: readonly Record<string, string>[], at: Report["at"]): Report {
  const one = rows[0] as Record<string, string>;
  const orgs = (column: string, which: (type: string) => boolean) => {
    const cells = rows.filter((row) => which(row["Transaction Type"] ?? "")).map((row) => row[column] ?? "");
    return [...new Set(cells.flatMap((cell) => cell.split(/;\s*/)))].filter((text) => text !== "").map(organisation);
  };
  const outgoing = (type: string) => /^[234] /.test(type);
  const sectors = new Map(rows.map((row) => [row["Sector"] ?? "", 0]));
  return {
    identifier,
    reporter: { ...organisation(one["Reporting Organisation"] ?? ""), secondary: false },
    title: { und: one["Title"] ?? "" },
    dates: datesOf(rows),
    parties: [
      ...orgs("Provider Organisation", () => true).map((org): Party => ({ ...org, role: "funding" })),
      ...orgs("Receiver Organisation", outgoing)
        .filter((org) => org.name !== organisation(one["Reporting Organisation"] ?? "").name)
        .map((org): Party => ({ ...org, role: "implementing" })),
    ],
    sectors: [...sectors.keys()].flatMap((sector) =>
      /^\d{5} - /.test(sector) ? [{ vocabulary: "1", code: sector.slice(0, 5) }] : [],
    ),
    countries: rows.some((row) => row["Multi Country"] === "1") ? [{ code: "TD" }] : [{ code: "TD", percent: 100 }],
    regions: [],
    locations: [],
    targetGroups: [],
    money: rows.flatMap(moneyOf),
    related: [],
    at,
  };
}

/** The only thing known of its time: it had begun when it first paid out, which was in that quarter at the latest. */
function datesOf(rows: readonly Record<string, string>[]): Report["dates"] {
  const paid = rows.filter((row) => /^[34] /.test(row["Transaction Type"] ?? "") && Number(row["Value (USD)"]) > 0);
  const ends = paid.map(
    (row) =>
      `${row["Calendar Year"]}-${{ Q1: "03-31", Q2: "06-30", Q3: "09-30", Q4: "12-31" }[row["Calendar Quarter"] ?? ""] ?? ""}`,
  );
  const first = ends.filter((end) => /^\d{4}-\d\d-\d\d$/.test(end)).toSorted()[0];
  return first === undefined ? {} : { actualStart: `[..${first}]` };
}

const kinds: Readonly<Record<string, Money["kind"]>> = { "2": "commitment", "3": "disbursement", "4": "expenditure" };

function moneyOf(row: Record<string, string>): readonly Money[] {
  const type = row["Transaction Type"] ?? "";
  const kind = /^budget/i.test(type) ? "budget" : kinds[type.slice(0, 1)];
  const amount = Number(row["Value (USD)"]);
  const quarter = Number(/Q([1-4])/.exec(row["Calendar Quarter"] ?? "")?.[1]);
  const year = row["Calendar Year"] ?? "";
  if (kind === undefined || !Number.isFinite(amount) || amount === 0 || !/^\d{4}$/.test(year) || !(quarter >= 1))
    return [];
  const month = (number: number) => `${year}-${String(number).padStart(2, "0")}`;
  const period = { from: month(3 * quarter - 2), to: month(3 * quarter) };
  return [
    {
      kind,
      amount: amount.toFixed(2),
      currency: "USD",
      ...(kind === "budget" ? period : { date: `${period.from}/${period.to}` }),
    },
  ];
}

/** "United Nations Population Fund [41119]" */
function organisation(text: string): { readonly name?: string; readonly ref?: string } {
  const match = /^(.*?)\s*\[([^\]]+)\]$/.exec(text);
  const name = (match?.[1] ?? text).trim();
  const ref = match?.[2]?.trim();
  return { ...(name === "" ? {} : { name }), ...(ref === undefined || ref === "" ? {} : { ref }) };
}

function cellsOf(file: string): readonly (readonly string[])[] {
  const parts = unzipSync(readFileSync(file));
  const shared = texts(strFromU8(parts["xl/sharedStrings.xml"] ?? new Uint8Array()), "si");
  const rows: string[][] = [];
  let cell: { column: number; type: string; value: string } | undefined;
  let reading = false;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "row") rows.push([]);
    if (name === "c")
      cell = { column: columnOf(String(attributes["r"])), type: String(attributes["t"] ?? ""), value: "" };
    reading = name === "v";
  });
  parser.on("text", (text) => {
    if (reading && cell !== undefined) cell.value += text;
  });
  parser.on("closetag", ({ name }) => {
    if (name === "v") reading = false;
    if (name !== "c" || cell === undefined) return;
    (rows.at(-1) as string[])[cell.column] = cell.type === "s" ? (shared[Number(cell.value)] ?? "") : cell.value;
    cell = undefined;
  });
  parser.write(strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array())).close();
  return rows;
}

function texts(xml: string, element: string): readonly string[] {
  const found: string[] = [];
  let current = "";
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => {
    if (name === element) current = "";
  });
  parser.on("text", (text) => {
    current += text;
  });
  parser.on("closetag", ({ name }) => {
    if (name === element) found.push(current.trim());
  });
  if (xml !== "") parser.write(xml).close();
  return found;
}

function columnOf(reference: string): number {
  return (
    [...(/^[A-Z]+/.exec(reference)?.[0] ?? "A")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  );
}
