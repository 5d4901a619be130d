/** What a list of initiatives can show, in the order in which it stands unless a reader chose otherwise. */
export const shownKeys = ["title", "lines", "reporters", "where", "months", "usd", "reports", "overlaps", "status", "updated", "tlp"] as const;
export type ShownKey = (typeof shownKeys)[number];

/** Those that it shows when nothing is chosen. */
export const usuallyShown: readonly ShownKey[] = ["title", "lines", "reporters", "where", "months", "usd", "reports", "tlp"];

/** The chosen ones, the name first always: a row without it says nothing. Each once. */
export function chosenKeys(chosen: string | readonly string[] | undefined): readonly ShownKey[] {
  const wanted = new Set(chosen === undefined ? usuallyShown : typeof chosen === "string" ? [chosen] : chosen);
  return shownKeys.filter((key) => key === "title" || wanted.has(key));
}
