import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { sessionQuery } from "../api/queries.ts";
import { useLanguage } from "../words/use-language.ts";

// Most days there is nothing to tell: its words and code come when there is.
const ToldBars = lazy(() => import("./told-bars.tsx").then((m) => ({ default: m.ToldBars })));

export function Told() {
  const session = useQuery(sessionQuery(useLanguage())).data;
  if (session === undefined || (session.emergency === null && session.notices.length === 0 && session.actsWaiting === 0)) return null;
  return <Suspense fallback={null}><ToldBars session={session} /></Suspense>;
}
