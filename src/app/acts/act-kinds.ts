import type { Marked } from "../circles/mark.ts";
import type { MarkingOf } from "../marking-of.ts";
import type { Words } from "../words.ts";

export type ActKind = "widen-marking" | "delete-source";

/** How long a proposed act waits for a second person. */
export const actDays = 7;

export type NewAct = { readonly reason: string } & (
  | { readonly kind: "widen-marking"; readonly subject: { readonly kind: Marked; readonly id: string }; readonly tlp: string; readonly circle: string | null }
  | { readonly kind: "delete-source"; readonly subject: { readonly kind: "source"; readonly id: string } }
);

export type ActState = "waiting" | "expired" | "done" | "refused" | "withdrawn";

export type ActItem = {
  readonly id: string;
  readonly kind: ActKind;
  readonly subject: { readonly kind: Marked; readonly id: string; readonly name: Words } | null;
  /** what it is to be marked as; null where it is about no marking */
  readonly to: MarkingOf | null;
  readonly reason: string;
  readonly state: ActState;
  readonly proposedBy: Words | null;
  readonly mine: boolean;
  readonly proposed: string;
  readonly expires: string;
  readonly settledBy: Words | null;
  readonly settledReason: string | null;
  readonly settled: string | null;
  /** this viewer may second or refuse it now */
  readonly mayDecide: boolean;
};
