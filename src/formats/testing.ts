import type { Fault, Report } from "../initiatives/report.ts";
import type { FormatItem } from "./format.ts";

/** For tests: bytes in pieces of a given size, or of the sizes given in turn. */
export async function* inPieces(
  bytes: Uint8Array | string,
  sizes: number | readonly number[] = 65_536,
): AsyncGenerator<Uint8Array> {
  const all = typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes;
  const each = typeof sizes === "number" ? [sizes] : sizes;
  for (let at = 0, i = 0; at < all.length; i += 1) {
    const size = Math.max(1, each[i % each.length] ?? 1);
    yield all.subarray(at, at + size);
    at += size;
  }
}

export type Collected = {
  readonly reports: readonly Report[];
  readonly faults: readonly Fault[];
  readonly progress: readonly number[];
};

/** For tests: everything that a reader hands over, sorted by kind. */
export async function collect(items: AsyncIterable<FormatItem>): Promise<Collected> {
  const reports: Report[] = [];
  const faults: Fault[] = [];
  const progress: number[] = [];
  for await (const item of items) {
    if (item.kind === "report") reports.push(item.report);
    else if (item.kind === "fault") faults.push(item.fault);
    else progress.push(item.bytes);
  }
  return { reports, faults, progress };
}
