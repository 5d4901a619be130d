import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { Claim } from "../api/record-types.ts";
import { Named } from "../parts/named.tsx";
import { ProofGlyph } from "../parts/proof-glyph.tsx";
import { TlpLabel } from "../parts/tlp.tsx";
import { codeWords, confidenceWords } from "../record/codes.ts";
import { longDay } from "../words/dates.ts";
import { edtfWords } from "../words/edtf-words.ts";
import { useLanguage } from "../words/use-language.ts";
import { ClaimValueWords } from "./claim-value-words.tsx";

type Props = {
  readonly kind: string;
  readonly field: string;
  readonly claims: readonly Claim[];
  readonly decided: boolean;
  readonly choose?: (() => void) | undefined;
  readonly withdraw?: ((claim: string) => void) | undefined;
};

/** One side of a question: the value, and every source that states it with its exact words. Those of one side may word or date it differently. */
export function ClaimSide({ kind, field, claims, decided, choose, withdraw }: Props) {
  const first = claims[0];
  if (first === undefined) return null;
  const shown = claims.some((claim) => claim.shown);
  return (
    <li className="claim-side" data-shown={shown ? "" : undefined} data-withdrawn={first.withdrawn === null ? undefined : ""}>
      <div className="claim-side-value">
        <p><ClaimValueWords kind={kind} field={field} value={first.value} />{decided && <> <span className="proof-glyph" data-state="decided"><ProofGlyph state="decided" /></span></>}</p>
        {choose && <button type="button" className="link small" onClick={choose}><Trans>Show this</Trans></button>}
      </div>
      <ul className="claim-side-sources">{claims.map((claim) => <ClaimRow key={claim.id} kind={kind} field={field} claim={claim} first={first} withdraw={withdraw} />)}</ul>
    </li>
  );
}

function ClaimRow({ kind, field, claim, first, withdraw }: { readonly kind: string; readonly field: string; readonly claim: Claim; readonly first: Claim; readonly withdraw?: ((claim: string) => void) | undefined }) {
  const lang = useLanguage();
  const { i18n } = useLingui();
  const { source } = claim;
  return (
    <li className="claim-row">
      {claim.value.text !== first.value.text && <p className="claim-row-own"><ClaimValueWords kind={kind} field={field} value={claim.value} /></p>}
      {claim.quote && <blockquote className="claim-quote" lang={claim.quote.language} dir="auto">{claim.quote.text}</blockquote>}
      {claim.note && <p className="claim-note"><bdi>{claim.note}</bdi></p>}
      <p className="claim-row-source">
        <Link className="link-plain" to="/$lang/sources/$id" params={{ lang, id: source.id }}><bdi lang={source.language ?? undefined}>{source.title}</bdi></Link>
        {source.publisher && <> · <bdi>{source.publisher}</bdi></>}
        {source.published && <> · {edtfWords(source.published, lang)}</>}
        {claim.locator && <> · <bdi>{claim.locator}</bdi></>}
        {claim.confidence !== "verified" && <> · {codeWords(confidenceWords, claim.confidence, i18n)}</>}
        {claim.marking.tlp !== "TLP:CLEAR" && <> <TlpLabel tlp={claim.marking.tlp} /></>}
        {claim.newSinceDecision && <> · <b className="warm"><Trans>came after the decision</Trans></b></>}
      </p>
      {claim.entered.by !== null && <p className="claim-row-source"><Trans>entered by <Named name={claim.entered.by} />, {longDay(claim.entered.at.slice(0, 10), lang)}</Trans>{claim.mayWithdraw && withdraw && <> · <button type="button" className="link" onClick={() => withdraw(claim.id)}><Trans>withdraw</Trans></button></>}</p>}
      {claim.withdrawn && <p className="claim-row-source"><Trans>withdrawn by <Named name={claim.withdrawn.by} />, {longDay(claim.withdrawn.at.slice(0, 10), lang)}: <bdi>{claim.withdrawn.reason}</bdi></Trans></p>}
    </li>
  );
}
