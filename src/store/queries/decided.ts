/** What every decision that a person made says of itself: who, in which role, when, whose it is, and whether it still stands. */
export type Decided = {
  readonly decided_by: string;
  readonly decided_role: string;
  readonly decided_at: Date;
  readonly owner_id: string;
  readonly class_id: number;
  readonly withdrawn_at: Date | null;
  readonly withdrawn_by: string | null;
  readonly withdrawn_reason: string | null;
};
