/** What can be found, in the order in which kinds that were met equally well are told. */
export const searchKinds = ["member", "body", "person", "meeting", "text", "undertaking", "delegation", "area", "initiative", "source"] as const;
export type SearchKind = (typeof searchKinds)[number];

/** How well a thing was met, the best first: its identifier, its name, the beginning of its name, words of its name, words beside it, or with a typing error or another script. */
export const howMet = ["code", "name", "begins", "words", "beside", "near"] as const;
export type HowMet = (typeof howMet)[number];
