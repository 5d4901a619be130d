import "./initiatives.css";
import { useQuery } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type KeyboardEvent, lazy, Suspense, useRef } from "react";
import { present } from "../address.ts";
import { asProblem } from "../api/problem.ts";
import { initiativesQuery } from "../api/queries.ts";
import type { InitiativeItem, InitiativeList as List } from "../api/types.ts";
import { Empty } from "../parts/empty.tsx";
import { Fault } from "../parts/fault.tsx";
import { MarkingLine } from "../parts/tlp.tsx";
import { useAddress } from "../parts/use-address.ts";
import { useTitle } from "../parts/use-title.ts";
import { Waiting } from "../parts/waiting.tsx";
import { useLanguage } from "../words/use-language.ts";
import { ListFilters, noFilter, type Patch } from "./filter-picks.tsx";
import { ColumnsChoice, ListFiles, ListViews } from "./list-acts.tsx";
import { ListRows } from "./list-rows.tsx";
import { questionOfList, type ShownKey } from "./search.ts";
import { useColumns } from "./use-columns.ts";
import { useDesk } from "./use-desk.ts";
import { useMorePages } from "./use-more-pages.ts";

const Beside = lazy(async () => ({ default: (await import("./beside-list.tsx")).BesideList }));
/** What there is room for when an initiative stands beside. */
const besideShown: ReadonlySet<ShownKey> = new Set(["title", "lines", "usd"]);

/** All that is reported, as one list to work through; at a desk one of it stands open beside it. */
export function InitiativeList() {
  const language = useLanguage();
  const { t } = useLingui();
  const search = useSearch({ from: "/$lang/initiatives" });
  const address = useAddress();
  const navigate = useNavigate();
  const desk = useDesk();
  const place = useRef<HTMLDivElement>(null);
  const change = (patch: Patch) => address((old) => ({ ...old, ...patch }), { replace: true });
  const [columns, chooseColumns] = useColumns(search.columns, (keys) => change({ columns: keys }));
  const query = questionOfList(search);
  const answer = useQuery(initiativesQuery(language, query));
  const list = answer.data;
  useTitle(t`Initiatives`);
  // what can be chosen is counted without the other choices, so that one choice does not make the rest vanish
  const whole = useQuery(initiativesQuery(language, present({ asOf: search.asOf, basis: search.basis, limit: 1 }))).data;
  const more = useMorePages<InitiativeItem>("/api/initiatives", query, list?.next ?? null);
  if (answer.isError && list === undefined) return <section className="plain-page"><h1 className="sentence"><Trans>The initiatives could not be fetched.</Trans></h1><Fault problem={asProblem(answer.error)} retry={() => void answer.refetch()} /></section>;
  const opened = desk ? search.open : undefined;
  const open = (item: InitiativeItem) => (desk ? change({ open: item.id }) : void navigate({ to: "/$lang/initiatives/$id", params: { lang: language, id: item.id }, search: present({ asOf: search.asOf, basis: list?.basis }) }));
  const close = () => {
    change({ open: undefined });
    place.current?.querySelector<HTMLElement>("tr[aria-current]")?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => { if (event.key === "Escape" && opened !== undefined) close(); };
  return (
    <div className="list-page" data-stale={answer.isPlaceholderData ? "" : undefined} data-beside={opened === undefined ? undefined : ""}>
      <header className="list-head">
        {list ? <ListSentence list={list} /> : <div className="sentence-wait"><Waiting lines={1} /></div>}
        {list && <p className="small quiet"><MarkingLine marking={list.marking} /></p>}
      </header>
      {list && <ListFilters facets={whole?.facets ?? list.facets} search={search} change={change} />}
      {list && <div className="list-acts no-print"><ListViews search={search} shown={columns} /><ColumnsChoice shown={columns} choose={chooseColumns} /><ListFiles search={search} shown={columns} /></div>}
      <div className="list-and-beside" role="group" aria-label={t`Initiatives`} ref={place} onKeyDown={onKeyDown}>
        <div className="list-rows">
          {list === undefined ? <div className="list-wait"><Waiting lines={16} /></div> : list.items.length === 0 ? <div className="list-wait"><Empty said={<Trans>No initiative matches.</Trans>}><button type="button" className="link" onClick={() => change(noFilter)}><Trans>Take all filters out</Trans></button></Empty></div> : <ListRows list={list} items={[...list.items, ...more.items]} search={search} shown={opened === undefined ? columns : columns.filter((key) => besideShown.has(key))} change={change} open={open} reach={(item) => { if (opened !== undefined && item.id !== opened) change({ open: item.id }); }} />}
          {more.next !== null && <p className="list-more"><button type="button" className="button" disabled={more.fetching} onClick={more.fetchNext}><Trans>More</Trans></button></p>}
          {more.problem && <div className="list-more"><Fault problem={more.problem} retry={more.fetchNext} /></div>}
        </div>
        {opened !== undefined && <Suspense fallback={<aside className="list-beside"><Waiting lines={12} /></aside>}><Beside id={opened} asOf={search.asOf} basis={search.basis} close={close} /></Suspense>}
      </div>
    </div>
  );
}

function ListSentence({ list }: { readonly list: List }) {
  const { unknown } = list.facets.budget;
  const count = <b><Plural value={list.total} one="# initiative" other="# initiatives" /></b>;
  const without = <Plural value={unknown} one="# of them without a known budget" other="# of them without a known budget" />;
  return (
    <h1 className="sentence">
      {unknown > 0 ? <Trans>{count}, {without}.</Trans> : <Trans>{count}.</Trans>}
    </h1>
  );
}
