import { byCode } from "./area-table.ts";

/** A part of a programme: both are initiatives that one reporter tells of, and says so (IATI's related activity, parent or child). */
export type ProgrammePart = { readonly programme: string; readonly part: string };

/**
 * What of a programme's money lies beside its parts: its own amount less those of its parts, never below zero. A programme and its parts are two
 * tellings of one money, as two reports of one funder are: added up, it would count twice along the chain. So a programme of 240 with one
 * part of 60 puts 180 where the programme works and 60 where the part does; one of 100 whose parts say 150 puts 150 where these do, and nothing itself.
 *
 * Parts whose amount is not known take nothing away, and a programme whose amount is not known stays so. A part of several programmes is taken from the
 * one with the most money; of those that are parts of each other, nothing is.
 *
 * @param usd of an initiative; NaN where it is not known
 * @returns programmes with a known amount and a part with one, each with what lies beside its parts, USD
 */
export function besideParts(parts: Iterable<ProgrammePart>, usd: (id: string) => number): ReadonlyMap<string, number> {
  const programmesOf = new Map<string, Set<string>>();
  for (const { programme, part } of parts) {
    if (programme !== part) programmesOf.set(part, (programmesOf.get(part) ?? new Set()).add(programme));
  }
  const beside = new Map<string, number>();
  for (const part of [...programmesOf.keys()].sort(byCode)) {
    const amount = usd(part);
    if (Number.isNaN(amount)) continue;
    const [programme] = [...programmesOf.get(part)!]
      .filter((p) => !Number.isNaN(usd(p)) && !above(programmesOf, p).has(part))
      .sort((a, b) => usd(b) - usd(a) || byCode(a, b));
    if (programme !== undefined) beside.set(programme, Math.max(0, (beside.get(programme) ?? usd(programme)) - amount));
  }
  return beside;
}

/** All programmes that something is a part of, directly or through others. */
function above(programmesOf: ReadonlyMap<string, ReadonlySet<string>>, id: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const stack = [id];
  while (stack.length > 0) {
    for (const programme of programmesOf.get(stack.pop()!) ?? []) {
      if (seen.has(programme)) continue;
      seen.add(programme);
      stack.push(programme);
    }
  }
  return seen;
}
