import { standingOnFindings } from "../../store/queries/finding-rows.ts";
import type { App } from "../app.ts";
import { asking } from "../record/asking.ts";
import { decisionInForce, shownFindings } from "./finding-decision.ts";
import { cellKey } from "./on-cells.ts";

/** What a list is narrowed to: findings with a decision that holds (`yes`), or those without one, or whose one no longer holds. */
export type HeldFilter = { readonly decided: "yes" | "no"; readonly held: readonly string[] };

/** The pairs (both ids, the smaller first) or cells (see cellKey) on which a decision in force holds for the viewer, in order. */
export async function heldFilter(app: App, secret: string | null, kind: "overlap" | "gap", decided: "yes" | "no" | undefined): Promise<HeldFilter | undefined> {
  if (decided === undefined) return undefined;
  return app.store.read(secret, async (reader) => {
    const ask = asking(app, reader, { languages: [] });
    const keyed = Map.groupBy(await standingOnFindings(reader.db, kind), (r) => (kind === "overlap" ? `${r.a_id} ${r.b_id}` : cellKey({ area: r.area ?? "", line: r.line })));
    const inForce = [...keyed].flatMap(([key, rows]) => [decisionInForce(ask, rows)].filter((row) => row !== null).map((row) => ({ key, row })));
    const shown = await shownFindings(ask, inForce.map(({ row }) => row));
    return { decided, held: inForce.filter(({ row }) => shown.get(row.id)?.holds === true).map(({ key }) => key).sort() };
  });
}
