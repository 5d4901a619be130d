import "./findings.css";
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { GapItem } from "../api/types.ts";
import { LineMark, lineWords } from "../parts/line-mark.tsx";
import { Bar, NotKnown } from "../parts/money.tsx";
import { Named } from "../parts/named.tsx";
import { shortDay } from "../words/dates.ts";
import { integer, millions } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";
import { useHighlight } from "./highlight.ts";
import { useFilters } from "./use-filters.ts";

/** One gap: where, how much of how much, why it is said. */
export function GapRow({ gap, rank }: { readonly gap: GapItem; readonly rank: number }) {
  const language = useLanguage();
  const [search] = useFilters();
  const { point } = useHighlight();
  const { i18n } = useLingui();
  const why = useWhy()(gap);
  return (
    <li>
      <Link className="finding" data-row="" to="/$lang/picture/area/$code" params={{ lang: language, code: gap.area.code }} search={search} onMouseEnter={() => point(gap.area.code)} onMouseLeave={() => point(null)} onFocus={() => point(gap.area.code)} onBlur={() => point(null)}>
        <span className="finding-rank figures">{integer(rank, language)}</span>
        <span className="finding-name"><b><Named name={gap.area.name} /></b> <span className="quiet"><Named name={gap.area.country.name} /></span></span>
        <span className="finding-figure figures"><GapFigure gap={gap} /></span>
        <span className="finding-why">{gap.line && <><LineMark line={gap.line} /><span className="unseen">{i18n._(lineWords[gap.line])}: </span></>}<span>{why}</span></span>
        <span className="finding-bar"><Bar share={gap.coverage} {...(gap.line === null ? {} : { line: gap.line })} /></span>
      </Link>
    </li>
  );
}

function GapFigure({ gap }: { readonly gap: GapItem }) {
  const language = useLanguage();
  const need = gap.need;
  if (need?.basis === "priority" && need.priority !== null) return <span className="quiet"><Trans>priority {integer(need.priority.rank, language)} of {integer(need.priority.of, language)}</Trans></span>;
  if (gap.state === "not-known" || (gap.supplyUsd === null && gap.initiatives > 0)) return <NotKnown />;
  if (need?.usd != null) return <Trans>{millions(gap.supplyUsd ?? 0, language)} of {millions(need.usd, language)} M USD</Trans>;
  if (need?.people != null && gap.gapPeople !== null) return <Trans>{integer(gap.gapPeople, language)} people</Trans>;
  return <NotKnown />;
}

function useWhy(): (gap: GapItem) => string {
  const language = useLanguage();
  const { t } = useLingui();
  return (gap) => {
    const parts: string[] = [];
    if (gap.need?.people != null && gap.need.usd !== null && gap.gapPeople !== null && gap.gapPeople > 0) parts.push(plural(gap.gapPeople, { one: "# person not reached", other: "# people not reached" }));
    if (gap.need?.severity != null) parts.push(t`severity ${integer(gap.need.severity, language)}`);
    if (gap.state === "not-known") parts.push(t`nobody reported; this is not nobody there`);
    else if (gap.initiatives === 0) parts.push(t`no work reported`);
    else if (gap.unknownBudget > 0) parts.push(plural(gap.unknownBudget, { one: "# initiative of unknown budget", other: "# initiatives of unknown budget" }));
    else parts.push(plural(gap.initiatives, { one: "# initiative", other: "# initiatives" }));
    if (gap.threat !== null && gap.need?.basis === "priority") parts.push(plural(Math.round(gap.threat.events), { one: "# event", other: "# events" }), plural(Math.round(gap.threat.deaths), { one: "# death", other: "# deaths" }));
    if (gap.lastReport !== null) parts.push(t`last report ${shortDay(gap.lastReport, language)}`);
    if (gap.requestedBy[0] !== undefined) parts.push(t`requested by ${gap.requestedBy[0].name.text}`);
    // the dot stays with what stands before it: no line begins with one
    return parts.join("\u00a0· ");
  };
}
