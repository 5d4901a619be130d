import { type FindingRow, standingOnFindings } from "../../store/queries/finding-rows.ts";
import type { Reader } from "../../store/open-store.ts";
import type { App } from "../app.ts";
import { asking } from "../record/asking.ts";
import { changesOf, decisionInForce } from "./finding-decision.ts";
import { cellKey } from "./on-cells.ts";

/** What a list is narrowed to: findings with a decision that holds (`yes`), or those without one, or whose one no longer holds. */
export type HeldFilter = { readonly decided: "yes" | "no"; readonly held: readonly string[] };

/** A finding's key (a pair: both ids, the smaller first; a cell: see cellKey), the decision in force on it for the viewer, and whether it holds. */
export type KeyedDecision = { readonly key: string; readonly row: FindingRow; readonly holds: boolean };

/** Every finding of a kind on which a decision is in force for the viewer. */
export async function findingsInForce(app: App, reader: Reader, kind: "overlap" | "gap"): Promise<readonly KeyedDecision[]> {
  const ask = asking(app, reader, { languages: [] });
  const keyed = Map.groupBy(await standingOnFindings(reader.db, kind), (r) => (kind === "overlap" ? `${r.a_id} ${r.b_id}` : cellKey({ area: r.area ?? "", line: r.line })));
  const inForce = [...keyed].flatMap(([key, rows]) => [decisionInForce(ask, rows)].filter((row) => row !== null).map((row) => ({ key, row })));
  const changes = await changesOf(ask, inForce.map(({ row }) => row));
  return inForce.map(({ key, row }) => ({ key, row, holds: (changes.get(row.id) ?? []).length === 0 }));
}

/** The keys of findings on which a decision in force holds for the viewer, in order. */
export async function heldFilter(app: App, secret: string | null, kind: "overlap" | "gap", decided: "yes" | "no" | undefined): Promise<HeldFilter | undefined> {
  if (decided === undefined) return undefined;
  return app.store.read(secret, async (reader) => ({ decided, held: (await findingsInForce(app, reader, kind)).filter(({ holds }) => holds).map(({ key }) => key).sort() }));
}
