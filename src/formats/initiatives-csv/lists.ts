/**
 * Cells that hold several values: separated by ";", with "\" before a character that is meant as itself. Items are handed on
 * still escaped, because only who reads an item knows which of its characters mean something.
 */
export function splitList(cell: string): readonly string[] {
  return positions(cell).filter((item) => item !== "");
}

/** Like `splitList`, empty items kept: for cells whose items stand beside those of another cell ("2020;;2022"). */
export function positions(cell: string): readonly string[] {
  if (cell.trim() === "") return [];
  const items: string[] = [];
  let item = "";
  for (let i = 0; i < cell.length; i += 1) {
    const c = cell[i] ?? "";
    if (c === "\\" && i + 1 < cell.length) {
      item += c + (cell[i + 1] ?? "");
      i += 1;
    } else if (c === ";") {
      items.push(item.trim());
      item = "";
    } else item += c;
  }
  return [...items, item.trim()];
}

export function joinList(items: readonly string[]): string {
  return items.join("; ");
}

/** Words for a cell in which these characters mean something, beside the separator and the escape themselves. */
export function escaped(text: string, meaning: string): string {
  return [...text].map((c) => (c === "\\" || c === ";" || meaning.includes(c) ? `\\${c}` : c)).join("");
}

export function unescaped(text: string): string {
  return text.replaceAll(/\\([\s\S])/g, "$1").trim();
}

/** "NE 60%" is NE and 60. A percent sign that is escaped belongs to the words. */
export function splitShare(item: string): { readonly text: string; readonly share: string | undefined } {
  const match = /^(?:([\s\S]*?)\s+)?([-+\d.,]+)\s*%$/.exec(item);
  if (match === null) return { text: item, share: undefined };
  return { text: match[1] ?? "", share: match[2] };
}

export function withShare(text: string, percent: number | undefined): string {
  return percent === undefined ? text : `${text} ${plainNumber(percent)}%`;
}

/** A number without an exponent: 1e-7 is 0.0000001. */
export function plainNumber(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(20).replace(/\.?0+$/, "") : text;
}
