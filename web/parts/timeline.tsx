import "./timeline.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useId } from "react";
import type { Held } from "../api/types.ts";
import { longDay } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";
import { dayNumber, stretchOf, yearsOf } from "./time-axis.ts";
import { useSize } from "./use-size.ts";

export type TimelineRow = {
  readonly key: string;
  /** the name and its proof */
  readonly name: ReactNode;
  /** the name alone, for those who hear the page */
  readonly label: string;
  readonly held: readonly Pick<Held, "from" | "to" | "answer">[];
};

type Props = {
  readonly label: string;
  readonly rows: readonly TimelineRow[];
  /** first and last day of the axis, ISO */
  readonly from: string;
  readonly to: string;
  /** the day the workspace stands on */
  readonly now: string;
};

/** Who held what, when: sure in ink, hatched where a date lies between two sources. Time runs from left to right in every language. */
export function Timeline({ label, rows, from, to, now }: Props) {
  const [track, size] = useSize<HTMLDivElement>();
  const axis = { first: dayNumber(from), last: Math.max(dayNumber(to), dayNumber(from) + 1) };
  const x = (day: number) => ((day - axis.first) / (axis.last - axis.first)) * Math.max(0, size.width - 8);
  const unsure = rows.some(({ held }) => held.some((one) => { const { first, sureFrom, sureTo, last } = stretchOf(one, axis); return sureFrom > first || last > sureTo; }));
  return (
    <div className="timeline" role="list" aria-label={label}>
      <div />
      <div className="timeline-track" ref={track} aria-hidden="true">
        <svg width={size.width} height="32" viewBox={`0 0 ${size.width} 32`} preserveAspectRatio="none">{yearsOf(axis, size.width).map(({ year, day }) => <text key={year} className="timeline-year" x={x(day)} y="22">{year}</text>)}</svg>
      </div>
      {rows.map((row) => <Row key={row.key} row={row} axis={axis} x={x} width={size.width} now={now} />)}
      {unsure && <p className="timeline-foot"><Trans>Hatched: the day is not known; it lies between two sources.</Trans></p>}
    </div>
  );
}

function Row({ row, axis, x, width, now }: { readonly row: TimelineRow; readonly axis: { readonly first: number; readonly last: number }; readonly x: (day: number) => number; readonly width: number; readonly now: string }) {
  const hatch = useId();
  const said = useHeldWords();
  return (
    <div role="listitem" className="timeline-row">
      <div className="timeline-name">{row.name}</div>
      <div className="timeline-track">
        <svg width={width} height="32" viewBox={`0 0 ${width} 32`} preserveAspectRatio="none" role="img" aria-label={`${row.label}: ${row.held.map(said).join("; ")}`}>
          <defs><pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v6" className="timeline-between-stroke" /></pattern></defs>
          <path className="timeline-rail" d={`M0 16H${width}`} />
          {row.held.map((one, i) => {
            const { first, sureFrom, sureTo, last, open } = stretchOf(one, axis);
            return (
              <g key={i}>
                {sureFrom > first && <rect fill={`url(#${hatch})`} x={x(first)} y="11" width={x(sureFrom) - x(first)} height="10" />}
                {sureTo > sureFrom && <rect className="timeline-sure" x={x(sureFrom)} y="11" width={Math.max(2, x(sureTo) - x(sureFrom))} height="10" />}
                {last > sureTo && <rect fill={`url(#${hatch})`} x={x(sureTo)} y="11" width={x(last) - x(sureTo)} height="10" />}
                {open && <path className="timeline-arrow" d={`M${x(last)} 11l8 5-8 5z`} />}
              </g>
            );
          })}
          {dayNumber(now) >= axis.first && dayNumber(now) <= axis.last && <path className="timeline-now" d={`M${x(dayNumber(now))} 0V32`} />}
        </svg>
      </div>
    </div>
  );
}

/** "from 2 December 2021, end between 8 June 2023 and 15 November 2023". */
export function useHeldWords(): (held: Pick<Held, "from" | "to">) => string {
  const language = useLanguage();
  const { t } = useLingui();
  const end = ({ notBefore, notAfter }: Held["from"]) =>
    notBefore === null && notAfter === null ? t`not known` : notBefore === notAfter && notBefore !== null ? longDay(notBefore, language) : notBefore === null ? t`no later than ${longDay(notAfter ?? "", language)}` : notAfter === null ? t`no earlier than ${longDay(notBefore, language)}` : t`between ${longDay(notBefore, language)} and ${longDay(notAfter, language)}`;
  return ({ from, to }) => (to.open ? t`from ${end(from)}, no end found` : t`from ${end(from)}, until ${end(to)}`);
}
