import { type Edtf, isoDay, tryParseEdtf } from "../../base/edtf.ts";
import { type HoldBounds, holdBounds } from "../../record/as-of.ts";
import type { Asking } from "./asking.ts";
import type { SheetClaim, SheetField } from "./claim-sheet.ts";
import { type On, type Proofed, type ProofState, proofedDate } from "./proofed.ts";

export type AsOfAnswer = "yes" | "no" | "between";
export type End = {
  readonly edtf: string | null;
  readonly notBefore: string | null;
  readonly notAfter: string | null;
  readonly proof: Proofed<string>;
};
export type Held = {
  readonly answer: AsOfAnswer;
  readonly from: End;
  readonly to: End & { readonly open: boolean };
  readonly state: ProofState;
};

/**
 * A stretch of time with its proof at each end, and whether it held on the day asked for.
 *
 * Claims that agree are all taken as true: together they bound an end more tightly than each alone. Where sources
 * disagree and nobody decided, every side is asked, and only an answer that all of them give is given.
 */
export function heldOn(asking: Pick<Asking, "day">, on: On, fromField: string, toField: string): Held {
  const from = on.sheet.field(on.id, on.kind, fromField);
  const to = on.sheet.field(on.id, on.kind, toField);
  const answers = new Set<AsOfAnswer>();
  for (const begins of sides(from)) for (const ends of sides(to)) answers.add(answerOn(asking.day, begins, ends));
  const [answer] = answers;
  return {
    answer: answers.size === 1 && answer !== undefined ? answer : "between",
    from: { ...end(shownSide(from), "start"), proof: proofedDate(on, fromField) },
    to: { ...end(shownSide(to), "end"), proof: proofedDate(on, toField), open: isOpen(to) },
    state: together(from.state, to.state),
  };
}

/** A composed date's first and last possible day as one end; `which` end, where it is an interval. */
export function boundsOf(
  field: SheetField,
  which: "start" | "end",
): { readonly notBefore: number | null; readonly notAfter: number | null } {
  return intersect(shownSide(field), which);
}

type Side = readonly Edtf[];

/** Each side that has to be asked: the decided claim's, else one per party; one empty side where nothing is stated. */
function sides(field: SheetField): readonly Side[] {
  if (field.shown === null || field.state === "decided") return [shownSide(field)];
  return field.parties.map((p) => dates(p.claims));
}

function shownSide(field: SheetField): Side {
  if (field.shown === null) return [];
  if (field.state === "decided") return dates([field.shown]);
  return dates(field.parties[0]?.claims ?? [field.shown]);
}

function dates(claims: readonly SheetClaim[]): Side {
  return claims.flatMap((c) => (typeof c.value === "string" ? (tryParseEdtf(c.value) ?? []) : []));
}

function answerOn(day: number, begins: Side, ends: Side): AsOfAnswer {
  const starts = begins.length === 0 ? [holdBounds(null, null)] : begins.map((d) => holdBounds(d, null));
  const stops = ends.length === 0 ? [holdBounds(null, null)] : ends.map((d) => holdBounds(null, d));
  const bound = (all: readonly HoldBounds[], of: keyof HoldBounds, tightest: (...days: number[]) => number) =>
    tightest(...all.map((b) => b[of]));
  if (day < bound(starts, "noBefore", Math.max) || day > bound(stops, "noAfter", Math.min)) return "no";
  // What nobody stated the beginning of is not settled either: the day lies before no known start.
  return day >= bound(starts, "yesFrom", Math.min) && day <= bound(stops, "yesUntil", Math.max) ? "yes" : "between";
}

function intersect(
  side: Side,
  which: "start" | "end",
): { readonly notBefore: number | null; readonly notAfter: number | null } {
  const lows = side.flatMap((d) => d[which].notBefore ?? []);
  const highs = side.flatMap((d) => d[which].notAfter ?? []);
  return {
    notBefore: lows.length === 0 ? null : Math.max(...lows),
    notAfter: highs.length === 0 ? null : Math.min(...highs),
  };
}

function end(
  side: Side,
  which: "start" | "end",
): { readonly edtf: string | null; readonly notBefore: string | null; readonly notAfter: string | null } {
  const { notBefore, notAfter } = intersect(side, which);
  const [low, high] = [notBefore === null ? null : isoDay(notBefore), notAfter === null ? null : isoDay(notAfter)];
  const same = side.find(
    (d) => d.shape !== "interval" && d[which].notBefore === notBefore && d[which].notAfter === notAfter,
  );
  return { edtf: same?.text ?? written(low, high), notBefore: low, notAfter: high };
}

function written(low: string | null, high: string | null): string | null {
  if (low === null && high === null) return null;
  return low === high ? low : `[${low ?? ""}..${high ?? ""}]`;
}

function isOpen(to: SheetField): boolean {
  const side = shownSide(to);
  return side.length === 0 ? !to.none : side.every((d) => d.shape === "interval" && d.endIs === "open");
}

/** The weaker of two proofs says how well a stretch stands; an end of which nothing is stated says nothing. */
function together(a: ProofState, b: ProofState): ProofState {
  for (const state of ["differ", "decided", "one", "agree"] as const) if (a === state || b === state) return state;
  return "unknown";
}
