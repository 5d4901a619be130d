import "./initiative-page.css";
import { useQuery } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { present } from "../address.ts";
import { asProblem } from "../api/problem.ts";
import { initiativeQuery } from "../api/queries.ts";
import type { Basis } from "../api/types.ts";
import { Fault } from "../parts/fault.tsx";
import { Named } from "../parts/named.tsx";
import { MarkingLine } from "../parts/tlp.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { useLanguage } from "../words/use-language.ts";
import { Facts, ReportsSentence } from "./facts.tsx";

/** The initiative that is reached in the list, beside it: what its page begins with. */
export function BesideList({ id, asOf, basis, close }: { readonly id: string; readonly asOf: string | undefined; readonly basis: Basis | undefined; readonly close: () => void }) {
  const language = useLanguage();
  const { t } = useLingui();
  const answer = useQuery(initiativeQuery(language, id, { asOf, basis }));
  const initiative = answer.data;
  return (
    <aside className="list-beside" aria-label={t`The initiative`} aria-live="polite">
      <p className="list-beside-acts small"><Link className="link" to="/$lang/initiatives/$id" params={{ lang: language, id }} search={present({ asOf, basis })}><Trans>Its page: reports, money, earlier versions</Trans></Link> <button type="button" className="link" onClick={close}><Trans>Close</Trans></button></p>
      {answer.isError ? <Fault problem={asProblem(answer.error)} retry={() => void answer.refetch()} /> : initiative === undefined ? <Waiting lines={12} /> : (
        <article className="initiative">
          <header className="initiative-head">
            <p className="small"><MarkingLine marking={initiative.marking} /></p>
            <h2 className="initiative-title">{initiative.title.value === null ? <Trans>Without a title</Trans> : <Named name={initiative.title.value} />}</h2>
            <ReportsSentence reports={initiative.reports} page={id} />
            {initiative.description?.value != null && <p className="small list-beside-text"><Named name={initiative.description.value} /></p>}
          </header>
          <Facts initiative={initiative} page={id} />
        </article>
      )}
    </aside>
  );
}
