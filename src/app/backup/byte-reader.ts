/** Takes bytes from a stream in the portions that a format asks for. Null: the stream ended before. */
export type ByteReader = {
  readonly exactly: (n: number) => Promise<Buffer | null>;
  /** at least one byte, at most n, without copying */
  readonly some: (n: number) => Promise<Buffer | null>;
  /** up to the line feed, without it; null also when it is longer than `most` */
  readonly line: (most: number) => Promise<Buffer | null>;
  readonly ended: () => Promise<boolean>;
  /** how many bytes were taken */
  readonly position: () => number;
};

/** @param taken is told every byte that is given out, in order */
export function byteReader(stream: AsyncIterable<Uint8Array>, taken: (bytes: Uint8Array) => void): ByteReader {
  const source = stream[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  let position = 0;

  const more = async (): Promise<boolean> => {
    const next = await source.next();
    if (next.done === true) return false;
    held = held.length === 0 ? Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength) : Buffer.concat([held, next.value]);
    return true;
  };
  const give = (n: number, through = 0): Buffer => {
    const bytes = held.subarray(0, n);
    taken(held.subarray(0, n + through));
    held = held.subarray(n + through);
    position += n + through;
    return bytes;
  };
  return {
    exactly: async (n) => {
      while (held.length < n) if (!(await more())) return null;
      return give(n);
    },
    some: async (n) => {
      while (held.length === 0) if (!(await more())) return null;
      return give(Math.min(n, held.length));
    },
    line: async (most) => {
      for (;;) {
        const at = held.indexOf(10);
        if (at >= 0) return give(at, 1);
        if (held.length > most || !(await more())) return null;
      }
    },
    ended: async () => {
      while (held.length === 0) if (!(await more())) return true;
      return false;
    },
    position: () => position,
  };
}
