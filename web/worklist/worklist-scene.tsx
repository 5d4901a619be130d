import "../overlaps/overlaps.css";
import "./worklist.css";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { asProblem } from "../api/problem.ts";
import { worklistQuery } from "../api/work-queries.ts";
import type { WorkItem } from "../api/types.ts";
import { isTyping } from "../coordination/decide-keys.ts";
import { UndoBar } from "../coordination/undo-bar.tsx";
import { Empty } from "../parts/empty.tsx";
import { Fault } from "../parts/fault.tsx";
import { useAddress } from "../parts/use-address.ts";
import { usePhone } from "../parts/use-phone.ts";
import { useTitle } from "../parts/use-title.ts";
import { Waiting } from "../parts/waiting.tsx";
import { useMorePages } from "../initiatives/use-more-pages.ts";
import { integer } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";
import { WorkDetail } from "./work-detail.tsx";
import { keyOf, WorkRow } from "./work-row.tsx";
import type { WorkKind } from "./work-search.ts";

const PickParty = lazy(() => import("../coordination/pick-named.tsx").then((m) => ({ default: m.PickParty })));

/** All that waits for a decision: one list, one manner of working. The one that is looked at stands beside it. */
export function WorklistScene() {
  const language = useLanguage();
  const { t } = useLingui();
  const { kind, show, of, at } = useSearch({ from: "/$lang/worklist" });
  const address = useAddress();
  const phone = usePhone();
  useTitle(t`Worklist`);
  const [narrows, setNarrows] = useState(false);
  const query = { kind, of, show, limit: 50 };
  const answer = useQuery({ ...worklistQuery(language, query), placeholderData: keepPreviousData });
  const more = useMorePages<WorkItem>("/api/worklist", query, answer.data?.next ?? null);
  const items = [...(answer.data?.items ?? []), ...more.items];
  const here = items.findIndex((item) => keyOf(item) === at);
  // what was decided has left the list: the one that took its place is looked at
  const [place, setPlace] = useState(0);
  const now = here >= 0 ? items[here] : phone && at === undefined ? undefined : items[Math.min(place, items.length - 1)];
  const look = (item: WorkItem | undefined) => {
    setPlace(item === undefined ? 0 : items.indexOf(item));
    address((old) => ({ ...old, at: item === undefined ? undefined : keyOf(item) }), { replace: true });
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
      if (step === undefined || items.length === 0) return;
      event.preventDefault();
      const next = items[Math.min(items.length - 1, Math.max(0, (now === undefined ? -1 : items.indexOf(now)) + step))];
      look(next);
      if (next !== undefined) document.querySelector<HTMLElement>(`[data-work="${CSS.escape(keyOf(next))}"]`)?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
  const names: Readonly<Record<WorkKind, string>> = { act: t`Two persons`, overlap: t`Overlaps`, gap: t`Gaps`, conflict: t`Conflicts`, import: t`Files` };
  const sections = answer.data?.sections ?? [];
  const all = sections.reduce((sum, s) => sum + s.open, 0);
  const tabs: readonly { readonly kind: WorkKind | undefined; readonly name: string; readonly open: number }[] = [{ kind: undefined, name: t`All`, open: all }, ...sections.filter((s) => s.kind !== "act" || s.open > 0 || kind === "act").map((s) => ({ kind: s.kind, name: names[s.kind], open: s.open }))];
  return (
    <div className="overlaps worklist" data-opened={phone && at !== undefined ? "" : undefined}>
      <nav className="overlap-list" aria-label={t`Worklist`}>
        <div className="work-tabs" role="group" aria-label={t`What waits`}>
          {tabs.map((tab) => <button key={tab.kind ?? "all"} type="button" aria-pressed={kind === tab.kind} onClick={() => address((old) => ({ ...old, kind: tab.kind, at: undefined }), { replace: true })}>{tab.name} <span className="figures quiet">{answer.data !== undefined && integer(tab.open, language)}</span></button>)}
        </div>
        <div className="place-switch" role="group" aria-label={t`Which of them`}>
          {([undefined, "decided"] as const).map((one) => <button key={one ?? "open"} type="button" aria-pressed={show === one} onClick={() => address((old) => ({ ...old, show: one, at: undefined }), { replace: true })}>{one === undefined ? <Trans>waiting</Trans> : <Trans>decided</Trans>}</button>)}
        </div>
        <div className="work-told small">
          {answer.data !== undefined && <p className="quiet" role="status"><WaitsSaid open={kind === undefined ? all : (sections.find((s) => s.kind === kind)?.open ?? 0)} returned={sections.filter((s) => kind === undefined || s.kind === kind).reduce((sum, s) => sum + s.returned, 0)} /></p>}
          {of === undefined && !narrows ? <button type="button" className="link" onClick={() => setNarrows(true)}><Trans>Only of one member or body…</Trans></button> : (
            <Suspense fallback={null}><PickParty label={t`Only what concerns this member or body`} chosen={of ?? null} choose={(id) => { address((old) => ({ ...old, of: id ?? undefined, at: undefined }), { replace: true }); if (id === null) setNarrows(false); }} /></Suspense>
          )}
        </div>
        {answer.isPending ? <div className="findings-wait"><Waiting lines={14} /></div> : answer.isError ? <div className="findings-wait"><SignInOrFault error={answer.error} retry={() => void answer.refetch()} /></div> : items.length === 0 ? (
          <div className="findings-empty"><Empty said={show === "decided" ? <Trans>Nothing is decided yet.</Trans> : <Trans>Nothing waits for a decision.</Trans>}><Trans>This is from what you may see.</Trans></Empty></div>
        ) : (
          <ol>{items.map((item) => <WorkRow key={keyOf(item)} item={item} now={item === now} look={() => look(item)} />)}</ol>
        )}
        {more.next !== null && <p className="findings-foot"><button type="button" className="button" disabled={more.fetching} onClick={more.fetchNext}><Trans>More</Trans></button></p>}
        <p className="overlap-keys small quiet"><kbd className="key">J</kbd> <kbd className="key">K</kbd> <Trans>move</Trans> · <kbd className="key">Enter</kbd> <Trans>open</Trans> · <kbd className="key">Z</kbd> <Trans>take back</Trans> · <kbd className="key">U</kbd> <Trans>undo</Trans></p>
      </nav>
      <div className="overlap-detail">
        {phone && at !== undefined && <p className="pair-back small work-back"><button type="button" className="link" onClick={() => look(undefined)}><Trans>All that waits</Trans></button></p>}
        {now !== undefined && <WorkDetail key={keyOf(now)} item={now} />}
        <UndoBar />
      </div>
    </div>
  );
}

function WaitsSaid({ open, returned }: { readonly open: number; readonly returned: number }) {
  return <><Plural value={open} _0="From what you may see, nothing waits." one="From what you may see, # waits." other="From what you may see, # wait." />{returned > 0 && <> <b className="warm"><Plural value={returned} one="# was decided and has changed since." other="# were decided and have changed since." /></b></>}</>;
}

function SignInOrFault({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  const language = useLanguage();
  const problem = asProblem(error);
  if (problem.code !== "sign-in-needed") return <Fault problem={problem} retry={retry} />;
  return <Empty said={<Trans>Only those with a role in the coalition decide.</Trans>}><Link className="link" to="/$lang/sign-in" params={{ lang: language }}><Trans>Sign in</Trans></Link></Empty>;
}
