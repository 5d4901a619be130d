/**
 * Writes data/initiatives from a folder of published activities: real initiatives in Africa that touch a line of effort, as facts.
 *
 *   node tools/build-initiatives.ts folder [out]      (default data/initiatives)
 *
 * The folder holds `activities/*.xml.gz` (IATI 1.x and 2.x) and `country-xlsx/*.xlsx`; tools/initiatives/data-sets.ts names the files.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { readIati } from "../src/formats/iati/read.ts";
import { writeInitiativesCsv } from "../src/formats/initiatives-csv/write.ts";
import { linesOfEffort } from "../src/initiatives/lines-of-effort.ts";
import type { Report } from "../src/initiatives/report.ts";
import { shippedAreas, shippedPlaces } from "../src/places/places.fixture.ts";
import { condense } from "./initiatives/condense.ts";
import { dataSets, leftOut } from "./initiatives/data-sets.ts";
import { readWorkbook } from "./initiatives/read-workbook.ts";
import { upgradeIati1 } from "./initiatives/upgrade-iati-1.ts";

const [folder, out = "data/initiatives"] = process.argv.slice(2);
if (folder === undefined) throw new Error("Give the folder of published activities.");
const african = new Set(shippedAreas.country);
mkdirSync(out, { recursive: true });

for (const set of dataSets) {
  const counts = { read: 0, faulty: 0, elsewhere: 0, other: 0, kept: 0 };
  const kept: Report[] = [];
  for (const file of set.files) {
    for await (const read of reportsOf(file, counts)) {
      counts.read++;
      const report =
        read.countries.length === 0 && set.country !== undefined
          ? { ...read, countries: [{ code: set.country }] }
          : read;
      if (!report.countries.some((country) => african.has(country.code))) counts.elsewhere++;
      else if (!touches(report, set.titleMustSay) || leftOut.includes(report.identifier)) counts.other++;
      else kept.push(condense(report, shippedPlaces, set));
    }
  }
  counts.kept = kept.length;
  const target = join(out, `${set.name}.csv`);
  if (kept.length === 0) rmSync(target, { force: true });
  else writeFileSync(target, await plainCsv(kept));
  process.stdout.write(`${set.name}: ${JSON.stringify(counts)}\n`);
}

function touches(report: Report, titleMustSay: RegExp | undefined): boolean {
  const { lines } = linesOfEffort(report);
  if (titleMustSay?.test(report.reporter.ref ?? "") !== true) return lines.length > 0;
  return lines.some((line) => line.evidence.some((evidence) => evidence.from === "title"));
}

async function* reportsOf(file: string, counts: { faulty: number }): AsyncGenerator<Report> {
  if (file.endsWith(".xlsx")) {
    yield* readWorkbook(join(folder as string, file), file.split("/").at(-1) as string);
    return;
  }
  const xml = gunzipSync(readFileSync(join(folder as string, file))).toString("utf8");
  const bytes = Buffer.from(/<iati-activities[^>]*version="1/.test(xml) ? upgradeIati1(xml) : xml);
  const chunks = (async function* () {
    yield bytes;
  })();
  for await (const item of readIati(chunks, { file: (file.split("/").at(-1) as string).replace(".gz", "") })) {
    if (item.kind === "report") yield item.report;
    else if (item.kind === "fault" && item.fault.severity === "error") counts.faulty++;
  }
}

/** The writer's rows without the columns that nobody fills, and quoted only where needed: to be read and corrected by people. */
async function plainCsv(reports: readonly Report[]): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeInitiativesCsv(
    reports.toSorted((a, b) => (a.identifier < b.identifier ? -1 : 1)),
    { languages: ["fr"] },
  ))
    chunks.push(chunk);
  const rows = parse(Buffer.concat(chunks), { bom: true }) as string[][];
  const used = (rows[0] ?? []).map((_, column) => rows.slice(1).some((row) => row[column] !== ""));
  const cell = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return (
    rows
      .map((row) =>
        row
          .filter((_, column) => used[column])
          .map(cell)
          .join(","),
      )
      .join("\n") + "\n"
  );
}
