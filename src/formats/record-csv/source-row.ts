import { tryParseEdtf } from "../../base/edtf.ts";
import type { RecordFault, SourceRow } from "../../record/rows.ts";
import { isLanguage } from "./language.ts";
import type { Line } from "./read-table.ts";

export const sourceColumns = {
  allowed: ["key", "title", "publisher", "url", "published", "language", "licence", "note"],
  needed: ["key", "title"],
} as const;

/** A row of sources.csv. A bad optional cell is left out with a fault; a row without key or title is a fault. */
export function sourceRow(line: Line): { readonly row: SourceRow | null; readonly faults: readonly RecordFault[] } {
  const faults: RecordFault[] = [];
  const say = (column: string, found: string, expected: string, lost: RecordFault["lost"]) =>
    faults.push({ kind: "fault", file: line.file, line: line.line, column, found, expected, lost });
  const { cells } = line;
  const [key, title] = [cells.get("key"), cells.get("title")];
  if (key === undefined) say("key", "", "a key", "row");
  if (title === undefined) say("title", "", "what the source is called", "row");
  if (key === undefined || title === undefined) return { row: null, faults };

  const kept: {
    publisher?: string;
    url?: string;
    published?: string;
    licence?: string;
    language?: string;
    note?: string;
  } = {};
  for (const column of ["publisher", "url", "published", "licence", "language", "note"] as const) {
    const cell = cells.get(column);
    if (cell === undefined) continue;
    if (column === "url" && !(/^https?:\/\//.test(cell) && URL.canParse(cell)))
      say(column, cell, "an address that begins with http:// or https://", "cell");
    else if (column === "published" && tryParseEdtf(cell) === null)
      say(column, cell, "a date (EDTF), e.g. 2023-11-15 or 2022-05", "cell");
    else if (column === "language" && !isLanguage(cell))
      say(column, cell, "a language (BCP 47), e.g. en, fr, ar", "cell");
    else kept[column] = cell;
  }
  return { row: { kind: "source", key, title, ...kept }, faults };
}
