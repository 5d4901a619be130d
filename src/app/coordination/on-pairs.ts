import type { OverlapOutcome } from "../../coordination/outcomes.ts";
import { decisionsOnFinding, standingOnFindings } from "../../store/queries/finding-rows.ts";
import type { Reader } from "../../store/open-store.ts";
import type { App } from "../app.ts";
import { asking } from "../record/asking.ts";
import type { OverlapAbout } from "./decide-overlap.ts";
import { decisionInForce, type ShownFinding, shownFindings } from "./finding-decision.ts";
import { mayDecide } from "./may-decide.ts";
import { pairKey, pairOf } from "./pair-of.ts";

type Pair = { readonly a: string; readonly b: string };
/** A decision on a pair, as it is shown. */
export type PairDecision = ShownFinding<OverlapOutcome, OverlapAbout>;

/** What was decided on a pair: what holds for the viewer, all that was ever decided, and whether they may decide. `classes`: of what is told here. */
export async function onPair(app: App, reader: Reader, ids: Pair, languages: readonly string[]) {
  const ask = asking(app, reader, { languages });
  const rows = await decisionsOnFinding(reader.db, pairOf(ids));
  const shown = (await shownFindings(ask, rows)) as ReadonlyMap<string, PairDecision>;
  const all = rows.flatMap((r) => shown.get(r.id) ?? []).map((d) => asAsked(d, ids));
  const holds = decisionInForce(ask, rows);
  return { decision: all.find((d) => d.id === holds?.id) ?? null, decisions: all, mayDecide: mayDecide(reader.viewer), classes: [...ask.used] };
}

/** The decision that holds on each of some pairs. */
export async function onPairs<I extends { readonly a: { readonly id: string }; readonly b: { readonly id: string } }>(app: App, reader: Reader, items: readonly I[], languages: readonly string[]) {
  const ask = asking(app, reader, { languages });
  const wanted = new Set(items.map((i) => pairKey({ a: i.a.id, b: i.b.id })));
  const rows = items.length === 0 ? [] : (await standingOnFindings(reader.db, "overlap")).filter((r) => wanted.has(`${r.a_id} ${r.b_id}`));
  const inForce = new Map([...Map.groupBy(rows, (r) => `${r.a_id} ${r.b_id}`)].map(([key, some]) => [key, decisionInForce(ask, some)]));
  const shown = (await shownFindings(ask, [...inForce.values()].filter((r) => r !== null))) as ReadonlyMap<string, PairDecision>;
  const decisionOf = (i: I): PairDecision | null => {
    const found = shown.get(inForce.get(pairKey({ a: i.a.id, b: i.b.id }))?.id ?? "");
    return found === undefined ? null : asAsked(found, { a: i.a.id, b: i.b.id });
  };
  return { items: items.map((i) => ({ ...i, decision: decisionOf(i) })), classes: [...ask.used] };
}

/** Figures are remembered of a pair in one order; they are told in the order asked. */
function asAsked(d: PairDecision, ids: Pair): PairDecision {
  const { totals } = d.about;
  return pairOf(ids).a === ids.a.toLowerCase() ? d : { ...d, about: { ...d.about, totals: { a: totals.b, b: totals.a } } };
}
