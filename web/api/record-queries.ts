import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { type Query, request } from "./client.ts";
import type { BodyPage, Brief, ComparedDays, ComparedInitiative, ConflictList, FieldClaims, ImportJob, ImportList, InitiativeHistory, MeetingPage, MemberList, MemberPage, MeetingList, PersonList, PersonPage, RecordHistory, RecordIndex, SourceList, SourcePage, TextList, TextPage, UndertakingList, UndertakingPage } from "./record-types.ts";

/** Every question that the record's pages and the imports ask, with its key. Short-lived: a claim entered in one page shows in the next. */
const ask = <Answer>(language: string, path: string, query: Query = {}, staleTime = 20_000) =>
  queryOptions({ queryKey: [path, query, language], queryFn: ({ signal }) => request<Answer>(path, { query, language, signal }), staleTime });

export type On = { readonly asOf?: string | undefined };
export const recordQuery = (language: string, on: On) => ask<RecordIndex>(language, "/api/record", { asOf: on.asOf });
export const bodyQuery = (language: string, id: string, on: On) => ask<BodyPage>(language, `/api/bodies/${encodeURIComponent(id)}`, { asOf: on.asOf });
export const membersQuery = (language: string, on: On) => ask<MemberList>(language, "/api/members", { asOf: on.asOf });
export const memberQuery = (language: string, id: string, on: On) => ask<MemberPage>(language, `/api/members/${encodeURIComponent(id)}`, { asOf: on.asOf });
export const meetingQuery = (language: string, id: string, on: On) => ask<MeetingPage>(language, `/api/meetings/${encodeURIComponent(id)}`, { asOf: on.asOf });
export const meetingsQuery = (language: string, on: On) => ask<MeetingList>(language, "/api/meetings", { asOf: on.asOf });
export const undertakingsQuery = (language: string, query: Query) => ({ ...ask<UndertakingList>(language, "/api/undertakings", query), placeholderData: keepPreviousData });
export const undertakingQuery = (language: string, id: string, on: On) => ask<UndertakingPage>(language, `/api/undertakings/${encodeURIComponent(id)}`, { asOf: on.asOf });
export const textsQuery = (language: string, on: On) => ask<TextList>(language, "/api/texts", { asOf: on.asOf });
export const textQuery = (language: string, id: string, on: On) => ask<TextPage>(language, `/api/texts/${encodeURIComponent(id)}`, { asOf: on.asOf });
export const personsQuery = (language: string) => ask<PersonList>(language, "/api/persons");
export const personQuery = (language: string, id: string, on: On) => ask<PersonPage>(language, `/api/persons/${encodeURIComponent(id)}`, { asOf: on.asOf });
export const briefQuery = (language: string, id: string, on: On & { readonly meeting?: string | undefined }) => ask<Brief>(language, `/api/bodies/${encodeURIComponent(id)}/brief`, { asOf: on.asOf, meeting: on.meeting });
export const conflictsQuery = (language: string, query: Query) => ({ ...ask<ConflictList>(language, "/api/conflicts", query), placeholderData: keepPreviousData });
export const sourcesQuery = (language: string, query: Query) => ({ ...ask<SourceList>(language, "/api/sources", query), placeholderData: keepPreviousData });
export const sourceQuery = (language: string, id: string) => ask<SourcePage>(language, `/api/sources/${encodeURIComponent(id)}`);
export const fieldClaimsQuery = (language: string, href: string) => ask<FieldClaims>(language, href);
export const historyQuery = (language: string, id: string) => ask<RecordHistory>(language, `/api/records/${encodeURIComponent(id)}/history`);
export const initiativeHistoryQuery = (language: string, id: string) => ask<InitiativeHistory>(language, `/api/initiatives/${encodeURIComponent(id)}/history`);
export const comparedQuery = (language: string, id: string, days: Query) => ask<ComparedDays>(language, `/api/records/${encodeURIComponent(id)}/compare`, { ...days });
export const comparedInitiativeQuery = (language: string, id: string, days: Query) => ask<ComparedInitiative>(language, `/api/initiatives/${encodeURIComponent(id)}/compare`, { ...days });
export const importsQuery = (language: string) => ask<ImportList>(language, "/api/imports", { limit: 50 }, 0);
export const importQuery = (language: string, id: string) => ask<ImportJob>(language, `/api/imports/${encodeURIComponent(id)}`, {}, 0);
