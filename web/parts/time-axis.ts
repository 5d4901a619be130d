/** Days as numbers (since 1970-01-01, UTC), so that they can be set along an axis. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

/** One stretch of time as it is drawn: sure between `sureFrom` and `sureTo`, possible out to `first` and `last`. All day numbers. */
export type Stretch = { readonly first: number; readonly sureFrom: number; readonly sureTo: number; readonly last: number; readonly open: boolean };

type Ends = {
  readonly from: { readonly notBefore: string | null; readonly notAfter: string | null };
  readonly to: { readonly notBefore: string | null; readonly notAfter: string | null; readonly open: boolean };
};

/**
 * Where a stretch is sure and where it lies between two dates. A beginning of which only "no later than" is known is sure from there,
 * and possible from the axis' beginning; an end that nobody stated is open to the axis' end.
 */
export function stretchOf({ from, to }: Ends, axis: { readonly first: number; readonly last: number }): Stretch {
  const sureFrom = from.notAfter === null ? axis.last : dayNumber(from.notAfter);
  const first = from.notBefore === null ? axis.first : dayNumber(from.notBefore);
  const last = to.open || to.notAfter === null ? axis.last : dayNumber(to.notAfter);
  const sureTo = to.open ? axis.last : to.notBefore === null ? Math.max(sureFrom, axis.first) : dayNumber(to.notBefore);
  const within = (day: number) => Math.min(axis.last, Math.max(axis.first, day));
  return { first: within(first), sureFrom: within(Math.min(sureFrom, last)), sureTo: within(Math.max(Math.min(sureTo, last), Math.min(sureFrom, last))), last: within(last), open: to.open };
}

/** Years that are named on an axis of so many pixels: all, every second, every fifth. */
export function yearsOf(axis: { readonly first: number; readonly last: number }, width: number): readonly { readonly year: number; readonly day: number }[] {
  const [begin, end] = [axis.first, axis.last].map((day) => new Date(day * 86_400_000).getUTCFullYear()) as [number, number];
  const every = [1, 2, 5, 10].find((step) => (width * step) / Math.max(1, end - begin + 1) >= 44) ?? 20;
  return Array.from({ length: end - begin + 1 }, (_, i) => begin + i)
    .filter((year) => year % every === 0)
    .map((year) => ({ year, day: dayNumber(`${year}-01-01`) }))
    .filter(({ day }) => day >= axis.first && day <= axis.last);
}
