import "../record/record.css";
import "../claims/claim-panel.css";
import { useQuery } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { asProblem } from "../api/problem.ts";
import { sourcesQuery } from "../api/record-queries.ts";
import type { SourceItem } from "../api/record-types.ts";
import { useMorePages } from "../initiatives/use-more-pages.ts";
import { type Column, DataTable } from "../parts/data-table.tsx";
import { Empty } from "../parts/empty.tsx";
import { Fault } from "../parts/fault.tsx";
import { MarkingLine, TlpLabel } from "../parts/tlp.tsx";
import { useAddress } from "../parts/use-address.ts";
import { Waiting } from "../parts/waiting.tsx";
import { edtfWords } from "../words/edtf-words.ts";
import { integer } from "../words/figures.ts";
import { localeOf } from "../words/language.ts";
import { useLanguage } from "../words/use-language.ts";

/** Every document and data set, and how much stands on it. */
export function SourceListPage() {
  const lang = useLanguage();
  const { t } = useLingui();
  const { q } = useSearch({ from: "/$lang/sources" });
  const address = useAddress();
  const navigate = useNavigate();
  const [words, setWords] = useState(q ?? "");
  const query = { q, limit: 100 };
  const answer = useQuery(sourcesQuery(lang, query));
  const list = answer.data;
  const more = useMorePages<SourceItem>("/api/sources", query, list?.next ?? null);
  const tongues = new Intl.DisplayNames(localeOf[lang], { type: "language" });
  if (answer.isError && list === undefined) return <section className="plain-page"><h1 className="sentence"><Trans>The sources could not be fetched.</Trans></h1><Fault problem={asProblem(answer.error)} retry={() => void answer.refetch()} /></section>;
  const columns: readonly Column<SourceItem>[] = [
    { key: "title", head: t`Source`, cell: (one) => <Link className="link-plain" tabIndex={-1} to="/$lang/sources/$id" params={{ lang, id: one.id }}><bdi lang={one.language ?? undefined}>{one.title}</bdi></Link> },
    { key: "publisher", head: t`Publisher`, cell: (one) => <bdi>{one.publisher ?? ""}</bdi> },
    { key: "published", head: t`Published`, cell: (one) => (one.published === null ? <></> : edtfWords(one.published, lang)) },
    { key: "language", head: t`Language`, cell: (one) => (one.language === null ? "" : (tongues.of(one.language) ?? one.language)) },
    { key: "claims", head: t`Facts`, end: true, cell: (one) => integer(one.claims, lang) },
    { key: "reports", head: t`Reports`, end: true, cell: (one) => (one.reports === 0 ? "" : integer(one.reports, lang)) },
    { key: "tlp", head: t`Marking`, cell: (one) => <TlpLabel tlp={one.tlp} /> },
  ];
  return (
    <article className="record sources">
      <header>
        <p className="record-kind"><Link className="link-plain" to="/$lang/record" params={{ lang }}><Trans>Record</Trans></Link></p>
        <h1 className="sentence">{list && <><b><Plural value={list.total} one="# source" other="# sources" /></b> {q !== undefined && <Trans>with these words</Trans>}</>}</h1>
        {list && <p className="record-marking"><MarkingLine marking={list.marking} /></p>}
      </header>
      <form className="members-tools" role="search" onSubmit={(event) => { event.preventDefault(); address((old) => ({ ...old, q: words }), { replace: true }); }}>
        <input className="input" type="search" aria-label={t`Words of its title or publisher`} placeholder={t`Words of its title or publisher`} value={words} onChange={(event) => setWords(event.target.value)} onBlur={() => { if (words !== (q ?? "")) address((old) => ({ ...old, q: words }), { replace: true }); }} />
      </form>
      <div className="record-part members-frame">
        {list === undefined ? <Waiting lines={14} /> : list.items.length === 0 ? <Empty said={<Trans>No source has these words.</Trans>} /> : <DataTable label={t`Sources`} rows={[...list.items, ...more.items]} columns={columns} keyOf={(one) => one.id} open={(one) => void navigate({ to: "/$lang/sources/$id", params: { lang, id: one.id } })} />}
        {more.next !== null && <p><button type="button" className="button" disabled={more.fetching} onClick={more.fetchNext}><Trans>More</Trans></button></p>}
      </div>
    </article>
  );
}
