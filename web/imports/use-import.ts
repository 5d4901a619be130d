import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { importQuery } from "../api/record-queries.ts";
import type { ImportJob } from "../api/record-types.ts";
import { useLanguage } from "../words/use-language.ts";

export const isOver = (job: ImportJob | undefined): boolean => job !== undefined && (job.state === "done" || job.state === "failed" || job.state === "interrupted");

/** One import as it goes: fetched once, then told by the server until it has ended; what it changed elsewhere is asked anew then. */
export function useImport(id: string) {
  const language = useLanguage();
  const queryClient = useQueryClient();
  const answer = useQuery({ ...importQuery(language, id), refetchInterval: ({ state }) => (state.data !== undefined && isOver(state.data) ? false : 4000) });
  const over = isOver(answer.data);
  const known = answer.data !== undefined;
  useEffect(() => {
    if (!known || over) return;
    const events = new EventSource(`/api/imports/${encodeURIComponent(id)}/events?lang=${language}`);
    const hear = (event: MessageEvent<string>) => {
      const job = JSON.parse(event.data) as ImportJob;
      queryClient.setQueryData(importQuery(language, id).queryKey, job);
      if (!isOver(job)) return;
      events.close();
      void queryClient.invalidateQueries({ predicate: ({ queryKey: [path] }) => typeof path === "string" && /^\/api\/(picture|initiatives|overlaps|gaps|coalition|areas\/|sources)/.test(path) });
    };
    events.addEventListener("import", hear);
    return () => events.close();
  }, [id, language, known, over, queryClient]);
  return answer;
}
