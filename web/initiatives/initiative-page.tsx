import "./initiative-page.css";
import { useQuery } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { asProblem } from "../api/problem.ts";
import { initiativeQuery } from "../api/queries.ts";
import type { Initiative, ReportColumn } from "../api/types.ts";
import { Fault } from "../parts/fault.tsx";
import { LineName } from "../parts/line-mark.tsx";
import { basisWords, Usd } from "../parts/money.tsx";
import { Listed } from "../parts/listed.tsx";
import { Named } from "../parts/named.tsx";
import { Proof } from "../parts/proof.tsx";
import { moveInRows } from "../parts/rows.ts";
import { MarkingLine } from "../parts/tlp.tsx";
import { useTitle } from "../parts/use-title.ts";
import { Waiting } from "../parts/waiting.tsx";
import { OverlapRow } from "../picture/overlap-row.tsx";
import { edtfWords } from "../words/edtf-words.ts";
import { integer, percent } from "../words/figures.ts";
import { longMonth } from "../words/dates.ts";
import { localeOf } from "../words/language.ts";
import { useLanguage } from "../words/use-language.ts";
import { roleWords, statusWords } from "./codes.ts";
import { useFieldNames } from "./field-names.ts";
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
        <p className="small initiative-marking"><MarkingLine marking={initiative.marking} /></p>
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
      <section className="initiative-part narrow"><h2><Trans>Earlier versions</Trans></h2><ReportHistory history={initiative.history} /></section>
    </article>
  );
}

/** "3 reports describe this initiative; they give different end dates." */
function ReportsSentence({ reports }: { readonly reports: readonly ReportColumn[] }) {
  const { i18n } = useLingui();
  const language = useLanguage();
  const names = useFieldNames();
  const fields = [...new Set(reports.flatMap((column) => column.fields.filter(({ differs }) => differs).map(({ field }) => field)))];
  const list = new Intl.ListFormat(localeOf[language], { type: "conjunction" }).format(fields.map((field) => names[field].toLocaleLowerCase(i18n.locale)));
  return (
    <p className="initiative-sentence">
      <a className="figure" href="#reports"><Plural value={reports.length} one="# report describes this initiative" other="# reports describe this initiative" /></a>
      {fields.length > 0 ? <Trans>; they differ on <a className="figure warm" href="#reports">{list}</a>.</Trans> : reports.length > 1 ? <Trans>, and they agree.</Trans> : "."}
    </p>
  );
}

function Facts({ initiative }: { readonly initiative: Initiative }) {
  const language = useLanguage();
  const { i18n, t } = useLingui();
  const { reports, months, money } = initiative;
  const basis = i18n._(basisWords[money.basis]).toLocaleLowerCase(localeOf[language]);
  return (
    <dl className="facts">
      <Fact name={t`Lines of effort`}>
        <ul>{initiative.lines.map(({ line, share, from, evidence, state }) => <li key={line}><LineName line={line} /> <span className="quiet">{percent(share, language)} · {from === "stated" ? <Trans>as the reporter says</Trans> : from === "sectors" ? <Trans>from its sectors</Trans> : <Trans>from its words</Trans>}</span> <Proof of={{ state, claimsHref: null, sources: reports.length }} label={t`Line of effort`}><p className="small">{evidence.map((one) => <bdi key={one}>{one} </bdi>)}</p></Proof></li>)}</ul>
      </Fact>
      <Fact name={t`Start`}>{initiative.start.value === null ? <Unknown /> : edtfWords(initiative.start.value, language)} <Proof of={initiative.start} label={t`Start`}><WhatReportsSay reports={reports} field="start" label={t`Start`} /></Proof></Fact>
      <Fact name={t`End`}>
        {initiative.end.value === null ? months === null ? <Unknown /> : <Trans>assumed {longMonth(months.to, language)}: none is published</Trans> : edtfWords(initiative.end.value, language)} <Proof of={initiative.end} label={t`End`}><WhatReportsSay reports={reports} field="end" label={t`End`} /></Proof>
      </Fact>
      <Fact name={t`Status`}>{initiative.status.value === null ? <Unknown /> : statusWords[initiative.status.value] === undefined ? initiative.status.value : i18n._(statusWords[initiative.status.value]!)} <Proof of={initiative.status} label={t`Status`}><WhatReportsSay reports={reports} field="status" label={t`Status`} /></Proof></Fact>
      <Fact name={t`Money`}><b><Usd usd={money.usd} /></b> <span className="quiet">{basis}</span> <a className="link small" href="#money"><Trans>how it is made up</Trans></a></Fact>
      {(["funding", "accountable", "extending", "implementing"] as const).map((role) => {
        const parties = initiative.parties.filter((party) => party.role === role);
        return parties.length === 0 ? null : <Fact key={role} name={i18n._(roleWords[role])}><ul>{parties.map(({ party, state, reports: from }) => <li key={`${party.id} ${party.name.text}`}><Named name={party.name} /> <Proof of={{ state, claimsHref: null, sources: from.length }} label={party.name.text} /></li>)}</ul></Fact>;
      })}
      <Fact name={t`Places`}>{initiative.places.length === 0 ? <Unknown /> : <ul>{initiative.places.map((place, i) => <li key={`${place.area?.code} ${i}`}>{place.area ? <PlaceLink place={place} /> : place.name}{place.name !== null && place.name !== place.area?.name.text && <span className="quiet"> · <bdi>{place.name}</bdi></span>}{place.share !== null && <span className="quiet"> {percent(place.share, language)}</span>}{place.coarsened && <span className="quiet"> · <Trans>coarsened for you</Trans></span>}</li>)}</ul>}</Fact>
      <Fact name={t`People it is for`}>{initiative.groups.length === 0 ? <Unknown /> : <Listed items={initiative.groups.map(({ group, name }) => <Named key={group} name={name} />)} />}</Fact>
      {initiative.otherTitles.length > 0 && <Fact name={t`Other titles`}><ul>{initiative.otherTitles.map((title) => <li key={title.text}><Named name={title} /></li>)}</ul></Fact>}
      {initiative.related.length > 0 && <Fact name={t`Related`}><ul>{initiative.related.map(({ identifier, initiative: other }) => <li key={identifier}>{other ? <Link className="link" to="/$lang/initiatives/$id" params={{ lang: language, id: other.id }}><Named name={other.title} /></Link> : <bdi dir="ltr" className="quiet">{identifier}</bdi>}</li>)}</ul></Fact>}
      <Fact name={t`Reports`}>{integer(reports.length, language)}</Fact>
    </dl>
  );
}

function PlaceLink({ place }: { readonly place: Initiative["places"][number] }) {
  const language = useLanguage();
  if (place.area === null) return null;
  const words = <Listed items={place.area.level > 0 ? [<Named key="area" name={place.area.name} />, <Named key="country" name={place.area.country.name} />] : [<Named key="area" name={place.area.name} />]} />;
  return place.area.level === 1 ? <Link className="link-plain" to="/$lang/picture/area/$code" params={{ lang: language, code: place.area.code }}>{words}</Link> : words;
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => <div className="fact"><dt>{name}</dt><dd>{children}</dd></div>;
const Unknown = () => <span className="unknown-word"><Trans>not known</Trans></span>;
