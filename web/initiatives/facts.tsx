import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Initiative, ReportColumn } from "../api/types.ts";
import { LineName } from "../parts/line-mark.tsx";
import { Listed } from "../parts/listed.tsx";
import { basisWords, Usd } from "../parts/money.tsx";
import { Named } from "../parts/named.tsx";
import { Proof } from "../parts/proof.tsx";
import { longMonth } from "../words/dates.ts";
import { edtfWords } from "../words/edtf-words.ts";
import { integer, percent } from "../words/figures.ts";
import { localeOf } from "../words/language.ts";
import { useLanguage } from "../words/use-language.ts";
import { roleWords, statusWords } from "./codes.ts";
import { useFieldNames } from "./field-names.ts";
import { WhatReportsSay } from "./what-reports-say.tsx";

/** "3 reports describe this initiative; they give different end dates." */
export function ReportsSentence({ reports, page }: { readonly reports: readonly ReportColumn[]; readonly page?: string }) {
  const { i18n } = useLingui();
  const language = useLanguage();
  const names = useFieldNames();
  const fields = [...new Set(reports.flatMap((column) => column.fields.filter(({ differs }) => differs).map(({ field }) => field)))];
  const list = new Intl.ListFormat(localeOf[language], { type: "conjunction" }).format(fields.map((field) => names[field].toLocaleLowerCase(i18n.locale)));
  return (
    <p className="initiative-sentence">
      <PartLink className="figure" page={page} part="reports"><Plural value={reports.length} one="# report describes this initiative" other="# reports describe this initiative" /></PartLink>
      {fields.length > 0 ? <Trans>; they differ on <PartLink className="figure warm" page={page} part="reports">{list}</PartLink>.</Trans> : reports.length > 1 ? <Trans>, and they agree.</Trans> : "."}
    </p>
  );
}

/** A part of the page, from itself or (`page`: its id) from beside the list. */
function PartLink({ page, part, className, children }: { readonly page: string | undefined; readonly part: "reports" | "money"; readonly className: string; readonly children: ReactNode }) {
  const language = useLanguage();
  if (page === undefined) return <a className={className} href={`#${part}`}>{children}</a>;
  return <Link className={className} to="/$lang/initiatives/$id" params={{ lang: language, id: page }} search={true} hash={part}>{children}</Link>;
}

/** What is known of it, each value with its proof. `page`: shown elsewhere than on its page. */
export function Facts({ initiative, page }: { readonly initiative: Initiative; readonly page?: string }) {
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
      <Fact name={t`Money`}><b><Usd usd={money.usd} /></b> <span className="quiet">{basis}</span> <PartLink className="link small" page={page} part="money"><Trans>how it is made up</Trans></PartLink></Fact>
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
  return place.area.code.length > 0 && place.area.level <= 1 ? <Link className="link-plain" to="/$lang/picture/area/$code" params={{ lang: language, code: place.area.code }}>{words}</Link> : words;
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => <div className="fact"><dt>{name}</dt><dd>{children}</dd></div>;
const Unknown = () => <span className="unknown-word"><Trans>not known</Trans></span>;
