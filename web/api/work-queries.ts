import { queryOptions } from "@tanstack/react-query";
import { type Query, request } from "./client.ts";
import type { GapCell, Worklist } from "./types.ts";

/** What the worklist asks. Never kept: what another person decides is to be seen. */
const ask = <Answer>(language: string, path: string, query: Query = {}) =>
  queryOptions({ queryKey: [path, query, language], queryFn: ({ signal }) => request<Answer>(path, { query, language, signal }), staleTime: 0 });

export const worklistQuery = (language: string, query: Query) => ask<Worklist>(language, "/api/worklist", query);
export const gapCellQuery = (language: string, area: string, line: string, query: Query) => ask<GapCell>(language, `/api/gaps/${encodeURIComponent(area)}/${line}`, query);
