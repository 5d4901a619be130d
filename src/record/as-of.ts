import type { DayBounds, Edtf } from "../base/edtf.ts";

/**
 * When something with a vague start and end held, as four days: certainly not before `noBefore`, certainly from `yesFrom` to
 * `yesUntil`, certainly not after `noAfter`; in between nobody knows. -Infinity and Infinity where nothing bounds it, and where it is
 * never certain (`yesFrom` Infinity: no day from which it surely held). Fit for columns:
 * `day < no_before or day > no_after` is no, `day between yes_from and yes_until` is yes, all else is between.
 */
export type HoldBounds = {
  readonly noBefore: number;
  readonly yesFrom: number;
  readonly yesUntil: number;
  readonly noAfter: number;
};

export type AsOf = {
  readonly kind: "as-of";
  readonly answer: "yes" | "no" | "between" | "unknown";
  /** why; `no-end-found` is a yes that rests on nobody having noticed an end */
  readonly reason: "held" | "no-end-found" | "not-begun" | "ended" | "begin-uncertain" | "end-uncertain" | "begin-unknown";
  /** what is known of each end, to show with the answer; null: nothing stated */
  readonly start: DayBounds | null;
  readonly end: DayBounds | null;
};

/**
 * Whether a membership or office held on a day.
 *
 * Both days named belong to it: an office from 2021-12-02 to 2023-05-04 was held on each of them. A bound of a one-of-a-set
 * range that is written as a day is a day on which the matter was *seen*: an end in `[2023-06-08..2023-11-15]` means still
 * held on the first and no longer on the last, a start there means not yet on the first and held on the last, and between them nobody
 * knows. A month or year is only a stretch in which the turn lies, so its first day is not yet known to be a no.
 *
 * A missing end means that it holds on. A missing start is unknown, unless the end settles it.
 */
export function holdsOn(from: Edtf | null, to: Edtf | null, day: number): AsOf {
  const { noBefore, yesFrom, yesUntil, noAfter } = holdBounds(from, to);
  const done = (answer: AsOf["answer"], reason: AsOf["reason"]): AsOf => ({ kind: "as-of", answer, reason, start: from?.start ?? null, end: to?.end ?? null });
  if (day < noBefore) return done("no", "not-begun");
  if (day > noAfter) return done("no", "ended");
  if (beginUnknown(from)) return done("unknown", "begin-unknown");
  if (day < yesFrom) return done("between", "begin-uncertain");
  if (day > yesUntil) return done("between", "end-uncertain");
  return done("yes", endless(to) ? "no-end-found" : "held");
}

/** The four days that `holdsOn` answers from. A start of which nothing is known gives no yes: the answer there is unknown. */
export function holdBounds(from: Edtf | null, to: Edtf | null): HoldBounds {
  const [start, end] = [from?.start, to?.end];
  const seenFirst = from !== null && start?.notBefore !== start?.notAfter && firstIsSeen(from);
  const seenLast = to !== null && end?.notBefore !== end?.notAfter && lastIsSeen(to);
  return {
    noBefore: (start?.notBefore ?? -Infinity) + (seenFirst ? 1 : 0),
    yesFrom: from !== null && alwaysWas(from) ? -Infinity : (start?.notAfter ?? Infinity),
    yesUntil: endless(to) ? Infinity : (end?.notBefore ?? -Infinity),
    noAfter: (end?.notAfter ?? Infinity) - (seenLast ? 1 : 0),
  };
}

function beginUnknown(from: Edtf | null): boolean {
  return from === null || (from.shape === "interval" && from.startIs === "unknown");
}

/** `../2022`: an interval that was open from the first. */
function alwaysWas(from: Edtf): boolean {
  return from.shape === "interval" && from.startIs === "open";
}

/** Nothing says that it ended: no end at all, or an interval left open. */
function endless(to: Edtf | null): boolean {
  return to === null || (to.shape === "interval" && to.endIs === "open");
}

function firstIsSeen(e: Edtf): boolean {
  return e.shape === "set" && /^\[-?\d{4}-\d\d-\d\d[?~%]?\.\./.test(e.text);
}

function lastIsSeen(e: Edtf): boolean {
  return e.shape === "set" && /\.\.-?\d{4}-\d\d-\d\d[?~%]?\]$/.test(e.text);
}
