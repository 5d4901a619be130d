import "../record/record.css";
import { useQuery } from "@tanstack/react-query";
import { plural } from "@lingui/core/macro";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { meetingsQuery } from "../api/record-queries.ts";
import type { MeetingInList } from "../api/record-types.ts";
import { countryName, RefLink } from "../claims/claim-value-words.tsx";
import { FieldProof } from "../claims/field-proof.tsx";
import { type Column, DataTable } from "../parts/data-table.tsx";
import { Named } from "../parts/named.tsx";
import { NotKnown } from "../parts/money.tsx";
import { MarkingLine } from "../parts/tlp.tsx";
import { useAddress } from "../parts/use-address.ts";
import { Waiting } from "../parts/waiting.tsx";
import { PrintMarking } from "../record/print-marking.tsx";
import { RecordFault } from "../record/record-fault.tsx";
import { useAsOf, useMay } from "../record/use-as-of.ts";
import { edtfWords } from "../words/edtf-words.ts";
import { plain } from "../words/plain.ts";
import { useLanguage } from "../words/use-language.ts";

/** Every meeting of every body: the next one first, then what was held, the latest first. */
export function MeetingList() {
  const lang = useLanguage();
  const { t } = useLingui();
  const { on } = useAsOf();
  const may = useMay();
  const navigate = useNavigate();
  const address = useAddress();
  const search: { readonly q?: string; readonly body?: string } = useSearch({ strict: false });
  const answer = useQuery(meetingsQuery(lang, on));
  if (answer.isPending) return <div className="record"><Waiting lines={16} /></div>;
  if (answer.isError) return <RecordFault said={<Trans>The meetings could not be fetched.</Trans>} error={answer.error} again={() => void answer.refetch()} />;
  const { items } = answer.data;
  const words = plain(search.q ?? "");
  const shown = items.filter((one) => (search.body === undefined || one.body.id === search.body) && (words === "" || plain([one.title.text, one.place.value?.text, one.body.name.text, one.date.value, one.country.value === null ? "" : countryName(one.country.value, lang)].join(" ")).includes(words)));
  const bodies = [...new Map(items.map(({ body }) => [body.id, body])).values()];
  const next = items.find(({ held }) => held === "no");
  const held = <b><Plural value={items.filter((one) => one.held === "yes").length} one="# meeting" other="# meetings" /></b>;
  const columns: readonly Column<MeetingInList>[] = [
    { key: "title", head: t`Meeting`, cell: ({ id, title }) => <Link className="link-plain" tabIndex={-1} to="/$lang/meetings/$id" params={{ lang, id }}><Named name={title} /></Link> },
    { key: "date", head: t`Date`, cell: (one) => <>{one.date.value === null ? <NotKnown /> : edtfWords(one.date.value, lang)} <FieldProof of={one.date} label={t`Date of ${one.title.text}`} record={one.id} field="date" />{one.held === "no" && one.date.value !== null && <span className="quiet"> · <Trans>to come</Trans></span>}{one.held === "between" && <span className="warm"> · <Trans>between two dates</Trans></span>}</> },
    { key: "place", head: t`Place`, cell: (one) => (one.place.value === null ? one.country.value === null ? <NotKnown /> : <bdi>{countryName(one.country.value, lang)}</bdi> : <Named name={one.place.value} />) },
    { key: "body", head: t`Body`, cell: ({ body }) => <RefLink to={body} /> },
    { key: "came", head: t`What came of it`, cell: ({ delegations, texts, undertakings }) => <span className="quiet">{[delegations > 0 && plural(delegations, { one: "# delegation", other: "# delegations" }), texts > 0 && plural(texts, { one: "# text", other: "# texts" }), undertakings > 0 && plural(undertakings, { one: "# undertaking", other: "# undertakings" })].filter((part) => part !== false).join(" · ")}</span> },
  ];
  return (
    <article className="record printed">
      <header>
        <p className="record-kind"><Link className="link-plain" to="/$lang/record" params={{ lang }}><Trans>Record</Trans></Link></p>
        <h1 className="sentence">
          <Trans>{held} were held by that day.</Trans>{" "}
          {next !== undefined && next.date.value !== null && <Trans>Next: <Link className="figure" to="/$lang/meetings/$id" params={{ lang, id: next.id }}><Named name={next.title} /></Link>, {edtfWords(next.date.value, lang)}.</Trans>}
        </h1>
        <p className="record-marking"><MarkingLine marking={answer.data.marking} /></p>
      </header>
      <div className="record-part members-frame">
        <div className="members-tools">
          <input className="input" type="search" aria-label={t`Words, a place, a body`} placeholder={t`Words, a place, a body`} value={search.q ?? ""} onChange={(event) => address((old) => ({ ...old, q: event.target.value }), { replace: true })} />
          <select className="input" aria-label={t`Of the body`} value={search.body ?? ""} onChange={(event) => address((old) => ({ ...old, body: event.target.value === "" ? undefined : event.target.value }), { replace: true })}>
            <option value="">{t`all bodies`}</option>
            {bodies.map(({ id, name }) => <option key={id} value={id ?? ""}>{name.text}</option>)}
          </select>
          {may.has("edit-record") && <Link className="link" to="/$lang/meetings/new" params={{ lang }} search={search.body === undefined ? {} : { body: search.body }}><Trans>Enter a meeting</Trans></Link>}
        </div>
        {shown.length === 0 ? <p className="quiet"><Trans>No meeting matches.</Trans></p> : <DataTable label={t`Meetings`} rows={shown} columns={columns} keyOf={({ id }) => id} open={({ id }) => void navigate({ to: "/$lang/meetings/$id", params: { lang, id }, search: () => on })} />}
      </div>
      <PrintMarking marking={answer.data.marking} asOf={answer.data.asOf} />
    </article>
  );
}
