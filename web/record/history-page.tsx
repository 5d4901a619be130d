import "./record.css";
import "../claims/claim-panel.css";
import "./history.css";
import { useQuery } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { asProblem } from "../api/problem.ts";
import { historyQuery } from "../api/record-queries.ts";
import type { RecordHistory } from "../api/record-types.ts";
import { ClaimValueWords } from "../claims/claim-value-words.tsx";
import { useMorePages } from "../initiatives/use-more-pages.ts";
import { Fault } from "../parts/fault.tsx";
import { Named } from "../parts/named.tsx";
import { MarkingLine } from "../parts/tlp.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { instant, longDay } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";
import { BackTo } from "./back-to.tsx";
import { codeWords, fieldWords } from "./codes.ts";
import { CompareLink } from "./compare-link.tsx";
import { InitiativeHistory } from "./initiative-history.tsx";
import { RecordNamed } from "./record-named.tsx";

/** What happened to one record, the latest first; of an initiative, what each version of its reports changed. */
export function HistoryPage() {
  const { kind, id } = useParams({ from: "/$lang/history/$kind/$id" });
  return kind === "initiative" ? <InitiativeHistory id={id} /> : <OfRecord kind={kind} id={id} />;
}

/** What was stated, withdrawn, decided, by whom and why. */
function OfRecord({ kind, id }: { readonly kind: string; readonly id: string }) {
  const lang = useLanguage();
  const answer = useQuery(historyQuery(lang, id));
  const more = useMorePages<RecordHistory["items"][number]>(`/api/records/${encodeURIComponent(id)}/history`, {}, answer.data?.next ?? null);
  if (answer.isPending) return <div className="record"><Waiting lines={12} /></div>;
  if (answer.isError) return <section className="plain-page"><h1 className="sentence"><Trans>The history could not be fetched.</Trans></h1><Fault problem={asProblem(answer.error)} retry={() => void answer.refetch()} /></section>;
  const { record, marking } = answer.data;
  const days = [...Map.groupBy([...answer.data.items, ...more.items], ({ at }) => at.slice(0, 10))];
  return (
    <article className="record history-page">
      <header>
        <p className="record-kind"><BackTo kind={kind} id={id} name={record.name} /></p>
        <h1 className="sentence"><Trans>What happened to <b><RecordNamed name={record.name} /></b></Trans></h1>
        <p className="record-marking"><MarkingLine marking={marking} /></p>
        <p className="small"><CompareLink kind={record.kind} id={id} /></p>
      </header>
      {days.map(([day, events]) => (
        <section key={day} className="history-day">
          <h2 className="quiet">{longDay(day, lang)}</h2>
          <ol className="rows">{events.map((event) => <EventRow key={`${event.what} ${event.decision ?? event.claim}`} event={event} kind={record.kind} />)}</ol>
        </section>
      ))}
      {more.problem && <Fault problem={more.problem} retry={more.fetchNext} />}
      {more.next !== null && <p><button type="button" className="button" disabled={more.fetching} onClick={more.fetchNext}><Trans>More</Trans></button></p>}
    </article>
  );
}

function EventRow({ event, kind }: { readonly event: RecordHistory["items"][number]; readonly kind: string }) {
  const lang = useLanguage();
  const { i18n, t } = useLingui();
  const what = { stated: t`stated`, "claim-withdrawn": t`claim withdrawn`, decided: t`decided`, "decision-withdrawn": t`decision withdrawn` }[event.what];
  return (
    <li data-what={event.what}>
      <p className="row-main"><span><span className="quiet">{codeWords(fieldWords, event.field, i18n)}</span> · {event.value === null ? <i><Trans>none of them</Trans></i> : <b><ClaimValueWords kind={kind} field={event.field} value={event.value} /></b>} · {what}</span><span className="small quiet">{event.by === null ? <Trans>came with the record</Trans> : <><Named name={event.by} /> · {instant(event.at, lang)}</>}</span></p>
      {event.source && <p className="row-sub"><Link className="link-plain" to="/$lang/sources/$id" params={{ lang, id: event.source.id }}><bdi>{event.source.title}</bdi></Link></p>}
      {event.reason && <p className="row-sub" dir="auto">{event.reason}</p>}
    </li>
  );
}
