import "./record.css";
import "./history.css";
import { useQuery } from "@tanstack/react-query";
import { Trans } from "@lingui/react/macro";
import { asProblem } from "../api/problem.ts";
import { initiativeQuery } from "../api/queries.ts";
import { initiativeHistoryQuery } from "../api/record-queries.ts";
import type { InitiativeHistory as History } from "../api/record-types.ts";
import { useFieldNames } from "../initiatives/field-names.ts";
import { useMorePages } from "../initiatives/use-more-pages.ts";
import { Fault } from "../parts/fault.tsx";
import { Named } from "../parts/named.tsx";
import { MarkingLine } from "../parts/tlp.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { instant, longDay } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";
import { BackTo } from "./back-to.tsx";
import { CompareLink } from "./compare-link.tsx";
import { ReportValues } from "./report-values.tsx";

type Version = History["items"][number];

/** The versions of an initiative's reports, the latest first: who brought each, and what it changed. */
export function InitiativeHistory({ id }: { readonly id: string }) {
  const lang = useLanguage();
  const answer = useQuery(initiativeHistoryQuery(lang, id));
  const title = useQuery(initiativeQuery(lang, id, {})).data?.title.value ?? undefined;
  const more = useMorePages<Version>(`/api/initiatives/${encodeURIComponent(id)}/history`, {}, answer.data?.next ?? null);
  if (answer.isPending) return <div className="record"><Waiting lines={12} /></div>;
  if (answer.isError) return <section className="plain-page"><h1 className="sentence"><Trans>The history could not be fetched.</Trans></h1><Fault problem={asProblem(answer.error)} retry={() => void answer.refetch()} /></section>;
  const days = [...Map.groupBy([...answer.data.items, ...more.items], ({ at }) => at.slice(0, 10))];
  return (
    <article className="record history-page">
      <header>
        <p className="record-kind"><BackTo kind="initiative" id={id} name={title} /></p>
        <h1 className="sentence"><Trans>What its reports said, version by version</Trans></h1>
        <p className="record-marking"><MarkingLine marking={answer.data.marking} /></p>
        <p className="small"><CompareLink kind="initiative" id={id} /></p>
      </header>
      {days.map(([day, versions]) => (
        <section key={day} className="history-day">
          <h2 className="quiet">{longDay(day, lang)}</h2>
          <ol className="rows">{versions.map((version) => <VersionRow key={version.report.id} version={version} />)}</ol>
        </section>
      ))}
      {more.problem && <Fault problem={more.problem} retry={more.fetchNext} />}
      {more.next !== null && <p><button type="button" className="button" disabled={more.fetching} onClick={more.fetchNext}><Trans>More</Trans></button></p>}
    </article>
  );
}

function VersionRow({ version: { at, report, by, first, changes, marking } }: { readonly version: Version }) {
  const lang = useLanguage();
  const names = useFieldNames();
  return (
    <li>
      <p className="row-main"><span><b><Named name={report.reporter.name} /></b> · <bdi dir="ltr">{report.identifier}</bdi> · {first ? <Trans>first version here</Trans> : changes.length === 0 ? <Trans>nothing that is read of it changed</Trans> : <Trans>a newer version</Trans>}</span><span className="small quiet">{by === null ? <Trans>came with the record</Trans> : <><Named name={by} /> · {instant(at, lang)}</>}</span></p>
      <p className="row-sub"><bdi dir="ltr">{report.read.file}</bdi> · <MarkingLine marking={marking} /></p>
      {changes.length > 0 && (
        <dl className="history-changes small">
          {changes.map(({ field, before, after }) => <div key={field}><dt className="quiet">{names[field]}</dt><dd><del><ReportValues field={field} values={before} /></del></dd><dd><ins><ReportValues field={field} values={after} /></ins></dd></div>)}
        </dl>
      )}
    </li>
  );
}
