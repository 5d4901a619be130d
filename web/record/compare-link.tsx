import { useQuery } from "@tanstack/react-query";
import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { sessionQuery } from "../api/queries.ts";
import { useLanguage } from "../words/use-language.ts";
import { yearBefore } from "./compare-search.ts";
import { useAsOf } from "./use-as-of.ts";

type Of = { readonly kind: string; readonly id: string };

/** To the same record on two days: today and the day that the page stands on, else the same day a year ago. */
export function CompareLink({ kind, id }: Of) {
  const lang = useLanguage();
  const { asOf } = useAsOf();
  const today = useQuery(sessionQuery(lang)).data?.today;
  if (today === undefined) return null;
  return <Link className="link screen-only" to="/$lang/compare/$kind/$id" params={{ lang, kind, id }} search={{ from: asOf ?? yearBefore(today), to: today, time: "world" }}><Trans>Compare two days</Trans></Link>;
}

/** To what happened to a record, and to how it stood on two days. */
export function HistoryLinks({ kind, id }: Of) {
  const lang = useLanguage();
  return <><Link className="link screen-only" to="/$lang/history/$kind/$id" params={{ lang, kind, id }}><Trans>History</Trans></Link> <CompareLink kind={kind} id={id} /></>;
}
