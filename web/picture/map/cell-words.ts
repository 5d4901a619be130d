import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { View } from "../../address.ts";
import type { AreaCell } from "../../api/types.ts";
import { decimal, integer, millions } from "../../words/figures.ts";
import { monthRange } from "../../words/dates.ts";
import { useLanguage } from "../../words/use-language.ts";
import type { Scale } from "./fill.ts";
import { needOf } from "./measures.ts";

/** One area in words, for those who hear the map. */
export function useCellWords(scale: Scale): (cell: AreaCell, view: View) => string {
  const parts = useCellParts(scale);
  return (cell, view) => {
    const { need, supply, threat } = parts(cell);
    const said = view === "need" ? [need] : view === "supply" ? [supply] : view === "threat" ? [threat] : [supply, need];
    return [`${cell.area.name.text}, ${cell.area.country.name.text}`, ...said].join("; ");
  };
}

/** What is known of an area, one clause each: never a zero for what is not known. */
export function useCellParts(scale: Scale): (cell: AreaCell) => { readonly need: string; readonly supply: string; readonly threat: string } {
  const language = useLanguage();
  const { t } = useLingui();
  return (cell) => ({ need: needWords(cell), supply: supplyWords(cell), threat: threatWords(cell) });

  function supplyWords(cell: AreaCell): string {
    if (cell.state === "not-known") return t`work: not known`;
    if (cell.initiatives === 0) return t`no work reported`;
    const count = plural(cell.initiatives, { one: "# initiative", other: "# initiatives" });
    return cell.supplyUsd === null ? t`${count}, money not known` : t`${count}, ${millions(cell.supplyUsd, language)} M USD`;
  }
  function needWords(cell: AreaCell): string {
    const need = needOf(cell, scale.measure);
    if (cell.need === null || need === null) return t`need: not known`;
    const severity = cell.need.severity === null ? "" : t`, severity ${integer(cell.need.severity, language)}`;
    if (scale.measure === "usd") return t`need ${millions(need, language)} M USD` + severity;
    if (scale.measure === "people") return plural(need, { one: "# person in need", other: "# people in need" }) + severity;
    if (scale.measure === "severity") return t`severity ${integer(need, language)}`;
    return t`priority ${integer(cell.need.priority?.rank ?? 0, language)} of ${integer(cell.need.priority?.of ?? 0, language)}`;
  }
  function threatWords(cell: AreaCell): string {
    if (cell.threat === null) return t`events: not known`;
    const events = plural(Math.round(cell.threat.events), { one: "# event", other: "# events" });
    const deaths = plural(Math.round(cell.threat.deaths), { one: "# death", other: "# deaths" });
    const trend = cell.threat.trend === null ? "" : t`, now ${decimal(cell.threat.trend, language)} times as many a month as before`;
    const months = monthRange(cell.threat.months.from, cell.threat.months.to, language);
    return t`${events}, ${deaths} (${months})` + trend;
  }
}
