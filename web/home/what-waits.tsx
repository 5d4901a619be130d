import { useQuery } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { sessionQuery } from "../api/queries.ts";
import { worklistQuery } from "../api/work-queries.ts";
import { integer } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";
import type { WorkKind } from "../worklist/work-search.ts";

/** How much of each kind waits for a decision of this person: the worklist's own counts, each leading there. */
export function WhatWaits() {
  const language = useLanguage();
  const { t } = useLingui();
  const session = useQuery(sessionQuery(language)).data;
  const signedIn = session?.viewer.kind === "account";
  const answer = useQuery({ ...worklistQuery(language, { limit: 1 }), enabled: signedIn });
  // who has no role that decides is shown nothing rather than a refusal
  if (!signedIn || answer.data === undefined) return null;
  const names: Readonly<Record<WorkKind, string>> = { act: t`Two persons`, overlap: t`Overlaps`, gap: t`Gaps`, conflict: t`Conflicts`, import: t`Files` };
  const open = answer.data.sections.filter((section) => section.open > 0);
  return (
    <section className="what-waits" aria-labelledby="waits-head">
      <h2 id="waits-head"><Trans>What waits for you</Trans></h2>
      {open.length === 0 ? <p className="quiet"><Trans>Nothing waits for your decision.</Trans></p> : (
        <ul>{open.map((section) => <li key={section.kind}><Link className="link-plain" to="/$lang/worklist" params={{ lang: language }} search={{ kind: section.kind }}><b className="figures">{integer(section.open, language)}</b> {names[section.kind]}</Link></li>)}</ul>
      )}
    </section>
  );
}
