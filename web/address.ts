import type { Basis, Line } from "./api/types.ts";

/**
 * What stands in an address after the question mark, in every scene: plain words that a person can read and edit.
 * Lists are one parameter with commas: `?line=capacity,resilience`.
 */
export type View = "need" | "supply" | "both" | "threat" | "table";
export type Side = "gaps" | "overlaps" | "ending";

export type FrameSearch = { readonly asOf?: string };
export type FilterSearch = FrameSearch & {
  readonly from?: string;
  readonly to?: string;
  readonly line?: readonly Line[];
  readonly member?: readonly string[];
  readonly country?: readonly string[];
  readonly basis?: Basis;
};
export type PictureSearch = FilterSearch & { readonly view?: View; readonly side?: Side };

export type OverlapSearch = FilterSearch & { readonly place?: "area" | "country" };

const allLines: readonly Line[] = ["counter-finance", "capacity", "stabilisation", "resilience"];
const bases: readonly Basis[] = ["commitment", "budget", "disbursement", "pledge"];
const views: readonly View[] = ["need", "supply", "both", "threat", "table"];
const sides: readonly Side[] = ["gaps", "overlaps", "ending"];

type Raw = Readonly<Record<string, unknown>>;
const oneOf = <T extends string>(value: unknown, allowed: readonly T[]): T | undefined => allowed.find((one) => one === value);
const matching = (value: unknown, pattern: RegExp): string | undefined => (typeof value === "string" && pattern.test(value) ? value : undefined);
const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : typeof value === "string" ? value.split(",") : []).filter((part) => part !== "");
const orAbsent = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);

/** Leaves out what is absent, so that exact optional types and short addresses both hold. */
export function present<T extends Record<string, unknown>>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}

/** A parameter that makes no sense is dropped, not an error: addresses get cut in mails. */
export const frameSearch = (raw: Raw): FrameSearch => present({ asOf: matching(raw["asOf"], /^\d{4}-\d{2}-\d{2}$/) });
export function filterSearch(raw: Raw): FilterSearch {
  return present({
    ...frameSearch(raw),
    from: matching(raw["from"], /^\d{4}-\d{2}$/),
    to: matching(raw["to"], /^\d{4}-\d{2}$/),
    line: orAbsent(listOf(raw["line"]).flatMap((line) => oneOf(line, allLines) ?? [])),
    member: orAbsent(listOf(raw["member"])),
    country: orAbsent(listOf(raw["country"])),
    basis: oneOf(raw["basis"], bases),
  });
}
export const pictureSearch = (raw: Raw): PictureSearch => present({ ...filterSearch(raw), view: oneOf(raw["view"], views), side: oneOf(raw["side"], sides) });

export const overlapSearch = (raw: Raw): OverlapSearch => present({ ...filterSearch(raw), place: oneOf(raw["place"], ["area", "country"] as const) });

export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}
export function stringifySearch(search: Record<string, unknown>): string {
  const parts = Object.entries(search).flatMap(([key, value]) => {
    const words = Array.isArray(value) ? value.map(String).join(",") : typeof value === "string" ? value : value === undefined || value === null ? "" : JSON.stringify(value);
    return words === "" ? [] : [`${encodeURIComponent(key)}=${encodeURIComponent(words).replaceAll("%2C", ",")}`];
  });
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}
