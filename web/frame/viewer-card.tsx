import { useQuery } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { sessionQuery } from "../api/queries.ts";
import { Named } from "../parts/named.tsx";
import { edtfPart } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";
import { HijriSwitch } from "./hijri-switch.tsx";
import { roleWords } from "./roles.ts";
import { useSessionEnd } from "./sign-out.ts";
import { ThemeSwitch } from "./theme-switch.tsx";

/** Who is looking, through which roles, and the way in or out. */
export function ViewerCard({ close }: { readonly close: () => void }) {
  const language = useLanguage();
  const { i18n } = useLingui();
  const session = useQuery(sessionQuery(language)).data;
  const { signOut } = useSessionEnd(session);
  return (
    <div className="viewer-card">
      {session?.viewer.kind === "account" ? (
        <>
          <p><b><Named name={session.viewer.person.name} /></b><br /><span className="quiet"><Trans>acts for <Named name={session.viewer.actsFor.name} /></Trans></span></p>
          <ul className="viewer-roles">
            {session.viewer.roles.map((role) => (
              <li key={role.id} data-past={role.holdsToday ? undefined : ""}>
                {i18n._(roleWords[role.role])} · <Named name={role.body.name} />
                <span className="quiet small"> {role.from && edtfPart(role.from, language)}{role.to && <> – {edtfPart(role.to, language)}</>}</span>
              </li>
            ))}
          </ul>
          <Link className="link" to="/$lang/account" params={{ lang: language }} onClick={close}><Trans>Your account</Trans></Link>
          <Link className="link" to="/$lang/people" params={{ lang: language }} onClick={close}><Trans>People and tokens</Trans></Link>
          <Link className="link" to="/$lang/administration" params={{ lang: language }} onClick={close}><Trans>Administration</Trans></Link>
          <button type="button" className="button" onClick={signOut}><Trans>Sign out</Trans></button>
        </>
      ) : (
        <>
          <p className="quiet"><Trans>You are not signed in, and see what is open to everyone (TLP:CLEAR).</Trans></p>
          <Link className="button first" to={session?.needsSetup === true ? "/$lang/setup" : "/$lang/sign-in"} params={{ lang: language }} onClick={close}>
            {session?.needsSetup === true ? <Trans>Set up the first account</Trans> : <Trans>Sign in</Trans>}
          </Link>
        </>
      )}
      <ThemeSwitch />
      <HijriSwitch />
    </div>
  );
}
