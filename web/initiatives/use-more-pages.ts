import { useEffect, useState } from "react";
import { type Query, request } from "../api/client.ts";
import { asProblem } from "../api/problem.ts";
import type { Problem } from "../api/types.ts";
import { useLanguage } from "../words/use-language.ts";

/** The pages of a list after its first, by its cursor; forgotten when the question changes. */
export function useMorePages<Item>(path: string, query: Query, first: string | null) {
  const language = useLanguage();
  const key = JSON.stringify([path, query, language, first]);
  const empty = { key, items: [] as readonly Item[], next: first, fetching: false, problem: null as Problem | null };
  const [state, setState] = useState(empty);
  const now = state.key === key ? state : empty;
  useEffect(() => setState((old) => (old.key === key ? old : empty)), [key]); // eslint-disable-line react-hooks/exhaustive-deps
  const fetchNext = () => {
    if (now.next === null || now.fetching) return;
    setState({ ...now, fetching: true, problem: null });
    request<{ readonly items: readonly Item[]; readonly next: string | null }>(path, { query: { ...query, cursor: now.next }, language })
      .then((page) => setState((old) => (old.key === key ? { ...old, items: [...old.items, ...page.items], next: page.next, fetching: false } : old)))
      .catch((error: unknown) => setState((old) => (old.key === key ? { ...old, fetching: false, problem: asProblem(error) } : old)));
  };
  return { items: now.items, next: now.next, fetching: now.fetching, problem: now.problem, fetchNext };
}
