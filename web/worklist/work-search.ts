import type { FrameSearch } from "../address.ts";
import { frameSearch, present } from "../address.ts";

export type WorkKind = "act" | "overlap" | "gap" | "conflict" | "import";
export type WorkSearch = FrameSearch & { readonly kind?: WorkKind; readonly show?: "decided"; /** only what concerns this member or body */ readonly of?: string; /** the one that is looked at */ readonly at?: string };

const kinds: readonly WorkKind[] = ["act", "overlap", "gap", "conflict", "import"];
const words = (raw: unknown) => (typeof raw === "string" && raw !== "" ? raw : undefined);

export function workSearch(raw: Readonly<Record<string, unknown>>): WorkSearch {
  const { kind, show, of, at } = raw;
  return present({ ...frameSearch(raw), kind: kinds.find((k) => k === kind), show: show === "decided" ? ("decided" as const) : undefined, of: words(of), at: words(at) });
}
