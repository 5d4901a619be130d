export type Bounds = { readonly first: number; readonly last: number };

const day = (year: number, month: number, date: number) => Math.round(Date.UTC(year, month - 1, date) / 86_400_000);

/** First and last possible day (days since 1970-01-01) of a date with precision, for setting it along an axis; null where an end is open or it cannot be read. */
export function edtfBounds(edtf: string): Bounds | null {
  const set = /^\[(.+)\]$/.exec(edtf)?.[1];
  const parts = set === undefined ? edtf.split("/") : set.split(/\.\.|,/);
  const ends = parts.map((part) => single(part.trim()));
  const first = ends[0];
  const last = ends.at(-1);
  return first == null || last == null ? null : { first: first.first, last: last.last };
}

function single(text: string): Bounds | null {
  const [, y, m, d] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?$/.exec(text) ?? [];
  if (y === undefined) return null;
  const year = Number(y);
  if (m === undefined) return { first: day(year, 1, 1), last: day(year, 12, 31) };
  const month = Number(m);
  if (month > 12) return null;
  if (d === undefined) return { first: day(year, month, 1), last: day(year, month + 1, 0) };
  return { first: day(year, month, Number(d)), last: day(year, month, Number(d)) };
}
