import "../record/record.css";
import { useQuery } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { asProblem } from "../api/problem.ts";
import { memberQuery } from "../api/record-queries.ts";
import type { MemberPage as Member } from "../api/record-types.ts";
import { RefLink } from "../claims/claim-value-words.tsx";
import { FieldProof } from "../claims/field-proof.tsx";
import { Fault } from "../parts/fault.tsx";
import { Named } from "../parts/named.tsx";
import { NotKnown } from "../parts/money.tsx";
import { Timeline, type TimelineRow } from "../parts/timeline.tsx";
import { MarkingLine } from "../parts/tlp.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { HistoryLinks } from "../record/compare-link.tsx";
import { codeWords, officeWords, regionWords } from "../record/codes.ts";
import { axisAround } from "../record/meeting-axis.tsx";
import { PageActs } from "../record/page-acts.tsx";
import { FactRow } from "../record/proofed-words.tsx";
import { useAsOf } from "../record/use-as-of.ts";
import { longDay } from "../words/dates.ts";
import { edtfWords } from "../words/edtf-words.ts";
import { integer } from "../words/figures.ts";
import { localeOf } from "../words/language.ts";
import { useLanguage } from "../words/use-language.ts";
import { Disputed, Undertakings, Waits } from "./owes.tsx";
import { Sees } from "./sees.tsx";

/** One member on one day: what it has (seats, offices, delegations, initiatives), what it owes (promises, facts in dispute, decisions), and what its people see. */
export function MemberPage() {
  const { id } = useParams({ from: "/$lang/members/$id" });
  const answer = useQuery(memberQuery(useLanguage(), id, useAsOf().on));
  if (answer.isPending) return <div className="record"><Waiting lines={14} /></div>;
  if (answer.isError) return <section className="plain-page"><h1 className="sentence"><Trans>This member could not be fetched.</Trans></h1><Fault problem={asProblem(answer.error)} retry={() => void answer.refetch()} /></section>;
  return <Page member={answer.data} />;
}

function Page({ member }: { readonly member: Member }) {
  const lang = useLanguage();
  const { i18n, t } = useLingui();
  return (
    <article className="record printed">
      <header className="record-head">
        <div>
          <p className="record-kind"><Link className="link-plain" to="/$lang/members" params={{ lang }}><Trans>Members</Trans></Link> · {member.memberKind === "state" ? t`state` : t`organisation`}{member.region.value !== null && <> · {codeWords(regionWords, member.region.value, i18n)}</>}</p>
          <h1 className="record-name">{member.name.value === null ? member.code : <Named name={member.name.value} />} <FieldProof of={member.name} label={t`Name`} record={member.id} field="name" /></h1>
          <MemberSentence member={member} />
          <p className="record-marking"><MarkingLine marking={member.marking} why={{ kind: "record", id: member.id }} /> <HistoryLinks kind="member" id={member.id} /></p>
        </div>
        <Facts member={member} />
      </header>
      <Seats member={member} />
      <div className="record-columns">
        <div className="record-stack">
        <section className="record-part" id="delegations" aria-labelledby="delegations-head">
          <h2 id="delegations-head"><Trans>Delegations</Trans></h2>
          {member.delegations.length === 0 ? <p className="record-empty"><Trans>No source names a delegation of this member.</Trans></p> : <Delegations member={member} />}
        </section>
          {member.hosted.length > 0 && (
            <section className="record-part" aria-labelledby="hosted-head">
              <h2 id="hosted-head"><Trans>Hosted</Trans></h2>
              <ul className="rows">{member.hosted.map((meeting) => <li key={meeting.id}><p className="row-main"><Link className="link-plain" to="/$lang/meetings/$id" params={{ lang, id: meeting.id }}><Named name={meeting.title} /></Link>{meeting.date.value !== null && <span className="small figures">{edtfWords(meeting.date.value, lang)} <FieldProof of={meeting.date} label={t`Date of ${meeting.title.text}`} /></span>}</p></li>)}</ul>
            </section>
          )}
        </div>
        <div className="record-stack"><Undertakings member={member} /><Disputed member={member} /><Waits member={member} /></div>
      </div>
      <Sees member={member} />
      <PageActs kind="member" id={member.id} asOf={member.asOf} marking={member.marking} />
    </article>
  );
}

function MemberSentence({ member }: { readonly member: Member }) {
  const lang = useLanguage();
  const { asOf } = useAsOf();
  const sits = member.memberships.filter(({ held }) => held.answer === "yes").length;
  const leads = member.offices.filter(({ held }) => held.answer === "yes").length;
  const perhaps = [...member.memberships, ...member.offices].filter(({ held }) => held.answer === "between").length;
  const day = asOf === undefined ? "" : longDay(asOf, lang);
  const bodies = <a className="figure" href="#seats"><Plural value={sits} one="# body" other="# bodies" /></a>;
  const offices = <a className="figure" href="#seats"><Plural value={leads} one="# office" other="# offices" /></a>;
  const unsure = <a className="figure warm" href="#seats"><Plural value={perhaps} one="# role" other="# roles" /></a>;
  const sent = <a className="figure" href="#delegations"><Plural value={member.delegations.length} one="# meeting" other="# meetings" /></a>;
  const { reporting, funding, implementing, reporterId } = member.initiatives;
  const overdue = member.undertakings.filter((one) => one.overdue).length;
  const late = <a className="figure warm" href="#undertakings"><Plural value={overdue} one="# undertaking" other="# undertakings" /></a>;
  const disputed = <a className="figure warm" href="#disputed"><Plural value={member.conflicts.open} one="# fact" other="# facts" /></a>;
  const carries = <b><Plural value={implementing} one="# initiative" other="# initiatives" /></b>;
  const { claims, records } = member.claims;
  const stated = <b><Plural value={claims} one="# statement" other="# statements" /></b>;
  const onRecords = <b><Plural value={records} one="# record" other="# records" /></b>;
  const reports = reporterId === null ? <b><Plural value={reporting} one="# initiative" other="# initiatives" /></b> : <Link className="figure" to="/$lang/initiatives" params={{ lang }} search={{ member: [reporterId] }}><Plural value={reporting} one="# initiative" other="# initiatives" /></Link>;
  const pays = <b><Plural value={funding} one="# initiative" other="# initiatives" /></b>;
  return (
    <p className="sentence">
      {day === "" ? (leads > 0 ? <Trans>Today it is a member of {bodies} and holds {offices}.</Trans> : <Trans>Today it is a member of {bodies}.</Trans>) : leads > 0 ? <Trans>On {day} it was a member of {bodies} and held {offices}.</Trans> : <Trans>On {day} it was a member of {bodies}.</Trans>}{" "}
      {perhaps > 0 && <Trans>For {unsure} the day lies between two dates.</Trans>}{" "}
      {member.delegations.length > 0 && <Trans>Sources name its delegation to {sent}.</Trans>}{" "}
      {reporting > 0 && <Trans>It reports {reports}.</Trans>}{" "}
      {funding > 0 && <Trans>It funds {pays}.</Trans>}{" "}
      {implementing > 0 && <Trans>It carries out {carries}.</Trans>}{" "}
      {overdue > 0 && <Trans>It is late with {late}.</Trans>}{" "}
      {member.conflicts.open > 0 && <Trans>Sources differ on {disputed} about it.</Trans>}{" "}
      {claims > 0 && <Trans>It made {stated} of its own on {onRecords}.</Trans>}
    </p>
  );
}

function Facts({ member }: { readonly member: Member }) {
  const { t } = useLingui();
  const lang = useLanguage();
  const tongues = new Intl.DisplayNames(localeOf[lang], { type: "language" });
  return (
    <dl className="record-facts">
      <div><dt><Trans>Code</Trans></dt><dd><bdi>{member.code}</bdi></dd></div>
      {member.standing.value !== null && <FactRow name={t`Standing`} of={member.standing} label={t`Standing`}>{(words) => <bdi>{words}</bdi>}</FactRow>}
      {member.names.filter(({ value }) => value !== null && value.language !== lang).map((name) => <FactRow key={`${name.value?.language} ${name.value?.text}`} name={tongues.of(name.value?.language ?? "und") ?? ""} of={name} label={t`Name`}>{(value) => <Named name={value} />}</FactRow>)}
    </dl>
  );
}

function Seats({ member }: { readonly member: Member }) {
  const lang = useLanguage();
  const { i18n, t } = useLingui();
  const asOf = member.asOf;
  const axis = axisAround([...member.memberships, ...member.offices].flatMap(({ held: { from, to } }) => [from.notBefore ?? from.notAfter, to.notAfter]), asOf);
  const rows: readonly TimelineRow[] = [
    ...member.memberships.map(({ id, body, number, held }): TimelineRow => ({
      key: id, label: body.name.text, held: [held],
      name: <><span><RefLink to={body} /> <FieldProof of={held.from.proof} label={t`${body.name.text}: joined`} record={id} field="joined" /></span>{number.value !== null && <span className="quiet">{t`no. ${integer(number.value, lang)}`}</span>}</>,
    })),
    ...member.offices.map(({ id, body, office, held }): TimelineRow => ({
      key: id, label: `${codeWords(officeWords, office, i18n)}, ${body.name.text}`, held: [held],
      name: <span>{codeWords(officeWords, office, i18n)} · <RefLink to={body} /> <FieldProof of={held.from.proof} label={t`${body.name.text}: in office from`} record={id} field="from" />{held.to.proof.claimsHref !== null && <FieldProof of={held.to.proof} label={t`${body.name.text}: in office until`} record={id} field="to" />}</span>,
    })),
  ];
  return (
    <section className="record-part body-time seats" id="seats" aria-labelledby="seats-head">
      <h2 id="seats-head"><Trans>Where it sits</Trans></h2>
      {rows.length === 0 ? <p className="record-empty"><Trans>No source names a body that it is in.</Trans></p> : <Timeline label={t`Where it sits`} rows={rows} from={axis.from} to={axis.to} now={asOf} />}
    </section>
  );
}

function Delegations({ member }: { readonly member: Member }) {
  const lang = useLanguage();
  const { t } = useLingui();
  return (
    <ul className="rows">
      {member.delegations.map(({ id, meeting, head, headTitle }) => (
        <li key={id}>
          <p className="row-main"><Link className="link-plain" to="/$lang/meetings/$id" params={{ lang, id: meeting.id }}><b><Named name={meeting.title} /></b></Link><span className="small figures">{meeting.date.value === null ? <NotKnown /> : edtfWords(meeting.date.value, lang)} <FieldProof of={meeting.date} label={t`Date of ${meeting.title.text}`} /></span></p>
          {head.value !== null && <p className="row-sub"><Named name={head.value} /> <FieldProof of={head} label={t`Head of delegation`} />{headTitle.value !== null && <> · <Named name={headTitle.value} /></>}</p>}
        </li>
      ))}
    </ul>
  );
}
