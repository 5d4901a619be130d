import { type FilterSearch, filterSearch, present } from "../address.ts";
import type { InitiativeItem } from "../api/types.ts";

export type InitiativeSearch = FilterSearch & { readonly q?: string; readonly area?: string; readonly budget?: "known" | "unknown"; readonly status?: string; readonly tlp?: Tlp; readonly sort?: Sort };
export type Tlp = InitiativeItem["tlp"];
export type SortKey = "title" | "line" | "reporter" | "where" | "start" | "end" | "money" | "reports" | "overlaps" | "status" | "updated" | "marking";
export type Sort = SortKey | `-${SortKey}`;

const keys: readonly SortKey[] = ["title", "line", "reporter", "where", "start", "end", "money", "reports", "overlaps", "status", "updated", "marking"];
const sorts: readonly Sort[] = [...keys, ...keys.map((key) => `-${key}` as const)];
const tlps: readonly Tlp[] = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"];
const text = (value: unknown) => (typeof value === "string" && value !== "" ? value.slice(0, 200) : undefined);

export function initiativeSearch(raw: Readonly<Record<string, unknown>>): InitiativeSearch {
  const budget = raw["budget"];
  return present({
    ...filterSearch(raw),
    q: text(raw["q"]),
    area: text(raw["area"]),
    budget: budget === "known" || budget === "unknown" ? budget : undefined,
    status: typeof raw["status"] === "string" && /^[1-6]$/.test(raw["status"]) ? raw["status"] : undefined,
    tlp: tlps.find((tlp) => tlp === raw["tlp"]),
    sort: sorts.find((sort) => sort === raw["sort"]),
  });
}
