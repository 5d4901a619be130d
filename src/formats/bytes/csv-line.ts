/** A line of CSV with every cell quoted (RFC 4180): a delimiter of whatever program opens it then never splits a cell. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\r\n`;
}
