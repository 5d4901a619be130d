import { useQuery } from "@tanstack/react-query";
import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { coalitionQuery } from "../api/queries.ts";
import type { Picture } from "../api/types.ts";
import { Named } from "../parts/named.tsx";
import { isolate } from "../words/isolate.ts";
import { localeOf } from "../words/language.ts";
import { useLanguage } from "../words/use-language.ts";
import { questionOf } from "./question.ts";
import { useFacets } from "./use-facets.ts";
import { useFilters } from "./use-filters.ts";

/** The answer first. Its numbers are links to what they count. */
export function PictureSentence({ picture }: { readonly picture: Picture }) {
  const language = useLanguage();
  const [search] = useFilters();
  const coalition = useQuery(coalitionQuery(language, search.asOf)).data;
  const { sentence } = picture;
  const countries = useFacets(picture).countries.filter(({ code }) => search.country?.includes(code) === true);
  const called = search.country === undefined ? coalition?.region : undefined;
  // In French the sentence begins with the region ("Les Cinq Rivages : …"), whose name may begin with a small letter.
  const region = language === "fr" && called ? { ...called, text: called.text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase("fr")) } : called;
  const filters = questionOf(search);
  const to = { params: { lang: language } };
  const reporters = <Link className="figure" to="/$lang/initiatives" {...to} search={filters}><Plural value={sentence.reporters} one="# reporter" other="# reporters" /></Link>;
  const describe = <Plural value={sentence.reporters} one="describes" other="describe" />;
  const { initiatives } = sentence;
  const work = <Link className="figure" to="/$lang/initiatives" {...to} search={filters}><Plural value={initiatives} one="# initiative" other="# initiatives" /></Link>;
  const overlaps = <Link className="figure warm" to="/$lang/overlaps" {...to} search={filters}><Plural value={sentence.overlaps} one="# pair overlaps" other="# pairs overlap" /></Link>;
  const silent = sentence.areasNoneReported + sentence.areasNotKnown;
  const none = <Link className="figure warm" to="/$lang/picture" {...to} search={{ ...search, view: "table" }}><Plural value={silent} one="# area" other="# areas" /></Link>;
  const under = <Link className="figure warm" to="/$lang/picture" {...to} search={{ ...search, side: "gaps" }}><Plural value={sentence.areasUnderServed ?? 0} one="# area with severe need" other="# areas with severe need" /></Link>;
  const where = new Intl.ListFormat(localeOf[language], { type: "conjunction" }).format(countries.map(({ name }) => isolate(name.text)));
  if (initiatives === 0) return <h1 className="sentence"><Trans>Nothing that you may see matches: no initiative is reported for these filters.</Trans></h1>;
  return (
    <h1 className="sentence">
      {region ? <Trans>In <Named name={region} /> {reporters} {describe} {work};</Trans> : countries.length > 0 ? <Trans>{where}: {reporters} {describe} {work};</Trans> : <Trans>{reporters} {describe} {work};</Trans>}{" "}
      {sentence.areasUnderServed === null || sentence.areasUnderServed === 0 ? (
        silent > 0 ? <Trans>{overlaps}, and for {none} no work is reported.</Trans> : <Trans>{overlaps}, and work is reported for every area here.</Trans>
      ) : (
        <Trans>{overlaps}, and in {under} less than a quarter of it is covered.</Trans>
      )}
    </h1>
  );
}
