import "./money.css";
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import type { Basis, Picture } from "../api/types.ts";
import { millions } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";

export const basisWords: Readonly<Record<Basis, MessageDescriptor>> = {
  commitment: msg`Outgoing commitments`,
  budget: msg`Planned budgets`,
  disbursement: msg`Disbursements and expenditure`,
  pledge: msg`Pledges`,
};

/** "1.4 M USD"; what is not known is said so, never written as zero. */
export function Usd({ usd }: { readonly usd: number | null }) {
  const language = useLanguage();
  if (usd === null) return <NotKnown />;
  return <bdi className="figures" dir="auto"><Trans>{millions(usd, language)} M USD</Trans></bdi>;
}

export const NotKnown = () => <span className="unknown-word"><Trans>not known</Trans></span>;

/**
 * Reported, unique, uncertain: numbers that are never rolled into one, with their basis, as far as this viewer may see.
 * Where double reports were not looked for, that is said in the place of a zero.
 */
export function MoneyLine({ picture: { totals, linking } }: { readonly picture: Picture }) {
  const language = useLanguage();
  const { i18n } = useLingui();
  const [unique, uncertain, reported, inPeriod] = [totals.unique, totals.uncertain, totals.reported, totals.inPeriod].map((usd) => millions(usd, language));
  const basis = i18n._(basisWords[totals.basis]).toLocaleLowerCase(language);
  return (
    <span className="money-line">
      {linking === "same-identifier" && totals.uncertain === 0 ? (
        <Trans><b>{unique} M USD</b> unique · {reported} reported · double reports not looked for</Trans>
      ) : (
        <Trans><b>{unique} M USD</b> unique · {uncertain} uncertain · {reported} reported</Trans>
      )}
      <br />
      <Trans>{inPeriod} of it in these months · {basis}</Trans>
      <br />
      <Trans>from what you may see</Trans>
      {totals.unknownBudget > 0 && <> · <Plural value={totals.unknownBudget} one="# of unknown budget" other="# of unknown budget" /></>}
    </span>
  );
}

/** A share of a whole, 0 to 1; null is hatched. The length is set from here because the page's policy allows no style in its text. */
export function Bar({ share, line }: { readonly share: number | null; readonly line?: string }) {
  const fill = useRef<HTMLElement>(null);
  useEffect(() => {
    if (fill.current !== null) fill.current.style.inlineSize = `${Math.min(1, Math.max(0, share ?? 0)) * 100}%`;
  }, [share]);
  return <span className="bar" data-line={line} data-unknown={share === null ? "" : undefined} aria-hidden="true">{share !== null && <i ref={fill} />}</span>;
}
