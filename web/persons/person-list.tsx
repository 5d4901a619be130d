import "../record/record.css";
import { useQuery } from "@tanstack/react-query";
import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { personsQuery } from "../api/record-queries.ts";
import { RefLink } from "../claims/claim-value-words.tsx";
import { MarkingLine } from "../parts/tlp.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { RecordFault } from "../record/record-fault.tsx";
import { useMay } from "../record/use-as-of.ts";
import { useLanguage } from "../words/use-language.ts";

/** The persons whom sources name. Who can sign in is another matter. */
export function PersonList() {
  const lang = useLanguage();
  const may = useMay();
  const answer = useQuery(personsQuery(lang));
  if (answer.isPending) return <div className="record"><Waiting lines={8} /></div>;
  if (answer.isError) return <RecordFault said={<Trans>The persons could not be fetched.</Trans>} error={answer.error} again={() => void answer.refetch()} />;
  const { items, marking } = answer.data;
  return (
    <article className="record printed">
      <header>
        <p className="record-kind"><Link className="link-plain" to="/$lang/record" params={{ lang }}><Trans>Record</Trans></Link></p>
        <h1 className="sentence"><Trans>Persons whom sources name</Trans></h1>
        <p className="quiet"><Trans>A person of the record is not an account: who can sign in is told elsewhere.</Trans></p>
        <p className="record-marking"><MarkingLine marking={marking} /></p>
      </header>
      {items.length === 0 ? <p className="record-empty"><Trans>No source names a person yet.</Trans></p> : <ul className="rows">{items.map((person) => <li key={person.id}><p className="row-main"><RefLink to={person} /></p></li>)}</ul>}
      {may.has("edit-record") && <p className="screen-only"><Link className="link" to="/$lang/persons/new" params={{ lang }}><Trans>Enter a person</Trans></Link></p>}
    </article>
  );
}
