/** Months and days counted from the day on which the demonstration was made: its story is always of now. */
export type Calendar = {
  /** YYYY-MM of so many months from the month of the day */
  readonly month: (offset: number) => string;
  readonly firstDay: (offset: number) => string;
  readonly lastDay: (offset: number) => string;
  /** YYYY-MM-DD of so many days from the day */
  readonly day: (offset: number) => string;
  readonly year: number;
};

/** @param today YYYY-MM-DD */
export function calendarOf(today: string): Calendar {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(today) || Number.isNaN(Date.parse(today))) throw new Error(`a day, e.g. 2026-03-01, and not ${today}`);
  const at = new Date(`${today}T00:00:00Z`);
  const iso = (year: number, month: number, day: number) => new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  return {
    month: (offset) => iso(year, month + offset, 1).slice(0, 7),
    firstDay: (offset) => iso(year, month + offset, 1),
    lastDay: (offset) => iso(year, month + offset + 1, 0),
    day: (offset) => iso(year, month, at.getUTCDate() + offset),
    year,
  };
}
