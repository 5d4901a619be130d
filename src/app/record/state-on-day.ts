import { dayNumber } from "../../base/edtf.ts";
import type { ClaimSheet } from "./claim-sheet.ts";
import { happenedBy } from "./happened-by.ts";
import { heldOn } from "./held.ts";
import { textState, textStates } from "./text-state.ts";
import { undertakingState, undertakingStates } from "./undertaking-state.ts";

/** How a record stands on a day, as its dates have it. yes, no: a stretch holds, or a meeting was held, or not; between: the sources leave it open. */
export const dayStates = [...new Set(["yes", "no", "between", ...textStates, ...undertakingStates] as const)];
export type DayState = (typeof dayStates)[number];

/** @param day ISO @returns null for a kind whose records stand alike on all days */
export function stateOnDay(sheet: ClaimSheet, { id, kind }: { readonly id: string; readonly kind: string }, day: string): DayState | null {
  const on = { sheet, id, kind };
  const asked = { day: dayNumber(day) };
  switch (kind) {
    case "membership": return heldOn(asked, on, "joined", "left").answer;
    case "office": return heldOn(asked, on, "from", "to").answer;
    case "body": return heldOn(asked, on, "founded", "ended").answer;
    case "meeting": return happenedBy(asked.day, on, "date");
    case "text": return textState(asked, on);
    case "undertaking": return undertakingState(asked, on).state;
    default: return null;
  }
}
