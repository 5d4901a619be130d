import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { WorkItem } from "../api/types.ts";
import { Changes, outcomeWords } from "../coordination/decision-said.tsx";
import { LineMark, lineWords } from "../parts/line-mark.tsx";
import { Usd } from "../parts/money.tsx";
import { Named } from "../parts/named.tsx";
import { codeWords, fieldWords } from "../record/codes.ts";
import { RecordNamed } from "../record/record-named.tsx";
import { integer, percent } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";

/** Names an item in the address. */
export function keyOf(item: WorkItem): string {
  switch (item.kind) {
    case "act": return item.act.id;
    case "overlap": return `${item.overlap.a.id}-${item.overlap.b.id}`;
    case "gap": return `${item.gap.area.code}-${item.gap.line ?? "all"}`;
    case "conflict": return `${item.conflict.record.id}-${item.conflict.field}-${item.conflict.language ?? ""}`;
    case "import": return item.import.id;
  }
}

type Said = { readonly name: ReactNode; readonly figure: ReactNode; readonly why: ReactNode };

/** One thing that waits: where, how much, what it is about. */
export function WorkRow({ item, now, look }: { readonly item: WorkItem; readonly now: boolean; readonly look: () => void }) {
  const { i18n } = useLingui();
  const said = useSaid(item);
  const decision = item.kind === "overlap" ? item.overlap.decision : item.kind === "gap" ? item.gap.decision : null;
  return (
    <li>
      <button type="button" className="work-row" data-row="" data-work={keyOf(item)} aria-current={now ? "true" : undefined} onClick={look}>
        <span className="work-name">{said.name}</span><span className="work-figure figures">{said.figure}</span>
        <span className="work-why">{said.why}{item.state !== "returned" && decision !== null && <span> · {i18n._(outcomeWords[decision.outcome])}</span>}</span>
        {item.state === "returned" && <span className="work-why warm">{decision !== null ? <><Trans>Was decided: {i18n._(outcomeWords[decision.outcome])}. Changed since:</Trans> <Changes changes={decision.changes} /></> : item.kind === "conflict" ? <Plural value={item.conflict.newSince} one="# new statement since it was decided" other="# new statements since it was decided" /> : null}</span>}
      </button>
    </li>
  );
}

function useSaid(item: WorkItem): Said {
  const language = useLanguage();
  const { i18n } = useLingui();
  switch (item.kind) {
    case "act":
      return { name: <b>{item.act.kind === "widen-marking" ? <Trans>Open further</Trans> : <Trans>Delete the source</Trans>}</b>, figure: <Trans>second person</Trans>, why: <>{item.act.subject !== null && <Named name={item.act.subject.name} />}{item.act.proposedBy !== null && <> · <Named name={item.act.proposedBy} /></>}</> };
    case "overlap": {
      const { overlap } = item;
      const [first] = overlap.areas;
      const figure = overlap.contestedUsd === null ? "—" : <><Usd usd={overlap.contestedUsd} />{overlap.score !== null && <> · {percent(overlap.score, language)}</>}</>;
      return {
        name: <b>{first === undefined ? "—" : <Named name={first.name} />}{overlap.areaCount > 1 && <span className="quiet"> <Trans>and {integer(overlap.areaCount - 1, language)} more</Trans></span>}</b>, figure,
        why: <>{overlap.lines.map((line) => <LineMark key={line} line={line} />)} <Named name={overlap.a.title} /> / <Named name={overlap.b.title} />{overlap.kind === "possible-double-report" && <> · <Trans>possible double report</Trans></>}</>,
      };
    }
    case "gap": {
      const { gap } = item;
      const figure = gap.gapUsd !== null ? <Usd usd={gap.gapUsd} /> : gap.gapPeople !== null ? <Plural value={gap.gapPeople} one="# person" other="# people" /> : gap.need?.priority != null ? <Trans>priority {integer(gap.need.priority.rank, language)}</Trans> : "—";
      return { name: <b><Named name={gap.area.name} /></b>, figure, why: <>{gap.line !== null && <><LineMark line={gap.line} /> {i18n._(lineWords[gap.line])} · </>}{gap.state === "not-known" ? <Trans>nobody reported</Trans> : <Plural value={gap.initiatives} one="# initiative" other="# initiatives" />}</> };
    }
    case "conflict":
      return { name: <b><RecordNamed name={item.conflict.record.name} /></b>, figure: <Plural value={item.conflict.sides.length} one="# side" other="# sides" />, why: <><Trans>sources differ</Trans> · {codeWords(fieldWords, item.conflict.field, i18n)}</> };
    case "import":
      return { name: <b><bdi>{item.import.file}</bdi></b>, figure: <Plural value={item.import.counts.setAside} one="# set aside" other="# set aside" />, why: item.import.state === "failed" ? <Trans>could not be read to its end</Trans> : <Trans>of your own file</Trans> };
  }
}
