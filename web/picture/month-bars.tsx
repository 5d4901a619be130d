import { Trans } from "@lingui/react/macro";
import type { AreaPage } from "../api/types.ts";
import { useSize } from "../parts/use-size.ts";
import { monthNumber } from "../words/months.ts";
import { areaOf, lineOf, stripScale } from "./strip-scale.ts";

/** The time strip without a window: events as bars, supply as a line. Time keeps its direction. */
export function MonthBars({ months }: { readonly months: AreaPage["byMonth"] }) {
  const [pane, size] = useSize<HTMLDivElement>();
  const scale = size.width > 0 && months.length > 0 ? stripScale(months, null, size) : null;
  return (
    <figure className="month-bars">
      <figcaption className="strip-head"><span className="strip-events"><Trans>events a month</Trans></span><span className="strip-supply"><Trans>supply, M USD a month</Trans></span></figcaption>
      <div className="strip-pane" ref={pane} dir="ltr">
        {scale && (
          <svg width={size.width} height={size.height} aria-hidden="true">
            {months.map(({ month, events }) => events === null ? null : <rect key={month} className="strip-bar" data-in="" x={scale.x(monthNumber(month)) + scale.step * 0.15} width={Math.max(1, scale.step * 0.7)} y={scale.events(events)} height={Math.max(0, scale.bottom - scale.events(events))} />)}
            <path className="strip-area" d={areaOf(months, scale)} />
            <path className="strip-line" d={lineOf(months, scale)} />
            <path className="strip-base" d={`M0 ${scale.bottom + 0.5}H${size.width}`} />
            {scale.years.map((year) => <text key={year} className="strip-year" x={scale.x(year * 12) + 2} y={scale.bottom + 16}>{year}</text>)}
          </svg>
        )}
      </div>
    </figure>
  );
}
