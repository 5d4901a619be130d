import { Readable } from "node:stream";
import { constants, createGunzip, gunzipSync } from "node:zlib";
import { headAndRest, type Input } from "./input.ts";

/** Deflate cannot do better than about 1030 to 1; published files lie between 5 and 50. */
const mostExpansion = 250;
const expansionCountsFrom = 64 * 2 ** 20;

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/**
 * Plain bytes of a stream that may be gzip. A damaged or cut archive gives what could be had, then a notice
 * ("gzip-damaged"); one that expands beyond reason is stopped ("gzip-expands-too-much"). What the input throws is thrown.
 */
export async function* gunzipped(bytes: AsyncIterable<Uint8Array>, input: Input): AsyncGenerator<Uint8Array> {
  const { head, all } = await headAndRest(bytes, 2);
  if (!isGzip(head)) {
    yield* all;
    return;
  }
  let failed: { readonly error: unknown } | undefined;
  const source = Readable.from(watched(all, (error) => (failed = { error })));
  const gunzip = createGunzip();
  source.on("error", (error) => gunzip.destroy(error));
  let given = 0;
  try {
    for await (const chunk of source.pipe(gunzip) as AsyncIterable<Uint8Array>) {
      given += chunk.length;
      if (given > expansionCountsFrom && given > input.taken * mostExpansion) {
        input.notices.push({
          code: "gzip-expands-too-much",
          found: `${given} bytes from ${input.taken}`,
          expected: `at most ${mostExpansion} times the size`,
          severity: "error",
        });
        return;
      }
      yield chunk;
    }
  } catch (error) {
    if (failed !== undefined) throw failed.error;
    input.notices.push({
      code: "gzip-damaged",
      found: error instanceof Error ? error.message : "unreadable data",
      expected: "a whole gzip file",
      severity: "error",
    });
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

/** Plain first bytes of a head that may be gzip, as much as can be had. */
export function plainHead(head: Uint8Array): Uint8Array {
  if (!isGzip(head)) return head;
  try {
    return gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 2 ** 24 });
  } catch (e) {
    if (e instanceof Error) return new Uint8Array(0);
    throw e;
  }
}

async function* watched(
  bytes: AsyncIterable<Uint8Array>,
  onError: (error: unknown) => void,
): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    onError(error);
    throw error;
  }
}
