import { type FrameSearch, frameSearch, present } from "../address.ts";
import type { UndertakingState } from "../api/record-types.ts";
import type { Line } from "../api/types.ts";

export type UndertakingSort = "due" | "what" | "who" | "state" | "amount" | "made";
export type UndertakingSearch = FrameSearch & { readonly q?: string; readonly state?: UndertakingState; readonly member?: string; readonly line?: Line; readonly body?: string; readonly sort?: UndertakingSort; readonly order?: "descending" };

const states: readonly UndertakingState[] = ["overdue", "between", "open", "undated", "done", "dropped"];
const lines: readonly Line[] = ["counter-finance", "capacity", "stabilisation", "resilience"];
const sorts: readonly UndertakingSort[] = ["due", "what", "who", "state", "amount", "made"];
const words = (raw: unknown) => (typeof raw === "string" && raw !== "" ? raw : undefined);

/** Which undertakings are asked for, and in which order: the server answers by the same names. */
export function undertakingSearch(raw: Readonly<Record<string, unknown>>): UndertakingSearch {
  return present({
    ...frameSearch(raw), q: words(raw["q"]), member: words(raw["member"]), body: words(raw["body"]),
    state: states.find((s) => s === raw["state"]), line: lines.find((l) => l === raw["line"]), sort: sorts.find((s) => s === raw["sort"]),
    order: raw["order"] === "descending" ? ("descending" as const) : undefined,
  });
}
