import type { DecisionFull } from "../../store/queries/claim-rows.ts";
import type { Words } from "../words.ts";
import type { Asking } from "./asking.ts";
import { whoDid } from "./who-did.ts";

/** A person's choice of what is shown, as the API tells it. `claim` null: none of them. */
export type ShownDecision = {
  readonly id: string;
  readonly claim: string | null;
  readonly by: Words;
  readonly role: Words | null;
  readonly at: string;
  readonly reason: string;
  readonly withdrawn: { readonly by: Words; readonly at: string; readonly reason: string } | null;
};

const unnamed: Words = { text: "?", language: "und" };

/** By their ids, in the order given. */
export async function fieldDecisions(
  asking: Asking,
  rows: readonly DecisionFull[],
): Promise<ReadonlyMap<string, ShownDecision>> {
  if (rows.length === 0) return new Map();
  for (const d of rows) asking.used.add(d.class_id);
  const signs = await whoDid(
    asking,
    rows.flatMap((d) => [d.decided_by, d.withdrawn_by]),
    rows.map((d) => d.owner_id),
  );
  return new Map(
    rows.map((d) => [
      d.id,
      {
        id: d.id,
        claim: d.claim_id,
        by: signs(d.decided_by, d.owner_id) ?? unnamed,
        role: { text: d.decided_role, language: "und" },
        at: d.decided_at.toISOString(),
        reason: d.reason,
        withdrawn:
          d.withdrawn_at === null
            ? null
            : {
                by: signs(d.withdrawn_by, d.owner_id) ?? unnamed,
                at: d.withdrawn_at.toISOString(),
                reason: d.withdrawn_reason ?? "",
              },
      },
    ]),
  );
}
