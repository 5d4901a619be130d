/** A claim's value as one text, for names, words and codes; any other kind of value as JSON. */
export function plainValue(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
