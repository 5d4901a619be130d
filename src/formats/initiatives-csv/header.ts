import { readHeader, requiredColumns, type Header } from "./columns.ts";

/** What the first row says: which column is which, or why the file cannot be read. */
export type HeaderRow =
  | { readonly kind: "headers"; readonly headers: readonly Header[]; readonly unknown: readonly string[] }
  | {
      readonly kind: "refused";
      readonly code: "column-missing" | "column-repeated";
      readonly found: string;
      readonly expected: string;
    };

export function readHeaderRow(cells: readonly string[]): HeaderRow {
  const headers = cells.map(readHeader);
  const names = headers.filter((h) => h.kind !== "unknown").map((h) => h.name);
  const repeated = names.find((name, i) => names.indexOf(name) !== i);
  if (repeated !== undefined)
    return { kind: "refused", code: "column-repeated", found: repeated, expected: "each column once" };
  const missing = requiredColumns.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    const found = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
    return {
      kind: "refused",
      code: "column-missing",
      found: found.slice(0, 20).join(", ").slice(0, 300),
      expected: `the columns ${missing.join(", ")}`,
    };
  }
  return {
    kind: "headers",
    headers,
    unknown: headers.filter((h) => h.kind === "unknown" && h.name !== "").map((h) => h.name),
  };
}

/** The delimiter that finds most columns in the first line; a line "sep=;" that spreadsheets write is believed. */
export function detectDelimiter(text: string): {
  readonly delimiter: string;
  readonly known: number;
  readonly hint: number;
} {
  const hint = /^sep=(.)(?:\r\n|\n|\r)/i.exec(text);
  const line = text.slice(hint?.[0].length ?? 0).split(/[\r\n]/, 1)[0] ?? "";
  const counts = [",", ";", "\t"].map((delimiter) => ({
    delimiter,
    known: line.split(delimiter).filter((cell) => readHeader(cell.replaceAll('"', "")).kind !== "unknown").length,
  }));
  const best = counts.reduce((a, b) => (b.known > a.known ? b : a));
  return { delimiter: hint?.[1] ?? best.delimiter, known: best.known, hint: hint?.[0].length ?? 0 };
}
