import type { ReportColumn } from "../api/types.ts";
import { Trans } from "@lingui/react/macro";
import { Named } from "../parts/named.tsx";
import { percent } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";
import { FieldValue } from "./field-value.tsx";

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
  return <>{values.map((value, i) => <span className="field-value" key={`${value.text} ${i}`}><FieldValue field={field} value={value} />{value.percent !== null && value.percent < 100 && <span className="quiet"> {percent(value.percent / 100, language)}</span>}</span>)}</>;
}
