import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import type { Topology } from "topojson-specification";
import type { View } from "../../address.ts";
import type { Picture } from "../../api/types.ts";
import { useSize } from "../../parts/use-size.ts";
import { useLanguage } from "../../words/use-language.ts";
import { useHighlight } from "../highlight.ts";
import { useFilters } from "../use-filters.ts";
import { AreaTip } from "./area-tip.tsx";
import type { Scale } from "./fill.ts";
import { type Drawing, drawMap, neighbourOf } from "./geometry.ts";
import { AreaLayer } from "./area-layer.tsx";
import { Patterns } from "./patterns.tsx";
import { type Sight, useSight } from "./use-sight.ts";

type Props = { readonly topology: Topology | undefined; readonly context: Topology | undefined; readonly picture: Picture | undefined; readonly view: Exclude<View, "table">; readonly scale: Scale; readonly opened: string | undefined };

const arrows: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
const nothing: Drawing = { areas: [], land: "", frontiers: "", labels: [] };

/** One tab stop; arrow keys go to the next area that way, Enter opens it, Escape leaves it. */
export function AreaMap({ topology, context, picture, view, scale, opened }: Props) {
  const language = useLanguage();
  const { t } = useLingui();
  const navigate = useNavigate();
  const [search] = useFilters();
  const [pane, size] = useSize<HTMLDivElement>();
  const { code: pointed, point } = useHighlight();
  const [focused, setFocused] = useState<string | null>(null);
  const layer = useRef<SVGGElement>(null);
  const cells = useMemo(() => new Map(picture?.cells.map((cell) => [cell.area.code, cell])), [picture?.cells]);
  const countries = useMemo(() => [...new Set(picture?.cells.map(({ area }) => area.country.code))].toSorted().join(" "), [picture?.cells]);
  const chosen = search.country?.join(" ") ?? "";
  const drawing = useMemo(() => {
    if (topology === undefined || size.width === 0 || countries === "") return nothing;
    const wanted = new Set(chosen === "" ? [] : chosen.split(" "));
    return drawMap(topology, context, new Set([...countries.split(" "), ...wanted]), wanted, size, language);
  }, [topology, context, size, countries, chosen, language]);
  const sight = useSight(size, drawing);
  const open = (code: string) => void navigate({ to: "/$lang/picture/area/$code", params: { lang: language, code }, search });
  const stop = focused ?? opened ?? drawing.areas[0]?.code;
  const onKeyDown = (event: KeyboardEvent) => {
    const way = arrows[event.key];
    if (way !== undefined && stop !== undefined) {
      const next = neighbourOf(drawing.areas, stop, way);
      setFocused(next);
      layer.current?.querySelector<SVGPathElement>(`[data-code="${CSS.escape(next)}"]`)?.focus();
    } else if (event.key === "Enter" && focused !== null) open(focused);
    else if (event.key === "+" || event.key === "=") sight.zoom(1.5);
    else if (event.key === "-") sight.zoom(1 / 1.5);
    else if (event.key === "0") sight.reset();
    else if (event.key === "Escape") point(null);
    else return;
    event.preventDefault();
  };
  const marked = [opened, pointed].filter((code): code is string => code !== undefined && code !== null);
  return (
    <div className="map" ref={pane} {...sight.handlers} data-moved={sight.scale > 1 ? "" : undefined}>
      <svg width={size.width} height={size.height} role="group" aria-label={t`Areas. Arrow keys move, Enter opens.`} onKeyDown={onKeyDown} onMouseLeave={() => point(null)}>
        <Patterns prefix="map" scale={1 / sight.scale} />
        <g
          transform={sight.transform} ref={layer}
          onMouseOver={(event) => point(codeOf(event.target))} onFocus={(event) => { const code = codeOf(event.target); setFocused(code); point(code); }} onBlur={() => point(null)}
          onClick={(event) => { const code = codeOf(event.target); if (code !== null && !sight.dragged()) open(code); }}
        >
          <path className="map-land" d={drawing.land} />
          <AreaLayer drawing={drawing} cells={cells} view={view} scale={scale} stop={stop} />
          <path className="map-frontiers" d={drawing.frontiers} />
          {marked.map((code) => <path key={code} className="map-marked" d={drawing.areas.find((area) => area.code === code)?.d} />)}
        </g>
        <g className="map-labels" aria-hidden="true">
          {drawing.labels.map(({ code, name, at }) => { const [x, y] = sight.place(at); return <text key={code} x={x} y={y} textAnchor="middle">{name}</text>; })}
        </g>
      </svg>
      <MapButtons sight={sight} />
      {pointed !== null && <AreaTip cell={cells.get(pointed)} at={place(drawing, pointed, sight)} size={size} view={view} scale={scale} />}
    </div>
  );
}

/** Which area an event is on: one listener for all of them, so that pointing redraws none. */
const codeOf = (target: EventTarget): string | null => (target instanceof SVGElement ? (target.dataset["code"] ?? null) : null);

function place(drawing: Drawing, code: string, sight: Sight): readonly [number, number] | null {
  const area = drawing.areas.find((one) => one.code === code);
  return area === undefined ? null : sight.place(area.centre);
}

function MapButtons({ sight }: { readonly sight: Sight }) {
  const { t } = useLingui();
  return (
    <div className="map-buttons">
      <button type="button" aria-label={t`Nearer`} onClick={() => sight.zoom(1.5)}>+</button>
      <button type="button" aria-label={t`Further`} disabled={sight.scale === 1} onClick={() => sight.zoom(1 / 1.5)}>−</button>
    </div>
  );
}
