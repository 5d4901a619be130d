import "../record/record.css";
import "../record/enter-facts.css";
import { useQuery } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { undertakingQuery } from "../api/record-queries.ts";
import type { UndertakingPage as Undertaking } from "../api/record-types.ts";
import { RefLink, RefList } from "../claims/claim-value-words.tsx";
import { FieldProof } from "../claims/field-proof.tsx";
import { LineName } from "../parts/line-mark.tsx";
import { Named } from "../parts/named.tsx";
import { MarkingLine } from "../parts/tlp.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { codeWords, undertakingKindWords } from "../record/codes.ts";
import { EnterFacts } from "../record/enter-facts.tsx";
import { PageActs } from "../record/page-acts.tsx";
import { FactRow } from "../record/proofed-words.tsx";
import { Quote } from "../record/quote.tsx";
import { RecordFault } from "../record/record-fault.tsx";
import { ToldList } from "../record/told-list.tsx";
import { UndertakingStateWords } from "../record/undertaking-state-words.tsx";
import { useAsOf, useMay } from "../record/use-as-of.ts";
import { longDay } from "../words/dates.ts";
import { edtfWords } from "../words/edtf-words.ts";
import { statedAmount } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";

/** One promise: who gave it, in which words, by when, and what was reported of it since. */
export function UndertakingPage() {
  const { id } = useParams({ from: "/$lang/undertakings/$id" });
  const answer = useQuery(undertakingQuery(useLanguage(), id, useAsOf().on));
  if (answer.isPending) return <div className="record"><Waiting lines={12} /></div>;
  if (answer.isError) return <RecordFault said={<Trans>This undertaking could not be fetched.</Trans>} error={answer.error} again={() => void answer.refetch()} />;
  return <Page one={answer.data} />;
}

function Page({ one }: { readonly one: Undertaking }) {
  const lang = useLanguage();
  const { i18n, t } = useLingui();
  const may = useMay();
  const [reporting, setReporting] = useState(false);
  const { id, what, meeting, body, due } = one;
  const day = longDay(one.asOf, lang);
  const state = <b><UndertakingStateWords state={one.state} perhaps={one.perhaps} /></b>;
  const date = (value: string) => edtfWords(value, lang);
  return (
    <article className="record printed">
      <header className="record-head">
        <div>
          <p className="record-kind"><Link className="link-plain" to="/$lang/undertakings" params={{ lang }}><Trans>Undertakings</Trans></Link>{body !== null && <> · <RefLink to={body} /></>}{meeting !== null && <> · <Link className="link-plain" to="/$lang/meetings/$id" params={{ lang, id: meeting.id }}><Named name={meeting.title} /></Link></>}</p>
          <h1 className="record-name undertaking-name"><bdi dir="auto">{what.value ?? t`not known`}</bdi> <FieldProof of={what} label={t`What was undertaken`} record={id} field="what" /></h1>
          <p className="sentence">{one.made === "no" ? <Trans>On {day} the meeting that made it had not been held.</Trans> : due.value === null ? <Trans>On {day}: {state}.</Trans> : <Trans>On {day}: {state}. Due: {edtfWords(due.value, lang)}.</Trans>}</p>
          {what.claimsHref !== null && <Quote href={what.claimsHref} />}
          <p className="record-marking"><MarkingLine marking={one.marking} why={{ kind: "record", id: one.id }} /></p>
        </div>
        <dl className="record-facts">
          <FactRow name={t`By the members`} of={one.byMembers} label={t`By the members`} record={id} field="by_member">{(refs) => <RefList refs={refs} />}</FactRow>
          {one.by.value !== null && <FactRow name={t`By, in words`} of={one.by} label={t`By`} record={id} field="by">{(words) => <bdi dir="auto">{words}</bdi>}</FactRow>}
          <FactRow name={t`Due`} of={due} label={t`Due`} record={id} field="due">{date}</FactRow>
          <FactRow name={t`Done`} of={one.done} label={t`Done`} record={id} field="done">{date}</FactRow>
          {one.dropped.value !== null && <FactRow name={t`Given up`} of={one.dropped} label={t`Given up`} record={id} field="dropped">{date}</FactRow>}
          <FactRow name={t`Amount`} of={one.amount} label={t`Amount`} record={id} field="amount">{(money) => statedAmount(money.amount, money.currency, lang)}</FactRow>
          <FactRow name={t`Line of effort`} of={one.line} label={t`Line of effort`} record={id} field="line">{(line) => <LineName line={line} />}</FactRow>
          <FactRow name={t`Kind`} of={one.kind} label={t`Kind`} record={id} field="kind">{(kind) => codeWords(undertakingKindWords, kind, i18n)}</FactRow>
          <FactRow name={t`Stands in`} of={one.text} label={t`Stands in`} record={id} field="text">{(refs) => <RefList refs={refs} />}</FactRow>
        </dl>
      </header>
      <section className="record-part" aria-labelledby="progress-head">
        <h2 id="progress-head"><Trans>Progress as reported</Trans></h2>
        {one.progress.length === 0 ? <p className="record-empty"><Trans>No source reports what was done so far. That is not the same as nothing done.</Trans></p> : <ToldList told={one.progress} label={t`Progress`} />}
        {reporting ? <EnterFacts kind="undertaking" fields={["progress", "done", "dropped"]} to={{ path: `/api/records/${id}/facts`, body: {} }} labels={{ done: t`Done on, if it is`, dropped: t`Given up on, if it was` }} done={() => setReporting(false)} leave={() => setReporting(false)} /> : may.has("edit-record") && one.mayEdit && <p className="screen-only"><button type="button" className="button" onClick={() => setReporting(true)}><Trans>Report progress</Trans></button></p>}
      </section>
      <PageActs kind="undertaking" id={id} asOf={one.asOf} marking={one.marking} />
    </article>
  );
}
