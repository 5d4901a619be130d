import { valueCell } from "./value-cell.ts";
import { csvLine } from "../../formats/bytes/csv-line.ts";
import { guarded } from "../../formats/bytes/formula-guard.ts";
import { type ZipFile, zipped } from "../../formats/bytes/zip.ts";
import { writeInitiativesCsv } from "../../formats/initiatives-csv/write.ts";
import { type LdNode, writeLinkedData } from "../../formats/record-ld/write.ts";
import type { App } from "../app.ts";
import { clearClaims, type ClearClaim, clearRecords, clearReports, clearSources } from "./clear-rows.ts";
import { claimNode, recordType, reportNode, sourceNode } from "./linked-data.ts";

const marking = "TLP:CLEAR";
/** The tables of the download, each a file `<table>.csv`. */
export const publicTables = ["records", "claims", "sources", "initiatives"] as const;
export type PublicTable = (typeof publicTables)[number];

const bytes = (text: string) => new TextEncoder().encode(text);
const line = (cells: readonly (string | null)[]) => bytes(csvLine(cells.map((cell) => guarded(cell ?? ""))));
// without the mark a spreadsheet takes UTF-8 for something else
const head = (cells: readonly string[]) => bytes(`\ufeff${csvLine(cells)}`);
const statedBy = ["source", "source_url", "publisher", "published", "licence", "tlp"] as const;
const statedByOf = ({ source: s }: Pick<ClearClaim, "source">) => [s.title, s.url, s.publisher, s.published, s.licence, marking];

/** @throws sign-in-needed where the operator has closed the public view */
export async function publicOpen(app: App): Promise<void> {
  await app.store.read(null, async () => undefined);
}

/**
 * One table of what is CLEAR, as CSV in a stream: every row with its source, its licence and its marking.
 * @throws sign-in-needed where the operator has closed the public view
 */
export async function* publicCsv(app: App, table: PublicTable): AsyncGenerator<Uint8Array> {
  switch (table) {
    case "records": {
      yield head(["id", "kind", "field", "language", "name", ...statedBy]);
      for await (const c of clearClaims(app)) if (isName(c)) yield line([c.record, c.kind, c.field, c.language, valueCell(c.value), ...statedByOf(c)]);
      return;
    }
    case "claims": {
      yield head(["id", "record", "kind", "field", "language", "value", "confidence", "locator", ...statedBy]);
      for await (const c of clearClaims(app)) yield line([c.id, c.record, c.kind, c.field, c.language, valueCell(c.value), c.confidence, c.locator, ...statedByOf(c)]);
      return;
    }
    case "sources": {
      yield head(["id", "title", "publisher", "url", "published", "language", "licence", "tlp"]);
      for await (const s of clearSources(app)) yield line([s.id, s.title, s.publisher, s.url, s.published, s.language, s.licence, marking]);
      return;
    }
    case "initiatives":
      yield* writeInitiativesCsv(reportsOf(app), { last: { column: "tlp", cell: marking } });
  }
}

const isName = (c: ClearClaim) => c.field === "name" || c.field === "title" || c.field === "what";

async function* reportsOf(app: App) {
  for await (const { report } of clearReports(app)) yield report;
}

/** All tables as one zip, with what they are, their marking and their licence in a text on top. */
export async function* publicZip(app: App): AsyncGenerator<Uint8Array> {
  async function* about(): AsyncGenerator<Uint8Array> {
    yield bytes(aboutTables(app));
  }
  const files: ZipFile[] = [{ name: "README.txt", bytes: about() }, ...publicTables.map((table) => ({ name: `${table}.csv`, bytes: publicCsv(app, table) }))];
  yield* zipped(files, new Date(`${today(app)}T12:00:00Z`));
}

const today = (app: App) => app.now().toISOString().slice(0, 10);

function aboutTables(app: App): string {
  const { coalition } = app;
  return [
    marking,
    ...(coalition.fictional === undefined ? [] : ["A fictional coalition: nothing here is so."]),
    Object.values(coalition.name).join(" / "),
    `As of ${today(app)}. Compilation: ${coalition.licence}. Each row names its source; a source keeps its own licence, and where none is named none is known.`,
    "",
    "records.csv      the names of every record, in every language and from every source",
    "claims.csv       every standing statement on a record: dates are EDTF, values that name records hold their ids; statements that disagree stand side by side",
    "sources.csv      what the statements are from",
    "initiatives.csv  the newest report of each reporter on each initiative",
    "",
    "UTF-8, commas, all cells quoted. A cell that a spreadsheet could run as a formula begins with an apostrophe.",
    "",
  ].join("\r\n");
}

/** The same as JSON-LD in the terms of schema.org, in a stream. @throws sign-in-needed where the operator has closed the public view */
export async function* publicLinkedData(app: App): AsyncGenerator<Uint8Array> {
  const { coalition } = app;
  yield* writeLinkedData(
    {
      marking, license: coalition.licence, dateModified: today(app), name: Object.entries(coalition.name).map(([language, text]) => ({ "@value": text, "@language": language })),
      ...(coalition.fictional === undefined ? {} : { description: "A fictional coalition: nothing here is so." }),
    },
    nodes(app),
  );
}

async function* nodes(app: App): AsyncGenerator<LdNode> {
  for await (const r of clearRecords(app)) yield { "@id": `urn:uuid:${r.id}`, "@type": recordType(r.kind), additionalType: r.kind, marking };
  for await (const s of clearSources(app)) yield { ...sourceNode(s), marking };
  for await (const c of clearClaims(app)) yield { ...claimNode(c), marking };
  for await (const { id, report } of clearReports(app)) yield { ...reportNode(id, report), marking };
}
