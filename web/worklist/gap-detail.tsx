import { useQuery } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { asProblem } from "../api/problem.ts";
import { gapCellQuery } from "../api/work-queries.ts";
import type { GapCell } from "../api/types.ts";
import { DecideBar } from "../coordination/decide-bar.tsx";
import { Fault } from "../parts/fault.tsx";
import { lineWords } from "../parts/line-mark.tsx";
import { NotKnown, Usd } from "../parts/money.tsx";
import { Named } from "../parts/named.tsx";
import { MarkingLine } from "../parts/tlp.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { ContributionRow } from "../picture/contribution-row.tsx";
import { monthRange } from "../words/dates.ts";
import { integer } from "../words/figures.ts";
import { localeOf } from "../words/language.ts";
import { useLanguage } from "../words/use-language.ts";

/** One area and line: what is needed, what is known to be there, what each figure rests on, and what may be decided. */
export function GapDetail({ area, line }: { readonly area: string; readonly line: string | null }) {
  const language = useLanguage();
  const answer = useQuery(gapCellQuery(language, area, line ?? "all", {}));
  if (answer.isPending) return <div className="pair"><Waiting lines={10} /></div>;
  if (answer.isError) return <div className="pair"><Fault problem={asProblem(answer.error)} retry={() => void answer.refetch()} /></div>;
  return <GapPage gap={answer.data} />;
}

function GapPage({ gap }: { readonly gap: GapCell }) {
  const language = useLanguage();
  const { t } = useLingui();
  const said: readonly (readonly [string, ReactNode])[] = [
    [t`Need`, gap.need === null ? <NotKnown /> : gap.need.usd !== null ? <Usd usd={gap.need.usd} /> : gap.need.people !== null ? <Plural value={gap.need.people} one="# person" other="# people" /> : gap.need.priority !== null ? <Trans>not known; priority {integer(gap.need.priority.rank, language)} of {integer(gap.need.priority.of, language)} by violence</Trans> : <NotKnown />],
    [t`Work reported`, gap.state === "not-known" ? <Trans>nobody reported; this is not nobody there</Trans> : gap.state === "none-reported" ? <Trans>none, as members state</Trans> : <><Usd usd={gap.supplyUsd} /> <span className="quiet">· <Plural value={gap.initiatives} one="# initiative" other="# initiatives" /></span></>],
    [t`Missing`, gap.gapUsd !== null ? <Usd usd={gap.gapUsd} /> : gap.gapPeople !== null ? <Plural value={gap.gapPeople} one="# person not reached" other="# people not reached" /> : <NotKnown />],
    ...(gap.threat === null ? [] : [[t`Violence`, <><Plural value={Math.round(gap.threat.events)} one="# event" other="# events" />, <Plural value={Math.round(gap.threat.deaths)} one="# death" other="# deaths" /> <span className="quiet">· {monthRange(gap.threat.months.from, gap.threat.months.to, language)}</span></>] as const]),
  ];
  return (
    <>
      <article className="pair">
        <header className="pair-head">
          <GapSentence gap={gap} />
          <p className="small pair-marking"><MarkingLine marking={gap.marking} /></p>
        </header>
        <dl className="work-facts">{said.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
        {gap.needFrom.length > 0 && <section className="pair-behind"><h2><Trans>What is asked for</Trans></h2><ul className="work-needs">{gap.needFrom.map((n, i) => <li key={i}><Named name={n.source} />{n.by !== null && <span className="quiet"> · <Named name={n.by} /></span>} · {monthRange(n.months.from, n.months.to, language)} · {n.usd !== null ? <Usd usd={n.usd} /> : n.people !== null ? <Plural value={n.people} one="# person" other="# people" /> : <NotKnown />}</li>)}</ul></section>}
        {gap.contributions.length > 0 && <section className="pair-behind"><h2><Trans>What is there</Trans></h2><ol className="contributions">{gap.contributions.map((one, i) => <ContributionRow key={i} contribution={one} />)}</ol></section>}
        <p><Link className="link" to="/$lang/picture/area/$code" params={{ lang: language, code: gap.area.code }}><Trans>All of {<Named name={gap.area.name} />}</Trans></Link></p>
      </article>
      <DecideBar
        path={`/api/gaps/${gap.area.code}/${gap.line ?? "all"}/decision`}
        choices={[
          { key: "t", outcome: "taken-up", words: t`Take it up…`, asks: "undertaking" },
          { key: "r", outcome: "requested", words: t`Request…`, asks: "request" },
          { key: "a", outcome: "accepted", words: t`Accept for now…`, asks: "reason" },
        ]}
        decision={gap.decision} decisions={gap.decisions} mayDecide={gap.mayDecide} reports={gap.contributions.reduce((sum, c) => sum + c.reports.length, 0)} now={gap.gapUsd}
        otherwise={<Trans>To decide, sign in with a role in a body of the coalition.</Trans>}
      />
    </>
  );
}

function GapSentence({ gap }: { readonly gap: GapCell }) {
  const language = useLanguage();
  const { i18n } = useLingui();
  const area = <b><Named name={gap.area.name} /></b>;
  const work = gap.line === null ? null : i18n._(lineWords[gap.line]).toLocaleLowerCase(localeOf[language]);
  const period = monthRange(gap.period.from, gap.period.to, language);
  if (gap.need?.usd != null && gap.gapUsd !== null) return <h1 className="sentence"><Trans>In {area}, {<Usd usd={gap.gapUsd} />} of {<Usd usd={gap.need.usd} />} asked for {work} is missing, {period}.</Trans></h1>;
  if (work !== null) return <h1 className="sentence"><Trans>In {area}, people in need are not reached by {work}, {period}.</Trans></h1>;
  return <h1 className="sentence"><Trans>In {area} there is violence, and nobody reported work, {period}.</Trans></h1>;
}
