/** A claim's value in one cell: words and numbers as they stand, ids of records separated by spaces, money as `250000 EUR`. */
export function valueCell(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(String).join(" ");
  if (typeof value === "object" && value !== null && "amount" in value && "currency" in value) return `${String(value.amount)} ${String(value.currency)}`;
  return JSON.stringify(value) ?? "";
}
