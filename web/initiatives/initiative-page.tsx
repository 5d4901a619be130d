import "./initiative-page.css";
import { useQuery } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { asProblem } from "../api/problem.ts";
import { initiativeQuery } from "../api/queries.ts";
import type { Initiative } from "../api/types.ts";
import { Fault } from "../parts/fault.tsx";
import { Named } from "../parts/named.tsx";
import { Proof } from "../parts/proof.tsx";
import { moveInRows } from "../parts/rows.ts";
import { MarkingLine } from "../parts/tlp.tsx";
import { useTitle } from "../parts/use-title.ts";
import { Waiting } from "../parts/waiting.tsx";
import { OverlapRow } from "../picture/overlap-row.tsx";
import { useLanguage } from "../words/use-language.ts";
import { Facts, ReportsSentence } from "./facts.tsx";
import { LinkedNote } from "./linked-note.tsx";
import { MoneyTable } from "./money-table.tsx";
import { ReportsBeside } from "./reports-beside.tsx";
import { ReportHistory } from "./report-history.tsx";
import { WhatReportsSay } from "./what-reports-say.tsx";

/** One initiative, as composed from the reports that this reader may see; each value opens what each report says. */
export function InitiativePage() {
  const language = useLanguage();
  const { id } = useParams({ from: "/$lang/initiatives/$id" });
  const { asOf, basis } = useSearch({ from: "/$lang/initiatives/$id" });
  const answer = useQuery(initiativeQuery(language, id, { asOf, basis }));
  useTitle(answer.data?.title.value?.text);
  const navigate = useNavigate();
  const whole = answer.data?.id;
  // The address of a part leads to the initiative that decisions make of it.
  useEffect(() => {
    if (whole !== undefined && whole !== id) void navigate({ to: "/$lang/initiatives/$id", params: { lang: language, id: whole }, search: true, replace: true });
  }, [whole, id, language, navigate]);
  if (answer.isPending) return <div className="plain-page"><Waiting lines={12} /></div>;
  if (answer.isError) return <section className="plain-page"><h1 className="sentence"><Trans>This initiative could not be fetched.</Trans></h1><Fault problem={asProblem(answer.error)} retry={() => void answer.refetch()} /></section>;
  return <Page initiative={answer.data} />;
}

function Page({ initiative }: { readonly initiative: Initiative }) {
  const { t } = useLingui();
  const reports = initiative.reports;
  return (
    <article className="initiative">
      <header className="initiative-head">
        <p className="small initiative-marking"><MarkingLine marking={initiative.marking} why={{ kind: "initiative", id: initiative.id }} /></p>
        <h1 className="initiative-title">{initiative.title.value === null ? <Trans>Without a title</Trans> : <Named name={initiative.title.value} />} <Proof of={initiative.title} label={t`Title`}><WhatReportsSay reports={reports} field="title" label={t`Title`} /></Proof></h1>
        <ReportsSentence reports={reports} />
      </header>
      <Facts initiative={initiative} />
      {initiative.links.length > 0 && <LinkedNote links={initiative.links} />}
      <section className="initiative-part" id="reports"><h2><Plural value={reports.length} one="The report" other="The reports side by side" /></h2><ReportsBeside reports={reports} /></section>
      <section className="initiative-part" id="money"><h2><Trans>Money, statement by statement</Trans></h2><MoneyTable initiative={initiative} /></section>
      {initiative.overlaps.total > 0 && (
        <section className="initiative-part narrow"><h2><Plural value={initiative.overlaps.total} one="It meets # other initiative" other="It meets # other initiatives" /></h2><p className="small quiet"><MarkingLine marking={initiative.overlaps.marking} /></p><ol className="boxed" onKeyDown={moveInRows}>{initiative.overlaps.items.map((pair, i) => <OverlapRow key={`${pair.a.id} ${pair.b.id}`} pair={pair} rank={i + 1} beside={initiative.id} />)}</ol></section>
      )}
      <section className="initiative-part narrow"><h2><Trans>Earlier versions</Trans></h2><ReportHistory id={initiative.id} history={initiative.history} /></section>
    </article>
  );
}
