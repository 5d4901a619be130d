import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Picture } from "../api/types.ts";
import { lineWords } from "../parts/line-mark.tsx";
import { basisWords } from "../parts/money.tsx";
import { monthRange } from "../words/dates.ts";
import { localeOf } from "../words/language.ts";
import { useLanguage } from "../words/use-language.ts";
import { useFacets } from "./use-facets.ts";
import { useFilters } from "./use-filters.ts";

/** The filters as one sentence, for quoting. Each clause that narrows can be taken out. */
export function InWords({ picture }: { readonly picture: Picture }) {
  const language = useLanguage();
  const { i18n, t } = useLingui();
  const [search, change] = useFilters();
  const facets = useFacets(picture);
  const list = (words: readonly string[]) => new Intl.ListFormat(localeOf[language], { type: "conjunction" }).format(words);
  const lines = search.line === undefined ? t`all lines` : list(search.line.map((line) => i18n._(lineWords[line])));
  const who = search.member === undefined ? t`everyone` : list(search.member.map((id) => facets.reporters.find(({ reporter }) => reporter.id === id)?.reporter.name.text ?? "…"));
  const where = search.country === undefined ? t`every country` : list(search.country.map((code) => facets.countries.find((country) => country.code === code)?.name.text ?? code));
  const narrowed = search.line ?? search.member ?? search.country ?? search.from ?? search.to ?? search.basis;
  const months = monthRange(picture.period.from, picture.period.to, language);
  const basis = i18n._(basisWords[picture.basis.basis]).toLocaleLowerCase(language);
  const clause = (words: string, clear: (() => void) | false): ReactNode => (clear === false ? <bdi>{words}</bdi> : <button type="button" className="clause" title={t`Take this out`} onClick={clear}><bdi>{words}</bdi></button>);
  return (
    <div className="in-words">
      <p>
        <Trans>
          {clause(lines, search.line !== undefined && (() => change({ line: undefined })))}, reported by {clause(who, search.member !== undefined && (() => change({ member: undefined })))}, in {clause(where, search.country !== undefined && (() => change({ country: undefined })))}, {months}; {basis}
        </Trans>
      </p>
      {narrowed !== undefined && <button type="button" className="link small" onClick={() => change({ line: undefined, member: undefined, country: undefined, from: undefined, to: undefined, basis: undefined })}><Trans>Take all filters out</Trans></button>}
    </div>
  );
}
