import "./contribution-row.css";
import type { MessageDescriptor } from "@lingui/core";
import { msg, plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { Contribution } from "../api/types.ts";
import { LineMark } from "../parts/line-mark.tsx";
import { Usd } from "../parts/money.tsx";
import { Listed } from "../parts/listed.tsx";
import { Named } from "../parts/named.tsx";
import { monthRange } from "../words/dates.ts";
import { percent } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";

/** How a figure came about, in words. */
export const ruleWords: Readonly<Record<Contribution["rules"][number], MessageDescriptor>> = {
  "published-shares": msg`shares as published`,
  "equal-shares": msg`equal shares over the areas named`,
  "assumed-end": msg`end assumed: none is published`,
  "published-end": msg`end as published`,
  "status-end": msg`end by its status`,
  "budget-periods": msg`by published budget periods`,
  "even-spread": msg`spread evenly over its months`,
  converted: msg`converted at the year’s rate`,
  "no-rate": msg`no exchange rate known`,
  "secondary-reporter": msg`by a secondary reporter`,
  planned: msg`planned, not begun`,
  "unknown-group-half": msg`people not stated: counted in half`,
  "country-level": msg`known for the country only`,
  coarsened: msg`place coarsened for you`,
  "net-not-positive": msg`net amount not positive`,
  "less-its-parts": msg`without what its parts tell of themselves`,
};

/** What one initiative puts into a figure, and the reports behind it. */
export function ContributionRow({ contribution }: { readonly contribution: Contribution }) {
  const language = useLanguage();
  const { i18n } = useLingui();
  const { initiative, months, reports } = contribution;
  const count = plural(reports.length, { one: "# report", other: "# reports" });
  return (
    <li className="contribution">
      <Link className="contribution-name" data-row="" to="/$lang/initiatives/$id" params={{ lang: language, id: initiative.id }}><Named name={initiative.title} /></Link>
      <span className="figures contribution-usd"><Usd usd={contribution.usd} /></span>
      <p className="small quiet">
        {initiative.lines.map((line) => <LineMark key={line} line={line} />)}{" "}
        <Listed items={initiative.reporters.map((reporter) => <Named key={reporter.name.text} name={reporter.name} />)} />
        {months && <> · {monthRange(months.from, months.to, language)}</>}
        {contribution.share !== null && <> · <Trans>{percent(contribution.share, language)} of it here</Trans></>}
      </p>
      <details className="small contribution-why">
        <summary>{count}</summary>
        <ul>
          {reports.map((report) => <li key={report.id}><Named name={report.reporter.name} /> · <bdi dir="ltr">{report.identifier}</bdi>{report.publisher !== null && <span className="quiet"> · <bdi>{report.publisher}</bdi></span>}{report.licence !== null && <span className="quiet"> · <bdi>{report.licence}</bdi></span>}</li>)}
          {contribution.rules.length > 0 && <li className="quiet">{contribution.rules.map((rule) => i18n._(ruleWords[rule])).join(" · ")}</li>}
        </ul>
      </details>
    </li>
  );
}
