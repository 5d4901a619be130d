import "./decide-bar.css";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { asProblem } from "../api/problem.ts";
import { sessionQuery } from "../api/queries.ts";
import { useWrite } from "../api/use-write.ts";
import { Fault } from "../parts/fault.tsx";
import { useKept } from "../parts/use-kept.ts";
import { useLanguage } from "../words/use-language.ts";
import type { Problem } from "../api/types.ts";
import { BothBeside } from "./both-beside.tsx";
import { isTyping, touchedByDecision } from "./decide-keys.ts";
import { type Decision, DecisionSaid, type Outcome } from "./decision-said.tsx";
import { decidedLast } from "./last-decided.ts";

const PickParty = lazy(() => import("./pick-named.tsx").then((m) => ({ default: m.PickParty })));
const PickMeeting = lazy(() => import("./pick-named.tsx").then((m) => ({ default: m.PickMeeting })));

/** `asks`: what is written before it is sent; nothing: one key decides. */
export type Choice = { readonly key: string; readonly outcome: Outcome; readonly words: string; readonly asks: "nothing" | "coordination" | "request" | "reason" | "undertaking" };

type Props = {
  /** where it is sent: …/decision */
  readonly path: string;
  readonly choices: readonly Choice[];
  readonly decision: Decision | null;
  readonly decisions: readonly Decision[];
  readonly mayDecide: boolean;
  /** reports that it rests on */
  readonly reports: number;
  /** the figure of today, beside the one it was decided on */
  readonly now: number | null;
  /** whoever may not decide, and why */
  readonly otherwise: ReactNode;
};

type Typed = { readonly reason: string; readonly amount: string; readonly due: string; readonly party?: string | null; readonly meeting?: string | null };
const noWords = JSON.stringify({ reason: "", amount: "", due: "", party: null, meeting: null });

/** One bar at the bottom: what was decided and what changed since, what may be decided with its keys, and how long it holds. */
export function DecideBar({ path, choices: all, decision, decisions, mayDecide, reports, now, otherwise }: Props) {
  const { t } = useLingui();
  const language = useLanguage();
  const queryClient = useQueryClient();
  const session = useQuery(sessionQuery(language)).data;
  const write = useWrite();
  // only a member takes something up, for itself
  const forMember = session?.viewer.kind === "account" && session.viewer.actsFor.kind === "member";
  const choices = all.filter((choice) => choice.asks !== "undertaking" || forMember);
  const [asked, setAsked] = useState<Choice | null>(null);
  const [kept, keep, forget] = useKept(`decide ${path}`, noWords);
  const words = JSON.parse(kept) as Typed;
  const setWords = (next: Typed) => keep(JSON.stringify(next));
  // the decision that one saw when one began: what came meanwhile is not overruled unseen
  const [base, setBase] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), [asked]);
  const send = async (to: string, body: object, choice?: Choice) => {
    setSending(true);
    setProblem(null);
    try {
      const answer = await write<{ readonly decision: Decision | null }>("POST", to, body);
      decidedLast(choice === undefined || answer.decision === null ? null : { path, decision: answer.decision.id, outcome: choice.outcome });
      setAsked(null);
      forget();
    } catch (error) {
      setProblem(asProblem(error));
      if (choice !== undefined && asProblem(error).code === "conflict-edit") setAsked(choice);
    } finally {
      setSending(false);
      await queryClient.invalidateQueries({ predicate: ({ queryKey: [at] }) => typeof at === "string" && touchedByDecision.test(at) });
    }
  };
  const standing = decision?.id ?? null;
  const decide = (choice: Choice, basedOn: string | null, why = words.reason) => {
    const reason = why.trim();
    const undertaking = choice.asks === "undertaking" ? { ...(words.amount.trim() === "" ? {} : { amountUsd: Number(words.amount.replaceAll(/[\s,]/g, "")) }), ...(words.due.trim() === "" ? {} : { due: words.due.trim() }) } : {};
    const { party, meeting } = words;
    const named = choice.asks !== "coordination" && choice.asks !== "request" ? {} : { ...(party ? { [choice.asks === "request" ? "of" : "lead"]: party } : {}), ...(meeting ? { meeting } : {}) };
    return send(path, { outcome: choice.outcome, basedOn, ...(reason === "" ? {} : { reason }), ...undertaking, ...named }, choice);
  };
  const withdraw = () => (decision === null ? undefined : send(`${path}/withdraw`, { decision: decision.id }));
  const choose = (choice: Choice) => {
    setBase(standing);
    if (choice.asks === "nothing") void decide(choice, standing);
    else setAsked(choice);
  };
  const collided = asked !== null && base !== standing;
  const over = (choice: Choice, why?: string) => { setBase(standing); void decide(choice, standing, why); };
  const theirReason = decision?.reason ?? null;
  useEffect(() => {
    if (!mayDecide || asked !== null) return;
    const onKey = (event: KeyboardEvent) => {
      if (sending || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const choice = choices.find((one) => one.key === key);
      if (choice === undefined && !(key === "z" && decision?.mine === true)) return;
      event.preventDefault();
      if (choice === undefined) void withdraw();
      else choose(choice);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
  // an account that may not decide here has nothing to do in this bar
  if (!mayDecide && decision === null && session?.viewer.kind !== "anonymous") return null;
  const before = decisions.filter((d) => d.id !== decision?.id);
  const needed = asked?.asks === "reason";
  return (
    <footer className="decide" aria-label={t`Decision`}>
      {decision && <p className="decide-said" role="status"><DecisionSaid decision={decision} now={now} /></p>}
      {mayDecide && asked === null && (
        <div className="decide-choices">
          {choices.map((choice, i) => <button key={choice.outcome} type="button" className={i === 0 ? "button first" : "button"} aria-pressed={decision?.outcome === choice.outcome} disabled={sending} onClick={() => choose(choice)}>{choice.words} <kbd className="key">{choice.key.toUpperCase()}</kbd></button>)}
          {decision?.mine === true && <button type="button" className="button" disabled={sending} onClick={() => void withdraw()}><Trans>Take back</Trans> <kbd className="key">Z</kbd></button>}
        </div>
      )}
      {collided && <BothBeside mine={<><b>{asked.words}</b>{words.reason.trim() !== "" && <> · <bdi>{words.reason}</bdi></>}</>} theirs={decision && <DecisionSaid decision={decision} now={now} />} busy={sending} takeMine={() => over(asked)} takeTheirs={() => { setAsked(null); setProblem(null); forget(); }} keepBoth={theirReason === null || words.reason.trim() === "" ? undefined : () => over(asked, `${words.reason.trim()} · ${theirReason}`)} />}
      {asked !== null && !collided && (
        <form className="decide-reason" onSubmit={(event) => { event.preventDefault(); if (!needed || words.reason.trim() !== "") void decide(asked, base); }} onKeyDown={(event) => event.key === "Escape" && setAsked(null)}>
          <input className="input" ref={first} dir="auto" aria-label={needed ? t`Why it is left as it is` : t`Note (may stay empty)`} placeholder={needed ? t`Why it is left as it is` : t`Note (may stay empty)`} value={words.reason} onChange={(event) => setWords({ ...words, reason: event.target.value })} />
          {asked.asks === "undertaking" && <input className="input figures" data-short="" inputMode="decimal" aria-label={t`Amount, USD`} placeholder={t`Amount, USD`} value={words.amount} onChange={(event) => setWords({ ...words, amount: event.target.value })} />}
          {asked.asks === "undertaking" && <input className="input" data-short="" dir="ltr" aria-label={t`Until, e.g. 2027-06`} placeholder={t`Until, e.g. 2027-06`} value={words.due} onChange={(event) => setWords({ ...words, due: event.target.value })} />}
          {(asked.asks === "coordination" || asked.asks === "request") && (
            <Suspense fallback={null}>
              <PickParty label={asked.asks === "request" ? t`Asked of (may stay empty)` : t`Led by (may stay empty)`} chosen={words.party ?? null} choose={(party) => setWords({ ...words, party })} />
              <PickMeeting label={t`At which meeting (may stay empty)`} chosen={words.meeting ?? null} choose={(meeting) => setWords({ ...words, meeting })} />
            </Suspense>
          )}
          <button type="submit" className="button first" disabled={sending || (needed && words.reason.trim() === "")}>{asked.words}</button>
          <button type="button" className="button" onClick={() => setAsked(null)}><Trans>Leave it</Trans></button>
        </form>
      )}
      {problem !== null && !collided && <Fault problem={problem} />}
      <p className="decide-holds small quiet">{mayDecide ? <Plural value={reports} _0="A decision holds until something is reported here." one="A decision holds until the report behind it changes." other="A decision holds until one of the # reports behind it changes." /> : otherwise}</p>
      {before.length > 0 && <details className="decided-before"><summary><Plural value={before.length} one="# other decision" other="# other decisions" /></summary><ol>{before.map((d) => <li key={d.id}><DecisionSaid decision={d} /></li>)}</ol></details>}
    </footer>
  );
}
