import "../record/record.css";
import { useQuery } from "@tanstack/react-query";
import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { asProblem } from "../api/problem.ts";
import { membersQuery } from "../api/record-queries.ts";
import { Fault } from "../parts/fault.tsx";
import { MarkingLine } from "../parts/tlp.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { MembersTable } from "../record/members-table.tsx";
import { useAsOf } from "../record/use-as-of.ts";
import { longDay } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";

/** Every member of the coalition with its answer for the day. */
export function MemberList() {
  const lang = useLanguage();
  const { asOf, on } = useAsOf();
  const answer = useQuery(membersQuery(lang, on));
  if (answer.isPending) return <div className="record"><Waiting lines={16} /></div>;
  if (answer.isError) return <section className="plain-page"><h1 className="sentence"><Trans>The members could not be fetched.</Trans></h1><Fault problem={asProblem(answer.error)} retry={() => void answer.refetch()} /></section>;
  const { yes, between, items, marking } = answer.data;
  const sure = <b><Plural value={yes} one="# member" other="# members" /></b>;
  const more = <b><Plural value={between} one="# more" other="# more" /></b>;
  const day = asOf === undefined ? "" : longDay(asOf, lang);
  return (
    <article className="record">
      <header>
        <p className="record-kind"><Link className="link-plain" to="/$lang/record" params={{ lang }}><Trans>Record</Trans></Link></p>
        <h1 className="sentence">
          {day === "" ? <Trans>The coalition counts {sure} today.</Trans> : <Trans>On {day} the coalition counted {sure}.</Trans>}{" "}
          {between > 0 && <Trans>For {more} the day lies between two sources.</Trans>}
        </h1>
        <p className="record-marking"><MarkingLine marking={marking} /></p>
      </header>
      <MembersTable members={items} />
    </article>
  );
}
