import { Link } from "@tanstack/react-router";
import { useId } from "react";
import type { MeetingInTime } from "../api/record-types.ts";
import { dayNumber, yearsOf } from "../parts/time-axis.ts";
import { useSize } from "../parts/use-size.ts";
import { useLanguage } from "../words/use-language.ts";
import { type Bounds, edtfBounds } from "./edtf-bounds.ts";

type Axis = { readonly first: number; readonly last: number };
type Props = { readonly meetings: readonly Omit<MeetingInTime, "body">[]; readonly from: string; readonly to: string; readonly now: string };

/** Meetings along time, left to right in every language: a disc where one was held, a ring where it is to come, hatched where its day is vague. For the eye; the list beside it is for everyone. */
export function MeetingAxis({ meetings, from, to, now }: Props) {
  const lang = useLanguage();
  const hatch = useId();
  const [track, { width }] = useSize<HTMLDivElement>();
  const axis: Axis = { first: dayNumber(from), last: dayNumber(to) };
  const x = (day: number) => ((day - axis.first) / (axis.last - axis.first)) * Math.max(0, width - 8);
  const placed = meetings.flatMap((meeting) => { const bounds = meeting.date === null ? null : edtfBounds(meeting.date); return bounds === null ? [] : [{ meeting, bounds }]; });
  return (
    <div className="axis-track" ref={track} aria-hidden="true">
      <svg width={width} height="32">
        <defs><pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v6" className="axis-hatch" /></pattern></defs>
        <path className="axis-rail" d={`M0 16H${width}`} />
        {placed.filter(({ bounds }) => isVague(bounds)).map(({ meeting, bounds }) => <rect key={meeting.id} x={x(bounds.first)} y="12" width={Math.max(0, x(bounds.last) - x(bounds.first))} height="8" fill={`url(#${hatch})`} />)}
        {dayNumber(now) >= axis.first && dayNumber(now) <= axis.last && <path className="timeline-now" d={`M${x(dayNumber(now))} 0V32`} />}
        {placed.map(({ meeting, bounds }) => (
          <Link key={meeting.id} to="/$lang/meetings/$id" params={{ lang, id: meeting.id }} tabIndex={-1}>
            <title>{meeting.title.text}</title>
            <circle className="axis-dot" data-held={meeting.held} cx={x((bounds.first + bounds.last) / 2)} cy="16" r={isVague(bounds) ? 3.5 : 5} />
          </Link>
        ))}
      </svg>
    </div>
  );
}

const isVague = ({ first, last }: Bounds) => last - first > 45;

/** The years of the axis. */
export function AxisYears({ from, to }: { readonly from: string; readonly to: string }) {
  const [track, { width }] = useSize<HTMLDivElement>();
  const axis: Axis = { first: dayNumber(from), last: dayNumber(to) };
  const x = (day: number) => ((day - axis.first) / (axis.last - axis.first)) * Math.max(0, width - 8);
  return <div className="axis-track" ref={track} aria-hidden="true"><svg width={width} height="32">{yearsOf(axis, width).map(({ year, day }) => <text key={year} className="timeline-year" x={x(day)} y="22">{year}</text>)}</svg></div>;
}

/** An axis that holds all of these days and the day the page stands on: from the first's year to a little after the last. ISO days. */
export function axisAround(days: readonly (string | null)[], now: string): { readonly from: string; readonly to: string } {
  const known = [...days.filter((day) => day !== null), now].toSorted();
  const first = known[0] ?? now;
  const last = known.at(-1) ?? now;
  return { from: `${first.slice(0, 4)}-01-01`, to: new Date((dayNumber(last) + 120) * 86_400_000).toISOString().slice(0, 10) };
}

export const isoOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
