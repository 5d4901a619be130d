import { useQuery } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "react-aria-components/Button";
import { sessionQuery } from "../api/queries.ts";
import { Listed } from "../parts/listed.tsx";
import { Named } from "../parts/named.tsx";
import { Opening } from "../parts/opening.tsx";
import { useLanguage } from "../words/use-language.ts";
import { leadingRole, roleWords } from "./roles.ts";
import { ViewerCard } from "./viewer-card.tsx";

/** "A. Member · focal point, Member 7", and what opens under it. */
export function ViewerMenu() {
  const { t } = useLingui();
  return (
    <Opening label={t`Who is looking`} placement="bottom end" trigger={<Button className="viewer-button"><ViewerWords /></Button>}>
      {(close) => <ViewerCard close={close} />}
    </Opening>
  );
}

export function ViewerWords() {
  const language = useLanguage();
  const { i18n } = useLingui();
  const viewer = useQuery(sessionQuery(language)).data?.viewer;
  if (viewer === undefined) return <span className="quiet">…</span>;
  if (viewer.kind === "anonymous") return <Trans>Not signed in</Trans>;
  const role = leadingRole(viewer);
  return (
    <>
      <b><Named name={viewer.person.name} /></b>
      <span className="quiet"> · <Listed items={[...(role ? [i18n._(roleWords[role.role])] : []), <Named key="for" name={viewer.actsFor.name} />]} /></span>
    </>
  );
}
