import "../record/record.css";
import "../claims/claim-panel.css";
import "../imports/imports.css";
import "./people.css";
import { useQuery } from "@tanstack/react-query";
import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { sessionQuery } from "../api/queries.ts";
import { Waiting } from "../parts/waiting.tsx";
import { useMay } from "../record/use-as-of.ts";
import { useLanguage } from "../words/use-language.ts";
import { PeopleFile } from "./people-file.tsx";
import { InviteForm } from "./invite-form.tsx";
import { LookAs } from "./look-as.tsx";
import { OpenInvitations, PeopleList } from "./people-list.tsx";
import { TokenForm } from "./token-form.tsx";

/** Who else may come in, what a script may use, and what a member sees. */
export function PeoplePage() {
  const lang = useLanguage();
  const session = useQuery(sessionQuery(lang)).data;
  const may = useMay();
  if (session === undefined) return <div className="record"><Waiting lines={6} /></div>;
  if (session.viewer.kind !== "account") return <section className="plain-page"><h1 className="sentence"><Trans>People and tokens need you to be signed in.</Trans></h1><p><Link className="link" to="/$lang/sign-in" params={{ lang }}><Trans>Sign in</Trans></Link></p></section>;
  if (session.viewer.lookingAs !== null) return <section className="plain-page"><h1 className="sentence"><Trans>While you look as someone else, nothing can be changed.</Trans></h1></section>;
  return (
    <article className="record people">
      <header><h1 className="sentence"><Trans>Who may come in, and by which key</Trans></h1></header>
      {may.has("manage-accounts") && <InviteForm viewer={session.viewer} />}
      {may.has("manage-accounts") && <OpenInvitations />}
      {may.has("manage-accounts") && <PeopleList own={session.viewer.account.id} />}
      {may.has("manage-accounts") && may.has("edit-record") && <PeopleFile />}
      {may.has("look-as") && <LookAs />}
      {may.has("make-tokens") && <TokenForm />}
    </article>
  );
}
