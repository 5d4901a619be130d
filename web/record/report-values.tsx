import { Trans } from "@lingui/react/macro";
import type { ReportColumn } from "../api/types.ts";
import { FieldValue } from "../initiatives/field-value.tsx";
import { percent } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";

type Column = ReportColumn["fields"][number];

/** All that one version of a report says in one field, each on a line of its own. */
export function ReportValues({ field, values }: { readonly field: Column["field"]; readonly values: Column["values"] }) {
  const language = useLanguage();
  if (values.length === 0) return <span className="unknown-word"><Trans>nothing said</Trans></span>;
  return <>{values.map((value, i) => <span key={i} className="report-value"><FieldValue field={field} value={value} />{value.percent !== null && <span className="quiet"> {percent(value.percent / 100, language)}</span>}</span>)}</>;
}
