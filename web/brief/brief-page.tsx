import "../record/record.css";
import "./brief.css";
import { useQuery } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { briefQuery, meetingsQuery } from "../api/record-queries.ts";
import type { Brief } from "../api/record-types.ts";
import { RefLink, RefList } from "../claims/claim-value-words.tsx";
import { Named } from "../parts/named.tsx";
import { MarkingLine } from "../parts/tlp.tsx";
import { useAddress } from "../parts/use-address.ts";
import { Waiting } from "../parts/waiting.tsx";
import { codeWords, fieldWords, officeWords } from "../record/codes.ts";
import { PrintMarking } from "../record/print-marking.tsx";
import { RecordFault } from "../record/record-fault.tsx";
import { RecordNamed } from "../record/record-named.tsx";
import { UndertakingStateWords } from "../record/undertaking-state-words.tsx";
import { useAsOf } from "../record/use-as-of.ts";
import { longDay } from "../words/dates.ts";
import { edtfWords } from "../words/edtf-words.ts";
import { statedAmount } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";
import { Cites } from "./cites.tsx";
import { PicturePart } from "./picture-part.tsx";

/** What one takes into the room: where work collides or is missing, who sits, what was promised, what is disputed; each line with its sources. */
export function BriefPage() {
  const { id } = useParams({ from: "/$lang/brief/$id" });
  const { meeting }: { readonly meeting?: string } = useSearch({ strict: false });
  const answer = useQuery(briefQuery(useLanguage(), id, { ...useAsOf().on, meeting }));
  if (answer.isPending) return <div className="record"><Waiting lines={20} /></div>;
  if (answer.isError) return <RecordFault said={<Trans>The brief could not be made.</Trans>} error={answer.error} again={() => void answer.refetch()} />;
  return <Page brief={answer.data} />;
}

function Page({ brief }: { readonly brief: Brief }) {
  const lang = useLanguage();
  const { i18n, t } = useLingui();
  const address = useAddress();
  const meetings = (useQuery(meetingsQuery(lang, {})).data?.items ?? []).filter((one) => one.body.id === brief.body.id);
  const { meeting, offices, members, undertakings, promised, disagreements, sources } = brief;
  const day = longDay(brief.asOf, lang);
  const late = undertakings.filter(({ state }) => state === "overdue" || state === "between");
  const rest = undertakings.filter((one) => !late.includes(one));
  const sure = members.filter(({ held }) => held.answer === "yes");
  const unsure = members.filter(({ held }) => held.answer === "between");
  return (
    <article className="record brief printed">
      <header className="record-one">
        <p className="record-kind"><RefLink to={brief.body} /> · <Trans>Brief</Trans></p>
        <h1 className="record-name">{meeting === null ? <Named name={brief.body.name} /> : <Named name={meeting.title} />}</h1>
        <p className="sentence">{meeting === null ? <Trans>As the record stands on {day}.</Trans> : <>{meeting.date.value !== null && <>{edtfWords(meeting.date.value, lang)}{meeting.place.value !== null && <> · <Named name={meeting.place.value} /></>}<Cites cites={meeting.cites} />. </>}<Trans>The record as of {day}.</Trans></>}</p>
        <p className="record-marking"><MarkingLine marking={brief.marking} /></p>
        <p className="brief-tools screen-only">
          <label><span className="label"><Trans>For the meeting</Trans></span> <select className="input" value={meeting?.id ?? ""} onChange={(event) => address((old) => ({ ...old, meeting: event.target.value === "" ? undefined : event.target.value }))}><option value="">{t`none: the body itself`}</option>{meetings.map((one) => <option key={one.id} value={one.id}>{one.title.text}</option>)}</select></label>
          <button type="button" className="button" onClick={() => window.print()}><Trans>Print</Trans></button>
        </p>
      </header>
      {promised !== null && (
        <section className="record-part" aria-labelledby="there-head">
          <h2 id="there-head"><Plural value={promised.items.length} _0="No source speaks of an undertaking made there" one="# undertaking was made there" other="# undertakings were made there" /></h2>
          {promised.items.length > 0 && <><p className="brief-of"><Trans>What became of each, as the record stands on {longDay(promised.asOf, lang)}.</Trans></p><Promised items={promised.items} /></>}
        </section>
      )}
      <PicturePart brief={brief} />
      <section className="record-part" aria-labelledby="late-head">
        <h2 id="late-head"><Plural value={late.length} _0="Nothing is overdue" one="# undertaking is overdue" other="# undertakings are overdue" /></h2>
        {late.length > 0 && <Promised items={late} />}
      </section>
      <section className="record-part" aria-labelledby="promised-head">
        <h2 id="promised-head"><Trans>Other undertakings of the body</Trans></h2>
        {rest.length === 0 ? <p className="record-empty"><Trans>No source speaks of one.</Trans></p> : <Promised items={rest} />}
      </section>
      <section className="record-part" aria-labelledby="disputed-head">
        <h2 id="disputed-head"><Plural value={disagreements.length} _0="Sources differ on nothing" one="Sources differ on # fact" other="Sources differ on # facts" /></h2>
        {disagreements.length > 0 && <ul className="rows">{disagreements.map((one, i) => <li key={i}><p><b><RecordNamed name={one.record.name} /></b> · <span className="quiet">{codeWords(fieldWords, one.field, i18n)}</span></p><p className="row-sub">{one.sides.map((side, n) => <span key={n}>{n > 0 && <> · </>}<bdi dir="auto">{/^[[\d]/.test(side.text) ? edtfWords(side.text, lang) : side.text}</bdi><Cites cites={side.cites} /></span>)}</p></li>)}</ul>}
      </section>
      <section className="record-part" aria-labelledby="chair-head">
        <h2 id="chair-head"><Trans>In office on {day}</Trans></h2>
        {offices.length === 0 ? <p className="record-empty"><Trans>No source names an office.</Trans></p> : <ul className="rows">{offices.map((one) => <li key={one.id}><p className="row-main"><span><b><RefLink to={one.holder} /></b> · {codeWords(officeWords, one.office, i18n)}{one.held.answer === "between" && <span className="warm"> · <Trans>between two dates</Trans></span>}<Cites cites={one.cites} /></span></p></li>)}</ul>}
      </section>
      <section className="record-part" aria-labelledby="sits-head">
        <h2 id="sits-head"><Plural value={sure.length} _0="Who sits in it is not known" one="# member sits in it" other="# members sit in it" /></h2>
        {sure.length > 0 && <Sits items={sure} />}
        {unsure.length > 0 && <><h3 className="quiet"><Plural value={unsure.length} one="For # more the day lies between two dates" other="For # more the day lies between two dates" /></h3><Sits items={unsure} /></>}
      </section>
      <section className="record-part brief-sources" id="sources" aria-labelledby="sources-head">
        <h2 id="sources-head"><Trans>Sources</Trans></h2>
        <ol>{sources.map((source, i) => <li key={i}><SourceName source={source} /><span className="quiet">{source.publisher !== null && <> · <bdi>{source.publisher}</bdi></>}{source.published !== null && <> · {edtfWords(source.published, lang)}</>}</span></li>)}</ol>
      </section>
      <PrintMarking marking={brief.marking} asOf={brief.asOf} />
    </article>
  );
}

/** A document by its title; what a reporter reports, and what was entered as needed, by who says it. */
function SourceName({ source: { kind, id, title, language } }: { readonly source: Brief["sources"][number] }) {
  const lang = useLanguage();
  const name = <bdi lang={language === null || language === "und" ? undefined : language}>{title}</bdi>;
  if (kind === "document" && id !== null) return <Link className="link-plain" to="/$lang/sources/$id" params={{ lang, id }}>{name}</Link>;
  if (kind === "reports" && id !== null) return <Link className="link-plain" to="/$lang/initiatives" params={{ lang }} search={{ member: [id] }}><Trans>What {name} reports</Trans></Link>;
  return <Trans>Need as stated: {name}</Trans>;
}

function Sits({ items }: { readonly items: Brief["members"] }) {
  return <ul className="brief-sits">{items.map((one) => <li key={one.id}><RefLink to={one.member} /><Cites cites={one.cites} /></li>)}</ul>;
}

type Told = Brief["undertakings"][number] & { readonly progress?: NonNullable<Brief["promised"]>["items"][number]["progress"] };

function Promised({ items }: { readonly items: readonly Told[] }) {
  const lang = useLanguage();
  const { t } = useLingui();
  return (
    <ul className="rows">
      {items.map((one) => (
        <li key={one.id}>
          <p className="row-main"><span><Link className="link-plain" to="/$lang/undertakings/$id" params={{ lang, id: one.id }}><bdi dir="auto">{one.what.value ?? t`not known`}</bdi></Link><Cites cites={one.cites} /></span>{one.amount.value !== null && <b className="figures">{statedAmount(one.amount.value.amount, one.amount.value.currency, lang)}</b>}</p>
          <p className="row-sub"><UndertakingStateWords state={one.state} perhaps={one.perhaps} />{one.due.value !== null && <> · <Trans>by {edtfWords(one.due.value, lang)}</Trans></>}{one.byMembers.value !== null && one.byMembers.value.length > 0 ? <> · <RefList refs={one.byMembers.value} /></> : one.by.value !== null && <> · <bdi dir="auto">{one.by.value}</bdi></>}{one.progress === undefined && one.meeting !== null && <> · <Named name={one.meeting.title} /></>}</p>
          {one.progress?.map(({ text, language, cites }, i) => <p className="row-sub brief-progress" key={i}><bdi lang={language === "und" ? undefined : language} dir="auto">{text}</bdi><Cites cites={cites} /></p>)}
          {one.progress?.length === 0 && one.state !== "done" && one.state !== "dropped" && <p className="row-sub"><Trans>No source reports what was done so far.</Trans></p>}
        </li>
      ))}
    </ul>
  );
}
