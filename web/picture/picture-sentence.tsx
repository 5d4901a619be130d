import { useQuery } from "@tanstack/react-query";
import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { coalitionQuery } from "../api/queries.ts";
import type { Picture } from "../api/types.ts";
import { Named } from "../parts/named.tsx";
import { useLanguage } from "../words/use-language.ts";
import { questionOf } from "./question.ts";
import { useFilters } from "./use-filters.ts";

/** The answer first. Its numbers are links to what they count. */
export function PictureSentence({ picture }: { readonly picture: Picture }) {
  const language = useLanguage();
  const [search] = useFilters();
  const coalition = useQuery(coalitionQuery(language, search.asOf)).data;
  const { sentence } = picture;
  const countries = picture.facets.countries.filter(({ code }) => search.country?.includes(code) === true);
  const region = countries.length > 0 && countries.length <= 3 ? countries.map(({ name }) => name) : coalition?.region ? [coalition.region] : [];
  const filters = questionOf(search);
  const to = { params: { lang: language } };
  const reporters = <Link className="figure" to="/$lang/initiatives" {...to} search={filters}><Plural value={sentence.reporters} one="# reporter" other="# reporters" /></Link>;
  const initiatives = <Link className="figure" to="/$lang/initiatives" {...to} search={filters}><Plural value={sentence.initiatives} one="describes # initiative" other="describe # initiatives" /></Link>;
  const overlaps = <Link className="figure warm" to="/$lang/overlaps" {...to} search={filters}><Plural value={sentence.overlaps} one="# pair overlaps" other="# pairs overlap" /></Link>;
  const none = <Link className="figure warm" to="/$lang/picture" {...to} search={{ ...search, view: "table" }}><Plural value={sentence.areasNoneReported + sentence.areasNotKnown} one="# area" other="# areas" /></Link>;
  const under = <Link className="figure warm" to="/$lang/picture" {...to} search={{ ...search, side: "gaps" }}><Plural value={sentence.areasUnderServed ?? 0} one="# area with severe need" other="# areas with severe need" /></Link>;
  const where = region.map((name, i) => <span key={name.text}>{i > 0 && <Trans>, </Trans>}<Named name={name} /></span>);
  if (sentence.initiatives === 0) return <h1 className="sentence"><Trans>Nothing that you may see matches: no initiative is reported for these filters.</Trans></h1>;
  return (
    <h1 className="sentence">
      {region.length > 0 ? <Trans>In {where} {reporters} {initiatives};</Trans> : <Trans>{reporters} {initiatives};</Trans>}{" "}
      {sentence.areasUnderServed === null || sentence.areasUnderServed === 0 ? (
        <Trans>{overlaps}, and for {none} no work is reported.</Trans>
      ) : (
        <Trans>{overlaps}, and in {under} less than a quarter of it is covered.</Trans>
      )}
    </h1>
  );
}
