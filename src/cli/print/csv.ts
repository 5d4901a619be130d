import { csvLine } from "../../formats/bytes/csv-line.ts";
import type { Cell } from "./table.ts";

/** Rows under a head as CSV, numbers in full; what is not known is empty. */
export function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]) => csvLine(cells.map((cell) => (cell === null || cell === undefined ? "" : String(cell))));
  return [head, ...rows].map(line).join("");
}

/** Every row of a list that is read page by page, and the marking of each page's rows. */
export async function everyPage<T, L extends { readonly items: readonly T[]; readonly next: string | null }>(read: (page: { readonly limit: number; readonly cursor?: string }) => Promise<L>): Promise<readonly L[]> {
  const pages: L[] = [];
  for (let cursor: string | null = ""; cursor !== null; cursor = pages.at(-1)?.next ?? null) pages.push(await read({ limit: 200, ...(cursor === "" ? {} : { cursor }) }));
  return pages;
}
