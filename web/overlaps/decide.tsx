import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { request } from "../api/client.ts";
import { asProblem } from "../api/problem.ts";
import { sessionQuery } from "../api/queries.ts";
import type { OverlapPair } from "../api/types.ts";
import { Fault } from "../parts/fault.tsx";
import { Named } from "../parts/named.tsx";
import { instant } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";

type Outcome = NonNullable<OverlapPair["decision"]>["outcome"];
const keys: Readonly<Record<string, Outcome>> = { c: "coordinate", m: "one-initiative", p: "complementary", d: "dismissed" };

/** One bar at the bottom: what was decided, or what may be, with its keys and how long a decision holds. */
export function Decide({ pair }: { readonly pair: OverlapPair }) {
  const language = useLanguage();
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const session = useQuery(sessionQuery(language)).data;
  const [dismissing, setDismissing] = useState(false);
  const [reason, setReason] = useState("");
  const why = useRef<HTMLInputElement>(null);
  useEffect(() => why.current?.focus(), [dismissing]);
  const decide = useMutation({
    mutationFn: (body: { readonly outcome: Outcome; readonly reason?: string }) => request<OverlapPair>(`/api/overlaps/${pair.a.id}/${pair.b.id}/decision`, { method: "POST", body, language, ...(session ? { formToken: session.formToken } : {}) }),
    onSuccess: () => { setDismissing(false); return queryClient.invalidateQueries({ predicate: ({ queryKey }) => typeof queryKey[0] === "string" && /^\/api\/(overlaps|picture|initiatives|areas\/)/.test(queryKey[0]) }); },
  });
  const words: Readonly<Record<Outcome, string>> = { coordinate: t`Coordinate`, "one-initiative": t`One initiative`, complementary: t`Complementary`, dismissed: t`Dismiss…` };
  const choose = (outcome: Outcome) => (outcome === "dismissed" ? setDismissing(true) : decide.mutate({ outcome }));
  useEffect(() => {
    if (!pair.mayDecide) return;
    const onKey = (event: KeyboardEvent) => {
      const outcome = keys[event.key.toLowerCase()];
      if (outcome === undefined || event.ctrlKey || event.metaKey || event.altKey || (event.target instanceof HTMLElement && event.target.matches("input, textarea, select, [contenteditable]"))) return;
      event.preventDefault();
      choose(outcome);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
  const holds = <Plural value={pair.reports} one="A decision holds until the report behind it changes." other="A decision holds until one of the # reports behind it changes." />;
  // an account that may not decide here has nothing to do in this bar
  if (!pair.mayDecide && pair.decision === null && session?.viewer.kind !== "anonymous") return null;
  return (
    <footer className="decide">
      {pair.decision && (
        <p className="decide-done"><b>{pair.decision.outcome === "dismissed" ? t`Dismissed` : words[pair.decision.outcome]}</b> <span className="quiet">· <Named name={pair.decision.by} />, {instant(pair.decision.at, language)}{pair.decision.reason && <> · <bdi>{pair.decision.reason}</bdi></>}{!pair.decision.holds && <> · <Trans>what it was about has changed since</Trans></>}</span></p>
      )}
      {pair.mayDecide && (!dismissing ? (
        <div className="decide-choices">
          {(Object.entries(keys) as [string, Outcome][]).map(([key, outcome], i) => <button key={outcome} type="button" className={i === 0 ? "button first" : "button"} disabled={decide.isPending} onClick={() => choose(outcome)}>{words[outcome]} <kbd className="key">{key.toUpperCase()}</kbd></button>)}
        </div>
      ) : (
        <form className="decide-reason" onSubmit={(event) => { event.preventDefault(); if (reason.trim() !== "") decide.mutate({ outcome: "dismissed", reason }); }}>
          <input className="input" ref={why} aria-label={t`Why it is dismissed`} placeholder={t`Why it is dismissed`} value={reason} onChange={(event) => setReason(event.target.value)} onKeyDown={(event) => event.key === "Escape" && setDismissing(false)} />
          <button type="submit" className="button first" disabled={reason.trim() === "" || decide.isPending}><Trans>Dismiss</Trans></button>
          <button type="button" className="button" onClick={() => setDismissing(false)}><Trans>Leave it</Trans></button>
        </form>
      ))}
      {decide.isError && <Fault problem={asProblem(decide.error)} />}
      <p className="decide-holds small quiet">{pair.mayDecide ? holds : <Trans>To decide, sign in with a role in a body that both sides share.</Trans>}</p>
    </footer>
  );
}
