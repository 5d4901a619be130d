import { useNavigate, useSearch } from "@tanstack/react-router";
import { type PictureSearch, present } from "../address.ts";

export type Patch = { readonly [K in keyof PictureSearch]?: PictureSearch[K] | undefined };

/** The filters as they stand in the address, and the one way to change them. An empty list is left out. */
export function useFilters(): readonly [PictureSearch, (patch: Patch, how?: { readonly replace?: boolean }) => void] {
  const search = useSearch({ from: "/$lang/picture" });
  const navigate = useNavigate();
  return [
    search,
    (patch, how) => {
      const next = Object.fromEntries(Object.entries({ ...search, ...patch }).filter(([, value]) => !(Array.isArray(value) && value.length === 0)));
      void navigate({ to: ".", search: present(next), replace: how?.replace ?? false, resetScroll: false } as Parameters<typeof navigate>[0]);
    },
  ];
}

/** A list with one value put in, or taken out if it was there. */
export function toggled<T>(list: readonly T[] | undefined, value: T): readonly T[] {
  const now = list ?? [];
  return now.includes(value) ? now.filter((one) => one !== value) : [...now, value];
}
