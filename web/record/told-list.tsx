import "../claims/claim-panel.css";
import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ToldWords } from "../api/record-types.ts";
import { FieldProof } from "../claims/field-proof.tsx";
import { edtfWords } from "../words/edtf-words.ts";
import { localeOf } from "../words/language.ts";
import { useLanguage } from "../words/use-language.ts";

/** What sources say side by side, each with its own words, the source and its day. */
export function ToldList({ told, label, withLanguage = false }: { readonly told: readonly ToldWords[]; readonly label: string; readonly withLanguage?: boolean }) {
  const lang = useLanguage();
  const tongues = new Intl.DisplayNames(localeOf[lang], { type: "language" });
  return (
    <ul className="rows">
      {told.map(({ claim, text, language, quote, source, claimsHref }) => (
        <li key={claim}>
          <p className="row-main">
            <span><bdi lang={language === "und" ? undefined : language} dir="auto">{text}</bdi> <FieldProof of={{ state: "one", claimsHref, sources: 1 }} label={label} /></span>
            {withLanguage && <span className="quiet small">{language === "und" ? <Trans>no language stated</Trans> : (tongues.of(language) ?? language)}</span>}
          </p>
          {quote !== null && <blockquote className="claim-quote" lang={quote.language} dir="auto">{quote.text}</blockquote>}
          <p className="row-sub"><Link className="link-plain" to="/$lang/sources/$id" params={{ lang, id: source.id }}><bdi lang={source.language ?? undefined}>{source.title}</bdi></Link>{source.published !== null && <> · {edtfWords(source.published, lang)}</>}{source.url !== null && <> · <a className="link" href={source.url} rel="noreferrer" target="_blank"><Trans>where it was published</Trans></a></>}</p>
        </li>
      ))}
    </ul>
  );
}
