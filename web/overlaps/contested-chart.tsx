import { Trans, useLingui } from "@lingui/react/macro";
import type { OverlapPair } from "../api/types.ts";
import { useSize } from "../parts/use-size.ts";
import { decimal, millions } from "../words/figures.ts";
import { shortMonth } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";

type Month = OverlapPair["byMonth"][number];

/** What each puts into the shared cells, month by month, in steps; what both contest is hatched. Time runs left to right. */
export function ContestedChart({ pair }: { readonly pair: OverlapPair }) {
  const language = useLanguage();
  const { t } = useLingui();
  const [pane, size] = useSize<HTMLDivElement>();
  const months = pair.byMonth;
  if (months.every(({ a, b }) => a === null && b === null)) return null;
  const largest = Math.max(1, ...months.flatMap(({ a, b }) => [a ?? 0, b ?? 0]));
  const tick = niceTick(largest);
  const [left, right, top, bottom] = [46, 8, 14, Math.max(60, size.height - 24)];
  const step = (size.width - left - right) / Math.max(1, months.length);
  const x = (i: number) => left + i * step;
  const y = (usd: number) => bottom - ((bottom - top) * usd) / (Math.ceil(largest / tick) * tick);
  const path = (pick: (month: Month) => number | null) => `M${x(0)} ${bottom}${months.map((month, i) => `V${y(pick(month) ?? 0)}H${x(i + 1)}`).join("")}V${bottom}`;
  const every = Math.max(1, Math.ceil(74 / step));
  const middle = months.findIndex(({ contested }) => (contested ?? 0) > 0) + months.filter(({ contested }) => (contested ?? 0) > 0).length / 2;
  const most = Math.max(0, ...months.map(({ contested }) => contested ?? 0));
  return (
    <figure className="contested">
      <figcaption className="small quiet"><Trans>thousand USD a month, shared areas</Trans></figcaption>
      <div className="contested-pane" ref={pane} dir="ltr">
        {size.width > 0 && (
          <svg width={size.width} height={size.height} role="img" aria-label={pair.contestedUsd === null ? t`Money of each by month` : t`Money of each by month; both contest ${millions(pair.contestedUsd, language)} M USD`}>
            <defs><pattern id="hatch-contested" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v6" className="contested-stroke" /></pattern></defs>
            {Array.from({ length: Math.ceil(largest / tick) + 1 }, (_, i) => i * tick).map((usd) => <g key={usd}><path className="contested-grid" d={`M${left} ${y(usd)}H${size.width - right}`} /><text className="contested-axis" x={left - 8} y={y(usd) + 4} textAnchor="end">{decimal(usd / 1000, language)}</text></g>)}
            {months.map(({ month }, i) => i % every === 0 && x(i) < size.width - 60 && <text key={month} className="contested-axis" x={x(i)} y={bottom + 18}>{shortMonth(month, language)}</text>)}
            <path className="contested-both" d={path(({ contested }) => contested)} />
            <path className="contested-hatch" d={path(({ contested }) => contested)} />
            <path className="contested-line" data-side="a" d={path(({ a }) => a)} />
            <path className="contested-line" data-side="b" d={path(({ b }) => b)} />
            <SideName months={months} side="a" x={x} y={y} /><SideName months={months} side="b" x={x} y={y} />
            {pair.contestedUsd !== null && most > 0 && <text className="contested-said" x={x(middle)} y={y(0) - y(most) < 20 ? y(most) - 7 : y(most / 2) + 4} textAnchor="middle">{t`contested ${millions(pair.contestedUsd, language)} M USD`}</text>}
          </svg>
        )}
      </div>
    </figure>
  );
}

/** The letter above the middle of where its line is highest over the other; at its far end where it never is. */
function SideName({ months, side, x, y }: { readonly months: readonly Month[]; readonly side: "a" | "b"; readonly x: (i: number) => number; readonly y: (usd: number) => number }) {
  const other = side === "a" ? "b" : "a";
  const overs = months.map((month) => (month[side] ?? 0) - (month[other] ?? 0));
  const best = Math.max(...overs);
  const first = best > 0 ? overs.findIndex((over) => over >= best * 0.999) : months.findLastIndex((month) => (month[side] ?? 0) > 0);
  if (first < 0) return null;
  const after = best > 0 ? overs.findIndex((over, i) => i > first && over < best * 0.999) : first + 1;
  return <text className="contested-side" data-side={side} x={x((first + (after < 0 ? months.length : after)) / 2)} y={y(months[first]?.[side] ?? 0) - 6} textAnchor="middle">{side.toUpperCase()}</text>;
}

/** About three steps of 1, 2, 2.5 or 5 times a power of ten. */
function niceTick(largest: number): number {
  const rough = largest / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 2.5, 5, 10].find((step) => step * power >= rough) ?? 10) * power;
}
