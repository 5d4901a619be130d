import { Trans, useLingui } from "@lingui/react/macro";
import type { Initiative } from "../api/types.ts";
import { Empty } from "../parts/empty.tsx";
import { basisWords, Usd } from "../parts/money.tsx";
import { Named } from "../parts/named.tsx";
import { TableFrame } from "../parts/table-frame.tsx";
import { edtfWords } from "../words/edtf-words.ts";
import { statedAmount } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";
import { moneyWords, notCountedWords } from "./codes.ts";

/** Each statement as a report makes it, what it is in dollars, and whether and why it counts. */
export function MoneyTable({ initiative: { money, reports } }: { readonly initiative: Initiative }) {
  const language = useLanguage();
  const { i18n, t } = useLingui();
  if (money.statements.length === 0) return <Empty said={<Trans>No report states any money. Its budget is not known; it is never counted as zero.</Trans>} />;
  const reporter = (id: string) => reports.find(({ report }) => report.id === id)?.report.reporter.name;
  return (
    <>
      <p className="small quiet bases">{money.byBasis.map(({ basis, usd }) => <span key={basis} data-now={basis === money.basis ? "" : undefined}>{i18n._(basisWords[basis])}: <Usd usd={usd} /></span>)}</p>
      <TableFrame label={t`Money, statement by statement`}>
        <table className="data-table money-table">
          <thead><tr><th scope="col"><Trans>Kind</Trans></th><th scope="col"><Trans>When</Trans></th><th scope="col"><Trans>From, to</Trans></th><th scope="col"><Trans>Report</Trans></th><th scope="col" className="end"><Trans>As stated</Trans></th><th scope="col" className="end"><Trans>In dollars</Trans></th><th scope="col"><Trans>Counts</Trans></th></tr></thead>
          <tbody>
            {money.statements.map((one, i) => {
              const name = reporter(one.report);
              return (
                <tr key={i} data-out={one.counts ? undefined : ""}>
                  <th scope="row">{i18n._(moneyWords[one.kind])}</th>
                  <td>{one.from !== null && one.to !== null ? edtfWords(`${one.from}/${one.to}`, language) : one.date !== null ? edtfWords(one.date, language) : <span className="quiet">–</span>}</td>
                  <td>{one.provider && <Named name={one.provider.name} />}{one.receiver && <> → <Named name={one.receiver.name} /></>}</td>
                  <td>{name && <Named name={name} />}</td>
                  <td className="end">{statedAmount(one.stated.amount, one.stated.currency, language)}{one.constantYear !== null && <span className="quiet"> <Trans>prices of {one.constantYear}</Trans></span>}</td>
                  <td className="end"><Usd usd={one.usd} />{one.rate && <div className="quiet">{one.rate.perUsd} · <bdi>{one.rate.source}</bdi></div>}</td>
                  <td>{one.counts ? <Trans>yes</Trans> : <span className="quiet">{one.whyNot === null ? <Trans>no</Trans> : <Trans>no: {i18n._(notCountedWords[one.whyNot])}</Trans>}</span>}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableFrame>
    </>
  );
}
