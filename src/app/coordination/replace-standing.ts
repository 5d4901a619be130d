import type { FindingRow } from "../../store/queries/finding-rows.ts";
import type { Writer } from "../../store/open-store.ts";
import type { App } from "../app.ts";
import { signedIn } from "../signed-in.ts";

/** Withdraws the decisions that a new one of the same side takes the place of. Those of others stay. @returns what the log says was before */
export async function replaceStanding(app: App, writer: Writer, rows: readonly FindingRow[], reason: string | undefined): Promise<{ decision: string; outcome: string } | null> {
  const viewer = signedIn(writer.viewer);
  const own = rows.filter((r) => r.withdrawn_at === null && r.owner_id === viewer.holderId);
  const [latest] = own;
  if (latest === undefined) return null;
  await writer.db.updateTable("finding_decision").set({ withdrawn_at: app.now(), withdrawn_by: viewer.accountId, withdrawn_reason: reason ?? null }).where("id", "in", own.map((r) => r.id)).execute();
  return { decision: latest.id, outcome: latest.outcome };
}
