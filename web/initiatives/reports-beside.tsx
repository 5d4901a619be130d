import { Trans, useLingui } from "@lingui/react/macro";
import type { ReportColumn } from "../api/types.ts";
import { Named } from "../parts/named.tsx";
import { TableFrame } from "../parts/table-frame.tsx";
import { TlpLabel } from "../parts/tlp.tsx";
import { edtfWords } from "../words/edtf-words.ts";
import { useLanguage } from "../words/use-language.ts";
import { useFieldNames } from "./field-names.ts";
import { FieldValues } from "./what-reports-say.tsx";

const order: readonly ReportColumn["fields"][number]["field"][] = ["title", "description", "status", "start", "end", "lines", "sectors", "parties", "countries", "locations", "groups", "money", "related"];

/** A column for each report, a row for each field; rows on which they differ stand out. Nothing of a report is edited. */
export function ReportsBeside({ reports }: { readonly reports: readonly ReportColumn[] }) {
  const language = useLanguage();
  const { t } = useLingui();
  const names = useFieldNames();
  const rows = order.filter((field) => reports.some((column) => column.fields.some((one) => one.field === field && one.values.length > 0)));
  return (
    <TableFrame label={t`The reports side by side`}>
      <table className="beside" data-reports={Math.min(reports.length, 4)}>
        <thead>
          <tr>
            <th scope="col" className="beside-corner"><span className="unseen">{t`Field`}</span></th>
            {reports.map(({ report, marking }) => (
              <th key={report.id} scope="col">
                <b><Named name={report.reporter.name} /></b>{report.secondary && <span className="quiet"> · <Trans>secondary reporter</Trans></span>}
                <p className="small quiet"><bdi dir="ltr" className="breakable">{report.identifier}</bdi></p>
                <p className="small quiet"><TlpLabel tlp={marking.tlp} /> {report.lastUpdated && <Trans>updated {edtfWords(report.lastUpdated, language)}</Trans>}</p>
                <p className="small quiet">{report.publisher && <bdi>{report.publisher}</bdi>}{report.licence && <> · <bdi>{report.licence}</bdi></>}</p>
                <p className="small quiet"><bdi dir="ltr" className="breakable">{report.read.file}:{report.read.line}</bdi></p>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((field) => (
            <tr key={field} data-differs={reports.some((column) => column.fields.some((one) => one.field === field && one.differs)) ? "" : undefined}>
              <th scope="row">{names[field]}</th>
              {reports.map(({ report, fields }) => <td key={report.id}><FieldValues field={field} values={fields.find((one) => one.field === field)?.values ?? []} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
