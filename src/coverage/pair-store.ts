import type { PairColumns, PairDraft } from "./pair-columns.ts";

/** Takes pairs one by one and keeps the first `limit` in the order of `pairOrder`, without an object per pair. */
export type PairStore = {
  readonly count: () => number;
  readonly add: (pair: Readonly<PairDraft>) => void;
  readonly finish: () => PairColumns;
};

/**
 * Columns grow by doubling. With a limit, they are cut back to it whenever they hold twice as many, and from
 * then on a pair behind the last kept one is turned away at once: memory is bounded by the limit, not by what is found.
 */
export function pairStore(limit: number): PairStore {
  let capacity = 1024;
  let size = 0;
  let seen = 0;
  let ids = new Uint32Array(capacity * 2);
  let values = new Float64Array(capacity * 4);
  let spans = new Int32Array(capacity * 3);
  let barrier = -1;
  const cutAt = Number.isFinite(limit) ? Math.max(1024, limit * 2) : Infinity;

  function compare(x: number, y: number): number {
    return (
      orZero(values[y * 4 + 3]!) - orZero(values[x * 4 + 3]!) ||
      orZero(values[y * 4]!) - orZero(values[x * 4]!) ||
      values[y * 4 + 2]! - values[x * 4 + 2]! ||
      ids[x * 2]! - ids[y * 2]! ||
      ids[x * 2 + 1]! - ids[y * 2 + 1]!
    );
  }

  function grow(): void {
    capacity *= 2;
    ids = copyInto(new Uint32Array(capacity * 2), ids);
    values = copyInto(new Float64Array(capacity * 4), values);
    spans = copyInto(new Int32Array(capacity * 3), spans);
  }

  /** Puts the best `keep` pairs in order at the front. */
  function arrange(keep: number): void {
    const order = Uint32Array.from({ length: size }, (_, k) => k)
      .sort(compare)
      .subarray(0, keep);
    ids = copyInto(new Uint32Array(capacity * 2), gather(ids, order, 2));
    values = copyInto(new Float64Array(capacity * 4), gather(values, order, 4));
    spans = copyInto(new Int32Array(capacity * 3), gather(spans, order, 3));
    size = order.length;
  }

  return {
    count: () => seen,
    add: (pair) => {
      seen++;
      if (limit <= 0) return;
      if (size === capacity) grow();
      ids[size * 2] = pair.a;
      ids[size * 2 + 1] = pair.b;
      values[size * 4] = pair.contested;
      values[size * 4 + 1] = pair.score;
      values[size * 4 + 2] = pair.presence;
      values[size * 4 + 3] = pair.duplication;
      spans[size * 3] = pair.first;
      spans[size * 3 + 1] = pair.last;
      spans[size * 3 + 2] = pair.flags;
      if (barrier >= 0 && compare(size, barrier) > 0) return;
      size++;
      if (size >= cutAt) {
        arrange(limit);
        barrier = size - 1;
      }
    },
    finish: () => {
      arrange(Math.min(limit, size));
      const every =
        (width: number, offset: number, column: Float64Array | Int32Array | Uint32Array) => (_: unknown, k: number) =>
          column[k * width + offset]!;
      const length = { length: size };
      return {
        kind: "pairs",
        a: Uint32Array.from(length, every(2, 0, ids)),
        b: Uint32Array.from(length, every(2, 1, ids)),
        contested: Float64Array.from(length, every(4, 0, values)),
        score: Float64Array.from(length, every(4, 1, values)),
        presence: Float64Array.from(length, every(4, 2, values)),
        duplication: Float64Array.from(length, every(4, 3, values)),
        first: Int32Array.from(length, every(3, 0, spans)),
        last: Int32Array.from(length, every(3, 1, spans)),
        flags: Uint8Array.from(length, every(3, 2, spans)),
      };
    },
  };
}

function orZero(value: number): number {
  return Number.isNaN(value) ? 0 : value;
}

function copyInto<A extends Float64Array | Int32Array | Uint32Array>(to: A, from: ArrayLike<number>): A {
  to.set(from);
  return to;
}

function gather(column: Float64Array | Int32Array | Uint32Array, order: Uint32Array, width: number): Float64Array {
  const picked = new Float64Array(order.length * width);
  order.forEach((k, at) => {
    for (let w = 0; w < width; w++) picked[at * width + w] = column[k * width + w]!;
  });
  return picked;
}
