/** A decision as far as it matters which of several holds. */
export type Ranked = { readonly id: string; readonly ownerId: string; readonly at: Date };

/**
 * Of several standing decisions on one finding, the one that holds for a viewer: their own side's, else the latest. Sovereign members may decide
 * differently.
 * @param own the holder that the viewer acts for; null for nobody
 */
export function inForce<D extends Ranked>(own: string | null, standing: readonly D[]): D | null {
  const ranked = standing.toSorted((a, b) => Number(b.ownerId === own) - Number(a.ownerId === own) || b.at.getTime() - a.at.getTime() || (a.id < b.id ? -1 : 1));
  return ranked[0] ?? null;
}
