import { useQuery } from "@tanstack/react-query";
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { asProblem } from "../api/problem.ts";
import { claimsQuery } from "../api/queries.ts";
import type { Claim, FieldClaims } from "../api/types.ts";
import { edtfWords } from "../words/edtf-words.ts";
import { integer, statedAmount } from "../words/figures.ts";
import { longDay } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";
import { Fault } from "./fault.tsx";
import { Named } from "./named.tsx";
import { ProofGlyph } from "./proof-glyph.tsx";
import { Waiting } from "./waiting.tsx";

/** Every source's statement for one field, the shown one marked, with its exact words, and whose decision it was. */
export function Claims({ href, label }: { readonly href: string; readonly label: string }) {
  const answer = useQuery(claimsQuery(useLanguage(), href));
  if (answer.isPending) return <div className="claims"><Waiting lines={5} /></div>;
  if (answer.isError) return <Fault problem={asProblem(answer.error)} retry={() => void answer.refetch()} />;
  return <ClaimSides label={label} field={answer.data} />;
}

function ClaimSides({ label, field }: { readonly label: string; readonly field: FieldClaims }) {
  const language = useLanguage();
  const { t } = useLingui();
  const sides = new Set(field.claims.filter((claim) => claim.withdrawn === null).map((claim) => claim.side)).size;
  const sources = new Set(field.claims.map((claim) => claim.source.id)).size;
  const decision = field.decisions.find((one) => one.withdrawn === null);
  const said = sides > 1 ? plural(sources, { one: "# source", other: "# sources that differ" }) : sources > 1 ? plural(sources, { one: "# source", other: "# sources that agree" }) : t`one source`;
  return (
    <div className="claims">
      <p className="claims-head"><b>{label}</b> <span className="quiet small">{said}</span></p>
      <ul className="claims-list">{field.claims.toSorted((a, b) => Number(b.shown) - Number(a.shown) || a.side - b.side).map((claim) => <ClaimRow key={claim.id} claim={claim} />)}</ul>
      {decision && (
        <p className="claims-foot">
          <span className="proof-glyph" data-state="decided"><ProofGlyph state="decided" /></span>{" "}
          <Trans>Shown by decision of <Named name={decision.by} />, {longDay(decision.at.slice(0, 10), language)}: <bdi>{decision.reason}</bdi></Trans>
        </p>
      )}
    </div>
  );
}

function ClaimRow({ claim }: { readonly claim: Claim }) {
  const language = useLanguage();
  const { value, source } = claim;
  const shown = value.edtf !== null ? edtfWords(value.edtf, language) : value.integer !== null ? integer(value.integer, language) : value.money !== null ? statedAmount(value.money.amount, value.money.currency, language) : value.text;
  return (
    <li className="claim" data-shown={claim.shown ? "" : undefined} data-withdrawn={claim.withdrawn ? "" : undefined}>
      <p className="claim-value"><bdi lang={value.language ?? undefined}>{shown}</bdi></p>
      {claim.quote && <blockquote className="claim-quote" lang={claim.quote.language} dir="auto">{claim.quote.text}</blockquote>}
      {claim.note && <p className="small"><bdi>{claim.note}</bdi></p>}
      <p className="claim-source">
        {source.url === null ? <bdi>{source.title}</bdi> : <a className="link" href={source.url} rel="noreferrer" target="_blank"><bdi>{source.title}</bdi></a>}
        {claim.locator && <> · <bdi>{claim.locator}</bdi></>}
        {source.published && <> · {edtfWords(source.published, language)}</>}
        {claim.confidence === "uncertain" && <> · <Trans>uncertain</Trans></>}
      </p>
    </li>
  );
}
