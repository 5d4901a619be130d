/** How far published percentages may miss 100 and still be taken: rounding of many small parts. */
const tolerance = 1;

/**
 * Shares that sum to 1: the published percentages where every part has one and together they
 * make 100, else equal. Half a set of percentages says nothing about the other half.
 */
export function sharesOf(percentages: readonly (number | undefined)[]): number[] {
  const known = percentages.filter((p): p is number => p !== undefined && Number.isFinite(p) && p >= 0);
  const total = known.reduce((sum, p) => sum + p, 0);
  if (known.length === percentages.length && Math.abs(total - 100) <= tolerance) return known.map((p) => p / total);
  return percentages.map(() => 1 / percentages.length);
}
