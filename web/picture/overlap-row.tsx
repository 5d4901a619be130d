import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { FilterSearch } from "../address.ts";
import type { OverlapItem } from "../api/types.ts";
import { LineMark } from "../parts/line-mark.tsx";
import { Bar } from "../parts/money.tsx";
import { Named } from "../parts/named.tsx";
import { integer, millions, percent } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";
import { useHighlight } from "./highlight.ts";

type Props = { readonly pair: OverlapItem; readonly rank: number; readonly search?: FilterSearch };

/** One pair that meets: who, where, how much is contested. */
export function OverlapRow({ pair, rank, search = {} }: Props) {
  const language = useLanguage();
  const { t } = useLingui();
  const { point } = useHighlight();
  const first = pair.areas[0];
  const parts = [
    first ? (pair.areaCount > 1 ? t`${first.name.text} and ${integer(pair.areaCount - 1, language)} more` : first.name.text) : null,
    plural(pair.monthCount, { one: "# month", other: "# months" }),
    pair.kind === "possible-double-report" ? t`possible double report` : null,
    pair.kind === "presence" ? t`a budget is not known` : null,
  ].filter((part) => part !== null);
  return (
    <li>
      <Link className="finding" data-row="" to="/$lang/overlaps/$a/$b" params={{ lang: language, a: pair.a.id, b: pair.b.id }} search={search} onMouseEnter={() => point(first?.code ?? null)} onMouseLeave={() => point(null)}>
        <span className="finding-rank figures">{integer(rank, language)}</span>
        <span className="finding-name"><b><Who of={pair.a.reporters} /></b> <span className="quiet"><Trans>and</Trans></span> <b><Who of={pair.b.reporters} /></b></span>
        <span className="finding-figure figures">{pair.contestedUsd === null ? <span className="quiet">{pair.presence === null ? "—" : <Trans>{percent(pair.presence, language)} shared</Trans>}</span> : <Trans>{millions(pair.contestedUsd, language)} M USD</Trans>}</span>
        <span className="finding-why">{pair.lines.map((line) => <LineMark key={line} line={line} />)}<span>{parts.join(" · ")}</span></span>
        <span className="finding-bar"><Bar share={pair.score} {...(pair.lines[0] === undefined ? {} : { line: pair.lines[0] })} /></span>
      </Link>
    </li>
  );
}

function Who({ of }: { readonly of: OverlapItem["a"]["reporters"] }) {
  const first = of[0];
  if (first === undefined) return <>?</>;
  return <><Named name={first.name} />{of.length > 1 && ` +${of.length - 1}`}</>;
}
