import { type FilterSearch, filterSearch, present } from "../address.ts";

export type InitiativeSearch = FilterSearch & { readonly q?: string; readonly area?: string; readonly budget?: "known" | "unknown"; readonly sort?: Sort };
export type Sort = "title" | "-money" | "end" | "-updated";

const sorts: readonly Sort[] = ["title", "-money", "end", "-updated"];
const text = (value: unknown) => (typeof value === "string" && value !== "" ? value.slice(0, 200) : undefined);

export function initiativeSearch(raw: Readonly<Record<string, unknown>>): InitiativeSearch {
  const budget = raw["budget"];
  return present({
    ...filterSearch(raw),
    q: text(raw["q"]),
    area: text(raw["area"]),
    budget: budget === "known" || budget === "unknown" ? budget : undefined,
    sort: sorts.find((sort) => sort === raw["sort"]),
  });
}
