import { createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import { join } from "node:path";
import type { RecordFault } from "../../record/rows.ts";
import { csvReader, nextRecord } from "../bytes/csv-records.ts";
import { textWindow } from "../bytes/text-window.ts";

/** One row of a file: its cells by column name, without surrounding spaces; empty cells are left out. */
export type Line = {
  readonly kind: "line";
  readonly file: string;
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
};

export type Columns = { readonly allowed: readonly string[]; readonly needed: readonly string[] };

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
  columns: Columns,
  optional: boolean,
): AsyncGenerator<Line | RecordFault> {
  const at = (
    line: number,
    column: string,
    found: string,
    expected: string,
    lost: RecordFault["lost"],
  ): RecordFault => ({ kind: "fault", file, line, column, found, expected, lost });
  const path = join(folder, file);
  if (!(await exists(path))) {
    if (!optional) yield at(1, "", "no such file", `a table with the columns ${columns.needed.join(", ")}`, "file");
    return;
  }
  const reader = csvReader(textWindow(utf8(createReadStream(path))), ",");
  let header: readonly string[] | null = null;
  try {
    for (let record = await nextRecord(reader); record !== undefined; record = await nextRecord(reader)) {
      const { line } = record;
      if (record.kind === "broken") {
        const width = header?.length ?? 0;
        yield at(
          line,
          "",
          record.found,
          record.code === "cell-count" ? `${width} cells, as in the header` : "cells as RFC 4180 quotes them",
          header === null ? "file" : "row",
        );
        if (header === null) return;
        continue;
      }
      if (record.cells.every((cell) => cell.trim() === "")) continue;
      if (header === null) {
        header = record.cells.map((name) => name.trim());
        reader.cells = header.length;
        yield* headerFaults(header, columns, (column, found, expected, lost) =>
          at(line, column, found, expected, lost),
        );
        if (columns.needed.some((name) => header?.includes(name) !== true)) return;
        continue;
      }
      const cells = new Map<string, string>();
      for (const [i, name] of header.entries()) {
        const cell = (record.cells[i] ?? "").trim();
        if (cell === "" || !columns.allowed.includes(name)) continue;
        if (cell.includes("\u{FFFD}")) yield at(line, name, cell, "text in UTF-8", "cell");
        else cells.set(name, cell);
      }
      yield { kind: "line", file, line, cells };
    }
    if (header === null) yield at(1, "", "an empty file", `the columns ${columns.needed.join(", ")}`, "file");
  } finally {
    await reader.window.source.return?.();
  }
}

type Tell = (column: string, found: string, expected: string, lost: RecordFault["lost"]) => RecordFault;

function* headerFaults(header: readonly string[], columns: Columns, at: Tell): Generator<RecordFault> {
  for (const [i, name] of header.entries()) {
    if (header.indexOf(name) !== i) yield at(name, `${name} twice`, "each column once", "cell");
    else if (!columns.allowed.includes(name)) yield at(name, name, `one of ${columns.allowed.join(", ")}`, "cell");
  }
  for (const name of columns.needed)
    if (!header.includes(name)) yield at(name, "no such column", `the column ${name}`, "file");
}

/** Bytes that are no UTF-8 become U+FFFD, which is told cell by cell: nobody should have to look for one letter in a file. */
async function* utf8(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8");
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
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
