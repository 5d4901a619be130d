/** Months as numbers, so that they can be added: 2024-03 is 2024 × 12 + 2. */
export function monthNumber(month: string): number {
  const [year = "0", of = "1"] = month.split("-");
  return Number(year) * 12 + Number(of) - 1;
}

export function monthText(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
}
