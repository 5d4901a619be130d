import { useSearch } from "@tanstack/react-router";
import type { PictureSearch } from "../address.ts";
import { useAddress } from "../parts/use-address.ts";

export type Patch = { readonly [K in keyof PictureSearch]?: PictureSearch[K] | undefined };

/** The filters as they stand in the address, and the one way to change them. */
export function useFilters(): readonly [PictureSearch, (patch: Patch, how?: { readonly replace?: boolean }) => void] {
  const search = useSearch({ from: "/$lang/picture" });
  const change = useAddress();
  return [search, (patch, how) => change((old) => ({ ...old, ...patch }), how)];
}

/** A list with one value put in, or taken out if it was there. */
export function toggled<T>(list: readonly T[] | undefined, value: T): readonly T[] {
  const now = list ?? [];
  return now.includes(value) ? now.filter((one) => one !== value) : [...now, value];
}
