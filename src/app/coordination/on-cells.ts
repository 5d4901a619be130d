import type { GapOutcome } from "../../coordination/outcomes.ts";
import { decisionsOnFinding, standingOnFindings } from "../../store/queries/finding-rows.ts";
import type { Reader } from "../../store/open-store.ts";
import type { App } from "../app.ts";
import { asking } from "../record/asking.ts";
import type { GapAbout } from "./decide-gap.ts";
import { decisionInForce, type ShownFinding, shownFindings } from "./finding-decision.ts";
import { mayDecide } from "./may-decide.ts";

/** A decision on a gap, as it is shown. */
export type CellDecision = ShownFinding<GapOutcome, GapAbout>;
type Cell = { readonly area: string; readonly line: string | null };

export function cellKey({ area, line }: Cell): string {
  return `${area} ${line ?? ""}`;
}

/** What was decided on a cell: what holds for the viewer, all that was ever decided, and whether they may decide. `classes`: of what is told here. */
export async function onCell(app: App, reader: Reader, cell: Cell, languages: readonly string[]) {
  const ask = asking(app, reader, { languages });
  const rows = await decisionsOnFinding(reader.db, cell);
  const shown = (await shownFindings(ask, rows)) as ReadonlyMap<string, CellDecision>;
  return { decision: shown.get(decisionInForce(ask, rows)?.id ?? "") ?? null, decisions: rows.flatMap((r) => shown.get(r.id) ?? []), mayDecide: mayDecide(reader.viewer), classes: [...ask.used] };
}

/** The decision that holds on each of some cells. */
export async function onCells<I extends { readonly area: { readonly code: string }; readonly line: string | null }>(app: App, reader: Reader, items: readonly I[], languages: readonly string[]) {
  const ask = asking(app, reader, { languages });
  const keyOf = (i: I): string => cellKey({ area: i.area.code, line: i.line });
  const wanted = new Set(items.map(keyOf));
  const rows = items.length === 0 ? [] : (await standingOnFindings(reader.db, "gap")).filter((r) => wanted.has(cellKey({ area: r.area ?? "", line: r.line })));
  const inForce = new Map([...Map.groupBy(rows, (r) => cellKey({ area: r.area ?? "", line: r.line }))].map(([key, some]) => [key, decisionInForce(ask, some)]));
  const shown = (await shownFindings(ask, [...inForce.values()].filter((r) => r !== null))) as ReadonlyMap<string, CellDecision>;
  const decisionOf = (i: I): CellDecision | null => shown.get(inForce.get(keyOf(i))?.id ?? "") ?? null;
  return { items: items.map((i) => ({ ...i, decision: decisionOf(i) })), classes: [...ask.used] };
}
