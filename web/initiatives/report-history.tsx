import { Trans } from "@lingui/react/macro";
import type { Initiative } from "../api/types.ts";
import { Named } from "../parts/named.tsx";
import { instant } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";

/** Reports that newer versions replaced. They are kept, and count for nothing. */
export function ReportHistory({ history }: { readonly history: Initiative["history"] }) {
  const language = useLanguage();
  if (history.length === 0) return <p className="quiet"><Trans>Each report is its first version here.</Trans></p>;
  return (
    <ul className="history">
      {history.map(({ report, supersededAt, changed }) => (
        <li key={report.id}><Named name={report.reporter.name} /> · <bdi dir="ltr">{report.identifier}</bdi> <span className="quiet">· <Trans>superseded {instant(supersededAt, language)}</Trans>{changed.length > 0 && <> · <Trans>changed: {changed.join(", ")}</Trans></>}</span></li>
      ))}
    </ul>
  );
}
