/**
 * A cell that begins with = + - @ (also in their wide forms), a tab or a line end can be run as a formula by a spreadsheet. On
 * the way out such a cell gets an apostrophe before it, and so does one that begins with an apostrophe, so that the
 * reader can take exactly one away again. A plain number ("-500.25") is left alone: nothing in it can run.
 * (OWASP, "CSV Injection".)
 */
export function guarded(cell: string): string {
  return dangerous.test(cell) && !plain.test(cell) ? `'${cell}` : cell;
}

export function unguarded(cell: string): string {
  return cell.startsWith("'") && dangerous.test(cell.slice(1)) ? cell.slice(1) : cell;
}

const dangerous = /^['=+\-@\t\r\n＝＋－＠]/;
const plain = /^[+-]?\d+(?:\.\d+)?$/;
