import { pass, readOn, type TextWindow } from "./text-window.ts";

/**
 * One record of a CSV file (RFC 4180, with any one-character delimiter). `line` is its first line in the file, `row` counts
 * records as a spreadsheet counts rows. A broken one is its first line alone: reading goes on with the line after it.
 */
export type CsvRecord =
  | {
      readonly kind: "record";
      readonly cells: readonly string[];
      readonly row: number;
      readonly line: number;
      readonly raw: string;
    }
  | {
      readonly kind: "broken";
      readonly code: "quote-open" | "quote-inside" | "cell-count";
      readonly found: string;
      readonly column: number;
      readonly row: number;
      readonly line: number;
      readonly raw: string;
    };

export type CsvReader = {
  readonly window: TextWindow;
  readonly delimiter: string;
  /** How many cells a record must have; undefined while that is not known. Empty cells too many are passed over. */
  cells: number | undefined;
  row: number;
  /** Up to here, from the window's beginning, a quoted cell may not span lines: the text was seen to be broken. */
  distrust: number;
};

/** The longest record, in characters. */
export const longestRecord = 2 ** 20;

export function csvReader(window: TextWindow, delimiter: string): CsvReader {
  return { window, delimiter, cells: undefined, row: 0, distrust: 0 };
}

type Scan =
  | { readonly kind: "record"; readonly cells: readonly string[]; readonly after: number }
  | {
      readonly kind: "broken";
      readonly code: "quote-open" | "quote-inside";
      readonly at: number;
      readonly seen: number;
    }
  | { readonly kind: "more" };

/**
 * The next record, undefined at the end. A quote that is never closed swallows the lines after it up to the next quote; when
 * that shows (something stands behind a closing quote, or a record of several lines has the wrong number of cells) only
 * the first line is given up and the swallowed ones are read again, once, as lines of their own.
 */
export async function nextRecord(reader: CsvReader): Promise<CsvRecord | undefined> {
  const { window } = reader;
  for (;;) {
    if (window.text === "" && window.ended) return undefined;
    const scan = scanRecord(window.text, reader);
    if (scan.kind === "more") {
      await readOn(window);
      continue;
    }
    reader.row += 1;
    const place = { row: reader.row, line: window.line };
    if (scan.kind === "broken") {
      const { column } = columnOf(window.text, scan.at);
      const found = window.text.slice(Math.max(0, scan.at - 20), scan.at + 20);
      return { kind: "broken", code: scan.code, found, column, ...place, raw: takeLine(reader, scan.seen) };
    }
    const cells = withoutSpare(scan.cells, reader.cells);
    const blank = scan.cells.every((cell) => cell.trim() === "");
    if (reader.cells === undefined || cells.length === reader.cells || blank)
      return { kind: "record", cells, ...place, raw: take(reader, scan.after) };
    return {
      kind: "broken",
      code: "cell-count",
      found: `${cells.length} cells`,
      column: 1,
      ...place,
      raw: takeLine(reader, scan.after),
    };
  }
}

function scanRecord(text: string, reader: CsvReader): Scan {
  const { delimiter, window } = reader;
  const cells: string[] = [];
  for (let i = 0; ;) {
    let end: number;
    let open = i;
    while (text[open] === " ") open += 1;
    if (text[open] === '"') {
      i = open;
      const close = closingQuote(text, i + 1);
      const line = i < reader.distrust ? lineEnd(text, i).at : -1;
      if (close < 0 || (line >= 0 && close > line)) {
        if (line < 0 && !window.ended && text.length < longestRecord) return { kind: "more" };
        if (line < 0 || line < text.length || window.ended)
          return {
            kind: "broken",
            code: "quote-open",
            at: i,
            seen: close < 0 ? Math.min(text.length, longestRecord) : close,
          };
        return { kind: "more" };
      }
      end = close + 1;
      while (text[end] === " ") end += 1;
      if (end >= text.length && !window.ended) return { kind: "more" };
      if (end < text.length && text[end] !== delimiter && text[end] !== "\n" && text[end] !== "\r")
        return { kind: "broken", code: "quote-inside", at: close, seen: close };
      cells.push(text.slice(i + 1, close).replaceAll('""', '"'));
    } else {
      end = i;
      while (end < text.length && text[end] !== delimiter && text[end] !== "\n" && text[end] !== "\r") end += 1;
      if (end >= text.length && !window.ended && text.length < longestRecord) return { kind: "more" };
      cells.push(text.slice(i, end));
    }
    if (text[end] === delimiter) {
      i = end + 1;
      if (i >= text.length && !window.ended && text.length < longestRecord) return { kind: "more" };
      continue;
    }
    if (text[end] === "\r" && end + 1 >= text.length && !window.ended) return { kind: "more" };
    return { kind: "record", cells, after: text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length) };
  }
}

/** The place of the quote that closes a cell: one that is not doubled. -1 when there is none within the longest record. */
function closingQuote(text: string, from: number): number {
  for (let i = text.indexOf('"', from); i >= 0 && i < longestRecord; i = text.indexOf('"', i + 2)) {
    if (text[i + 1] !== '"') return i;
  }
  return -1;
}

function lineEnd(text: string, from: number): { readonly at: number; readonly after: number } {
  const match = /\r\n|\n|\r/g;
  match.lastIndex = from;
  const found = match.exec(text);
  return found === null ? { at: text.length, after: text.length } : { at: found.index, after: match.lastIndex };
}

function take(reader: CsvReader, length: number): string {
  reader.distrust = Math.max(0, reader.distrust - length);
  return pass(reader.window, length);
}

/** Gives up the first line, and remembers how far the text behind it has been seen to be broken. */
function takeLine(reader: CsvReader, seen: number): string {
  reader.distrust = Math.max(reader.distrust, seen);
  return take(reader, lineEnd(reader.window.text, 0).after);
}

function columnOf(text: string, at: number): { readonly column: number } {
  const before = text.slice(0, at);
  return { column: at - Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) };
}

function withoutSpare(cells: readonly string[], expected: number | undefined): readonly string[] {
  if (expected === undefined || cells.length <= expected) return cells;
  return cells.slice(expected).every((cell) => cell.trim() === "") ? cells.slice(0, expected) : cells;
}
