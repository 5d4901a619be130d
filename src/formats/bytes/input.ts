import type { FaultCode } from "../fault-codes.ts";

/** What was wrong with the bytes themselves, before any record: found while decompressing or decoding. */
export type Notice = {
  readonly code: FaultCode;
  readonly found: string;
  readonly expected: string;
  readonly severity: "error" | "warning";
};

/** The bytes on their way in: how many were taken, and what was wrong with them. Filled as the stream is read. */
export type Input = { taken: number; readonly notices: Notice[] };

/** Passes bytes through and counts them. */
export async function* counted(bytes: AsyncIterable<Uint8Array>, input: Input): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    input.taken += chunk.length;
    if (chunk.length > 0) yield chunk;
  }
}

/** Collects the first bytes until there are `least` of them or no more, then goes on as they come. */
export async function headAndRest(
  bytes: AsyncIterable<Uint8Array>,
  least: number,
): Promise<{ readonly head: Uint8Array; readonly all: AsyncGenerator<Uint8Array> }> {
  const iterator = bytes[Symbol.asyncIterator]();
  let head = new Uint8Array(0);
  let ended = false;
  while (head.length < least && !ended) {
    const next = await iterator.next();
    if (next.done === true) ended = true;
    else head = joined(head, next.value);
  }
  return { head, all: rest(head, iterator, ended) };
}

async function* rest(
  head: Uint8Array,
  iterator: AsyncIterator<Uint8Array>,
  ended: boolean,
): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    while (!ended) {
      const next = await iterator.next();
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}

export function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
