import type { Atlas } from "../picture/atlas.ts";
import type { ComposedInitiative } from "../picture/compose-initiative.ts";
import type { Figures } from "../picture/figures.ts";
import { gapDrafts, type GapRow, needsOf, rankedGaps } from "../picture/gap-item.ts";
import { keptFor } from "../picture/kept-for.ts";
import { memberName } from "../picture/member-reporters.ts";
import { overlapItem, type Pair, pairCount, pairsOf } from "../picture/overlap-item.ts";
import { usedClasses } from "../picture/used-classes.ts";
import { cellKey } from "./on-cells.ts";
import { pairKey } from "./pair-of.ts";
import { type Counts, type WorkState, workStates } from "./work-states.ts";

/** Keys of findings by what became of their decision; on what has none, nobody decided. In order. */
export type DecidedKeys = { readonly held: readonly string[]; readonly returned: readonly string[] };

/**
 * The member or body that a list is narrowed to: pairs of which it reports or funds one, gaps in which it asks for something, and those whose decision names it.
 * `names` as a member's are compared; `government`: how identifiers of its ministries begin.
 */
export type Concern = { readonly id: string; readonly names: readonly string[]; readonly government: string | null; readonly pairs: readonly string[]; readonly cells: readonly string[] };

/** A stretch of a kind's findings in one state; the pages of a list are cut from these. */
export type Stretch = { readonly state: WorkState; readonly from: number; readonly limit: number };
type WorkArgs = { readonly overlap: DecidedKeys; readonly gap: DecidedKeys; readonly concern: Concern | null; readonly overlaps: readonly Stretch[]; readonly gaps: readonly Stretch[] };

/** What of pairs and gaps waits, returned or is decided: counts, and the stretches that are wanted. Of pairs beyond those that are ranked nobody decided. */
export function workFigures(atlas: Atlas, figures: Figures, { overlap, gap, concern, overlaps, gaps }: WorkArgs, languages: readonly string[]) {
  const pairs = inStates(pairsOf(figures).filter(concern === null ? () => true : pairConcerns(figures, concern)), (p) => keysOfPair(figures, p), overlap);
  const cells = inStates(keptFor(figures, "gaps", () => rankedGaps(figures)).filter(concern === null ? () => true : cellConcerns(figures, concern)), (r) => [cellKey(r)], gap);
  const counted = countsOf(pairs);
  const unranked = concern === null ? Math.max(0, pairCount(figures.overlaps(), figures.ground.areas) - counted.waiting - counted.returned - counted.decided) : 0;
  const cut = <T>(rows: Readonly<Record<WorkState, readonly T[]>>, of: readonly Stretch[]) => of.map(({ state, from, limit }) => ({ state, rows: rows[state].slice(from, from + limit) }));
  return {
    overlap: { counts: { ...counted, waiting: counted.waiting + unranked }, stretches: cut(pairs, overlaps).map(({ state, rows }) => ({ state, items: rows.map((p) => overlapItem(atlas, figures, p, languages)) })) },
    gap: { counts: countsOf(cells), stretches: cut(cells, gaps).map(({ state, rows }) => ({ state, items: gapDrafts(atlas, figures, rows, languages) })) },
    classes: keptFor(figures, "classes", () => usedClasses(figures)),
  };
}

function inStates<T>(rows: readonly T[], keysOf: (row: T) => readonly string[], { held, returned }: DecidedKeys): Readonly<Record<WorkState, readonly T[]>> {
  const [holds, came] = [new Set(held), new Set(returned)];
  const stateOf = (row: T): WorkState => {
    const keys = keysOf(row);
    return keys.some((k) => holds.has(k)) ? "decided" : keys.some((k) => came.has(k)) ? "returned" : "waiting";
  };
  if (holds.size + came.size === 0) return { waiting: rows, returned: [], decided: [] };
  const found: Record<WorkState, T[]> = { waiting: [], returned: [], decided: [] };
  for (const row of rows) found[stateOf(row)].push(row);
  return found;
}

function countsOf(rows: Readonly<Record<WorkState, readonly unknown[]>>): Counts {
  return Object.fromEntries(workStates.map((state) => [state, rows[state].length])) as Counts;
}

/** A pair has the decisions of all that either side is composed of. */
function keysOfPair({ ground }: Figures, { a, b }: Pair): readonly string[] {
  const parts = (id: string) => ground.initiatives.get(id)?.parts ?? [id];
  return parts(a).flatMap((x) => parts(b).map((y) => pairKey({ a: x, b: y })));
}

function pairConcerns(figures: Figures, concern: Concern): (p: Pair) => boolean {
  const [named, names] = [new Set(concern.pairs), new Set(concern.names)];
  const told = new Map<string, boolean>();
  const tells = (i: ComposedInitiative | undefined): boolean =>
    i !== undefined && i.reports.some((r) => r.owner_id === concern.id || names.has(memberName(r.reporter_name ?? "")) || r.funders.some((f) => names.has(memberName(f))) || (concern.government !== null && (r.reporter_ref ?? "").startsWith(concern.government)));
  const ofTheirs = (id: string): boolean => {
    const answer = told.get(id) ?? tells(figures.ground.initiatives.get(id));
    told.set(id, answer);
    return answer;
  };
  return (p) => ofTheirs(p.a) || ofTheirs(p.b) || keysOfPair(figures, p).some((k) => named.has(k));
}

function cellConcerns(figures: Figures, concern: Concern): (r: GapRow) => boolean {
  const named = new Set(concern.cells);
  return (r) => named.has(cellKey(r)) || needsOf(figures, r).some((n) => n.ownerId === concern.id);
}
