import { useQueryClient } from "@tanstack/react-query";
import { useLanguage } from "../words/use-language.ts";
import { request } from "./client.ts";
import { sessionQuery } from "./queries.ts";

type Method = "POST" | "PUT" | "DELETE";

/** Sends a change with the proof that it comes from this page, and gives back the answer. Throws ProblemError. */
export function useWrite(): <Answer>(method: Method, path: string, body?: unknown) => Promise<Answer> {
  const language = useLanguage();
  const queryClient = useQueryClient();
  return async <Answer,>(method: Method, path: string, body?: unknown) => {
    const { formToken } = await queryClient.ensureQueryData(sessionQuery(language));
    return request<Answer>(path, { method, language, formToken, body });
  };
}

/** The record's answers that a change may have touched are asked again; the picture and the initiatives stay as they are. */
export function useRecordChanged(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ predicate: ({ queryKey: [path] }) => typeof path === "string" && /^\/api\/(records?|bodies|members|meetings|undertakings|texts|persons|claims|conflicts|sources|coalition)/.test(path) });
}
