import type { Asking } from "./asking.ts";
import { happenedBy } from "./happened-by.ts";
import { heldOn } from "./held.ts";
import type { On } from "./proofed.ts";

/**
 * How an undertaking stands on a day. `between`: it may be past its date, which the sources do not settle.
 * `undated`: nobody named a date, so it cannot be late.
 */
export const undertakingStates = ["overdue", "between", "open", "undated", "done", "dropped"] as const;
export type UndertakingState = (typeof undertakingStates)[number];

/** `perhaps`: sources say that it was done or given up, but not for certain by that day. */
export type Standing = { readonly state: UndertakingState; readonly perhaps: "done" | "dropped" | null };

/**
 * The state follows from dates that sources claim: due, done and dropped, each with its own proof. Nobody sets it, so that it moves with
 * the day one asks for.
 */
export function undertakingState(asking: Pick<Asking, "day">, on: On): Standing {
  const done = happenedBy(asking.day, on, "done");
  if (done === "yes") return { state: "done", perhaps: null };
  const dropped = happenedBy(asking.day, on, "dropped");
  if (dropped === "yes") return { state: "dropped", perhaps: null };
  const perhaps = done === "between" ? "done" : dropped === "between" ? "dropped" : null;
  if (on.sheet.field(on.id, on.kind, "due").shown === null) return { state: "undated", perhaps };
  // Due on a day is kept on that day: late begins on the next.
  const past = happenedBy(asking.day - 1, on, "due");
  return { state: past === "yes" ? "overdue" : past === "between" && !isRunning(asking.day, on) ? "between" : "open", perhaps };
}

/** A date given as a year or month is due by its end: nothing is unsettled while it runs, unless sources disagree. */
function isRunning(day: number, on: On): boolean {
  const { from } = heldOn({ day }, on, "due", "none");
  return on.sheet.field(on.id, on.kind, "due").state !== "differ" && !(from.edtf ?? "").startsWith("[") && (from.notAfter === null || day <= Date.parse(from.notAfter) / 86_400_000);
}
