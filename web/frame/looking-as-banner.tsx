import { useQuery } from "@tanstack/react-query";
import { Trans } from "@lingui/react/macro";
import { sessionQuery } from "../api/queries.ts";
import { Named } from "../parts/named.tsx";
import { useLanguage } from "../words/use-language.ts";
import { useSessionEnd } from "./sign-out.ts";

/** Stands over every scene while an officer sees what a member sees. */
export function LookingAsBanner() {
  const session = useQuery(sessionQuery(useLanguage())).data;
  const { stopLookingAs } = useSessionEnd(session);
  if (session?.viewer.kind !== "account" || session.viewer.lookingAs === null) return null;
  return (
    <div className="looking-as" role="status">
      <span><Trans>You see what <b><Named name={session.viewer.lookingAs.name} /></b> sees. Nothing can be changed meanwhile.</Trans></span>
      <button type="button" className="link" onClick={stopLookingAs}><Trans>See as yourself again</Trans></button>
    </div>
  );
}
