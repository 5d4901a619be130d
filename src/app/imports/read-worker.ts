import { parentPort, workerData } from "node:worker_threads";
import { readReference } from "../reference.ts";
import { type ImportBatch, type ImportSource, readBatches } from "./read-batches.ts";

// A thread that reads one file and hands its batches over, never more than asked for (see read-elsewhere.ts).

/** @see readReference for what the coalition's folder gives */
export type ForReader = { readonly coalition: string; readonly source: ImportSource };
export type FromReader = { readonly kind: "batch"; readonly batch: ImportBatch } | { readonly kind: "end" } | { readonly kind: "failed"; readonly message: string; readonly code: string | null };

const port = parentPort;
if (!port) throw new Error("this file is a worker thread of an import");
const tell = (message: FromReader) => port.postMessage(message);
let credit = 0;
let wake = () => {};
port.on("message", () => {
  credit++;
  wake();
});

try {
  const { coalition, source } = workerData as ForReader;
  for await (const batch of readBatches(await readReference(coalition), source)) {
    while (credit === 0) await new Promise<void>((resolve) => (wake = resolve));
    credit--;
    tell({ kind: "batch", batch });
  }
  tell({ kind: "end" });
} catch (error) {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
  tell({ kind: "failed", message: error instanceof Error ? (error.stack ?? error.message) : String(error), code });
}
port.close();
