import "./record.css";
import "./history.css";
import { useQueries, useQuery } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { asProblem } from "../api/problem.ts";
import { bodyQuery, fieldClaimsQuery, meetingQuery, memberQuery } from "../api/record-queries.ts";
import type { ClaimValue, FieldClaims } from "../api/record-types.ts";
import { ClaimValueWords } from "../claims/claim-value-words.tsx";
import { Fault } from "../parts/fault.tsx";
import { Named } from "../parts/named.tsx";
import { Waiting } from "../parts/waiting.tsx";
import type { Name } from "../api/types.ts";
import { instant, longDay } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";
import { claimHrefs } from "./claim-hrefs.ts";
import { codeWords, fieldCatalogueOf, fieldWords } from "./codes.ts";

/** What happened to one record, the latest first: what was entered, withdrawn, decided, by whom and why. */
export function HistoryPage() {
  const lang = useLanguage();
  const { kind, id } = useParams({ from: "/$lang/history/$kind/$id" });
  const page = useQuery<unknown>(kind === "body" ? bodyQuery(lang, id, {}) as never : kind === "member" ? memberQuery(lang, id, {}) as never : kind === "meeting" ? meetingQuery(lang, id, {}) as never : { queryKey: ["no page", kind], queryFn: () => null });
  // a kind without a page of its own is asked field by field
  const own = claimHrefs(page.data ?? null).filter((href) => href.includes(`record=${id}&`));
  const hrefs = [...new Set([...own, ...fieldCatalogueOf(kind).map((field) => `/api/claims?record=${id}&field=${field}`)])].filter((href, _, all) => href.includes("&language=") || !all.some((other) => other.startsWith(`${href}&`)));
  const fields = useQueries({ queries: page.isSuccess ? hrefs.map((href) => ({ ...fieldClaimsQuery(lang, href), retry: false })) : [] });
  const known = fields.flatMap(({ data }) => data ?? []);
  const failed = fields.find(({ isError }) => isError);
  const name = known[0]?.record.name;
  if (page.isPending || (known.length === 0 && failed === undefined)) return <div className="record"><Waiting lines={12} /></div>;
  if (known.length === 0) return <section className="plain-page"><h1 className="sentence"><Trans>The history could not be fetched.</Trans></h1><Fault problem={asProblem(failed?.error)} /></section>;
  const days = [...Map.groupBy(eventsOf(known).toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)), ({ at }) => at.slice(0, 10))];
  return (
    <article className="record history-page">
      <header>
        <p className="record-kind"><BackTo kind={kind} id={id} name={name} /></p>
        <h1 className="sentence">{name && <Trans>What happened to <b><Named name={name} /></b></Trans>}</h1>
      </header>
      {days.map(([day, events]) => (
        <section key={day} className="history-day">
          <h2 className="quiet">{longDay(day, lang)}</h2>
          <ol className="rows">{events.map((event, i) => <EventRow key={i} event={event} kind={kind} />)}</ol>
        </section>
      ))}
    </article>
  );
}

type Event = { readonly at: string; readonly by: Name | null; readonly field: string; readonly what: "entered" | "withdrawn" | "decided" | "decision-withdrawn"; readonly value: ClaimValue | null; readonly source: { readonly id: string; readonly title: string } | null; readonly reason: string | null };

function eventsOf(fields: readonly FieldClaims[]): readonly Event[] {
  return fields.flatMap(({ field, claims, decisions }): readonly Event[] => [
    ...claims.flatMap((claim): Event[] => [
      { at: claim.entered.at, by: claim.entered.by, field, what: "entered", value: claim.value, source: claim.source, reason: null },
      ...(claim.withdrawn === null ? [] : [{ at: claim.withdrawn.at, by: claim.withdrawn.by, field, what: "withdrawn" as const, value: claim.value, source: claim.source, reason: claim.withdrawn.reason }]),
    ]),
    ...decisions.flatMap((decision): Event[] => {
      const value = claims.find(({ id }) => id === decision.claim)?.value ?? null;
      return [
        { at: decision.at, by: decision.by, field, what: "decided", value, source: null, reason: decision.reason },
        ...(decision.withdrawn === null ? [] : [{ at: decision.withdrawn.at, by: decision.withdrawn.by, field, what: "decision-withdrawn" as const, value, source: null, reason: decision.withdrawn.reason }]),
      ];
    }),
  ]);
}

function EventRow({ event, kind }: { readonly event: Event; readonly kind: string }) {
  const lang = useLanguage();
  const { i18n, t } = useLingui();
  const what = { entered: t`stated`, withdrawn: t`claim withdrawn`, decided: t`decided`, "decision-withdrawn": t`decision withdrawn` }[event.what];
  return (
    <li data-what={event.what}>
      <p className="row-main"><span><span className="quiet">{codeWords(fieldWords, event.field, i18n)}</span> · {event.value === null ? <i><Trans>none of them</Trans></i> : <b><ClaimValueWords kind={kind} field={event.field} value={event.value} /></b>} · {what}</span><span className="small quiet">{event.by === null ? <Trans>came with the record</Trans> : <><Named name={event.by} />, {instant(event.at, lang)}</>}</span></p>
      {event.source && <p className="row-sub"><Link className="link-plain" to="/$lang/sources/$id" params={{ lang, id: event.source.id }}><bdi>{event.source.title}</bdi></Link></p>}
      {event.reason && <p className="row-sub" dir="auto">{event.reason}</p>}
    </li>
  );
}

function BackTo({ kind, id, name }: { readonly kind: string; readonly id: string; readonly name: Name | undefined }) {
  const lang = useLanguage();
  const words = name ? <Named name={name} /> : <Trans>Record</Trans>;
  if (kind === "meeting") return <Link className="link-plain" to="/$lang/meetings/$id" params={{ lang, id }}>{words}</Link>;
  if (kind === "body") return <Link className="link-plain" to="/$lang/bodies/$id" params={{ lang, id }}>{words}</Link>;
  if (kind === "member") return <Link className="link-plain" to="/$lang/members/$id" params={{ lang, id }}>{words}</Link>;
  return <Link className="link-plain" to="/$lang/record" params={{ lang }}><Trans>Record</Trans></Link>;
}
