import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Picture } from "../api/types.ts";
import { LineName } from "../parts/line-mark.tsx";
import { basisWords } from "../parts/money.tsx";
import { Named } from "../parts/named.tsx";
import { integer } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";
import { InWords } from "./in-words.tsx";
import { Sources } from "./sources.tsx";
import { PeriodFilter } from "./period-filter.tsx";
import { useFacets } from "./use-facets.ts";
import { toggled, useFilters } from "./use-filters.ts";

const short = 5;

/** What the picture is narrowed to. Every choice stands in the address. */
export function Filters({ picture }: { readonly picture: Picture }) {
  const language = useLanguage();
  const { i18n, t } = useLingui();
  const [search, change] = useFilters();
  const [all, setAll] = useState({ reporters: false, countries: false });
  const facets = useFacets(picture);
  const reporters = shown(facets.reporters, all.reporters, ({ reporter }) => search.member?.includes(reporter.id) === true);
  const countries = shown(facets.countries, all.countries, ({ code }) => search.country?.includes(code) === true);
  return (
    <div className="filters" role="group" aria-label={t`Filters`}>
      <FilterGroup title={t`Lines of effort`}>
        {facets.lines.map(({ line, initiatives }) => (
          <Choice key={line} on={search.line?.includes(line) === true} count={integer(initiatives, language)} choose={() => change({ line: toggled(search.line, line) })}><LineName line={line} /></Choice>
        ))}
      </FilterGroup>
      <FilterGroup title={t`Period`}><PeriodFilter picture={picture} /></FilterGroup>
      <FilterGroup title={t`Who reports`}>
        {reporters.map(({ reporter, initiatives }) => (
          <Choice key={reporter.id} on={search.member?.includes(reporter.id) === true} count={integer(initiatives, language)} choose={() => change({ member: toggled(search.member, reporter.id) })}><Named name={reporter.name} /></Choice>
        ))}
        <More total={facets.reporters.length} all={all.reporters} toggle={() => setAll({ ...all, reporters: !all.reporters })} />
      </FilterGroup>
      <FilterGroup title={t`Countries`}>
        {countries.map(({ code, name, initiatives }) => (
          <Choice key={code} on={search.country?.includes(code) === true} count={integer(initiatives, language)} choose={() => change({ country: toggled(search.country, code) })}><Named name={name} /></Choice>
        ))}
        <More total={facets.countries.length} all={all.countries} toggle={() => setAll({ ...all, countries: !all.countries })} />
      </FilterGroup>
      <FilterGroup title={t`Money`}>
        {facets.bases.map(({ basis, initiatives }) => (
          <Choice key={basis} single on={picture.basis.basis === basis} count={integer(initiatives, language)} choose={() => change({ basis })}>{i18n._(basisWords[basis])}</Choice>
        ))}
      </FilterGroup>
      <FilterGroup title={t`In words`}><InWords picture={picture} /></FilterGroup>
      <FilterGroup title={t`Sources`}><Sources picture={picture} /></FilterGroup>
    </div>
  );
}

function FilterGroup({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return <section className="filter-group"><h2 className="label">{title}</h2>{children}</section>;
}

function Choice({ on, count, single = false, choose, children }: { readonly on: boolean; readonly count: string; readonly single?: boolean; readonly choose: () => void; readonly children: React.ReactNode }) {
  return <button type="button" className="choice" role={single ? "radio" : "checkbox"} aria-checked={on} onClick={choose}><span>{children}</span> <span className="figures quiet">{count}</span></button>;
}

function More({ total, all, toggle }: { readonly total: number; readonly all: boolean; readonly toggle: () => void }) {
  const more = total - short;
  if (more <= 0) return null;
  return <button type="button" className="choice quiet" onClick={toggle}>{all ? <Trans>fewer</Trans> : <Trans>{more} more</Trans>}</button>;
}

/** The first few, and those chosen wherever they stand. */
function shown<T>(items: readonly T[], all: boolean, chosen: (item: T) => boolean): readonly T[] {
  return all ? items : items.filter((item, i) => i < short || chosen(item));
}
