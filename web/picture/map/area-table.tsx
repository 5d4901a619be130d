import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { AreaCell } from "../../api/types.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { NotKnown, Usd } from "../../parts/money.tsx";
import { Named } from "../../parts/named.tsx";
import { integer, percent } from "../../words/figures.ts";
import { useLanguage } from "../../words/use-language.ts";
import { useHighlight } from "../highlight.ts";
import { useFilters } from "../use-filters.ts";
import { type NeedMeasure, needOf } from "./measures.ts";

type Key = "area" | "initiatives" | "supply" | "need" | "events";

/** What the map shows, in figures; for reading, copying, and for those who do not see the map. */
export function AreaTable({ cells, measure }: { readonly cells: readonly AreaCell[]; readonly measure: NeedMeasure | null }) {
  const language = useLanguage();
  const { t } = useLingui();
  const navigate = useNavigate();
  const [search] = useFilters();
  const { point } = useHighlight();
  const [{ by, down }, setSort] = useState<{ readonly by: Key; readonly down: boolean }>({ by: "need", down: true });
  const value = (cell: AreaCell): number | string | null =>
    by === "area" ? cell.area.name.text : by === "initiatives" ? cell.initiatives : by === "supply" ? cell.supplyUsd : by === "need" ? needOf(cell, measure) : (cell.threat?.events ?? null);
  const rows = cells.toSorted((a, b) => compare(value(a), value(b), down) || a.area.name.text.localeCompare(b.area.name.text));
  const sort = (key: Key) => ({ now: by === key ? (down ? ("descending" as const) : ("ascending" as const)) : ("none" as const), choose: () => setSort({ by: key, down: by === key ? !down : key !== "area" }) });
  const columns: readonly Column<AreaCell>[] = [
    { key: "area", head: t`Area`, sort: sort("area"), cell: ({ area }) => <><Link className="row-name" tabIndex={-1} to="/$lang/picture/area/$code" params={{ lang: language, code: area.code }} search={search}><Named name={area.name} /></Link> <span className="quiet"><Named name={area.country.name} /></span></> },
    { key: "initiatives", head: t`Initiatives`, end: true, sort: sort("initiatives"), cell: (cell) => (cell.state === "not-known" ? <NotKnown /> : cell.initiatives === 0 ? <Trans>none reported</Trans> : integer(cell.initiatives, language)) },
    { key: "supply", head: t`Supply`, end: true, sort: sort("supply"), cell: (cell) => (cell.state === "reported" ? <Usd usd={cell.supplyUsd} /> : <span className="quiet">–</span>) },
    { key: "need", head: measure === "priority" ? t`Priority` : t`Need`, end: true, sort: sort("need"), cell: (cell) => <NeedFigure cell={cell} measure={measure} /> },
    { key: "coverage", head: t`Covered`, end: true, cell: (cell) => (cell.coverage === null ? <NotKnown /> : percent(cell.coverage, language)) },
    { key: "events", head: t`Events`, end: true, sort: sort("events"), cell: (cell) => (cell.threat === null ? <NotKnown /> : integer(cell.threat.events, language)) },
    { key: "overlaps", head: t`Overlaps`, end: true, cell: (cell) => (cell.overlaps === 0 ? <span className="quiet">–</span> : integer(cell.overlaps, language)) },
  ];
  return <div className="area-table"><DataTable label={t`Areas`} rows={rows} columns={columns} keyOf={(cell) => cell.area.code} point={(cell) => point(cell?.area.code ?? null)} open={(cell) => void navigate({ to: "/$lang/picture/area/$code", params: { lang: language, code: cell.area.code }, search })} /></div>;
}

function NeedFigure({ cell, measure }: { readonly cell: AreaCell; readonly measure: NeedMeasure | null }) {
  const language = useLanguage();
  const need = needOf(cell, measure);
  if (need === null) return <NotKnown />;
  if (measure === "usd") return <Usd usd={need} />;
  if (measure === "priority" && cell.need?.priority) return <Trans>{integer(cell.need.priority.rank, language)} of {integer(cell.need.priority.of, language)}</Trans>;
  return <>{integer(need, language)}</>;
}

/** What is not known stands last, whichever way. */
function compare(a: number | string | null, b: number | string | null, down: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order = typeof a === "string" && typeof b === "string" ? a.localeCompare(b) : Number(a) - Number(b);
  return down ? -order : order;
}
