import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { request } from "../api/client.ts";
import { sessionQuery } from "../api/queries.ts";
import type { Session } from "../api/types.ts";
import { useLanguage } from "../words/use-language.ts";

/** Sends what proves who one is, and, once in, forgets every answer that was given to someone else. */
export function useEnter<Body>(path: "/api/session" | "/api/setup" | "/api/invitations/accept") {
  const language = useLanguage();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (body: Body) => {
      const { formToken } = await queryClient.ensureQueryData(sessionQuery(language));
      return request<Session>(path, { method: "POST", body, language, formToken });
    },
    onSuccess: (session) => {
      queryClient.clear();
      queryClient.setQueryData(sessionQuery(language).queryKey, session);
      return navigate({ to: "/$lang", params: { lang: language } });
    },
  });
}
