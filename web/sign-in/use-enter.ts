import { useMutation, useQueryClient } from "@tanstack/react-query";
import { request } from "../api/client.ts";
import { sessionQuery } from "../api/queries.ts";
import type { Session } from "../api/types.ts";
import { useLanguage } from "../words/use-language.ts";

/** Sends what proves who one is, and, once in, begins anew: no answer that was given to someone else is left in the page. */
export function useEnter<Body>(path: "/api/session" | "/api/session/passkey" | "/api/setup" | "/api/invitations/accept" | "/api/invitations/passkey") {
  const language = useLanguage();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (body: Body) => {
      const { formToken } = await queryClient.ensureQueryData(sessionQuery(language));
      return request<Session>(path, { method: "POST", body, language, formToken });
    },
    // Who has no second factor yet makes one first: the page of signing in shows how.
    onSuccess: async (session) => {
      if (!session.enrol) location.assign(`/${language}`);
      else await queryClient.invalidateQueries({ queryKey: ["/api/session"] });
    },
  });
}
