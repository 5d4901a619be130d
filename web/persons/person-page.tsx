import "../record/record.css";
import { useQuery } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { personQuery } from "../api/record-queries.ts";
import type { PersonPage as Person } from "../api/record-types.ts";
import { RefLink } from "../claims/claim-value-words.tsx";
import { FieldProof } from "../claims/field-proof.tsx";
import { Named } from "../parts/named.tsx";
import { Listed } from "../parts/listed.tsx";
import { NotKnown } from "../parts/money.tsx";
import { Timeline } from "../parts/timeline.tsx";
import { MarkingLine } from "../parts/tlp.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { codeWords, officeWords } from "../record/codes.ts";
import { EnterFacts } from "../record/enter-facts.tsx";
import { axisAround } from "../record/meeting-axis.tsx";
import { PageActs } from "../record/page-acts.tsx";
import { RecordFault } from "../record/record-fault.tsx";
import { ToldList } from "../record/told-list.tsx";
import { useAsOf, useMay } from "../record/use-as-of.ts";
import { longDay } from "../words/dates.ts";
import { edtfWords } from "../words/edtf-words.ts";
import { useLanguage } from "../words/use-language.ts";

/** One person of the record: offices over time, delegations, every spelling of the name with its source. */
export function PersonPage() {
  const { id } = useParams({ from: "/$lang/persons/$id" });
  const answer = useQuery(personQuery(useLanguage(), id, useAsOf().on));
  if (answer.isPending) return <div className="record"><Waiting lines={12} /></div>;
  if (answer.isError) return <RecordFault said={<Trans>This person could not be fetched.</Trans>} error={answer.error} again={() => void answer.refetch()} />;
  return <Page person={answer.data} />;
}

function Page({ person }: { readonly person: Person }) {
  const lang = useLanguage();
  const { i18n, t } = useLingui();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const { id, offices, delegations } = person;
  const axis = axisAround(offices.flatMap(({ held: { from, to } }) => [from.notBefore ?? from.notAfter, to.notAfter]), person.asOf);
  const parts = { head: t`head of delegation`, alternate: t`alternate`, adviser: t`adviser` };
  return (
    <article className="record printed">
      <header className="record-one">
        <p className="record-kind"><Link className="link-plain" to="/$lang/persons" params={{ lang }}><Trans>Persons</Trans></Link></p>
        <h1 className="record-name">{person.name.value === null ? <Trans>A person without a name</Trans> : <Named name={person.name.value} />} <FieldProof of={person.name} label={t`Name`} record={id} field="name" /></h1>
        <PersonSentence person={person} />
        <p className="quiet small"><Trans>A person as sources name them. Whether somebody signs in here by this name is another matter: an account is not a person.</Trans></p>
        <p className="record-marking"><MarkingLine marking={person.marking} why={{ kind: "record", id: person.id }} /></p>
      </header>
      <section className="record-part body-time" aria-labelledby="offices-head">
        <h2 id="offices-head"><Trans>Offices</Trans></h2>
        {offices.length === 0 ? <p className="record-empty"><Trans>No source names an office that this person held.</Trans></p> : <Timeline label={t`Offices`} from={axis.from} to={axis.to} now={person.asOf} rows={offices.map(({ id: key, body, office, held }) => ({ key, label: body.name.text, held: [held], name: <span>{codeWords(officeWords, office, i18n)} · <RefLink to={body} /> <FieldProof of={held.from.proof} label={t`${body.name.text}: in office from`} record={key} field="from" /></span> }))} />}
      </section>
      <section className="record-part" aria-labelledby="delegations-head">
        <h2 id="delegations-head"><Trans>Delegations</Trans></h2>
        {delegations.length === 0 ? <p className="record-empty"><Trans>No source names a delegation that this person was in.</Trans></p> : (
          <ul className="rows">
            {delegations.map(({ id: key, member, meeting, part, title }) => (
              <li key={key}>
                <p className="row-main"><span><Link className="link-plain" to="/$lang/meetings/$id" params={{ lang, id: meeting.id }}><b><Named name={meeting.title} /></b></Link> · <RefLink to={member} /></span><span className="small figures">{meeting.date.value === null ? <NotKnown /> : edtfWords(meeting.date.value, lang)}</span></p>
                <p className="row-sub">{part === null ? <Trans>The head is called so; nobody has said that it is this person.</Trans> : parts[part]}{title.value !== null && part !== "alternate" && part !== "adviser" && <> · <Named name={title.value} /> <FieldProof of={title} label={t`Title of the head`} /></>}</p>
              </li>
            ))}
          </ul>
        )}
      </section>
      <div className="record-columns">
        <section className="record-part" aria-labelledby="spellings-head"><h2 id="spellings-head"><Trans>Spellings of the name</Trans></h2><ToldList told={person.spellings} label={t`Name`} withLanguage /></section>
        <section className="record-part" aria-labelledby="positions-head"><h2 id="positions-head"><Trans>Positions that sources name</Trans></h2>{person.positions.length === 0 ? <p className="record-empty"><Trans>No source says what this person does.</Trans></p> : <ToldList told={person.positions} label={t`Position`} />}</section>
      </div>
      {adding ? <EnterFacts kind="person" fields={["name", "alias", "position"]} to={{ path: `/api/records/${id}/facts`, body: {} }} labels={{ alias: t`Another spelling` }} done={() => setAdding(false)} leave={() => setAdding(false)} /> : may.has("edit-record") && person.mayEdit && <p className="screen-only"><button type="button" className="button" onClick={() => setAdding(true)}><Trans>Enter a spelling or a position</Trans></button></p>}
      <PageActs kind="person" id={id} asOf={person.asOf} marking={person.marking} />
    </article>
  );
}

/** What the person holds on the day, and in how many delegations and spellings sources name them. */
function PersonSentence({ person: { asOf, offices, delegations, spellings } }: { readonly person: Person }) {
  const lang = useLanguage();
  const { i18n } = useLingui();
  const holds = offices.filter(({ held }) => held.answer === "yes");
  const roles = <b><Listed items={holds.map(({ id, body, office }) => <span key={id}>{codeWords(officeWords, office, i18n)}, <RefLink to={body} /></span>)} /></b>;
  const named = <b><Plural value={delegations.length} one="# delegation" other="# delegations" /></b>;
  const spelt = <b><Plural value={new Set(spellings.map(({ text }) => text)).size} one="# spelling" other="# spellings" /></b>;
  return (
    <p className="sentence">
      {holds.length > 0 && <Trans>On {longDay(asOf, lang)}: {roles}.</Trans>}{" "}
      {delegations.length > 0 && <Trans>Sources name this person in {named}.</Trans>}{" "}
      <Trans>The name stands in {spelt}.</Trans>
    </p>
  );
}
