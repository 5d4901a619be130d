/** Bits of `PairColumns.flags`: what to say beside a pair. */
/** One side does not say whom it is for: counted in half. */
export const pairGroupUnknown = 1;
/** One side's end is assumed. */
export const pairAssumedEnd = 2;
/** At least one place was compared at a coarser level than one side knows it. */
export const pairCoarsened = 4;
/** One side is planned: not too late. */
export const pairPlanned = 8;
/** One side's money rests on a secondary reporter alone. */
export const pairSecondary = 16;

/**
 * Pairs of initiatives as columns, `a` and `b` indexes of the supply with a < b. Money in USD over all months; NaN is unknown.
 */
export type PairColumns = {
  readonly kind: "pairs";
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  /** C = Σ min of the rates. NaN where a side's money is unknown. */
  readonly contested: Float64Array;
  /** O = C / the smaller money, 0 to 1. NaN where C is. */
  readonly score: Float64Array;
  /** P = Σ min of the shares alone, 0 to 1. */
  readonly presence: Float64Array;
  /** D = the part of C that exceeds need. NaN where C or the need of a contested cell is not known. */
  readonly duplication: Float64Array;
  /** The months that both work, inclusive. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly flags: Uint8Array;
};

/** One pair while it is being decided whether it is kept. */
export type PairDraft = {
  a: number;
  b: number;
  contested: number;
  score: number;
  presence: number;
  duplication: number;
  first: number;
  last: number;
  flags: number;
};

/**
 * The order in which pairs are shown: by D, then C, then P, an unknown D or C like 0; then by id, so that the order
 * is the same however they were found. Negative: `x` comes first.
 */
export function pairOrder(x: Readonly<PairDraft>, y: Readonly<PairDraft>): number {
  return (
    orZero(y.duplication) - orZero(x.duplication) ||
    orZero(y.contested) - orZero(x.contested) ||
    y.presence - x.presence ||
    x.a - y.a ||
    x.b - y.b
  );
}

function orZero(value: number): number {
  return Number.isNaN(value) ? 0 : value;
}

export function pairAt(pairs: PairColumns, k: number): PairDraft {
  return {
    a: pairs.a[k]!,
    b: pairs.b[k]!,
    contested: pairs.contested[k]!,
    score: pairs.score[k]!,
    presence: pairs.presence[k]!,
    duplication: pairs.duplication[k]!,
    first: pairs.first[k]!,
    last: pairs.last[k]!,
    flags: pairs.flags[k]!,
  };
}

export function pairColumns(pairs: readonly Readonly<PairDraft>[]): PairColumns {
  return {
    kind: "pairs",
    a: Uint32Array.from(pairs, (p) => p.a),
    b: Uint32Array.from(pairs, (p) => p.b),
    contested: Float64Array.from(pairs, (p) => p.contested),
    score: Float64Array.from(pairs, (p) => p.score),
    presence: Float64Array.from(pairs, (p) => p.presence),
    duplication: Float64Array.from(pairs, (p) => p.duplication),
    first: Int32Array.from(pairs, (p) => p.first),
    last: Int32Array.from(pairs, (p) => p.last),
    flags: Uint8Array.from(pairs, (p) => p.flags),
  };
}
