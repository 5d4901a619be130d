import { z } from "@hono/zod-openapi";
import { Id, Instant, MonthSpan, Name, Ref } from "./common.ts";

/** Why a decision no longer holds. `fields`: what a newer version of a report says differently. */
export const FindingChange = z
  .object({
    kind: z.enum(["newer-version", "report-gone", "new-report", "need-gone", "new-need", "new-statement", "violence"]),
    report: z.union([Id, z.null()]),
    fields: z.array(z.enum(["status", "months", "countries", "areas", "lines", "groups", "implementers", "funders", "money"])),
  })
  .openapi("FindingChange");

/** What a person decided about a finding. Seen only by those who may see all that it was about. */
export const FindingDecision = z.object({
  id: Id,
  by: Name,
  role: z.string(),
  /** of the viewer's own side: only these can be withdrawn */
  mine: z.boolean(),
  at: Instant,
  reason: z.union([z.string(), z.null()]),
  lead: z.union([Ref, z.null()]),
  meeting: z.union([Ref, z.null()]),
  amountUsd: z.union([z.number(), z.null()]),
  due: z.union([z.string(), z.null()]),
  /** the undertaking of the record that it made, of what was taken up, as far as the viewer may see it */
  undertaking: z.union([Id, z.null()]),
  /** the months that were looked at, of a gap */
  months: z.union([MonthSpan, z.null()]),
  /** False when what it was about has changed since: it is back on the worklist. */
  holds: z.boolean(),
  changes: z.array(FindingChange),
  withdrawn: z.union([z.object({ by: Name, at: Instant, reason: z.union([z.string(), z.null()]) }), z.null()]),
});

/** What every decision on a finding may be sent with. */
export const howDecided = {
  /** the decision that the person saw in force; null or absent: none. Another one by now is a conflict. */
  basedOn: z.union([Id, z.null()]).optional(),
  marking: z.enum(["TLP:GREEN", "TLP:AMBER"]).optional(),
};

/** POST …/decision/withdraw */
export const WithdrawFinding = z.object({ decision: Id, reason: z.string().max(2000).optional() }).openapi("WithdrawFinding");
