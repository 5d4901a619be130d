import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { CompareLink } from "../record/compare-link.tsx";
import type { Initiative } from "../api/types.ts";
import { Named } from "../parts/named.tsx";
import { instant } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";

/** Reports that newer versions replaced. They are kept, and count for nothing. */
export function ReportHistory({ id, history }: { readonly id: string; readonly history: Initiative["history"] }) {
  const language = useLanguage();
  const whole = <p className="small"><Link className="link" to="/$lang/history/$kind/$id" params={{ lang: language, kind: "initiative", id }}><Trans>What each version changed</Trans></Link> · <CompareLink kind="initiative" id={id} /></p>;
  if (history.length === 0) return <><p className="quiet"><Trans>Each report is its first version here.</Trans></p>{whole}</>;
  return (
    <>
    <ul className="history">
      {history.map(({ report, supersededAt, changed }) => (
        <li key={report.id}><Named name={report.reporter.name} /> · <bdi dir="ltr">{report.identifier}</bdi> <span className="quiet">· <Trans>superseded {instant(supersededAt, language)}</Trans>{changed.length > 0 && <> · <Trans>changed: {changed.join(", ")}</Trans></>}</span></li>
      ))}
    </ul>
    {whole}
    </>
  );
}
