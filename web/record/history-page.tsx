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
import { Fault } from "../parts/fault.tsx";
import { Named } from "../parts/named.tsx";
import { MarkingLine } from "../parts/tlp.tsx";
import { Waiting } from "../parts/waiting.tsx";
import type { Name } from "../api/types.ts";
import { instant, longDay } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";
import { codeWords, fieldWords } from "./codes.ts";
import { RecordNamed } from "./record-named.tsx";

/** What happened to one record, the latest first: what was stated, withdrawn, decided, by whom and why. */
export function HistoryPage() {
  const lang = useLanguage();
  const { kind, id } = useParams({ from: "/$lang/history/$kind/$id" });
  const answer = useQuery(historyQuery(lang, id));
  if (answer.isPending) return <div className="record"><Waiting lines={12} /></div>;
  if (answer.isError) return <section className="plain-page"><h1 className="sentence"><Trans>The history could not be fetched.</Trans></h1><Fault problem={asProblem(answer.error)} retry={() => void answer.refetch()} /></section>;
  const { record, items, marking } = answer.data;
  const days = [...Map.groupBy(items, ({ at }) => at.slice(0, 10))];
  return (
    <article className="record history-page">
      <header>
        <p className="record-kind"><BackTo kind={kind} id={id} name={record.name} /></p>
        <h1 className="sentence"><Trans>What happened to <b><RecordNamed name={record.name} /></b></Trans></h1>
        <p className="record-marking"><MarkingLine marking={marking} /></p>
      </header>
      {days.map(([day, events]) => (
        <section key={day} className="history-day">
          <h2 className="quiet">{longDay(day, lang)}</h2>
          <ol className="rows">{events.map((event, i) => <EventRow key={i} event={event} kind={record.kind} />)}</ol>
        </section>
      ))}
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

function BackTo({ kind, id, name }: { readonly kind: string; readonly id: string; readonly name: Name | undefined }) {
  const lang = useLanguage();
  const words = name ? <RecordNamed name={name} /> : <Trans>Record</Trans>;
  if (kind === "meeting") return <Link className="link-plain" to="/$lang/meetings/$id" params={{ lang, id }}>{words}</Link>;
  if (kind === "body") return <Link className="link-plain" to="/$lang/bodies/$id" params={{ lang, id }}>{words}</Link>;
  if (kind === "member") return <Link className="link-plain" to="/$lang/members/$id" params={{ lang, id }}>{words}</Link>;
  return <Link className="link-plain" to="/$lang/record" params={{ lang }}><Trans>Record</Trans></Link>;
}
