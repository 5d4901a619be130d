import { useQueryClient } from "@tanstack/react-query";
import { request } from "../api/client.ts";
import type { Session } from "../api/types.ts";
import { forgetAllKept } from "../parts/kept-drafts.ts";
import { useLanguage } from "../words/use-language.ts";

/** Ends the session, or looking as someone else, and forgets every answer that was given under it. */
export function useSessionEnd(session: Session | undefined) {
  const language = useLanguage();
  const queryClient = useQueryClient();
  const send = async (method: "DELETE" | "PUT", path: string, body?: unknown) => {
    if (session === undefined) return;
    await request<unknown>(path, { method, language, body, formToken: session.formToken });
    if (method === "DELETE") forgetAllKept();
    queryClient.clear();
    location.reload();
  };
  return { signOut: () => void send("DELETE", "/api/session"), stopLookingAs: () => void send("PUT", "/api/session/looking-as", { member: null }) };
}
