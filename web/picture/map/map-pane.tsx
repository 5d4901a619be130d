import "./map.css";
import { useQuery } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import type { View } from "../../address.ts";
import { asProblem } from "../../api/problem.ts";
import { areasQuery, contextQuery } from "../../api/queries.ts";
import type { Picture } from "../../api/types.ts";
import { Fault } from "../../parts/fault.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useFilters } from "../use-filters.ts";
import { AreaTable } from "./area-table.tsx";
import { BesideMap } from "./beside-map.tsx";
import { scaleOf } from "./fill.ts";
import { Legend } from "./legend.tsx";
import { AreaMap } from "./area-map.tsx";

const views: readonly View[] = ["need", "supply", "both", "threat", "table"];

/** The map, or the same as a table, and what it shows. */
export function MapPane({ picture, opened }: { readonly picture: Picture | undefined; readonly opened: string | undefined }) {
  const { t } = useLingui();
  const [search, change] = useFilters();
  const areas = useQuery(areasQuery());
  const context = useQuery(contextQuery()).data;
  const scale = useMemo(() => scaleOf(picture?.cells ?? []), [picture?.cells]);
  // without any need known there is nothing to set beside supply
  const view = search.view ?? (picture !== undefined && scale.measure === null ? "supply" : "both");
  const words: Readonly<Record<View, string>> = { need: t`Need`, supply: t`Supply`, both: t`Both`, threat: t`Threat`, table: t`Table` };
  return (
    <section className="map-pane" data-view={view} aria-label={t`Map`}>
      <div className="map-views" role="radiogroup" aria-label={t`What the map shows`}>
        {views.map((one) => <button key={one} type="button" role="radio" aria-checked={view === one} onClick={() => change({ view: one }, { replace: true })}>{words[one]}</button>)}
      </div>
      {view === "table" ? (
        picture ? <AreaTable cells={picture.cells} measure={scale.measure} /> : <div className="map-wait"><Waiting lines={8} /></div>
      ) : areas.isError ? (
        <div className="map-fault"><p><Trans>The areas could not be fetched; the table shows the same figures.</Trans></p><Fault problem={asProblem(areas.error)} retry={() => void areas.refetch()} /></div>
      ) : (
        <>
          <AreaMap topology={areas.data} context={context} picture={picture} view={view} scale={scale} opened={opened} />
          {picture && <Legend view={view} scale={scale} threatSource={picture.sources.find(({ what }) => what === "threat")} />}
          {picture && picture.besideMap.length > 0 && <BesideMap countries={picture.besideMap} />}
        </>
      )}
    </section>
  );
}
