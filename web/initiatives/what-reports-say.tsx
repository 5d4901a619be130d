import type { ReportColumn } from "../api/types.ts";
import { Trans } from "@lingui/react/macro";
import { Named } from "../parts/named.tsx";
import { edtfWords } from "../words/edtf-words.ts";
import { useLanguage } from "../words/use-language.ts";

type Field = ReportColumn["fields"][number]["field"];

/** What each report says for one field: the proof of a composed value. */
export function WhatReportsSay({ reports, field, label }: { readonly reports: readonly ReportColumn[]; readonly field: Field; readonly label: string }) {
  return (
    <div className="claims">
      <p className="claims-head"><b>{label}</b></p>
      <ul className="claims-list">
        {reports.map(({ report, fields }) => (
          <li key={report.id} className="claim">
            <p className="claim-value"><FieldValues field={field} values={fields.find((one) => one.field === field)?.values ?? []} /></p>
            <p className="claim-source"><Named name={report.reporter.name} /> · <bdi dir="ltr">{report.identifier}</bdi></p>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function FieldValues({ field, values }: { readonly field: Field; readonly values: ReportColumn["fields"][number]["values"] }) {
  const language = useLanguage();
  if (values.length === 0) return <span className="quiet"><Trans>not stated</Trans></span>;
  const date = field === "start" || field === "end";
  return <>{values.map((value, i) => <span className="field-value" key={`${value.text} ${i}`}>{date ? edtfWords(value.text, language) : <bdi lang={value.language ?? undefined}>{value.text}</bdi>}{value.percent !== null && <span className="quiet"> {value.percent} %</span>}</span>)}</>;
}
