import type { Ask, AskName } from "./answers.ts";

/** Follow from columns, or from the pairs of a few initiatives: answered at once, whatever else is being computed. */
const short: ReadonlySet<AskName> = new Set<AskName>(["initiatives", "initiative", "pair", "gaps", "gapCell"]);

/** Whether an answer rests on all pairs of initiatives, which take long to find. */
export function needsPairs({ name, args }: Ask): boolean {
  if (name !== "initiatives") return !short.has(name);
  return typeof args === "object" && args !== null && "sort" in args && typeof args.sort === "string" && /^-?overlaps$/.test(args.sort);
}
