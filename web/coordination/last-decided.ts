import { useSyncExternalStore } from "react";
import type { Outcome } from "./decision-said.tsx";

/** What this page decided last. `path`: where it was sent, …/decision. */
export type LastDecided = { readonly path: string; readonly decision: string; readonly outcome: Outcome };

let last: LastDecided | null = null;
const told = new Set<() => void>();

/** Null: there is nothing to undo any more. */
export function decidedLast(now: LastDecided | null): void {
  last = now;
  for (const tell of told) tell();
}

const listen = (tell: () => void) => {
  told.add(tell);
  return () => void told.delete(tell);
};

export function useLastDecided(): LastDecided | null {
  return useSyncExternalStore(listen, () => last);
}
