import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { shortDay } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";
import type { CompareRow } from "./compare-rows.tsx";

/** Two days side by side. What differs stands first and is marked, by a sign and not by colour alone; what is alike opens on demand. */
export function CompareTable({ rows, from, to }: { readonly rows: readonly CompareRow[]; readonly from: string; readonly to: string }) {
  const language = useLanguage();
  const { t } = useLingui();
  const differing = rows.filter((row) => row.differs);
  const [all, setAll] = useState(false);
  const shown = all ? rows : differing;
  const nothing = <span className="unknown-word"><Trans>not known</Trans></span>;
  return (
    <>
      {shown.length > 0 && (
        <table className="compare-table">
          <thead><tr><th scope="col" aria-label={t`What`} /><th scope="col">{shortDay(from, language)}</th><th scope="col">{shortDay(to, language)}</th></tr></thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.key} data-differs={row.differs ? "" : undefined}>
                <th scope="row">{row.differs && <span className="compare-mark" role="img" aria-label={t`differs`}>≠</span>} {row.what}{row.about !== null && <span className="compare-about small">{row.about}</span>}</th>
                <td>{row.from ?? nothing}</td>
                <td>{row.to ?? nothing}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {differing.length < rows.length && <p className="small"><button type="button" className="link" aria-expanded={all} onClick={() => setAll(!all)}>{all ? <Trans>Show only what differs</Trans> : <Trans>Show what is alike too</Trans>}</button></p>}
    </>
  );
}
