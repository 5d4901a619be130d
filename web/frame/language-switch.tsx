import { useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { type Language, languages } from "../words/language.ts";

const short: Readonly<Record<Language, string>> = { en: "EN", fr: "FR", ar: "ع" };
const whole: Readonly<Record<Language, string>> = { en: "English", fr: "Français", ar: "العربية" };

/** The same page in another language: nothing else of the address changes. */
export function LanguageSwitch({ long = false }: { readonly long?: boolean }) {
  const { t } = useLingui();
  const { lang } = useParams({ strict: false });
  return (
    <nav className="language-switch" aria-label={t`Language`}>
      {languages.map((language) => (
        <Link key={language} to="." params={(old) => ({ ...old, lang: language })} search={true} replace lang={language} hrefLang={language} data-now={language === lang ? "" : undefined}>
          {long ? whole[language] : <>{short[language]}<span className="unseen"> {whole[language]}</span></>}
        </Link>
      ))}
    </nav>
  );
}
