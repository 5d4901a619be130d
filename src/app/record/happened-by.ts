import { type AsOfAnswer, heldOn } from "./held.ts";
import type { On } from "./proofed.ts";

/** Whether what a date tells had come by the end of the day; no where no source gives one, between where the sources leave it open. */
export function happenedBy(day: number, on: On, field: string): AsOfAnswer {
  return on.sheet.field(on.id, on.kind, field).shown === null ? "no" : heldOn({ day }, on, field, "none").answer;
}
