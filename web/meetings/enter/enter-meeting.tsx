import "../../record/record.css";
import "../../claims/claim-panel.css";
import "./enter.css";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useRef, useState } from "react";
import { asProblem } from "../../api/problem.ts";
import { coalitionQuery } from "../../api/queries.ts";
import { meetingQuery, recordQuery } from "../../api/record-queries.ts";
import type { BodyNode, MeetingPage, SourcePage } from "../../api/record-types.ts";
import { useRecordChanged, useWrite } from "../../api/use-write.ts";
import { Fault } from "../../parts/fault.tsx";
import { Named } from "../../parts/named.tsx";
import { codeWords, confidenceWords } from "../../record/codes.ts";
import { useMay } from "../../record/use-as-of.ts";
import { useLanguage } from "../../words/use-language.ts";
import { type Draft, type Group, type GroupKind, isFilled, newGroup, withEntry, entryOf } from "./draft.ts";
import { entryBody, keptText } from "./entry-body.ts";
import { type Active, GroupCard, inputIdOf } from "./group-card.tsx";
import { groupWords } from "./groups.ts";
import { placeOf } from "./quote-place.ts";
import { SourceStep } from "./source-step.tsx";
import { type Marked, SourceText } from "./source-text.tsx";
import { useDraft } from "./use-draft.ts";

const addable: readonly GroupKind[] = ["delegation", "undertaking", "other-meeting", "office", "count", "body"];
const flat = (nodes: readonly BodyNode[]): readonly BodyNode[] => nodes.flatMap((node) => [node, ...flat(node.children)]);

/** A meeting as a text tells it: the text beside the fields, each fact with the words that say it, sent in one piece. */
export function EnterMeeting() {
  const lang = useLanguage();
  const may = useMay();
  const { body: wanted, about } = useSearch({ from: "/$lang/meetings/new" });
  const focus = useQuery(coalitionQuery(lang, undefined)).data?.focus.id ?? null;
  const { draft, change, forget } = useDraft(about ?? wanted ?? "new", wanted ?? null, lang);
  const body = draft.body ?? wanted ?? focus;
  if (!may.has("edit-record")) return <section className="plain-page"><h1 className="sentence"><Trans>Entering a meeting needs a role that may edit the record.</Trans></h1><p><Link className="link" to="/$lang/sign-in" params={{ lang }}><Trans>Sign in</Trans></Link></p></section>;
  return (
    <article className="record enter-meeting" data-step={draft.step}>
      <Head draft={draft} body={body} about={about} change={change} forget={forget} />
      {draft.step === "source" ? <SourceStep source={draft.source} sent={draft.sourceId !== null} change={(source) => change((old) => ({ ...old, source: { ...source, text: keptText(source.text) } }))} next={() => change((old) => ({ ...old, step: "facts" }))} /> : <Facts draft={draft} body={body} about={about} change={change} forget={forget} />}
    </article>
  );
}

type Parts = { readonly draft: Draft; readonly body: string | null; readonly about: string | undefined; readonly change: (how: (old: Draft) => Draft) => void; readonly forget: () => void };

function Head({ draft, body, about, change, forget }: Parts) {
  const lang = useLanguage();
  const bodies = flat(useQuery(recordQuery(lang, {})).data?.tree ?? []);
  const meeting = useQuery({ ...meetingQuery(lang, about ?? "", {}), enabled: about !== undefined }).data;
  const typed = draft.source.text !== "" || draft.groups.some(({ entries }) => Object.values(entries).some(isFilled));
  return (
    <header className="enter-head">
      <h1 className="sentence">{about === undefined ? <Trans>Enter a meeting from a text</Trans> : meeting?.title.value ? <Trans>What another text says of <b><Named name={meeting.title.value} /></b></Trans> : <Trans>What another text says of a meeting</Trans>}</h1>
      <p className="enter-tools small">
        {about === undefined && <label><span className="quiet"><Trans>Of the body</Trans></span> <select className="input" value={body ?? ""} onChange={(event) => change((old) => ({ ...old, body: event.target.value }))}>{bodies.map((node) => <option key={node.id} value={node.id}>{node.name.text}</option>)}</select></label>}
        {draft.step === "facts" && <button type="button" className="link" onClick={() => change((old) => ({ ...old, step: "source" }))}><Trans>The source: {draft.source.title}</Trans></button>}
        {typed && <span className="quiet"><Trans>Kept in this tab as you type.</Trans> <button type="button" className="link" onClick={forget}><Trans>Begin anew</Trans></button></span>}
      </p>
    </header>
  );
}

function Facts({ draft, body, about, change, forget }: Parts) {
  const lang = useLanguage();
  const { i18n, t } = useLingui();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const write = useWrite();
  const changed = useRecordChanged();
  const field = useRef<HTMLTextAreaElement>(null);
  const [active, setActive] = useState<Active>(null);
  const { text } = draft.source;
  const marks = useMemo(() => marksOf(draft, active), [draft, active]);
  const put = (group: Group) => change((old) => ({ ...old, groups: old.groups.map((one) => (one.key === group.key ? group : one)) }));
  const select = (from: number, to: number) => {
    if (active === null) return;
    change((old) => { const group = old.groups.find(({ key }) => key === active.key); return group === undefined ? old : withEntry(old, active.key, active.field, { ...entryOf(group, active.field), quote: text.slice(from, to), start: from }); });
  };
  const back = () => { if (active !== null) document.getElementById(inputIdOf(active.key, active.field))?.focus(); };
  const send = useMutation({
    mutationFn: async () => {
      if (body === null) throw new Error("no body");
      let source = draft.sourceId;
      if (source === null) {
        const { marking, ...about_ } = draft.source;
        const filled = Object.fromEntries(Object.entries(about_).filter(([, value]) => value.trim() !== ""));
        source = (await write<SourcePage>("POST", "/api/sources", { ...filled, marking })).id;
        const made = source;
        change((old) => ({ ...old, sourceId: made }));
      }
      return write<MeetingPage>("POST", about === undefined ? "/api/meetings" : `/api/meetings/${about}/entries`, entryBody(draft, body, source));
    },
    onSuccess: async (page) => {
      await changed();
      queryClient.setQueryData(meetingQuery(lang, page.id, {}).queryKey, page);
      forget();
      await navigate({ to: "/$lang/meetings/$id", params: { lang, id: page.id } });
    },
  });
  const doubts = doubtsOf(draft);
  const filled = draft.groups.reduce((sum, { entries }) => sum + Object.values(entries).filter(isFilled).length, 0);
  return (
    <div className="enter-panes">
      <SourceText text={text} language={draft.source.language} marks={marks} field={field} active={active?.label ?? null} select={select} back={back} />
      <form className="enter-fields" onSubmit={(event) => { event.preventDefault(); if (!send.isPending) send.mutate(); }} onKeyDown={(event) => { if (event.key === "F2") { event.preventDefault(); field.current?.focus(); } if (event.key === "Enter" && event.target instanceof HTMLInputElement && !event.ctrlKey && !event.metaKey) event.preventDefault(); }}>
        <p className="small quiet enter-keys"><Trans><kbd className="key">F2</kbd> from a field into the text, <kbd className="key">Enter</kbd> back.</Trans></p>
        {draft.groups.map((group) => <GroupCard key={group.key} group={group} body={body} text={text} active={active} enter={setActive} change={put} remove={group.kind === "meeting" ? null : () => change((old) => ({ ...old, groups: old.groups.filter(({ key }) => key !== group.key) }))} />)}
        <div className="entry-add" role="group" aria-label={t`The text also speaks of`}>
          <span className="label"><Trans>The text also speaks of</Trans></span>
          {addable.filter((kind) => kind !== "body" || !draft.groups.some((group) => group.kind === "body")).map((kind) => <button key={kind} type="button" className="button" onClick={() => change((old) => ({ ...old, groups: [...old.groups, newGroup(kind, `${kind}-${old.groups.length}-${Date.now().toString(36)}`)] }))}>{i18n._(groupWords[kind])}</button>)}
        </div>
        <div className="enter-send">
          <div className="field"><label htmlFor="entry-confidence"><Trans>How sure</Trans></label><select id="entry-confidence" className="input" value={draft.confidence} onChange={(event) => change((old) => ({ ...old, confidence: event.target.value as Draft["confidence"] }))}>{(["verified", "reported", "uncertain"] as const).map((one) => <option key={one} value={one}>{codeWords(confidenceWords, one, i18n)}</option>)}</select></div>
          {doubts > 0 && <p className="warm small"><Plural value={doubts} one="# thing above does not hold yet." other="# things above do not hold yet." /></p>}
          {send.isError && <Fault problem={asProblem(send.error)} />}
          <p className="form-acts"><button type="submit" className="button first" disabled={filled === 0 || doubts > 0 || send.isPending || body === null}>{send.isPending ? <Trans>Being entered…</Trans> : <Plural value={filled} one="Enter # fact" other="Enter # facts" />}</button></p>
        </div>
      </form>
    </div>
  );
}

function marksOf(draft: Draft, active: Active): readonly Marked[] {
  return draft.groups.flatMap((group) =>
    Object.entries(group.entries).flatMap(([field, { quote, start }]) => {
      const place = quote === "" ? null : placeOf(draft.source.text, quote, start);
      return place !== null && place.stands ? [{ from: place.from, to: place.to, now: active?.key === group.key && active.field === field }] : [];
    }),
  );
}

/** What would be refused: words that do not stand in the text, a delegation or an office of nobody. */
function doubtsOf(draft: Draft): number {
  return draft.groups.reduce((sum, group) => {
    const entries = Object.values(group.entries);
    const quotes = entries.filter(({ quote, start }) => quote !== "" && !placeOf(draft.source.text, quote, start).stands).length;
    const nobody = (group.kind === "delegation" || group.kind === "office") && group.ref === null && entries.some(isFilled) ? 1 : 0;
    return sum + quotes + nobody;
  }, 0);
}
