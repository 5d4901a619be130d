import "./record.css";
import { useQuery } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { Fragment } from "react";
import { asProblem } from "../api/problem.ts";
import { bodyQuery } from "../api/record-queries.ts";
import type { BodyPage as Body } from "../api/record-types.ts";
import { RefLink, RefList } from "../claims/claim-value-words.tsx";
import { FieldProof } from "../claims/field-proof.tsx";
import { Fault } from "../parts/fault.tsx";
import { Named } from "../parts/named.tsx";
import { MarkingLine } from "../parts/tlp.tsx";
import { usePhone } from "../parts/use-phone.ts";
import { Waiting } from "../parts/waiting.tsx";
import { edtfWords } from "../words/edtf-words.ts";
import { useLanguage } from "../words/use-language.ts";
import { BodySentence } from "./body-sentence.tsx";
import { bodyKindWords, bodyStatusWords, codeWords } from "./codes.ts";
import { HistoryLinks } from "./compare-link.tsx";
import { CountsPart } from "./counts-part.tsx";
import { MeetingsPart } from "./meetings-part.tsx";
import { MembersTable } from "./members-table.tsx";
import { OfficesPart } from "./offices-part.tsx";
import { PrintMarking } from "./print-marking.tsx";
import { FactRow } from "./proofed-words.tsx";
import { TextsList } from "./texts-list.tsx";
import { UndertakingsList } from "./undertakings-list.tsx";
import { useAsOf } from "./use-as-of.ts";

/** One body on one day: who leads it, who is in it, when it met, what it said and promised. */
export function BodyPage() {
  const { id } = useParams({ from: "/$lang/bodies/$id" });
  const answer = useQuery(bodyQuery(useLanguage(), id, useAsOf().on));
  if (answer.isPending) return <div className="record"><Waiting lines={14} /></div>;
  if (answer.isError) return <section className="plain-page"><h1 className="sentence"><Trans>This body could not be fetched.</Trans></h1><Fault problem={asProblem(answer.error)} retry={() => void answer.refetch()} /></section>;
  return <Page body={answer.data} />;
}

function Page({ body }: { readonly body: Body }) {
  const lang = useLanguage();
  const { t } = useLingui();
  // on a phone the answer comes first: who leads it and when it met, then what else is known of it
  const phone = usePhone();
  const later = new Set(body.meetings.filter(({ held }) => held === "no").map(({ id }) => id));
  return (
    <article className="record printed">
      <header className="record-head">
        <div>
          <Kind body={body} />
          <h1 className="record-name">{body.name.value === null ? <Trans>A body without a name</Trans> : <Named name={body.name.value} />} <FieldProof of={body.name} label={t`Name`} record={body.id} field="name" /></h1>
          <BodySentence body={body} />
          <p className="record-marking"><MarkingLine marking={body.marking} why={{ kind: "record", id: body.id }} /> <Link className="link screen-only" to="/$lang/brief/$id" params={{ lang, id: body.id }}><Trans>Brief to print</Trans></Link> <HistoryLinks kind="body" id={body.id} /></p>
        </div>
        {!phone && <Facts body={body} />}
      </header>
      {(body.offices.length > 0 || body.meetings.length > 0) && <OfficesPart body={body} />}
      <div className="record-columns">
        <MeetingsPart body={body} />
        <div className="record-stack">
          <section className="record-part" id="undertakings" aria-labelledby="undertakings-head">
            <h2 id="undertakings-head"><Trans>Undertakings</Trans></h2>
            {body.undertakings.length === 0 ? <p className="record-empty"><Trans>No source speaks of an undertaking of this body.</Trans></p> : <UndertakingsList undertakings={body.undertakings} laterMeetings={later} />}
          </section>
          {body.texts.length > 0 && <section className="record-part" id="texts" aria-labelledby="texts-head"><h2 id="texts-head"><Trans>Texts</Trans></h2><TextsList texts={body.texts} laterMeetings={later} /></section>}
        </div>
      </div>
      <section className="record-part" id="members" aria-labelledby="members-head">
        <h2 id="members-head"><Trans>Members</Trans></h2>
        {body.members.length === 0 ? <p className="record-empty"><Trans>Which members take part is not known: no source lists them.</Trans></p> : <MembersTable members={body.members} />}
      </section>
      <CountsPart counts={body.counts} />
      {phone && <section className="record-part" aria-labelledby="facts-head"><h2 id="facts-head"><Trans>What else is known of it</Trans></h2><Facts body={body} /></section>}
      <PrintMarking marking={body.marking} asOf={body.asOf} />
    </article>
  );
}

function Kind({ body }: { readonly body: Body }) {
  const lang = useLanguage();
  const { i18n } = useLingui();
  return (
    <p className="record-kind">
      <Link className="link-plain" to="/$lang/record" params={{ lang }}><Trans>Record</Trans></Link>
      {body.parents.toReversed().map((parent) => <Fragment key={parent.id}> · <RefLink to={parent} /></Fragment>)}
      {body.bodyKind.value !== null && <> · {codeWords(bodyKindWords, body.bodyKind.value, i18n)}</>}
    </p>
  );
}

function Facts({ body }: { readonly body: Body }) {
  const lang = useLanguage();
  const { i18n, t } = useLingui();
  const { id, founded, launched, ended, status, firstMeetingInAfrica, aliases, children } = body;
  const date = (value: string) => edtfWords(value, lang);
  return (
    <dl className="record-facts">
      {(founded.value !== null || launched.value === null) && <FactRow name={t`Founded`} of={founded} label={t`Founded`} record={id} field="founded">{date}</FactRow>}
      {launched.value !== null && <FactRow name={t`Launched`} of={launched} label={t`Launched`} record={id} field="launched">{date}</FactRow>}
      {ended.value !== null && <FactRow name={t`Ended`} of={ended} label={t`Ended`} record={id} field="ended">{date}</FactRow>}
      {status.value !== null && <FactRow name={t`Status`} of={status} label={t`Status`} record={id} field="status">{(value) => codeWords(bodyStatusWords, value, i18n)}</FactRow>}
      {firstMeetingInAfrica.value !== null && <FactRow name={t`First meeting in Africa`} of={firstMeetingInAfrica} label={t`First meeting in Africa`} record={id} field="first_meeting_in_africa">{(refs) => <RefList refs={refs} />}</FactRow>}
      {aliases.length > 0 && <div><dt><Trans>Also known as</Trans></dt><dd><ul>{aliases.map((alias, i) => alias.value && <li key={`${alias.value.text} ${i}`}><Named name={alias.value} /></li>)}</ul></dd></div>}
      {children.length > 0 && <div><dt><Trans>Bodies in it</Trans></dt><dd><RefList refs={children} /></dd></div>}
    </dl>
  );
}
