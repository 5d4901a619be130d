import type { Asking } from "./asking.ts";
import { happenedBy } from "./happened-by.ts";
import type { On } from "./proofed.ts";

/**
 * How a text stands on a day, from its dates: a draft until it was issued or adopted, no longer in force once it ended. `between`: the sources do not
 * settle it. `undated`: no source gives any date.
 */
export const textStates = ["draft", "issued", "adopted", "ended", "between", "undated"] as const;
export type TextState = (typeof textStates)[number];

export function textState(asking: Pick<Asking, "day">, on: On): TextState {
  const by = (field: string) => happenedBy(asking.day, on, field);
  const [ended, adopted, issued] = [by("ended"), by("adopted"), by("issued")];
  if (ended === "yes") return "ended";
  if (ended === "between") return "between";
  if (adopted === "yes") return "adopted";
  if (adopted === "between") return "between";
  if (issued !== "no") return issued === "yes" ? "issued" : "between";
  const dated = ["adopted", "issued"].some((field) => on.sheet.field(on.id, on.kind, field).shown !== null);
  return dated ? "draft" : "undated";
}
