import "../record/record.css";
import "../claims/claim-panel.css";
import "../people/people.css";
import { useQuery } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { asProblem } from "../api/problem.ts";
import { sourceQuery } from "../api/record-queries.ts";
import type { SourcePage as Source } from "../api/record-types.ts";
import { ClaimValueWords } from "../claims/claim-value-words.tsx";
import { plainValue } from "../claims/plain-value.ts";
import { Fault } from "../parts/fault.tsx";
import { Named } from "../parts/named.tsx";
import { MarkingLine } from "../parts/tlp.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { codeWords, fieldWords, recordKindWords } from "../record/codes.ts";
import { useMay } from "../record/use-as-of.ts";
import { ProposeDeletion } from "../why/propose-act.tsx";
import { RecordNamed } from "../record/record-named.tsx";
import { longDay } from "../words/dates.ts";
import { edtfWords } from "../words/edtf-words.ts";
import { localeOf } from "../words/language.ts";
import { useLanguage } from "../words/use-language.ts";

/** One source: what it is, and every fact that rests on it, record by record. */
export function SourcePage() {
  const { id } = useParams({ from: "/$lang/sources/$id" });
  const answer = useQuery(sourceQuery(useLanguage(), id));
  if (answer.isPending) return <div className="record"><Waiting lines={12} /></div>;
  if (answer.isError) return <section className="plain-page"><h1 className="sentence"><Trans>This source could not be fetched.</Trans></h1><Fault problem={asProblem(answer.error)} retry={() => void answer.refetch()} /></section>;
  return <Page source={answer.data} />;
}

function Page({ source }: { readonly source: Source }) {
  const lang = useLanguage();
  const { i18n } = useLingui();
  const mayEdit = useMay().has("edit-record");
  const claims = source.stands.reduce((sum, one) => sum + one.claims.length, 0);
  const facts = <b><Plural value={claims} one="# fact" other="# facts" /></b>;
  const records = <b><Plural value={source.stands.length} one="# record" other="# records" /></b>;
  const tongues = new Intl.DisplayNames(localeOf[lang], { type: "language" });
  return (
    <article className="record">
      <header className="record-head">
        <div>
          <p className="record-kind"><Link className="link-plain" to="/$lang/sources" params={{ lang }}><Trans>Sources</Trans></Link></p>
          <h1 className="record-name"><bdi lang={source.language ?? undefined}>{source.title}</bdi></h1>
          <p className="sentence">{claims === 0 ? <Trans>Nothing on record rests on it yet.</Trans> : <Trans>{facts} about {records} rest on it.</Trans>}</p>
          <p className="record-marking"><MarkingLine marking={source.marking} why={{ kind: "source", id: source.id }} /></p>
        </div>
        <dl className="record-facts">
          {source.publisher && <div><dt><Trans>Publisher</Trans></dt><dd><bdi>{source.publisher}</bdi></dd></div>}
          {source.published && <div><dt><Trans>Published</Trans></dt><dd>{edtfWords(source.published, lang)}</dd></div>}
          {source.language && <div><dt><Trans>Language</Trans></dt><dd>{tongues.of(source.language) ?? source.language}</dd></div>}
          {source.licence && <div><dt><Trans>Licence</Trans></dt><dd><bdi>{source.licence}</bdi></dd></div>}
          {source.url && <div><dt><Trans>Address</Trans></dt><dd><a className="link claim-url" href={source.url} rel="noreferrer" target="_blank"><bdi dir="ltr">{source.url}</bdi></a></dd></div>}
          {source.note && <div><dt><Trans>Note</Trans></dt><dd dir="auto">{source.note}</dd></div>}
          <div><dt><Trans>Added</Trans></dt><dd>{source.added.by === null ? <Trans>with the record</Trans> : <><Named name={source.added.by} /> · {longDay(source.added.at.slice(0, 10), lang)}</>}</dd></div>
        </dl>
      </header>
      {source.stands.length > 0 && (
        <section className="record-part" aria-labelledby="stands-head">
          <h2 id="stands-head"><Trans>What rests on it</Trans></h2>
          <ul className="stands">
            {source.stands.map(({ record, claims: some }) => (
              <li key={record.id}>
                <p><Stand record={record} /> <span className="quiet small">{codeWords(recordKindWords, record.kind, i18n)}</span></p>
                <ul>{some.map((claim) => <li key={claim.id} className="stand" data-shown={claim.shown ? "" : undefined}><span className="quiet">{codeWords(fieldWords, claim.field, i18n)}</span><span dir="auto"><ClaimValueWords kind={record.kind} field={claim.field} value={plainValue(record.kind, claim.field, claim.text)} />{claim.locator && <span className="quiet small"> · <bdi>{claim.locator}</bdi></span>}{!claim.shown && <span className="quiet small"> · <Trans>another value is shown</Trans></span>}</span></li>)}</ul>
              </li>
            ))}
          </ul>
        </section>
      )}
      {mayEdit && <ProposeDeletion id={source.id} />}
    </article>
  );
}

function Stand({ record: { kind, id, name } }: { readonly record: Source["stands"][number]["record"] }) {
  const lang = useLanguage();
  const words = <b><RecordNamed name={name} /></b>;
  if (kind === "meeting") return <Link className="link-plain" to="/$lang/meetings/$id" params={{ lang, id }}>{words}</Link>;
  if (kind === "body") return <Link className="link-plain" to="/$lang/bodies/$id" params={{ lang, id }}>{words}</Link>;
  if (kind === "member") return <Link className="link-plain" to="/$lang/members/$id" params={{ lang, id }}>{words}</Link>;
  if (kind === "undertaking") return <Link className="link-plain" to="/$lang/undertakings/$id" params={{ lang, id }}>{words}</Link>;
  if (kind === "text") return <Link className="link-plain" to="/$lang/texts/$id" params={{ lang, id }}>{words}</Link>;
  if (kind === "person") return <Link className="link-plain" to="/$lang/persons/$id" params={{ lang, id }}>{words}</Link>;
  return <Link className="link-plain" to="/$lang/history/$kind/$id" params={{ lang, kind, id }}>{words}</Link>;
}
