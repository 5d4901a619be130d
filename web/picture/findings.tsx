import "./findings.css";
import { useQuery } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Side } from "../address.ts";
import { pictureQuery } from "../api/queries.ts";
import type { Picture } from "../api/types.ts";
import { Empty } from "../parts/empty.tsx";
import { moveInRows } from "../parts/rows.ts";
import { SaveList } from "../parts/save-list.tsx";
import { usePhone } from "../parts/use-phone.ts";
import { Waiting } from "../parts/waiting.tsx";
import { monthRange } from "../words/dates.ts";
import { integer } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";
import { EndingRow } from "./ending-row.tsx";
import { GapRow } from "./gap-row.tsx";
import { OverlapRow } from "./overlap-row.tsx";
import { questionOf } from "./question.ts";
import { useFilters } from "./use-filters.ts";

/** What to look at first: the most pressing gaps, the pairs that meet most, what ends soon. */
export function Findings() {
  const language = useLanguage();
  const { t } = useLingui();
  const [search, change] = useFilters();
  const picture = useQuery(pictureQuery(language, questionOf(search))).data;
  const side = search.side ?? "gaps";
  const tabs: readonly { readonly side: Side; readonly name: string; readonly total: number | undefined }[] = [
    { side: "gaps", name: t`Gaps`, total: picture?.gaps.total },
    { side: "overlaps", name: t`Overlaps`, total: picture?.overlaps.total },
    { side: "ending", name: t`Ending soon`, total: picture?.endingSoon.total },
  ];
  return (
    <section className="findings" aria-label={t`What to look at first`}>
      <div className="tabs" role="tablist">
        {tabs.map((tab) => <button key={tab.side} type="button" role="tab" id={`tab-${tab.side}`} aria-controls="findings-list" aria-selected={tab.side === side} onClick={() => change({ side: tab.side }, { replace: true })}>{tab.name} <span className="figures">{tab.total !== undefined && integer(tab.total, language)}</span></button>)}
      </div>
      <div id="findings-list" role="tabpanel" aria-labelledby={`tab-${side}`}>
        {picture === undefined ? <div className="findings-wait"><Waiting lines={12} /></div> : <FindingRows picture={picture} side={side} />}
      </div>
      {picture && side !== "ending" && (
        <p className="findings-foot">
          <Link className="button first" to={side === "overlaps" ? "/$lang/overlaps" : "/$lang/initiatives"} params={{ lang: language }} search={questionOf(search)}>{side === "overlaps" ? <Trans>All overlaps</Trans> : <Trans>All initiatives</Trans>}</Link>
          <SaveList path={`/api/${side}/export`} query={questionOf(search)} />
        </p>
      )}
    </section>
  );
}

/** On a phone the first five come before the map, the rest on asking. */
function FindingRows({ picture, side }: { readonly picture: Picture; readonly side: Side }) {
  const language = useLanguage();
  const [search] = useFilters();
  const phone = usePhone();
  const [whole, setWhole] = useState(false);
  const few = phone && !whole;
  const shown = <T,>(items: readonly T[]) => (few ? items.slice(0, 5) : items);
  const more = (items: readonly unknown[]) => few && items.length > 5 && <li className="findings-more"><button type="button" className="link" onClick={() => setWhole(true)}><Trans>{items.length - 5} more</Trans></button></li>;
  if (side === "gaps") {
    if (picture.gaps.items.length === 0) return <div className="findings-empty"><Empty said={<Trans>No gap can be computed for these filters.</Trans>}><Trans>A gap needs a need: a request, people in need, or at least threat and population.</Trans></Empty></div>;
    return <ol onKeyDown={moveInRows}>{shown(picture.gaps.items).map((gap, i) => <GapRow key={`${gap.area.code} ${gap.line}`} gap={gap} rank={i + 1} />)}{more(picture.gaps.items)}</ol>;
  }
  if (side === "overlaps") {
    if (picture.overlaps.items.length === 0) return <div className="findings-empty"><Empty said={<Trans>No two initiatives share line, place, months and people here.</Trans>} /></div>;
    return <ol onKeyDown={moveInRows}>{shown(picture.overlaps.items).map((pair, i) => <OverlapRow key={`${pair.a.id} ${pair.b.id}`} pair={pair} rank={i + 1} search={questionOf(search)} />)}{more(picture.overlaps.items)}</ol>;
  }
  const span = monthRange(picture.endingSoon.from, picture.endingSoon.to, language);
  if (picture.endingSoon.items.length === 0) return <div className="findings-empty"><Empty said={<Trans>Nothing ends in {span}.</Trans>} /></div>;
  return <ol onKeyDown={moveInRows}><li className="findings-note small quiet"><Trans>ends in {span}</Trans></li>{picture.endingSoon.items.map((item, i) => <EndingRow key={item.id} item={item} rank={i + 1} />)}</ol>;
}
