import { createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse";
import type { RecordFault } from "../../record/rows.ts";

/** One row of a file: its cells by column name, without surrounding spaces; empty cells are left out. */
export type Line = { readonly kind: "line"; readonly file: string; readonly line: number; readonly cells: ReadonlyMap<string, string> };

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/**
 * Streams the rows of one CSV file (RFC 4180, UTF-8, with a header).
 *
 * A column that `allowed` does not name is a fault of the header; its cells are not given out. A row whose
 * quotes or number of cells are wrong is a fault, and the next row is read. `optional`: a missing file is empty.
 *
 * @throws what the file system throws, other than that the file does not exist
 */
export async function* readTable(
  folder: string,
  file: string,
  columns: { readonly allowed: readonly string[]; readonly needed: readonly string[] },
  optional: boolean,
): AsyncGenerator<Line | RecordFault> {
  const path = join(folder, file);
  if (!(await exists(path))) {
    if (!optional) yield { kind: "fault", file, line: 1, column: "", found: "no such file", expected: `a table with the columns ${columns.needed.join(", ")}`, lost: "file" };
    return;
  }
  const broken: RecordFault[] = [];
  const input = createReadStream(path);
  const parser = parse({ bom: true, info: true, relax_column_count: true, skip_records_with_error: true, skip_empty_lines: true });
  parser.on("skip", (error: { readonly message: string; readonly lines?: number } | undefined) => {
    broken.push({ kind: "fault", file, line: error?.lines ?? 0, column: "", found: error?.message ?? "an unreadable row", expected: "cells as RFC 4180 quotes them", lost: "row" });
  });
  input.on("error", (error) => parser.destroy(error));
  input.pipe(parser);

  let header: readonly string[] | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      yield* broken.splice(0);
      const line = info.lines - newlines(record);
      const at = (column: string, found: string, expected: string, lost: RecordFault["lost"]): RecordFault => ({ kind: "fault", file, line, column, found, expected, lost });
      if (header === null) {
        header = record.map((name) => name.trim());
        yield* headerFaults(header, columns, at);
        if (columns.needed.some((name) => !header?.includes(name))) return;
        continue;
      }
      if (record.length !== header.length) {
        yield at("", `${record.length} cells`, `${header.length} cells, as in the header`, "row");
        continue;
      }
      const cells = new Map<string, string>();
      for (const [i, name] of header.entries()) {
        const cell = (record[i] ?? "").trim();
        if (cell === "" || !columns.allowed.includes(name)) continue;
        if (cell.includes("\u{FFFD}")) yield at(name, cell, "text in UTF-8", "cell");
        else cells.set(name, cell);
      }
      yield { kind: "line", file, line, cells };
    }
    yield* broken.splice(0);
    if (header === null) yield { kind: "fault", file, line: 1, column: "", found: "an empty file", expected: `the columns ${columns.needed.join(", ")}`, lost: "file" };
  } finally {
    input.destroy();
  }
}

function* headerFaults(
  header: readonly string[],
  columns: { readonly allowed: readonly string[]; readonly needed: readonly string[] },
  at: (column: string, found: string, expected: string, lost: RecordFault["lost"]) => RecordFault,
): Generator<RecordFault> {
  for (const [i, name] of header.entries()) {
    if (header.indexOf(name) !== i) yield at(name, `${name} twice`, "each column once", "cell");
    else if (!columns.allowed.includes(name)) yield at(name, name, `one of ${columns.allowed.join(", ")}`, "cell");
  }
  for (const name of columns.needed) if (!header.includes(name)) yield at(name, "no such column", `the column ${name}`, "file");
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}

/** Line breaks inside the cells of a row: csv-parse counts lines to the row's end, people look for its start. */
function newlines(record: readonly string[]): number {
  let n = 0;
  for (const cell of record) n += cell.split(/\r\n|\r|\n/).length - 1;
  return n;
}
