import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { sessionQuery } from "../api/queries.ts";
import { useLanguage } from "../words/use-language.ts";

/** The day that the pages stand on, from the address; `today` by the server's clock until it is known. */
export function useAsOf(): { readonly asOf: string | undefined; readonly on: { readonly asOf?: string } } {
  const { asOf } = useSearch({ from: "/$lang" });
  return { asOf, on: asOf === undefined ? {} : { asOf } };
}

/** What the account may do at all; empty for those who are not signed in, and while an officer looks as a member. */
export function useMay(): ReadonlySet<string> {
  const viewer = useQuery(sessionQuery(useLanguage())).data?.viewer;
  return new Set(viewer?.kind === "account" && viewer.lookingAs === null ? viewer.may : []);
}

/** The day that a page tells of: the one asked for, else today by the server's clock; null until that is known. */
export function useDay(): string | null {
  const { asOf } = useAsOf();
  const today = useQuery(sessionQuery(useLanguage())).data?.today;
  return asOf ?? today ?? null;
}
