import "./initiatives.css";
import { useQuery } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { present } from "../address.ts";
import { asProblem } from "../api/problem.ts";
import { initiativesQuery } from "../api/queries.ts";
import type { InitiativeItem, InitiativeList as List } from "../api/types.ts";
import { type Column, DataTable } from "../parts/data-table.tsx";
import { Empty } from "../parts/empty.tsx";
import { Fault } from "../parts/fault.tsx";
import { LineMark, lineWords } from "../parts/line-mark.tsx";
import { basisWords, Usd } from "../parts/money.tsx";
import { useAddress } from "../parts/use-address.ts";
import { Listed } from "../parts/listed.tsx";
import { Named } from "../parts/named.tsx";
import { MarkingLine, TlpLabel } from "../parts/tlp.tsx";
import { useTitle } from "../parts/use-title.ts";
import { Waiting } from "../parts/waiting.tsx";
import { monthRange } from "../words/dates.ts";
import { integer } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";
import { statusWords } from "./codes.ts";
import type { InitiativeSearch, Sort, SortKey, Tlp } from "./search.ts";
import { useMorePages } from "./use-more-pages.ts";

type Patch = { readonly [K in keyof InitiativeSearch]?: InitiativeSearch[K] | undefined };

/** All that is reported, as one list to work through. */
export function InitiativeList() {
  const language = useLanguage();
  const { t } = useLingui();
  const search = useSearch({ from: "/$lang/initiatives" });
  const address = useAddress();
  const change = (patch: Patch) => address((old) => ({ ...old, ...patch }), { replace: true });
  const query = { ...search };
  const answer = useQuery(initiativesQuery(language, query));
  const list = answer.data;
  useTitle(t`Initiatives`);
  // what can be chosen is counted without the other choices, so that one choice does not make the rest vanish
  const whole = useQuery(initiativesQuery(language, present({ asOf: search.asOf, basis: search.basis, limit: 1 }))).data;
  const more = useMorePages<InitiativeItem>("/api/initiatives", query, list?.next ?? null);
  if (answer.isError && list === undefined) return <section className="plain-page"><h1 className="sentence"><Trans>The initiatives could not be fetched.</Trans></h1><Fault problem={asProblem(answer.error)} retry={() => void answer.refetch()} /></section>;
  return (
    <div className="list-page" data-stale={answer.isPlaceholderData ? "" : undefined}>
      <header className="list-head">
        {list ? <ListSentence list={list} /> : <div className="sentence-wait"><Waiting lines={1} /></div>}
        {list && <p className="small quiet"><MarkingLine marking={list.marking} /></p>}
      </header>
      {list && <ListFilters facets={whole?.facets ?? list.facets} search={search} change={change} />}
      {list === undefined ? <div className="list-wait"><Waiting lines={16} /></div> : list.items.length === 0 ? <div className="list-wait"><Empty said={<Trans>No initiative matches.</Trans>}><button type="button" className="link" onClick={() => change({ q: undefined, line: undefined, member: undefined, country: undefined, area: undefined, budget: undefined, status: undefined, tlp: undefined, from: undefined, to: undefined })}><Trans>Take all filters out</Trans></button></Empty></div> : <Rows list={list} items={[...list.items, ...more.items]} sort={search.sort ?? "-money"} change={change} />}
      {more.next !== null && <p className="list-more"><button type="button" className="button" disabled={more.fetching} onClick={more.fetchNext}><Trans>More</Trans></button></p>}
      {more.problem && <div className="list-more"><Fault problem={more.problem} retry={more.fetchNext} /></div>}
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

function ListFilters({ facets, search, change }: { readonly facets: List["facets"]; readonly search: InitiativeSearch; readonly change: (patch: Patch) => void }) {
  const language = useLanguage();
  const { i18n, t } = useLingui();
  const [words, setWords] = useState(search.q ?? "");
  const submit = (event: FormEvent) => { event.preventDefault(); change({ q: words === "" ? undefined : words }); };
  const one = <T extends string>(value: string, set: (list: readonly T[] | undefined) => void) => set(value === "" ? undefined : [value as T]);
  return (
    <form className="list-filters" role="search" onSubmit={submit}>
      <input className="input" type="search" aria-label={t`Words in titles, identifiers and parties`} placeholder={t`Words in titles, identifiers and parties`} value={words} onChange={(event) => setWords(event.target.value)} onBlur={() => words !== (search.q ?? "") && change({ q: words === "" ? undefined : words })} />
      <Pick label={t`Line`} all={t`all lines`} value={search.line?.[0]} options={facets.lines.map(({ line, initiatives }) => ({ value: line, words: `${i18n._(lineWords[line])} (${integer(initiatives, language)})` }))} choose={(value) => one(value, (line) => change({ line: line as InitiativeSearch["line"] }))} />
      <Pick label={t`Who reports`} all={t`everyone`} value={search.member?.[0]} options={facets.reporters.map(({ reporter, initiatives }) => ({ value: reporter.id, words: `${reporter.name.text} (${integer(initiatives, language)})` }))} choose={(value) => one(value, (member) => change({ member }))} />
      <Pick label={t`Country`} all={t`every country`} value={search.country?.[0]} options={facets.countries.map(({ code, name, initiatives }) => ({ value: code, words: `${name.text} (${integer(initiatives, language)})` }))} choose={(value) => one(value, (country) => change({ country }))} />
      <Pick label={t`Status`} all={t`all`} value={search.status} options={facets.statuses.map(({ status, initiatives }) => ({ value: status, words: `${statusWords[status] === undefined ? status : i18n._(statusWords[status])} (${integer(initiatives, language)})` }))} choose={(value) => change({ status: value === "" ? undefined : value })} />
      <Pick label={t`Year`} all={t`all`} value={yearOf(search)} options={facets.years.toReversed().map(({ year, initiatives }) => ({ value: String(year), words: `${year} (${integer(initiatives, language)})` }))} choose={(value) => change(value === "" ? { from: undefined, to: undefined } : { from: `${value}-01`, to: `${value}-12` })} />
      <Pick label={t`Marking`} all={t`all`} value={search.tlp} options={facets.markings.map(({ tlp, initiatives }) => ({ value: tlp, words: `${tlp} (${integer(initiatives, language)})` }))} choose={(value) => change({ tlp: value === "" ? undefined : (value as Tlp) })} />
      <Pick label={t`Budget`} all={t`known or not`} value={search.budget} options={[{ value: "known", words: t`known (${integer(facets.budget.known, language)})` }, { value: "unknown", words: t`not known (${integer(facets.budget.unknown, language)})` }]} choose={(value) => change({ budget: value === "known" || value === "unknown" ? value : undefined })} />
    </form>
  );
}

/** The one whole year that is asked for; other spans stand in the address alone. */
function yearOf({ from, to }: InitiativeSearch): string | undefined {
  const year = from?.slice(0, 4);
  return year !== undefined && from === `${year}-01` && to === `${year}-12` ? year : undefined;
}

function Pick({ label, all, value, options, choose }: { readonly label: string; readonly all: string; readonly value: string | undefined; readonly options: readonly { readonly value: string; readonly words: string }[]; readonly choose: (value: string) => void }) {
  return (
    <label className="pick"><span className="label">{label}</span>
      <select value={value ?? ""} onChange={(event) => choose(event.target.value)}><option value="">{all}</option>{options.map((option) => <option key={option.value} value={option.value}>{option.words}</option>)}</select>
    </label>
  );
}

function Rows({ list, items, sort, change }: { readonly list: List; readonly items: readonly InitiativeItem[]; readonly sort: Sort; readonly change: (patch: Patch) => void }) {
  const language = useLanguage();
  const { i18n, t } = useLingui();
  const navigate = useNavigate();
  const { asOf } = useSearch({ from: "/$lang/initiatives" });
  const open = (item: InitiativeItem) => void navigate({ to: "/$lang/initiatives/$id", params: { lang: language, id: item.id }, search: present({ asOf, basis: list.basis }) });
  // chosen a second time, a column sorts the other way round
  const by = (key: SortKey, begins: "" | "-" = "") => {
    const [first, second] = begins === "" ? ([key, `-${key}`] as const) : ([`-${key}`, key] as const);
    return { now: sort === key ? ("ascending" as const) : sort === `-${key}` ? ("descending" as const) : ("none" as const), choose: () => change({ sort: sort === first ? second : first }) };
  };
  const columns: readonly Column<InitiativeItem>[] = [
    { key: "title", head: t`Initiative`, sort: by("title"), cell: (item) => <Link className="row-name" tabIndex={-1} to="/$lang/initiatives/$id" params={{ lang: language, id: item.id }} search={present({ asOf, basis: list.basis })}><Named name={item.title} /></Link> },
    { key: "lines", head: t`Lines`, sort: by("line"), cell: (item) => <span className="marks" title={item.lines.map((line) => i18n._(lineWords[line])).join(", ")}>{item.lines.map((line) => <LineMark key={line} line={line} />)}<span className="unseen">{item.lines.map((line) => i18n._(lineWords[line])).join(", ")}</span></span> },
    { key: "reporters", head: t`Reported by`, sort: by("reporter"), cell: (item) => <Listed items={item.reporters.map((reporter) => <Named key={reporter.name.text} name={reporter.name} />)} /> },
    { key: "where", head: t`Where`, sort: by("where"), cell: (item) => <Where item={item} /> },
    { key: "months", head: t`Months`, sort: by("end"), cell: (item) => item.months === null ? <span className="unknown-word"><Trans>not known</Trans></span> : <>{monthRange(item.months.from, item.months.to, language)}{item.months.assumed && <span className="quiet"> <Trans>(end assumed)</Trans></span>}</> },
    { key: "usd", head: i18n._(basisWords[list.basis]), end: true, sort: by("money", "-"), cell: (item) => <Usd usd={item.usd} /> },
    { key: "reports", head: t`Reports`, end: true, sort: by("reports", "-"), cell: (item) => integer(item.reports, language) },
    { key: "tlp", head: t`Marking`, sort: by("marking", "-"), cell: (item) => <TlpLabel tlp={item.tlp} /> },
  ];
  return <DataTable label={t`Initiatives`} rows={items} columns={columns} keyOf={(item) => item.id} open={open} />;
}

function Where({ item }: { readonly item: InitiativeItem }) {
  const areas = item.areas.filter(({ level }) => level > 0).slice(0, 3);
  const rest = item.areas.filter(({ level }) => level > 0).length - areas.length;
  if (areas.length > 0) return <><Listed items={areas.map((area) => <Named key={area.code} name={area.name} />)} />{rest > 0 && <span className="quiet"> <Trans>and {rest} more</Trans></span>}</>;
  return <Listed items={item.countries.map((country) => <Named key={country.code} name={country.name} />)} />;
}
