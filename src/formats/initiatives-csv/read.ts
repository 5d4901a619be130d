import { csvReader, nextRecord, type CsvRecord } from "../bytes/csv-records.ts";
import { decodedLines } from "../bytes/decode-lines.ts";
import { gunzipped } from "../bytes/gunzip.ts";
import { counted, type Input } from "../bytes/input.ts";
import { pass, readOn, textWindow } from "../bytes/text-window.ts";
import type { FileFault } from "../fault-codes.ts";
import type { FormatItem, ReadOptions } from "../format.ts";
import { rawExcerpt, shortly } from "../values/raw-excerpt.ts";
import type { Header } from "./columns.ts";
import { unguarded } from "../bytes/formula-guard.ts";
import { detectDelimiter, readHeaderRow } from "./header.ts";
import { rowNotes } from "./notes.ts";
import { readRow } from "./read-row.ts";

const progressEvery = 65_536;

/**
 * Reads a CSV of initiatives: one row, one report. Delimiter `,` `;` or tab, UTF-8, UTF-16 with its mark or windows-1252, plain or gzip.
 *
 * A row that is broken or wrong is set aside as one fault, and the next one is read. Memory holds one row (at most 1 Mi
 * characters) and a window of the file.
 */
export async function* readInitiativesCsv(
  bytes: AsyncIterable<Uint8Array>,
  options: ReadOptions,
): AsyncGenerator<FormatItem> {
  const { file } = options;
  const input: Input = { taken: 0, notices: [] };
  const window = textWindow(decodedLines(gunzipped(counted(bytes, input), input), input));
  let told = 0;
  let headers: readonly Header[] | undefined;

  try {
    await readOn(window);
    const refusal = notText(window.text);
    if (refusal !== undefined) {
      yield fault({
        file,
        line: 1,
        path: "row 1",
        code: "csv-not-text",
        found: refusal,
        expected: "a CSV file with a row of column names",
        severity: "error",
      });
      return;
    }
    const { delimiter, hint } = detectDelimiter(window.text.slice(0, 65_536).replaceAll("\u0000", ""));
    pass(window, hint);
    const reader = csvReader(window, delimiter);
    if (hint > 0) reader.row = 1;
    for (;;) {
      const record = await nextRecord(reader);
      for (const notice of input.notices.splice(0))
        yield fault({ file, line: record?.line ?? window.line, path: "file", ...notice });
      if (input.taken - told >= progressEvery) yield { kind: "progress", bytes: (told = input.taken) };
      if (record === undefined) break;
      if (record.kind === "record" && record.cells.every((cell) => cell.trim() === "")) continue;
      if (headers !== undefined) {
        yield* rowItems(record, headers, file);
        continue;
      }
      const row =
        record.kind === "record"
          ? readHeaderRow(record.cells.map((cell) => cell.replaceAll("\u0000", "")))
          : ({
              kind: "refused",
              code: "column-missing",
              found: shortly(record.raw),
              expected: "a row of column names",
            } as const);
      if (row.kind === "refused") {
        yield fault({
          file,
          line: record.line,
          path: `row ${record.row}`,
          code: row.code,
          found: row.found,
          expected: row.expected,
          severity: "error",
          raw: rawExcerpt(record.raw),
        });
        return;
      }
      const damaged = record.kind === "record" ? record.cells.find((cell) => cell.includes("\u0000")) : undefined;
      if (damaged !== undefined)
        yield fault({
          file,
          line: record.line,
          path: `row ${record.row}, column ${shortly(damaged)}`,
          code: "csv-control-character",
          found: shortly(damaged),
          expected: "a name without characters of code zero; it was read without them",
          severity: "warning",
        });
      for (const name of row.unknown)
        yield fault({
          file,
          line: record.line,
          path: `row ${record.row}, column ${shortly(name)}`,
          code: "column-unknown",
          found: shortly(name),
          expected: "a column of this format; this one is not read",
          severity: "warning",
        });
      headers = row.headers;
      reader.cells = headers.length;
    }
    if (headers === undefined)
      yield fault({
        file,
        line: 1,
        path: "row 1",
        code: "column-missing",
        found: "nothing",
        expected: "a row of column names",
        severity: "error",
      });
    if (input.taken > told) yield { kind: "progress", bytes: input.taken };
  } finally {
    await window.source.return?.();
  }
}

function rowItems(record: CsvRecord, headers: readonly Header[], file: string): readonly FormatItem[] {
  const path = `row ${record.row}`;
  if (record.kind === "broken") {
    const expected =
      record.code === "cell-count"
        ? `${headers.length} cells, as many as columns`
        : 'a quoted cell that ends with " and a delimiter';
    return [
      fault({
        file,
        line: record.line,
        column: record.column,
        path,
        code: `csv-${record.code}`,
        found: shortly(record.found),
        expected,
        severity: "error",
        raw: rawExcerpt(record.raw),
      }),
    ];
  }
  if (record.raw.includes("\u0000")) {
    return [
      fault({
        file,
        line: record.line,
        path,
        code: "csv-control-character",
        found: shortly(record.raw),
        expected: "text without characters of code zero",
        severity: "error",
        raw: rawExcerpt(record.raw),
      }),
    ];
  }
  const notes = rowNotes();
  const report = readRow(headers, record.cells.map(unguarded), { file, line: record.line, path }, notes);
  if (record.raw.includes("\ufffd"))
    notes.warning("", "bytes-undecodable", "characters that are not in the file's encoding", "UTF-8 or windows-1252");
  const all = notes.all.map(({ column, ...note }) => ({
    line: record.line,
    path: column === "" ? path : `${path}, column ${column}`,
    ...note,
  }));
  const first = all.find((note) => note.severity === "error");
  if (report !== undefined && first === undefined)
    return [...all.map((note) => fault({ file, ...note, identifier: report.identifier })), { kind: "report", report }];
  const also = all.filter((note) => note !== first).map(({ severity: _, ...note }) => note);
  const identifier = report?.identifier ?? identifierCell(headers, record.cells);
  return first === undefined
    ? []
    : [
        fault({
          file,
          ...first,
          ...(identifier === undefined ? {} : { identifier }),
          raw: rawExcerpt(record.raw),
          ...(also.length === 0 ? {} : { also }),
        }),
      ];
}

function identifierCell(headers: readonly Header[], cells: readonly string[]): string | undefined {
  const cell = cells[headers.findIndex((h) => h.name === "identifier")]?.trim() ?? "";
  return cell === "" ? undefined : cell.slice(0, 500);
}

function notText(text: string): string | undefined {
  if (text.startsWith("PK\u0003\u0004")) return "a zip archive, perhaps a spreadsheet (xlsx, ods): save it as CSV";
  if (isBinary(text.slice(0, 65_536))) return "binary data, or text in UTF-16 without its mark: save it as UTF-8";
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text.slice(0, 1000)))
    return "a web page or XML, perhaps an error page saved as a file";
  return undefined;
}

/** More than a few characters of code zero: text in UTF-16 has one beside each letter, a damaged table one here or there. */
export function isBinary(head: string): boolean {
  return head.split("\u0000").length - 1 > 3 + head.length / 100;
}

function fault(of: FileFault): FormatItem {
  return { kind: "fault", fault: of };
}
