import "./overlaps.css";
import { useQuery } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, Outlet, useParams, useSearch } from "@tanstack/react-router";
import { asProblem } from "../api/problem.ts";
import { overlapsQuery } from "../api/queries.ts";
import type { OverlapItem } from "../api/types.ts";
import { Empty } from "../parts/empty.tsx";
import { Fault } from "../parts/fault.tsx";
import { moveInRows } from "../parts/rows.ts";
import { SaveList } from "../parts/save-list.tsx";
import { useAddress } from "../parts/use-address.ts";
import { useTitle } from "../parts/use-title.ts";
import { Waiting } from "../parts/waiting.tsx";
import { OverlapRow } from "../picture/overlap-row.tsx";
import { useMorePages } from "../initiatives/use-more-pages.ts";
import { questionOf } from "../picture/question.ts";
import { useLanguage } from "../words/use-language.ts";

/** All pairs that meet, in their order; the one that is open stands beside them. */
export function OverlapScene() {
  const language = useLanguage();
  const { t } = useLingui();
  const search = useSearch({ from: "/$lang/overlaps" });
  const { a } = useParams({ strict: false });
  const question = { ...questionOf(search), ...(search.place === undefined ? {} : { place: search.place }) };
  useTitle(t`Overlaps`);
  const answer = useQuery(overlapsQuery(language, question));
  const more = useMorePages<OverlapItem>("/api/overlaps", question, answer.data?.next ?? null);
  const count = answer.data && <Plural value={answer.data.total} one="# overlap" other="# overlaps" />;
  return (
    <div className="overlaps" data-opened={a === undefined ? undefined : ""}>
      <nav className="overlap-list" aria-label={t`Overlaps`}>
        <div className="overlap-list-head">{answer.data ? a === undefined ? <h1><b>{count}</b></h1> : <b>{count}</b> : " "} <Link className="link small" to="/$lang/picture" params={{ lang: language }} search={{ ...search, side: "overlaps" }}><Trans>in the picture</Trans></Link></div>
        <PlaceSwitch />
        {answer.data !== undefined && answer.data.items.length > 0 && <p className="overlap-save"><SaveList path="/api/overlaps/export" query={question} /></p>}
        {answer.isPending ? <div className="findings-wait"><Waiting lines={14} /></div> : answer.isError ? <div className="findings-wait"><Fault problem={asProblem(answer.error)} retry={() => void answer.refetch()} /></div> : answer.data.items.length === 0 ? (
          <div className="findings-empty"><Empty said={<Trans>No two initiatives share line, place, months and people here.</Trans>}><Trans>This is from what you may see.</Trans></Empty></div>
        ) : (
          <ol onKeyDown={moveInRows}>{[...answer.data.items, ...more.items].map((pair, i) => <OverlapRow key={`${pair.a.id} ${pair.b.id}`} pair={pair} rank={i + 1} search={search} />)}</ol>
        )}
        {more.next !== null && <p className="findings-foot"><button type="button" className="button" disabled={more.fetching} onClick={more.fetchNext}><Trans>More</Trans></button></p>}
        <p className="overlap-keys small quiet"><kbd className="key">J</kbd> <kbd className="key">K</kbd> <Trans>move</Trans> · <kbd className="key">Enter</kbd> <Trans>open</Trans></p>
      </nav>
      <div className="overlap-detail"><Outlet /></div>
    </div>
  );
}

/** Whether two meet in one area, or are only known to work in the same country, are findings of different weight. */
function PlaceSwitch() {
  const { t } = useLingui();
  const { place } = useSearch({ from: "/$lang/overlaps" });
  const change = useAddress();
  const choices = [{ place: undefined, name: t`all` }, { place: "area", name: t`in an area` }, { place: "country", name: t`in a country only` }] as const;
  return (
    <div className="place-switch" role="radiogroup" aria-label={t`Where they meet`}>
      {choices.map((choice) => <button key={choice.name} type="button" role="radio" aria-checked={place === choice.place} onClick={() => change((old) => ({ ...old, place: choice.place }), { replace: true })}>{choice.name}</button>)}
    </div>
  );
}
