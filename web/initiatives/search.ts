import { type FilterSearch, filterSearch, present } from "../address.ts";
import type { InitiativeItem } from "../api/types.ts";
import type { LineOrOther } from "../parts/line-mark.tsx";

export type InitiativeSearch = Omit<FilterSearch, "line"> & {
  readonly line?: readonly LineOrOther[]; readonly q?: string; readonly area?: readonly string[]; readonly budget?: "known" | "unknown"; readonly status?: readonly string[]; readonly tlp?: readonly Tlp[];
  readonly sort?: Sort; readonly columns?: readonly ShownKey[];
  /** what stands beside the list */
  readonly open?: string;
};
export type Tlp = InitiativeItem["tlp"];
export type SortKey = "title" | "line" | "reporter" | "where" | "start" | "end" | "money" | "reports" | "overlaps" | "status" | "updated" | "marking";
export type Sort = SortKey | `-${SortKey}`;
export const shownKeys = ["title", "lines", "reporters", "where", "months", "usd", "reports", "overlaps", "status", "updated", "tlp"] as const;
export type ShownKey = (typeof shownKeys)[number];
export const usuallyShown: readonly ShownKey[] = ["title", "lines", "reporters", "where", "months", "usd", "reports", "tlp"];

const keys: readonly SortKey[] = ["title", "line", "reporter", "where", "start", "end", "money", "reports", "overlaps", "status", "updated", "marking"];
const sorts: readonly Sort[] = [...keys, ...keys.map((key) => `-${key}` as const)];
const tlps: readonly Tlp[] = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"];
const lines: readonly LineOrOther[] = ["counter-finance", "capacity", "stabilisation", "resilience", "other"];
const text = (value: unknown) => (typeof value === "string" && value !== "" ? value.slice(0, 200) : undefined);
const some = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : typeof value === "string" ? value.split(",") : []).filter((part) => part !== "");
const orAbsent = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);
const among = <T extends string>(value: unknown, allowed: readonly T[]) => orAbsent(some(value).flatMap((one) => allowed.find((a) => a === one) ?? []));

export function initiativeSearch(raw: Readonly<Record<string, unknown>>): InitiativeSearch {
  const budget = raw["budget"];
  const open = raw["open"];
  return present({
    ...filterSearch(raw),
    line: among(raw["line"], lines),
    q: text(raw["q"]),
    area: orAbsent(some(raw["area"])),
    budget: budget === "known" || budget === "unknown" ? budget : undefined,
    status: orAbsent(some(raw["status"]).filter((one) => /^[1-6]$/.test(one))),
    tlp: among(raw["tlp"], tlps),
    sort: sorts.find((sort) => sort === raw["sort"]),
    columns: among(raw["columns"], shownKeys),
    open: typeof open === "string" && /^[0-9a-f-]{36}$/.test(open) ? open : undefined,
  });
}

/** What the API is asked with: what narrows and orders, not how it is shown. */
export function questionOfList({ columns: _, open: __, ...question }: InitiativeSearch): Omit<InitiativeSearch, "columns" | "open"> {
  return question;
}
