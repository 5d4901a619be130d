import "./record.css";
import { useQuery } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { asProblem } from "../api/problem.ts";
import { recordQuery } from "../api/record-queries.ts";
import type { BodyNode, RecordIndex as Index } from "../api/record-types.ts";
import { Fault } from "../parts/fault.tsx";
import { Named } from "../parts/named.tsx";
import { MarkingLine } from "../parts/tlp.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { longDay } from "../words/dates.ts";
import { integer } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";
import { Answer } from "./answer.tsx";
import { bodyKindWords, codeWords } from "./codes.ts";
import { edtfBounds } from "./edtf-bounds.ts";
import { axisAround, AxisYears, isoOf, MeetingAxis } from "./meeting-axis.tsx";
import { useAsOf, useMay } from "./use-as-of.ts";

/** The record's first page: how many of what on that day, the tree of bodies, and all their meetings along one line of time. */
export function RecordIndex() {
  const answer = useQuery(recordQuery(useLanguage(), useAsOf().on));
  if (answer.isPending) return <div className="record"><Waiting lines={12} /></div>;
  if (answer.isError) return <section className="plain-page"><h1 className="sentence"><Trans>The record could not be fetched.</Trans></h1><Fault problem={asProblem(answer.error)} retry={() => void answer.refetch()} /></section>;
  return <Page index={answer.data} />;
}

function Page({ index }: { readonly index: Index }) {
  return (
    <article className="record">
      <header className="record-head">
        <div>
          <p className="record-kind"><Trans>Record</Trans></p>
          <IndexSentence index={index} />
          <p className="record-marking"><MarkingLine marking={index.marking} /></p>
        </div>
        <Ways index={index} />
      </header>
      <section className="record-part" aria-labelledby="bodies-head"><h2 id="bodies-head"><Trans>Bodies and their meetings</Trans></h2><BodiesInTime index={index} /></section>
    </article>
  );
}

function IndexSentence({ index }: { readonly index: Index }) {
  const lang = useLanguage();
  const { asOf } = useAsOf();
  const { members, membersBetween, bodies, meetings, undertakings, conflicts } = index.counts;
  const day = asOf === undefined ? "" : longDay(asOf, lang);
  const in_ = <Link className="figure" to="/$lang/members" params={{ lang }}><Plural value={members} one="# member" other="# members" /></Link>;
  const perhaps = <Link className="figure warm" to="/$lang/members" params={{ lang }} search={{ answer: "between" }}><Plural value={membersBetween} one="# more" other="# more" /></Link>;
  const counted = <b><Plural value={bodies} one="# body" other="# bodies" /></b>;
  const met = <Link className="figure" to="/$lang/meetings" params={{ lang }}><Plural value={meetings} one="# meeting" other="# meetings" /></Link>;
  const promised = <Link className="figure" to="/$lang/undertakings" params={{ lang }}><Plural value={undertakings} one="# undertaking" other="# undertakings" /></Link>;
  const disputed = <Link className="figure warm" to="/$lang/conflicts" params={{ lang }}><Plural value={conflicts} one="# fact" other="# facts" /></Link>;
  return (
    <h1 className="sentence">
      {day === "" ? <Trans>The coalition counts {in_} today.</Trans> : <Trans>On {day} the coalition counted {in_}.</Trans>}{" "}
      {membersBetween > 0 && <Trans>For {perhaps} the day lies between two sources.</Trans>}{" "}
      <Trans>{counted}, {met} and {promised} are on record.</Trans>{" "}
      {conflicts > 0 && <Trans>Sources differ on {disputed}.</Trans>}
    </h1>
  );
}

function Ways({ index }: { readonly index: Index }) {
  const lang = useLanguage();
  const may = useMay();
  return (
    <nav className="index-ways">
      <Link to="/$lang/members" params={{ lang }}><b><Trans>Members</Trans></b><span><Trans>Who is in, since when, and how we know</Trans></span></Link>
      <Link to="/$lang/meetings" params={{ lang }}><b><Trans>Meetings</Trans></b><span><Trans>The next one first, then what was held</Trans></span></Link>
      <Link to="/$lang/undertakings" params={{ lang }}><b><Trans>Undertakings</Trans></b><span><Trans>Who promised what, by when, and how it stands</Trans></span></Link>
      <Link to="/$lang/texts" params={{ lang }}><b><Trans>Texts</Trans></b><span><Trans>What was issued and adopted, in which languages</Trans></span></Link>
      <Link to="/$lang/persons" params={{ lang }}><b><Trans>Persons</Trans></b><span><Trans>Whom sources name, in which offices and delegations</Trans></span></Link>
      <Link to="/$lang/conflicts" params={{ lang }}><b><Trans>Where sources differ</Trans> <span className="figures">{integer(index.counts.conflicts, lang)}</span></b><span><Trans>Side by side, waiting for a decision</Trans></span></Link>
      <Link to="/$lang/sources" params={{ lang }}><b><Trans>Sources</Trans></b><span><Trans>Every document, and what stands on it</Trans></span></Link>
      {may.has("edit-record") && <Link to="/$lang/meetings/new" params={{ lang }}><b><Trans>Enter a meeting</Trans></b><span><Trans>From a text, each fact with its sentence</Trans></span></Link>}
    </nav>
  );
}

type Row = { readonly node: BodyNode; readonly depth: number };
const rowsOf = (nodes: readonly BodyNode[], depth = 0): readonly Row[] => nodes.flatMap((node) => [{ node, depth }, ...rowsOf(node.children, depth + 1)]);

function BodiesInTime({ index }: { readonly index: Index }) {
  const rows = rowsOf(index.tree);
  const ofBody = Map.groupBy(index.meetings, ({ body }) => body);
  const days = index.meetings.flatMap(({ date }) => { const at = date === null ? null : edtfBounds(date); return at === null ? [] : [isoOf(at.first), isoOf(at.last)]; });
  const axis = axisAround(days, index.asOf);
  return (
    <div className="bodies-time">
      <div className="axis-row bodies-years"><div /><AxisYears from={axis.from} to={axis.to} /></div>
      <ul className="bodies-list">
        {rows.map(({ node, depth }) => (
          <li key={node.id} className="axis-row" data-depth={Math.min(depth, 3)}>
            <BodyName node={node} />
            <MeetingAxis meetings={ofBody.get(node.id) ?? []} from={axis.from} to={axis.to} now={index.asOf} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function BodyName({ node }: { readonly node: BodyNode }) {
  const lang = useLanguage();
  const { i18n } = useLingui();
  return (
    <div className="axis-name">
      <Link className="link-plain" to="/$lang/bodies/$id" params={{ lang, id: node.id }}><b><Named name={node.name} /></b></Link>
      <p className="row-sub">{codeWords(bodyKindWords, node.kind, i18n)}{node.answer !== "yes" && <> · <Answer answer={node.answer} /></>}</p>
    </div>
  );
}
