import type { FrameSearch } from "../address.ts";
import { frameSearch, present } from "../address.ts";

export type WorkKind = "overlap" | "gap" | "conflict" | "import";
export type WorkSearch = FrameSearch & { readonly kind?: WorkKind; readonly show?: "decided"; /** the one that is looked at */ readonly at?: string };

const kinds: readonly WorkKind[] = ["overlap", "gap", "conflict", "import"];

export function workSearch(raw: Readonly<Record<string, unknown>>): WorkSearch {
  const { kind, show, at } = raw;
  return present({ ...frameSearch(raw), kind: kinds.find((k) => k === kind), show: show === "decided" ? ("decided" as const) : undefined, at: typeof at === "string" && at !== "" ? at : undefined });
}
