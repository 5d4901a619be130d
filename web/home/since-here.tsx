import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { request } from "../api/client.ts";
import { sessionQuery } from "../api/queries.ts";
import type { HomeAnswer } from "../api/types.ts";
import { Named } from "../parts/named.tsx";
import { instant } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";

const homeQuery = (language: string) => queryOptions({ queryKey: ["/api/home", {}, language], queryFn: ({ signal }) => request<HomeAnswer>("/api/home", { language, signal }), staleTime: 60_000 });
const most = 6;

const kindWords: Readonly<Record<string, MessageDescriptor>> = {
  record: msg`a record`, source: msg`a source`, claim: msg`what a source states`, decision: msg`a decision on a fact`, finding: msg`a decision on an overlap or gap`,
  "stated-none": msg`a statement of no work`, need: msg`a need`, import: msg`a file`, reports: msg`reports`, circle: msg`a circle`, gone: msg`a need taken back`,
};

/** What others wrote since one was here, of what one may see today. */
export function SinceHere() {
  const lang = useLanguage();
  const { i18n } = useLingui();
  const signedIn = useQuery(sessionQuery(lang)).data?.viewer.kind === "account";
  const home = useQuery({ ...homeQuery(lang), enabled: signedIn }).data;
  if (home === undefined || home.since === null) return null;
  const others = home.items.filter(({ mine }) => !mine);
  return (
    <section className="since-here" aria-labelledby="since-head">
      <h2 id="since-head"><Trans>Since you were here</Trans> <span className="quiet small">{instant(home.since, lang)}</span></h2>
      {others.length === 0 ? <p className="quiet"><Trans>Of what you may see today, others changed nothing.</Trans></p> : (
        <ul className="lately-rows">
          {others.slice(0, most).map((one, i) => (
            <li key={i}>
              <span>{i18n._(kindWords[one.kind] ?? msg`something`)}{one.about.slice(0, 2).map(({ kind, id, name }) => <span key={id}> · <AboutLink kind={kind} id={id} words={name === null ? <Trans>the initiative</Trans> : <Named name={name} />} /></span>)}</span>
              <span className="quiet small">{one.by !== null && <><Named name={one.by} /> · </>}{instant(one.at, lang)}</span>
            </li>
          ))}
        </ul>
      )}
      {(others.length > most || home.more) && <p className="quiet small"><Trans>And more before that.</Trans></p>}
    </section>
  );
}

function AboutLink({ kind, id, words }: { readonly kind: string; readonly id: string; readonly words: ReactNode }) {
  const lang = useLanguage();
  switch (kind) {
    case "initiative": return <Link className="link-plain" to="/$lang/initiatives/$id" params={{ lang, id }}>{words}</Link>;
    case "meeting": return <Link className="link-plain" to="/$lang/meetings/$id" params={{ lang, id }}>{words}</Link>;
    case "body": return <Link className="link-plain" to="/$lang/bodies/$id" params={{ lang, id }}>{words}</Link>;
    case "member": return <Link className="link-plain" to="/$lang/members/$id" params={{ lang, id }}>{words}</Link>;
    default: return <Link className="link-plain" to="/$lang/history/$kind/$id" params={{ lang, kind, id }}>{words}</Link>;
  }
}
