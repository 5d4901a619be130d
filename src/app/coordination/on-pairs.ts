import type { OverlapOutcome } from "../../coordination/outcomes.ts";
import { decisionsOnFinding, type FindingRow, standingOnFindings } from "../../store/queries/finding-rows.ts";
import type { Reader } from "../../store/open-store.ts";
import type { App } from "../app.ts";
import { asking } from "../record/asking.ts";
import type { OverlapAbout } from "./decide-overlap.ts";
import { decisionInForce, type ShownFinding, shownFindings } from "./finding-decision.ts";
import { mayDecide } from "./may-decide.ts";
import { pairKey } from "./pair-of.ts";

/** The ids that stand on either side: one each, or the parts of an initiative that is composed of several. */
export type Sides = { readonly a: readonly string[]; readonly b: readonly string[] };
/** A decision on a pair, as it is shown. */
export type PairDecision = ShownFinding<OverlapOutcome, OverlapAbout>;

/** What was decided on a pair: what holds for the viewer, all that was ever decided, and whether they may decide. `classes`: of what is told here. */
export async function onPair(app: App, reader: Reader, sides: Sides, languages: readonly string[]) {
  const ask = asking(app, reader, { languages });
  const rows = await decisionsOnFinding(reader.db, sides);
  const shown = (await shownFindings(ask, rows)) as ReadonlyMap<string, PairDecision>;
  const all = rows.flatMap((r) => asAsked(shown.get(r.id), r, sides) ?? []);
  const holds = decisionInForce(ask, rows);
  return { decision: all.find((d) => d.id === holds?.id) ?? null, decisions: all, mayDecide: mayDecide(reader.viewer), classes: [...ask.used] };
}

type Side = { readonly parts: readonly string[] };

/** The decision that holds on each of some pairs. */
export async function onPairs<I extends { readonly a: Side; readonly b: Side }>(app: App, reader: Reader, items: readonly I[], languages: readonly string[]) {
  const ask = asking(app, reader, { languages });
  const byPair = items.length === 0 ? new Map<string, FindingRow[]>() : Map.groupBy(await standingOnFindings(reader.db, "overlap"), (r) => `${r.a_id} ${r.b_id}`);
  const rowOf = (i: I): FindingRow | null => decisionInForce(ask, i.a.parts.flatMap((a) => i.b.parts.flatMap((b) => byPair.get(pairKey({ a, b })) ?? [])));
  const rows = items.map(rowOf);
  const shown = (await shownFindings(ask, rows.filter((r) => r !== null))) as ReadonlyMap<string, PairDecision>;
  const decisionOf = (i: I, row: FindingRow | null | undefined): PairDecision | null => (row ? asAsked(shown.get(row.id), row, { a: i.a.parts, b: i.b.parts }) ?? null : null);
  return { items: items.map((i, k) => ({ ...i, decision: decisionOf(i, rows[k]) })), classes: [...ask.used] };
}

/** Figures are remembered of a pair in one order; they are told in the order asked. */
function asAsked(d: PairDecision | undefined, row: FindingRow, sides: Sides): PairDecision | undefined {
  if (d === undefined || sides.a.includes(row.a_id ?? "")) return d;
  const { totals } = d.about;
  return { ...d, about: { ...d.about, totals: { a: totals.b, b: totals.a } } };
}
