/**
 * What a sum of money means. One basis per picture, never mixed: a budget is not an outgoing commitment, and a
 * pledge is neither.
 */
export type Basis = "commitment" | "budget" | "spent" | "pledge";
export const bases: readonly Basis[] = ["commitment", "budget", "spent", "pledge"];

/** The order in which a picture's basis is chosen when nobody chose one. A pledge is only ever chosen by a person. */
export const defaultOrder: readonly Basis[] = ["commitment", "budget", "spent"];

/** The first basis on which anything at all is known; outgoing commitments where nothing is. */
export function defaultBasis(money: Readonly<Record<Basis, Float64Array>>): Basis {
  return defaultOrder.find((basis) => money[basis].some((usd) => !Number.isNaN(usd))) ?? "commitment";
}
