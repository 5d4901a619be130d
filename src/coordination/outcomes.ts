/** What may be decided about two initiatives that overlap. */
export const overlapOutcomes = ["one-initiative", "coordinate", "complementary", "dismissed"] as const;
export type OverlapOutcome = (typeof overlapOutcomes)[number];

/** What may be decided about an area and line where something is missing. */
export const gapOutcomes = ["taken-up", "requested", "accepted"] as const;
export type GapOutcome = (typeof gapOutcomes)[number];

export type Outcome = OverlapOutcome | GapOutcome;

/** What a person says with a decision. */
export type Said = { readonly outcome: Outcome; readonly reason?: string | undefined };

/** What has to be said with it and was not: to leave a finding as it is needs a reason, to act on it does not. */
export function missingFrom(said: Said): readonly "reason"[] {
  const needsReason = said.outcome === "dismissed" || said.outcome === "accepted";
  return needsReason && (said.reason ?? "").trim() === "" ? ["reason"] : [];
}
