import { Trans, useLingui } from "@lingui/react/macro";
import type { View } from "../../address.ts";
import type { Picture } from "../../api/types.ts";
import { integer, millions } from "../../words/figures.ts";
import { isolateLtr } from "../../words/isolate.ts";
import { useLanguage } from "../../words/use-language.ts";
import type { Scale } from "./fill.ts";
import { Patterns } from "./patterns.tsx";

/** Says what each colour means, in figures, and the three states of knowledge. */
export function Legend({ view, scale, threatSource }: { readonly view: Exclude<View, "table">; readonly scale: Scale; readonly threatSource: Picture["sources"][number] | undefined }) {
  const { t } = useLingui();
  return (
    <details className="legend" open>
      <summary><Trans>Key</Trans></summary>
      <div className="legend-body" role="group" aria-label={t`What the colours mean`}>
        <svg className="legend-patterns" width="0" height="0" aria-hidden="true"><Patterns prefix="key" scale={1} /></svg>
        {view === "both" ? <BothKey scale={scale} /> : <Steps view={view} scale={scale} />}
        <ul className="legend-states">
          {view === "both" ? <><li><Swatch fill="both-31" /> <Trans>most need, least supply</Trans></li><li><Swatch fill="both-13" /> <Trans>least need, most supply</Trans></li><li><Swatch fill="open-3" /> <Trans>most need, work not known</Trans></li><li><Swatch fill="given-3" /> <Trans>most supply, need not known</Trans></li><li><Swatch fill="presence" /> <Trans>work reported, money not known</Trans></li></> : view === "supply" ? <><li><Swatch fill="presence" /> <Trans>work reported, money not known</Trans></li><li><Swatch fill="none" /> <Trans>none reported</Trans></li></> : <li><Swatch fill="none" /> {view === "threat" ? <Trans>no events</Trans> : <Trans>no need</Trans>}</li>}
          <li><Swatch fill="unknown" /> <Trans>not known</Trans></li>
        </ul>
        {view === "threat" && threatSource && <p className="legend-source quiet"><bdi>{threatSource.title}</bdi></p>}
      </div>
    </details>
  );
}

function Swatch({ fill }: { readonly fill: string }) {
  return <svg className="swatch" width="18" height="14" aria-hidden="true"><rect className="map-area" data-fill={fill} x="0.5" y="0.5" width="17" height="13" /></svg>;
}

/** The nine squares; the two that matter most are named beside them. Axes keep their direction in every language. */
function BothKey({ scale }: { readonly scale: Scale }) {
  const { t } = useLingui();
  return (
    <svg className="both-key" viewBox="0 0 78 84" width="78" height="84" role="img" aria-label={t`Nine colours: need grows upwards, supply grows to the right.`} direction="ltr">
      {[3, 2, 1].map((row, i) => [1, 2, 3].map((column, j) => <rect key={`${row}${column}`} className="both-square" data-fill={`both-${row}${column}`} x={16 + j * 20} y={i * 20} width="19" height="19" />))}
      <text className="both-axis" x="8" y="30" textAnchor="middle" transform="rotate(-90 8 30)">{isolateLtr(scale.measure === "priority" ? t`priority →` : t`need →`)}</text>
      <text className="both-axis" x="46" y="76" textAnchor="middle">{isolateLtr(t`supply →`)}</text>
    </svg>
  );
}

function Steps({ view, scale }: { readonly view: "need" | "supply" | "threat"; readonly scale: Scale }) {
  const language = useLanguage();
  const { t } = useLingui();
  const breaks = view === "need" ? scale.need : view === "supply" ? scale.supply : scale.threat;
  const money = view === "supply" || (view === "need" && scale.measure === "usd");
  const said = (value: number) => (money ? millions(value, language) : integer(value, language));
  const unit = money ? t`M USD in the period` : view === "threat" ? t`events in the period` : scale.measure === "people" ? t`people in need` : scale.measure === "severity" ? t`severity, JIAF phase` : t`priority by threat and population: a rank, not an amount`;
  if (breaks.length === 0) return <p className="quiet"><Trans>Nothing here is known in figures.</Trans></p>;
  return (
    <div className="steps">
      <p>{unit}</p>
      <ol dir="ltr">
        {Array.from({ length: breaks.length + 1 }, (_, i) => <li key={i}><Swatch fill={`${view}-${i + 1}`} />{i > 0 && <span className="figures">{view === "need" && scale.measure === "priority" ? "" : said(breaks[i - 1] ?? 0)}</span>}</li>)}
      </ol>
    </div>
  );
}
