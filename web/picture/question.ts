import type { FilterSearch } from "../address.ts";

/** The part of an address that the API is asked with; how it is looked at stays in the page. */
export function questionOf(search: FilterSearch) {
  return { asOf: search.asOf, from: search.from, to: search.to, line: search.line, member: search.member, country: search.country, basis: search.basis };
}
export type Question = ReturnType<typeof questionOf>;
