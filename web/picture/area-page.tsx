import "./area-page.css";
import { useQuery } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { asProblem } from "../api/problem.ts";
import { areaQuery } from "../api/queries.ts";
import type { AreaPage as Page } from "../api/types.ts";
import { Empty } from "../parts/empty.tsx";
import { Fault } from "../parts/fault.tsx";
import { LineName } from "../parts/line-mark.tsx";
import { Bar, basisWords, NotKnown, Usd } from "../parts/money.tsx";
import { Listed } from "../parts/listed.tsx";
import { Named } from "../parts/named.tsx";
import { moveInRows } from "../parts/rows.ts";
import { MarkingLine } from "../parts/tlp.tsx";
import { useTitle } from "../parts/use-title.ts";
import { Waiting } from "../parts/waiting.tsx";
import { monthRange } from "../words/dates.ts";
import { decimal, integer, percent } from "../words/figures.ts";
import { localeOf } from "../words/language.ts";
import { useLanguage } from "../words/use-language.ts";
import { ContributionRow } from "./contribution-row.tsx";
import { MonthBars } from "./month-bars.tsx";
import { OverlapRow } from "./overlap-row.tsx";
import { questionOf } from "./question.ts";
import { useFilters } from "./use-filters.ts";

const NoneStated = lazy(() => import("./none-stated.tsx").then((m) => ({ default: m.NoneStated })));

/** One area, opened beside the map: what is needed, what is at work there, line by line, down to the reports. */
export function AreaPage() {
  const language = useLanguage();
  const [search] = useFilters();
  const { code } = useParams({ from: "/$lang/picture/area/$code" });
  const answer = useQuery(areaQuery(language, code, questionOf(search)));
  useTitle(answer.data?.area.name.text);
  return (
    <article className="area-page">
      <p className="area-back"><Link className="link small" to="/$lang/picture" params={{ lang: language }} search={search}><Trans>Back to the lists</Trans></Link></p>
      {answer.isPending ? <Waiting lines={14} /> : answer.isError ? <Fault problem={asProblem(answer.error)} retry={() => void answer.refetch()} /> : <Area page={answer.data} />}
    </article>
  );
}

function Area({ page }: { readonly page: Page }) {
  const language = useLanguage();
  const { i18n } = useLingui();
  const [search] = useFilters();
  const { cell } = page;
  const months = monthRange(page.period.from, page.period.to, language);
  return (
    <>
      <header className="area-head">
        <p className="small"><MarkingLine marking={page.marking} /></p>
        <h2 className="area-name"><Named name={page.area.name} /> <span className="quiet"><Named name={page.area.country.name} /></span></h2>
        <AreaSentence page={page} />
        <p className="small quiet"><Trans>{months} · {i18n._(basisWords[page.basis]).toLocaleLowerCase(localeOf[language])}, from what you may see</Trans></p>
      </header>
      <dl className="area-facts">
        <div><dt><Trans>Supply</Trans></dt><dd>{cell.state === "not-known" ? <NotKnown /> : cell.initiatives === 0 ? <Trans>none reported</Trans> : <Usd usd={cell.supplyUsd} />}</dd></div>
        <div><dt><Trans>Need</Trans></dt><dd>{cell.need?.usd != null ? <Usd usd={cell.need.usd} /> : cell.need?.priority != null ? <Trans>priority {integer(cell.need.priority.rank, language)} of {integer(cell.need.priority.of, language)}</Trans> : <NotKnown />}</dd></div>
        <div><dt><Trans>People in need</Trans></dt><dd>{cell.need?.people == null ? <NotKnown /> : integer(cell.need.people, language)}</dd></div>
        <div><dt><Trans>Threat</Trans></dt><dd>{cell.threat === null ? <NotKnown /> : <><Listed items={[<Plural key="events" value={Math.round(cell.threat.events)} one="# event" other="# events" />, <Plural key="deaths" value={Math.round(cell.threat.deaths)} one="# death" other="# deaths" />]} />{<span className="quiet small"> · {monthRange(cell.threat.months.from, cell.threat.months.to, language)}</span>}{cell.threat.trend !== null && <span className="quiet small"> · <Trans>×{decimal(cell.threat.trend, language)} lately</Trans></span>}</>}</dd></div>
      </dl>
      <section className="area-part">
        <h3><Trans>By line of effort</Trans></h3>
        <ul className="area-lines">{page.lines.map((line) => <LineRow key={line.line} line={line} />)}</ul>
      </section>
      <section className="area-part"><h3><Trans>Month by month</Trans></h3><MonthBars months={page.byMonth} /></section>
      <section className="area-part">
        <h3><Trans>At work here</Trans></h3>
        {page.contributions.length === 0 ? (
          <Empty said={cell.state === "not-known" ? <Trans>Nobody reported on this area. This is not nobody there.</Trans> : <Trans>Reports cover this area and name no work in these months.</Trans>} />
        ) : (
          <ol className="contributions" onKeyDown={moveInRows}>{page.contributions.map((one, i) => <ContributionRow key={`${one.initiative.id} ${i}`} contribution={one} />)}</ol>
        )}
      </section>
      <Suspense fallback={null}><NoneStated key={page.area.code} area={page.area.code} period={page.period} /></Suspense>
      {page.overlaps.total > 0 && (
        <section className="area-part flush">
          <h3><Plural value={page.overlaps.total} one="# pair meets here" other="# pairs meet here" /></h3>
          <ol onKeyDown={moveInRows}>{page.overlaps.items.map((pair, i) => <OverlapRow key={`${pair.a.id} ${pair.b.id}`} pair={pair} rank={i + 1} />)}</ol>
        </section>
      )}
      <footer className="area-part small quiet">
        {page.neighbours.length > 0 && <details><summary><Trans>The other areas of <Named name={page.area.country.name} /></Trans></summary><ul className="area-others">{page.neighbours.map((area) => <li key={area.code}><Link className="link" to="/$lang/picture/area/$code" params={{ lang: language, code: area.code }} search={search}><Named name={area.name} /></Link></li>)}</ul></details>}
        {page.needFrom.length > 0 && <p><Trans>Need from:</Trans> <Listed items={page.needFrom.map(({ source, note }) => <span key={source.text}><Named name={source} />{note !== null && <> (<bdi>{note}</bdi>)</>}</span>)} /></p>}
        <p><Trans>Area <bdi dir="ltr">{page.area.code}</bdi> in the boundaries of <bdi>{page.boundaries.title}</bdi></Trans></p>
      </footer>
    </>
  );
}

function AreaSentence({ page }: { readonly page: Page }) {
  const { cell } = page;
  if (cell.state === "not-known") return <p className="area-sentence"><Trans>Nobody reported on this area; whether anyone works here is not known.</Trans></p>;
  if (cell.initiatives === 0) return <p className="area-sentence"><Trans>No work is reported here in these months.</Trans></p>;
  return (
    <p className="area-sentence">
      <Listed items={[<Plural key="all" value={cell.initiatives} one="# initiative is reported here" other="# initiatives are reported here" />, ...(cell.unknownBudget > 0 ? [<Plural key="unknown" value={cell.unknownBudget} one="# of unknown budget" other="# of unknown budget" />] : [])]} />.
      {cell.label === "under-served" && <> <b><Trans>Under-served.</Trans></b></>}
      {cell.label === "crowded" && <> <b><Trans>Crowded: more is reported than is needed.</Trans></b></>}
    </p>
  );
}

function LineRow({ line }: { readonly line: Page["lines"][number] }) {
  const language = useLanguage();
  return (
    <li className="area-line">
      <span><LineName line={line.line} /></span>
      <span className="figures">
        {line.state === "not-known" ? <NotKnown /> : line.initiatives === 0 ? <span className="quiet"><Trans>none reported</Trans></span> : <><Usd usd={line.supplyUsd} />{line.need?.usd != null && <span className="quiet"> <Trans>of {<Usd usd={line.need.usd} />}</Trans></span>}</>}
        {line.coverage !== null && <span className="quiet"> · {percent(line.coverage, language)}</span>}
      </span>
      <Bar share={line.state === "not-known" ? null : line.coverage ?? (line.initiatives === 0 ? 0 : null)} line={line.line} />
    </li>
  );
}
