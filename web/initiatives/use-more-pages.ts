import { useState } from "react";
import { type Query, request } from "../api/client.ts";
import { asProblem } from "../api/problem.ts";
import type { Problem } from "../api/types.ts";
import { useLanguage } from "../words/use-language.ts";

type Pages<Item> = { readonly key: string; readonly items: readonly Item[]; readonly next: string | null; readonly fetching: boolean; readonly problem: Problem | null };

/** The pages of a list after its first, by its cursor; forgotten when the question changes. */
export function useMorePages<Item>(path: string, query: Query, first: string | null) {
  const language = useLanguage();
  const key = JSON.stringify([path, query, language, first]);
  const [state, setState] = useState<Pages<Item> | null>(null);
  // what was fetched for another question is not looked at, and overwritten by the next page
  const now: Pages<Item> = state !== null && state.key === key ? state : { key, items: [], next: first, fetching: false, problem: null };
  const fetchNext = () => {
    if (now.next === null || now.fetching) return;
    setState({ ...now, fetching: true, problem: null });
    request<{ readonly items: readonly Item[]; readonly next: string | null }>(path, { query: { ...query, cursor: now.next }, language })
      .then((page) => setState((old) => (old?.key === key ? { ...old, items: [...old.items, ...page.items], next: page.next, fetching: false } : old)))
      .catch((error: unknown) => setState((old) => (old?.key === key ? { ...old, fetching: false, problem: asProblem(error) } : old)));
  };
  return { items: now.items, next: now.next, fetching: now.fetching, problem: now.problem, fetchNext };
}
