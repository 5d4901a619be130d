import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";

const Background = lazy(() => import("../live/background.tsx").then((m) => ({ default: m.Background })));
/** A scene that asked for nothing for this long stands: what goes on behind it may begin. */
const calmMs = 1_500;

/** What a first view has no need of comes once it stands. */
export function Later() {
  const queryClient = useQueryClient();
  const [calm, setCalm] = useState(false);
  useEffect(() => {
    if (calm) return;
    let since = performance.now();
    const timer = setInterval(() => {
      if (document.readyState !== "complete" || queryClient.isFetching() > 0) since = performance.now();
      else if (performance.now() - since > calmMs) setCalm(true);
    }, 250);
    return () => clearInterval(timer);
  }, [calm, queryClient]);
  return calm ? <Suspense fallback={null}><Background /></Suspense> : null;
}
