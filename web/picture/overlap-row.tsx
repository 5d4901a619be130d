import "./findings.css";
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import type { FilterSearch } from "../address.ts";
import type { OverlapItem } from "../api/types.ts";
import { LineMark } from "../parts/line-mark.tsx";
import { Bar } from "../parts/money.tsx";
import { Listed } from "../parts/listed.tsx";
import { Named } from "../parts/named.tsx";
import { integer, millions, percent } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";
import { useHighlight } from "./highlight.ts";

type Props = { readonly pair: OverlapItem; readonly rank: number; readonly search?: FilterSearch; /** on the page of one of the two: its title is not said again */ readonly beside?: string };

/** One pair that meets: who, where, how much is contested. */
export function OverlapRow({ pair, rank, search = {}, beside }: Props) {
  const language = useLanguage();
  const { t } = useLingui();
  const { point } = useHighlight();
  const first = pair.areas[0];
  const reporters = [...new Map([...pair.a.reporters, ...pair.b.reporters].map((reporter) => [reporter.name.text, reporter])).values()];
  const parts = [
    plural(pair.monthCount, { one: "# month", other: "# months" }),
    pair.rules.includes("country-level") ? t`known for the country only` : null,
    pair.kind === "possible-double-report" ? t`possible double report` : null,
    pair.kind === "presence" ? t`a budget is not known` : null,
  ].filter((part) => part !== null);
  return (
    <li>
      <Link className="finding" data-row="" to="/$lang/overlaps/$a/$b" params={{ lang: language, a: pair.a.id, b: pair.b.id }} search={search} onMouseEnter={() => point(first?.code ?? null)} onMouseLeave={() => point(null)}>
        <span className="finding-rank figures">{integer(rank, language)}</span>
        <span className="finding-name">{first ? <><b><Named name={first.name} /></b>{first.level > 0 && <> <span className="quiet"><Named name={first.country.name} /></span></>}{pair.areaCount > 1 && <span className="quiet"> <Trans>and {integer(pair.areaCount - 1, language)} more</Trans></span>}</> : "–"}</span>
        <span className="finding-figure figures">{pair.contestedUsd === null ? <span className="quiet">{pair.presence === null ? "—" : <Trans>{percent(pair.presence, language)} shared</Trans>}</span> : <Trans>{millions(pair.contestedUsd, language)} M USD</Trans>}</span>
        <span className="finding-why">{pair.lines.map((line) => <LineMark key={line} line={line} />)}<span className="finding-pair">{[pair.a, pair.b].filter(({ id }) => id !== beside).map(({ id, title }, i) => <Fragment key={id}>{i > 0 && <span className="unseen"> <Trans>and</Trans> </span>}<span><Named name={title} /></span></Fragment>)}</span></span>
        <span className="finding-why"><span><Listed items={reporters.map(({ name }) => <Named key={name.text} name={name} />)} /> · {parts.join(" · ")}</span></span>
        <span className="finding-bar"><Bar share={pair.score} {...(pair.lines[0] === undefined ? {} : { line: pair.lines[0] })} /></span>
      </Link>
    </li>
  );
}
