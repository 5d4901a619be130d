import { type FilterSearch, present } from "../address.ts";

/** The part of an address that the API is asked with; how it is looked at stays in the page. */
export function questionOf({ asOf, from, to, line, member, country, basis }: FilterSearch): FilterSearch {
  return present({ asOf, from, to, line, member, country, basis });
}
