import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { asProblem } from "../api/problem.ts";
import type { ImportFault, ImportJob } from "../api/record-types.ts";
import type { Problem } from "../api/types.ts";
import { useMorePages } from "../initiatives/use-more-pages.ts";
import { Fault } from "../parts/fault.tsx";
import { integer } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";
import { faultWords, ofTheFile } from "./fault-words.ts";

/** What was wrong, where, what stood there and what should have; the record as it stood on demand; all of it as a table to take away. */
export function FaultTable({ job }: { readonly job: ImportJob }) {
  const { t } = useLingui();
  const { faults, counts } = job;
  const total = counts.setAside + counts.warnings;
  // the job carries the first ones; the rest are fetched on demand, from where those end
  const over = job.state === "done" || job.state === "failed";
  const more = useMorePages<ImportFault>(`/api/imports/${job.id}/faults`, { limit: 100 }, over && total > faults.length ? String(faults.length) : null);
  if (faults.length === 0) return job.state === "done" ? <p className="quiet"><Trans>Nothing was wrong with the file.</Trans></p> : null;
  return (
    <section className="record-part" id="faults" aria-labelledby="faults-head">
      <div className="part-head"><h2 id="faults-head"><Plural value={total} one="# remark on the file" other="# remarks on the file" /></h2><a className="link small" href={job.summaryHref} download><Trans>All of them as a table (CSV)</Trans></a></div>
      <div className="table-frame">
        <table className="fault-table">
          <thead><tr><th scope="col">{t`Line`}</th><th scope="col">{t`What`}</th><th scope="col">{t`Found`}</th><th scope="col">{t`Expected`}</th><th scope="col">{t`Where`}</th></tr></thead>
          <tbody>{[...faults, ...more.items].map((fault, n) => <FaultRow key={n} fault={fault} n={n} id={job.id} />)}</tbody>
        </table>
      </div>
      {more.next !== null && <p><button type="button" className="button" disabled={more.fetching} onClick={more.fetchNext}><Trans>More</Trans></button></p>}
      {more.problem && <Fault problem={more.problem} retry={more.fetchNext} />}
    </section>
  );
}

type Raw = { readonly text: string } | { readonly problem: Problem } | null;

function FaultRow({ fault, n, id }: { readonly fault: ImportFault; readonly n: number; readonly id: string }) {
  const lang = useLanguage();
  const { i18n, t } = useLingui();
  const [raw, setRaw] = useState<Raw>(null);
  const words = faultWords[fault.code];
  const show = async () => {
    if (raw !== null) return setRaw(null);
    try {
      const response = await fetch(`/api/imports/${id}/faults/${n}/raw`, { credentials: "same-origin", headers: { "accept-language": lang } });
      if (!response.ok) throw new Error(String(response.status));
      setRaw({ text: await response.text() });
    } catch (error) {
      setRaw({ problem: asProblem(error) });
    }
  };
  return (
    <>
      <tr data-severity={fault.severity}>
        <td className="figures">{integer(fault.line, lang)}</td>
        <td><b>{words === undefined ? fault.code : i18n._(words)}</b><br /><span className="small quiet">{fault.severity === "error" ? ofTheFile.has(fault.code) ? <Trans>the file was set aside</Trans> : <Trans>the record was set aside</Trans> : <Trans>the record came in without it</Trans>}</span></td>
        <td><bdi dir="auto" className="fault-text">{fault.found}</bdi></td>
        <td><bdi dir="auto" className="fault-text">{fault.expected}</bdi></td>
        <td><bdi dir="ltr" className="fault-path">{fault.path}</bdi>{fault.identifier !== null && <><br /><bdi dir="ltr" className="small quiet fault-path">{fault.identifier}</bdi></>}{fault.hasRaw && <><br /><button type="button" className="link small" aria-expanded={raw !== null} onClick={() => void show()}>{raw === null ? <Trans>The record as it stood</Trans> : <Trans>Close</Trans>}</button></>}</td>
      </tr>
      {raw !== null && <tr className="fault-raw"><td colSpan={5}>{"text" in raw ? <textarea dir="ltr" readOnly rows={14} aria-label={t`The record as it stood`} value={raw.text} /> : <Fault problem={raw.problem} />}</td></tr>}
    </>
  );
}
