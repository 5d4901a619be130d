import { useQuery } from "@tanstack/react-query";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import type { OverlapSearch } from "../address.ts";
import { asProblem } from "../api/problem.ts";
import { overlapQuery } from "../api/queries.ts";
import type { Name, OverlapPair as Pair } from "../api/types.ts";
import { statusWords } from "../initiatives/codes.ts";
import { Fault } from "../parts/fault.tsx";
import { lineWords } from "../parts/line-mark.tsx";
import { basisWords, NotKnown, Usd } from "../parts/money.tsx";
import { Listed } from "../parts/listed.tsx";
import { Named } from "../parts/named.tsx";
import { Proof } from "../parts/proof.tsx";
import { MarkingLine } from "../parts/tlp.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { ContributionRow, ruleWords } from "../picture/contribution-row.tsx";
import { questionOf } from "../picture/question.ts";
import { edtfWords } from "../words/edtf-words.ts";
import { decimal, percent } from "../words/figures.ts";
import { localeOf } from "../words/language.ts";
import { useLanguage } from "../words/use-language.ts";
import { ContestedChart } from "./contested-chart.tsx";
import { Decide } from "./decide.tsx";
import { LineMark } from "../parts/line-mark.tsx";

/** Two initiatives side by side: what they share, how much of it, month by month, and what may be decided. */
export function OverlapPair() {
  const language = useLanguage();
  const { a, b } = useParams({ from: "/$lang/overlaps/$a/$b" });
  const search = useSearch({ from: "/$lang/overlaps/$a/$b" });
  const answer = useQuery(overlapQuery(language, a, b, questionOf(search)));
  if (answer.isPending) return <div className="pair"><Waiting lines={14} /></div>;
  if (answer.isError) return <div className="pair"><Fault problem={asProblem(answer.error)} retry={() => void answer.refetch()} /></div>;
  return <PairPage pair={answer.data} search={search} />;
}

/** The same in another scene, over the whole time and on the usual basis. */
export function PairDetail({ a, b }: { readonly a: string; readonly b: string }) {
  const answer = useQuery(overlapQuery(useLanguage(), a, b, {}));
  if (answer.isPending) return <div className="pair"><Waiting lines={14} /></div>;
  if (answer.isError) return <div className="pair"><Fault problem={asProblem(answer.error)} retry={() => void answer.refetch()} /></div>;
  return <PairPage pair={answer.data} />;
}

/** @param search of the list it was opened from; absent in another scene */
function PairPage({ pair, search }: { readonly pair: Pair; readonly search?: OverlapSearch }) {
  const language = useLanguage();
  return (
    <>
      <article className="pair">
        {search !== undefined && <p className="pair-back small"><Link className="link" to="/$lang/overlaps" params={{ lang: language }} search={search}><Trans>All overlaps</Trans></Link></p>}
        <header className="pair-head">
          <PairSentence pair={pair} />
          <p className="small pair-marking"><MarkingLine marking={pair.marking} /></p>
        </header>
        <Beside pair={pair} />
        <ContestedChart pair={pair} />
        <Conclusion pair={pair} />
        <section className="pair-behind">
          <h2><Trans>What it rests on</Trans></h2>
          <div className="pair-columns">
            {(["a", "b"] as const).map((side) => <div key={side}><h3><SideLetter side={side} /> <Named name={pair[side].title} /></h3><ol className="contributions">{pair.contributions[side].map((one, i) => <ContributionRow key={i} contribution={one} />)}</ol></div>)}
          </div>
        </section>
      </article>
      <Decide pair={pair} />
    </>
  );
}

const SideLetter = ({ side }: { readonly side: "a" | "b" }) => <span className="side-letter" data-side={side}>{side.toUpperCase()}</span>;

/** The finding as a minister could say it. */
function PairSentence({ pair }: { readonly pair: Pair }) {
  const language = useLanguage();
  const { i18n } = useLingui();
  const lines = pair.lines.map((line) => i18n._(lineWords[line]).toLocaleLowerCase(localeOf[language]));
  const work = new Intl.ListFormat(localeOf[language], { type: "conjunction" }).format(lines);
  const areas = <b>{pair.rules.includes("country-level") ? <Plural value={pair.areaCount} one="# country" other="# countries" /> : <Plural value={pair.areaCount} one="# area" other="# areas" />}</b>;
  const months = <b><Plural value={pair.monthCount} one="# shared month" other="# shared months" /></b>;
  if (pair.kind === "possible-double-report") return <h1 className="sentence"><Trans>These two may be one initiative, reported twice: {work} in {areas} over {months}.</Trans></h1>;
  if (pair.score === null) return <h1 className="sentence"><Trans>Both work on {work} in {areas} over {months}. A budget is not known, so how much money meets cannot be said.</Trans></h1>;
  return <h1 className="sentence"><Trans>Both work on {work} in {areas} over {months}: <b>{percent(pair.score, language)}</b> of the smaller one goes to the same line, place, months and people.</Trans></h1>;
}

function Beside({ pair }: { readonly pair: Pair }) {
  const language = useLanguage();
  const { t } = useLingui();
  const names: Readonly<Record<Pair["rows"][number]["field"], string>> = { lines: t`Line`, areas: t`Areas`, groups: t`People`, months: t`Months`, money: t`Money`, implementers: t`Implementer`, funders: t`Funder`, status: t`Status` };
  return (
    <table className="pair-table">
      <thead>
        <tr><th scope="col"><span className="unseen">{t`Field`}</span></th>{(["a", "b"] as const).map((side) => <th key={side} scope="col"><SideLetter side={side} /> <Listed items={pair[side].reporters.map((reporter) => <Named key={reporter.name.text} name={reporter.name} />)} /> · <Link className="link-plain" to="/$lang/initiatives/$id" params={{ lang: language, id: pair[side].id }}><Named name={pair[side].title} /></Link></th>)}</tr>
      </thead>
      <tbody>
        {pair.rows.map((row) => (
          <tr key={row.field} data-differs={differs(row) ? "" : undefined}>
            <th scope="row">{names[row.field]}</th>
            {(["a", "b"] as const).map((side) => (
              <td key={side}>{row.field === "lines" && pair.lines.length === 1 && pair.lines[0] !== undefined && <><LineMark line={pair.lines[0]} /> </>}{row[side].value === null || row[side].value.length === 0 ? <NotKnown /> : <Listed items={row[side].value.map((name) => <RowValue key={name.text} field={row.field} name={name} />)} />} <Proof of={row[side]} label={names[row.field]} /></td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Only what both state can differ. Amounts are set side by side, not against each other. */
const differs = ({ field, a, b, shared }: Pair["rows"][number]): boolean => !shared && field !== "money" && (a.value?.length ?? 0) > 0 && (b.value?.length ?? 0) > 0;

/** Codes and dates come as they stand in the reports, and are put into words here. */
function RowValue({ field, name }: { readonly field: Pair["rows"][number]["field"]; readonly name: Name }) {
  const language = useLanguage();
  const { i18n } = useLingui();
  if (field === "months") return <>{edtfWords(name.text, language)}</>;
  const words = field === "status" ? statusWords[name.text] : field === "lines" && name.text in lineWords ? lineWords[name.text as keyof typeof lineWords] : undefined;
  return words === undefined ? <Named name={name} /> : <>{i18n._(words)}</>;
}

/** What follows from need: crowding where need still exceeds supply is something to coordinate, not duplication. */
function Conclusion({ pair }: { readonly pair: Pair }) {
  const language = useLanguage();
  const { i18n } = useLingui();
  const others = pair.rules.filter((rule) => rule !== "country-level");
  const basis = i18n._(basisWords[pair.basis]).toLocaleLowerCase(localeOf[language]);
  return (
    <div className="pair-conclusion">
      {pair.need === null ? (
        <p><Trans>How much is needed in these areas is not known, so whether it is duplication cannot be said.</Trans></p>
      ) : (
        <p>
          <Trans>Need in the shared cells is {<Usd usd={pair.need.usd} />} (<Named name={pair.need.source} />); supply with both is {<Usd usd={pair.need.supplyUsd} />}.</Trans>{" "}
          {(pair.duplicationUsd ?? 0) > 0 ? <b><Trans>{<Usd usd={pair.duplicationUsd} />} exceed what is needed.</Trans></b> : <b><Trans>Need still exceeds supply: this is something to coordinate, not duplication.</Trans></b>}
        </p>
      )}
      {pair.ifOneUsd !== null && pair.probabilitySame !== null && <p><Trans>If both are one programme, unique money falls by {<Usd usd={pair.ifOneUsd} />}; probability {decimal(pair.probabilitySame * 100, language)} %.</Trans></p>}
      {pair.sharedParties.length > 0 && <p><Trans>In both:</Trans> <Listed items={pair.sharedParties.map(({ party }) => <Named key={party.name.text} name={party.name} />)} /></p>}
      {pair.rules.includes("country-level") && <p><Trans>Nothing says that they meet in any one area: only the country is known.</Trans></p>}
      {others.length > 0 && <p className="quiet">{others.map((rule) => i18n._(ruleWords[rule])).join(" · ")}</p>}
      <p className="quiet"><Trans>Money: {basis}, from what you may see.</Trans></p>
    </div>
  );
}
