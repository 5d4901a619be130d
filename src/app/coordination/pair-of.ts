/** A pair is the same from either side: the smaller id first, as PostgreSQL orders them. */
export function pairOf({ a, b }: { readonly a: string; readonly b: string }): { readonly a: string; readonly b: string } {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x < y ? { a: x, b: y } : { a: y, b: x };
}

export function pairKey(ids: { readonly a: string; readonly b: string }): string {
  const { a, b } = pairOf(ids);
  return `${a} ${b}`;
}
