import type { FindingRow } from "../../store/queries/finding-rows.ts";
import type { Writer } from "../../store/open-store.ts";
import type { App } from "../app.ts";
import { signedIn } from "../signed-in.ts";

/** Withdraws the decision that a new one of the same side takes the place of. One of others stays. @returns what the log says was before */
export async function replaceStanding(app: App, writer: Writer, standing: FindingRow | null, reason: string | undefined): Promise<{ decision: string; outcome: string } | null> {
  const viewer = signedIn(writer.viewer);
  if (standing === null || standing.owner_id !== viewer.holderId) return null;
  await writer.db.updateTable("finding_decision").set({ withdrawn_at: app.now(), withdrawn_by: viewer.accountId, withdrawn_reason: reason ?? null }).where("id", "=", standing.id).execute();
  return { decision: standing.id, outcome: standing.outcome };
}
