import { type Cell, type Head, headText } from "./table.ts";

/** Rows under a head as CSV, numbers in full; what is not known is empty. */
export function csv(head: readonly Head[], rows: readonly (readonly Cell[])[]): string {
  // Every cell quoted (RFC 4180): a delimiter of whatever program opens it then never splits one.
  const line = (cells: readonly Cell[]) => `${cells.map((cell) => `"${String(cell ?? "").replaceAll('"', '""')}"`).join(",")}\r\n`;
  return [head.map(headText), ...rows].map(line).join("");
}

/** Every row of a list that is read page by page, and the marking of each page's rows. */
export async function everyPage<T, L extends { readonly items: readonly T[]; readonly next: string | null }>(read: (page: { readonly limit: number; readonly cursor?: string }) => Promise<L>): Promise<readonly L[]> {
  const pages: L[] = [];
  for (let cursor: string | null = ""; cursor !== null; cursor = pages.at(-1)?.next ?? null) pages.push(await read({ limit: 200, ...(cursor === "" ? {} : { cursor }) }));
  return pages;
}
