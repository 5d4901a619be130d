/** Violence counted in an area: events and deaths over so many months. */
export type Violence = { readonly events: number; readonly deaths: number; readonly months: number };

/** What counts as a change: a quarter of the larger, and at least three in those months, so that one event more is none where few happen. */
export const leastShare = 0.25;
export const leastCount = 3;

/**
 * Whether violence changed since a gap that is ranked by it was decided on: its events or its deaths rose or fell by a quarter or more, month for month, and by no
 * fewer than three over the months compared. Counts of another number of months are brought to that of today.
 */
export function violenceChanged(then: Violence, now: Violence): boolean {
  if (then.months <= 0 || now.months <= 0) return false;
  const differ = (before: number, after: number): boolean => {
    const was = (before / then.months) * now.months;
    const by = Math.abs(after - was);
    return by >= leastCount && by >= leastShare * Math.max(was, after);
  };
  return differ(then.events, now.events) || differ(then.deaths, now.deaths);
}
