import type { QueryClient } from "@tanstack/react-query";

/** What a map is drawn from comes after the words: it has its place, and moves nothing. */
const mayCome = new Set(["/api/areas", "context"]);

/** Resolves when every question that was started has its answer or its refusal. */
export function settled(client: QueryClient): Promise<void> {
  const open = () => client.isFetching({ predicate: ({ queryKey }) => !mayCome.has(String(queryKey[0])) }) > 0;
  return new Promise((resolve) => {
    if (!open()) return resolve();
    const stop = client.getQueryCache().subscribe(() => {
      if (open()) return;
      stop();
      resolve();
    });
  });
}
