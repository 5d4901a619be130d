import "./time-strip.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import type { Picture } from "../api/types.ts";
import { useSize } from "../parts/use-size.ts";
import { longMonth } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";
import { monthNumber, monthText } from "../words/months.ts";
import { areaOf, lineOf, type StripScale, stripScale } from "./strip-scale.ts";
import { useFilters } from "./use-filters.ts";

type Window = { readonly from: number; readonly to: number };
type Grip = "from" | "to" | "whole";

/** All months that data touches, and a window over those shown. Time runs from left to right in every language. */
export function TimeStrip({ picture }: { readonly picture: Picture | undefined }) {
  const language = useLanguage();
  const { t } = useLingui();
  const [, change] = useFilters();
  const [pane, size] = useSize<HTMLDivElement>();
  const asked: Window | null = picture === undefined ? null : { from: monthNumber(picture.period.from), to: monthNumber(picture.period.to) };
  const [moved, setMoved] = useState<Window | null>(null);
  const drag = useRef<{ readonly grip: Grip; readonly at: number; readonly start: Window } | null>(null);
  useEffect(() => setMoved(null), [picture?.period.from, picture?.period.to]);
  const scale = picture && size.width > 0 ? stripScale(picture.months, asked, size) : null;
  const shown = moved ?? asked;
  const settle = (to: Window) => change({ from: monthText(to.from), to: monthText(to.to) });
  const onPointerDown = (grip: Grip) => (event: PointerEvent) => {
    if (shown === null) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { grip, at: event.clientX, start: shown };
    event.stopPropagation();
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drag.current === null || scale === null) return;
    const months = Math.round((event.clientX - drag.current.at) / scale.step);
    setMoved(shifted(drag.current.start, drag.current.grip, months, scale));
  };
  const onPointerUp = () => {
    if (drag.current !== null && moved !== null) settle(moved);
    drag.current = null;
  };
  const onKey = (grip: Grip) => (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12 }[event.key];
    if (by === undefined || shown === null || scale === null) return;
    event.preventDefault();
    settle(shifted(shown, grip, by, scale));
  };
  const slider = (grip: "from" | "to", label: string) => scale && shown && (
    <rect
      className="strip-grip" x={(grip === "from" ? scale.x(shown.from) : scale.x(shown.to + 1)) - 6} y={scale.top - 4} width="12" height={scale.bottom - scale.top + 8} role="slider" tabIndex={0}
      aria-label={label} aria-valuemin={scale.first} aria-valuemax={scale.last} aria-valuenow={shown[grip]} aria-valuetext={longMonth(monthText(shown[grip]), language)}
      onPointerDown={onPointerDown(grip)} onPointerMove={onPointerMove} onPointerUp={onPointerUp} onKeyDown={onKey(grip)}
    />
  );
  return (
    <section className="strip" aria-label={t`Time`}>
      <p className="strip-head">
        <span className="strip-events"><Trans>events a month</Trans></span>
        <span className="strip-supply"><Trans>supply, M USD a month</Trans></span>
        <span className="strip-now" aria-live="polite">{shown && `${longMonth(monthText(shown.from), language)} – ${longMonth(monthText(shown.to), language)}`}</span>
      </p>
      <div className="strip-pane" ref={pane} dir="ltr">
        {scale && picture && shown && (
          <svg width={size.width} height={size.height}>
            {picture.months.map(({ month, events }) => events === null ? null : (
              <rect key={month} className="strip-bar" data-in={inside(monthNumber(month), shown) ? "" : undefined} x={scale.x(monthNumber(month)) + scale.step * 0.15} width={Math.max(1, scale.step * 0.7)} y={scale.events(events)} height={Math.max(0, scale.bottom - scale.events(events))} />
            ))}
            <path className="strip-area" d={areaOf(picture.months, scale)} />
            <path className="strip-line" d={lineOf(picture.months, scale)} />
            <path className="strip-base" d={`M0 ${scale.bottom + 0.5}H${size.width}`} />
            {scale.years.map((year) => <text key={year} className="strip-year" x={scale.x(year * 12) + 2} y={scale.bottom + 16}>{year}</text>)}
            <rect className="strip-window" x={scale.x(shown.from)} y={scale.top - 4} width={scale.x(shown.to + 1) - scale.x(shown.from)} height={scale.bottom - scale.top + 4} onPointerDown={onPointerDown("whole")} onPointerMove={onPointerMove} onPointerUp={onPointerUp} />
            <path className="strip-ends" d={`M${scale.x(shown.from)} ${(scale.top + scale.bottom) / 2 - 10}v16M${scale.x(shown.to + 1)} ${(scale.top + scale.bottom) / 2 - 10}v16`} />
            {slider("from", t`First month`)}
            {slider("to", t`Last month`)}
          </svg>
        )}
      </div>
    </section>
  );
}

const inside = (month: number, window: Window) => month >= window.from && month <= window.to;

function shifted({ from, to }: Window, grip: Grip, by: number, { first, last }: StripScale): Window {
  if (grip === "from") return { from: Math.min(to, Math.max(first, from + by)), to };
  if (grip === "to") return { from, to: Math.max(from, Math.min(last, to + by)) };
  const within = Math.max(first - from, Math.min(last - to, by));
  return { from: from + within, to: to + within };
}
