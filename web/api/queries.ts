import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Topology } from "topojson-specification";
import contextUrl from "@areas/context.topo.json?url";
import { type Query, request } from "./client.ts";
import type { SearchAnswer } from "../search/search-types.ts";
import type { AreaPage, Coalition, Demonstration, FieldClaims, Initiative, InitiativeList, OverlapList, OverlapPair, OwnAccount, Picture, Session, Ways } from "./types.ts";

/** Every question the pages ask, with its key. The language is part of the key: names come back in it. */
const ask = <Answer>(language: string, path: string, query: Query = {}, staleTime = 60_000) =>
  queryOptions({ queryKey: [path, query, language], queryFn: ({ signal }) => request<Answer>(path, { query, language, signal }), staleTime });

export const sessionQuery = (language: string) => ask<Session>(language, "/api/session");
export const waysQuery = (language: string) => ask<Ways>(language, "/api/session/ways");
export const accountQuery = (language: string) => ask<OwnAccount>(language, "/api/account", {}, 0);
export const coalitionQuery = (language: string, asOf: string | undefined) => ask<Coalition>(language, "/api/coalition", { asOf });
export const demonstrationQuery = (language: string) => ask<Demonstration>(language, "/api/demonstration");
/** Moving a filter keeps the old picture, dimmed, until the new one is there. */
export const pictureQuery = (language: string, query: Query) => ({ ...ask<Picture>(language, "/api/picture", query), placeholderData: keepPreviousData });
export const areasQuery = () => queryOptions({ queryKey: ["/api/areas"], queryFn: ({ signal }) => request<Topology>("/api/areas", { language: "en", signal }), staleTime: Infinity, gcTime: Infinity });
export const areaQuery = (language: string, code: string, query: Query) => ask<AreaPage>(language, `/api/areas/${encodeURIComponent(code)}`, query);
export const initiativesQuery = (language: string, query: Query) => ({ ...ask<InitiativeList>(language, "/api/initiatives", query), placeholderData: keepPreviousData });
export const initiativeQuery = (language: string, id: string, query: Query) => ask<Initiative>(language, `/api/initiatives/${id}`, query);
export const overlapsQuery = (language: string, query: Query) => ({ ...ask<OverlapList>(language, "/api/overlaps", query), placeholderData: keepPreviousData });
export const overlapQuery = (language: string, a: string, b: string, query: Query) => ask<OverlapPair>(language, `/api/overlaps/${a}/${b}`, query);
/** While one types, what was found before stays until the new is there. */
export const searchQuery = (language: string, query: Query) => ({ ...ask<SearchAnswer>(language, "/api/search", query, 10_000), placeholderData: keepPreviousData });
export const claimsQuery = (language: string, href: string) => ask<FieldClaims>(language, href);
/** Neighbouring land, for orientation. It comes with the pages: it changes with the map, not with the record. */
export const contextQuery = () => queryOptions({ queryKey: ["context"], queryFn: ({ signal }) => request<Topology>(contextUrl, { language: "en", signal }), staleTime: Infinity, gcTime: Infinity, retry: false });
