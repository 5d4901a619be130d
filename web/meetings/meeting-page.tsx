import "../record/record.css";
import "./meeting.css";
import { CompareLink } from "../record/compare-link.tsx";
import { useQuery } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { Fragment, lazy, useState } from "react";
import { asProblem } from "../api/problem.ts";
import { meetingQuery } from "../api/record-queries.ts";
import type { MeetingPage as Meeting } from "../api/record-types.ts";
import { RefLink, RefList } from "../claims/claim-value-words.tsx";
import { FieldProof } from "../claims/field-proof.tsx";
import { Fault } from "../parts/fault.tsx";
import { Named } from "../parts/named.tsx";
import { MarkingLine } from "../parts/tlp.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { attendanceWords, codeWords, formatWords, levelWords } from "../record/codes.ts";
import { PrintMarking } from "../record/print-marking.tsx";
import { FactRow } from "../record/proofed-words.tsx";
import { TextsList } from "../record/texts-list.tsx";
import { UndertakingsList } from "../record/undertakings-list.tsx";
import { useAsOf, useDay, useMay } from "../record/use-as-of.ts";
import { edtfWords } from "../words/edtf-words.ts";
import { integer } from "../words/figures.ts";
import { localeOf } from "../words/language.ts";
import { useLanguage } from "../words/use-language.ts";
import { MeetingSentence } from "./meeting-sentence.tsx";
import { RestsOn } from "./rests-on.tsx";

const EnterDelegation = lazy(async () => ({ default: (await import("./enter-delegation.tsx")).EnterDelegation }));

/** One meeting: where it stands in its chain, who came, what was said and promised, and every source it rests on. Prints as one page. */
export function MeetingPage() {
  const { id } = useParams({ from: "/$lang/meetings/$id" });
  const answer = useQuery(meetingQuery(useLanguage(), id, useAsOf().on));
  if (answer.isPending) return <div className="record"><Waiting lines={14} /></div>;
  if (answer.isError) return <section className="plain-page"><h1 className="sentence"><Trans>This meeting could not be fetched.</Trans></h1><Fault problem={asProblem(answer.error)} retry={() => void answer.refetch()} /></section>;
  return <Page meeting={answer.data} />;
}

function Page({ meeting }: { readonly meeting: Meeting }) {
  const lang = useLanguage();
  const { t } = useLingui();
  const may = useMay();
  const day = useDay();
  const [entering, setEntering] = useState(false);
  const mayEnter = may.has("edit-record") && meeting.mayEdit;
  return (
    <article className="record meeting printed">
      <header className="record-head">
        <div>
          <p className="record-kind"><Link className="link-plain" to="/$lang/record" params={{ lang }}><Trans>Record</Trans></Link> · <RefLink to={meeting.body} /> · <Trans>Meeting</Trans></p>
          <h1 className="record-name">{meeting.title.value === null ? <Trans>A meeting without a title</Trans> : <Named name={meeting.title.value} />} <FieldProof of={meeting.title} label={t`Title`} record={meeting.id} field="title" /></h1>
          <MeetingSentence meeting={meeting} />
          <p className="record-marking"><MarkingLine marking={meeting.marking} why={{ kind: "record", id: meeting.id }} /></p>
        </div>
        <Neighbours meeting={meeting} />
      </header>
      <div className="record-columns">
        <section className="record-part" aria-labelledby="facts-head"><h2 id="facts-head"><Trans>What is known of it</Trans></h2><Facts meeting={meeting} /></section>
        <div className="record-stack">
          <section className="record-part" id="undertakings" aria-labelledby="undertakings-head">
            <h2 id="undertakings-head"><Trans>Undertakings</Trans></h2>
            {meeting.undertakings.length === 0 ? <p className="record-empty"><Trans>No source speaks of an undertaking made there.</Trans></p> : <UndertakingsList undertakings={meeting.undertakings} withMeeting={false} withQuotes />}
          </section>
          <section className="record-part" id="delegations" aria-labelledby="delegations-head">
            <h2 id="delegations-head"><Trans>Delegations</Trans></h2>
            {entering && <EnterDelegation meeting={meeting.id} done={() => setEntering(false)} />}
            {meeting.delegations.length === 0 ? <p className="record-empty"><Trans>No source names a delegation.</Trans></p> : <Delegations meeting={meeting} />}
          </section>
          {meeting.texts.length > 0 && <section className="record-part" aria-labelledby="texts-head"><h2 id="texts-head"><Trans>Texts</Trans></h2><TextsList texts={meeting.texts} withMeeting={false} /></section>}
        </div>
      </div>
      <RestsOn page={meeting} />
      <p className="meeting-acts small">
        <button type="button" className="link" onClick={() => window.print()}><Trans>Print on one page</Trans></button>
        {meeting.body.id !== null && <Link className="link" to="/$lang/brief/$id" params={{ lang, id: meeting.body.id }} search={{ meeting: meeting.id }}><Trans>Brief to print</Trans></Link>}
        {mayEnter && <button type="button" className="link" onClick={() => { setEntering(true); document.getElementById("delegations")?.scrollIntoView(); }}><Trans>Enter a delegation</Trans></button>}
        {mayEnter && <Link className="link" to="/$lang/undertakings/new" params={{ lang }} search={{ meeting: meeting.id }}><Trans>Enter an undertaking</Trans></Link>}
        {mayEnter && <Link className="link" to="/$lang/texts/new" params={{ lang }} search={{ meeting: meeting.id }}><Trans>Enter a text</Trans></Link>}
        {mayEnter && <Link className="link" to="/$lang/meetings/new" params={{ lang }} search={meeting.body.id === null ? { about: meeting.id } : { body: meeting.body.id, about: meeting.id }}><Trans>Enter what another text says of it</Trans></Link>}
        <Link className="link" to="/$lang/history/$kind/$id" params={{ lang, kind: "meeting", id: meeting.id }}><Trans>History</Trans></Link>
        <CompareLink kind="meeting" id={meeting.id} />
      </p>
      {day !== null && <PrintMarking marking={meeting.marking} asOf={day} />}
    </article>
  );
}

function Neighbours({ meeting }: { readonly meeting: Meeting }) {
  const lang = useLanguage();
  const { t } = useLingui();
  const { before, after, follows } = meeting;
  return (
    <nav className="neighbours" aria-label={t`The chain of meetings`}>
      {after !== null && <p><span className="quiet small"><Trans>Next</Trans></span><Link className="link-plain" rel="next" to="/$lang/meetings/$id" params={{ lang, id: after.id }}><Named name={after.title} /></Link></p>}
      <p data-here><span className="quiet small"><Trans>This</Trans></span><b>{meeting.title.value && <Named name={meeting.title.value} />}</b></p>
      {before !== null && <p><span className="quiet small"><Trans>Before</Trans></span><Link className="link-plain" rel="prev" to="/$lang/meetings/$id" params={{ lang, id: before.id }}><Named name={before.title} /></Link></p>}
      {follows.value !== null && <p className="small neighbours-said"><Trans>Sources say that it follows <Link className="link-plain" to="/$lang/meetings/$id" params={{ lang, id: follows.value.id }}><Named name={follows.value.title} /></Link></Trans> <FieldProof of={follows} label={t`Follows`} record={meeting.id} field="follows" /></p>}
      {follows.value === null && <p className="small neighbours-said quiet"><Trans>No source says which it follows; the order is that of the dates.</Trans> <FieldProof of={follows} label={t`Follows`} record={meeting.id} field="follows" /></p>}
    </nav>
  );
}

function Facts({ meeting }: { readonly meeting: Meeting }) {
  const lang = useLanguage();
  const { i18n, t } = useLingui();
  const { id } = meeting;
  const tongues = new Intl.DisplayNames(localeOf[lang], { type: "language" });
  const others = meeting.titles.filter(({ value }) => value !== null && value.language !== meeting.title.value?.language);
  return (
    <dl className="record-facts meeting-facts">
      <FactRow name={t`Date`} of={meeting.date} label={t`Date`} record={id} field="date">{(date) => <b>{edtfWords(date, lang)}</b>}</FactRow>
      <FactRow name={t`Place`} of={meeting.place} label={t`Place`} record={id} field="place">{(place) => <Named name={place} />}</FactRow>
      <FactRow name={t`Country`} of={meeting.country} label={t`Country`} record={id} field="country">{(country) => <Named name={country.name} />}</FactRow>
      <FactRow name={t`Host`} of={meeting.host} label={t`Host`} record={id} field="host">{(refs) => <RefList refs={refs} />}</FactRow>
      <FactRow name={t`Co-chairs`} of={meeting.coChairs} label={t`Co-chairs`} record={id} field="co_chairs">{(refs) => <RefList refs={refs} />}</FactRow>
      <FactRow name={t`Level`} of={meeting.level} label={t`Level`} record={id} field="level">{(level) => codeWords(levelWords, level, i18n)}</FactRow>
      {meeting.format.value !== null && <FactRow name={t`How it met`} of={meeting.format} label={t`How it met`} record={id} field="format">{(format) => codeWords(formatWords, format, i18n)}</FactRow>}
      {meeting.sequence.value !== null && <FactRow name={t`Number in the series`} of={meeting.sequence} label={t`Number in the series`} record={id} field="sequence">{(number) => integer(number, lang)}</FactRow>}
      <FactRow name={t`Who took part`} of={meeting.participants} label={t`Who took part`} record={id} field="participants">{(words) => <bdi>{words}</bdi>}</FactRow>
      {meeting.membersRepresented.value !== null && <FactRow name={t`Members represented`} of={meeting.membersRepresented} label={t`Members represented`} record={id} field="members_represented">{(number) => integer(number, lang)}</FactRow>}
      <FactRow name={t`Result`} of={meeting.result} label={t`Result`} record={id} field="result">{(words) => <bdi>{words}</bdi>}</FactRow>
      {meeting.statementIssued.value !== null && <FactRow name={t`Statement issued`} of={meeting.statementIssued} label={t`Statement issued`} record={id} field="statement_issued">{(date) => edtfWords(date, lang)}</FactRow>}
      {others.map((title) => <FactRow key={title.value?.language} name={t`Title, ${tongues.of(title.value?.language ?? "und") ?? ""}`} of={title} label={t`Title`} record={id} field="title">{(value) => <Named name={value} />}</FactRow>)}
    </dl>
  );
}

function Delegations({ meeting }: { readonly meeting: Meeting }) {
  const { i18n, t } = useLingui();
  const isNamed = ({ head, headPerson, alternates, advisers }: Meeting["delegations"][number]) => [head, headPerson, alternates, advisers].some(({ value }) => value !== null);
  const named = meeting.delegations.filter(isNamed);
  const rest = meeting.delegations.filter((one) => !isNamed(one));
  return (
    <>
      {named.length > 0 && (
        <ul className="rows">
          {named.map(({ id, member, head, headPerson, alternates, advisers, headTitle, notifiedBy, attendance }) => (
            <li key={id}>
              <p className="row-main"><span><b><RefLink to={member} /></b>{attendance.value !== null && attendance.value !== "present" && <span className="quiet"> · {codeWords(attendanceWords, attendance.value, i18n)}</span>}</span><span>{head.value && <Named name={head.value} />} <FieldProof of={head} label={t`${member.name.text}: head of delegation`} record={id} field="head" /></span></p>
              {headTitle.value !== null && <p className="row-sub"><Named name={headTitle.value} /> <FieldProof of={headTitle} label={t`Title of the head`} record={id} field="head_title" /></p>}
              {headPerson.value !== null && <p className="row-sub"><Trans>On record as <RefList refs={headPerson.value} /></Trans> <FieldProof of={headPerson} label={t`The head, as a person on record`} record={id} field="head_person" /></p>}
              {alternates.value !== null && <p className="row-sub"><Trans>Alternates: <RefList refs={alternates.value} /></Trans> <FieldProof of={alternates} label={t`Alternates`} record={id} field="alternates" /></p>}
              {advisers.value !== null && <p className="row-sub"><Trans>Advisers: <RefList refs={advisers.value} /></Trans> <FieldProof of={advisers} label={t`Advisers`} record={id} field="advisers" /></p>}
              {notifiedBy.value !== null && <p className="row-sub"><Trans>Notified by: <bdi dir="auto">{notifiedBy.value}</bdi></Trans> <FieldProof of={notifiedBy} label={t`Notified by`} record={id} field="notified_by" /></p>}
            </li>
          ))}
        </ul>
      )}
      {rest.length > 0 && <p className="delegations-rest">{rest.map(({ id, member, attendance }, i) => <Fragment key={id}>{i > 0 && " · "}<RefLink to={member} /> <FieldProof of={attendance} label={t`${member.name.text}: attendance`} record={id} field="attendance" /></Fragment>)}</p>}
    </>
  );
}
