/** Rows in an order in which each comes after its parent; those in a circle come last, apart. */
export function parentsFirst<Row extends { readonly key: string; readonly parent?: string }>(
  rows: readonly Row[],
): { readonly ordered: readonly Row[]; readonly circular: readonly Row[] } {
  const ordered: Row[] = [];
  const placed = new Set<string>();
  let waiting: readonly Row[] = rows;
  while (waiting.length > 0) {
    const ready = waiting.filter((row) => row.parent === undefined || placed.has(row.parent));
    if (ready.length === 0) break;
    ordered.push(...ready);
    for (const row of ready) placed.add(row.key);
    waiting = waiting.filter((row) => !placed.has(row.key));
  }
  return { ordered, circular: waiting };
}
