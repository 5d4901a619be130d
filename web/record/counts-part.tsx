import { Trans, useLingui } from "@lingui/react/macro";
import type { CountItem } from "../api/record-types.ts";
import { FieldProof } from "../claims/field-proof.tsx";
import { yearsOf } from "../parts/time-axis.ts";
import { useSize } from "../parts/use-size.ts";
import { edtfWords } from "../words/edtf-words.ts";
import { integer } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";
import { edtfBounds } from "./edtf-bounds.ts";

type Placed = { readonly count: CountItem; readonly day: number; readonly members: number };

/** How many members sources counted, over time: a point for each count, joined only so that the eye can follow. */
export function CountsPart({ counts }: { readonly counts: readonly CountItem[] }) {
  const lang = useLanguage();
  const { t } = useLingui();
  const [pane, { width, height }] = useSize<HTMLDivElement>();
  const placed = counts
    .flatMap((count): Placed[] => { const at = count.asOf.value === null ? null : edtfBounds(count.asOf.value); return at === null || count.members.value === null ? [] : [{ count, day: (at.first + at.last) / 2, members: count.members.value }]; })
    .toSorted((a, b) => a.day - b.day);
  const [first, last] = [placed[0], placed.at(-1)];
  if (first === undefined || last === undefined) return null;
  const axis = { first: first.day - 60, last: last.day + 90 };
  const most = Math.ceil(Math.max(...placed.map(({ members }) => members)) / 20) * 20;
  const x = (day: number) => 30 + ((day - axis.first) / (axis.last - axis.first)) * Math.max(0, width - 40);
  const y = (members: number) => height - 24 - (members / most) * Math.max(0, height - 36);
  const steps = [0, most / 2, most];
  return (
    <section className="record-part" id="counts" aria-labelledby="counts-head">
      <h2 id="counts-head"><Trans>Members, as sources counted them</Trans></h2>
      <div className="count-chart" ref={pane} role="img" aria-label={t`From ${integer(first.members, lang)} to ${integer(last.members, lang)} members; every count stands below.`}>
        <svg width={width} height={height}>
          {steps.map((step) => <g key={step}><path className="count-grid" d={`M30 ${y(step)}H${width}`} /><text className="count-axis" x="22" y={y(step) + 4} textAnchor="end">{integer(step, lang)}</text></g>)}
          {yearsOf(axis, width).map(({ year, day }) => <text key={year} className="count-axis" x={x(day)} y={height - 4}>{year}</text>)}
          <path className="count-line" d={placed.map(({ day, members }, i) => `${i === 0 ? "M" : "L"}${x(day)} ${y(members)}`).join("")} />
          {placed.map(({ count, day, members }) => <circle key={count.id} className="count-dot" data-state={count.members.state} cx={x(day)} cy={y(members)} r="3.5" />)}
        </svg>
      </div>
      <ul className="count-list">
        {placed.toReversed().map(({ count, members }) => <li key={count.id}><span className="quiet">{edtfWords(count.asOf.value ?? "", lang)}</span><span><b>{integer(members, lang)}</b> <FieldProof of={count.members} label={t`Members counted`} record={count.id} field="members" /></span></li>)}
      </ul>
    </section>
  );
}
