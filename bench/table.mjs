/** Rows of plain objects as a table: numbers to the right with a thin grouping, words to the left. */
export function table(rows) {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => keys.map((key) => show(row[key])));
  const widths = keys.map((key, at) => Math.max(key.length, ...cells.map((line) => line[at].length)));
  const isNumber = keys.map((key) => rows.every((row) => row[key] === undefined || typeof row[key] === "number"));
  const line = (parts) =>
    parts
      .map((part, at) => (isNumber[at] ? part.padStart(widths[at]) : part.padEnd(widths[at])))
      .join("  ")
      .trimEnd();
  return [line(keys), line(widths.map((width) => "─".repeat(width))), ...cells.map(line), ""].join("\n");
}

function show(value) {
  if (value === undefined || value === null) return "";
  if (typeof value !== "number") return String(value);
  if (Number.isInteger(value)) return value.toLocaleString("en-GB");
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3;
  return value.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
