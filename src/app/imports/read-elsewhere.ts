import { Worker } from "node:worker_threads";
import type { ImportBatch, ImportSource } from "./read-batches.ts";
import type { ForReader, FromReader } from "./read-worker.ts";

/** How many batches may lie between the thread that reads and the one that writes. */
const ahead = 2;

/**
 * The same as readBatches, in a thread of its own: this one goes on answering, and a batch is read while the one before is written. Ends
 * the thread when it is left early.
 */
export async function* readElsewhere(coalition: string, source: ImportSource): AsyncGenerator<ImportBatch> {
  const worker = new Worker(new URL("./read-worker.ts", import.meta.url), { workerData: { coalition, source } satisfies ForReader, resourceLimits: { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 32 } });
  const come: FromReader[] = [];
  let wake = () => {};
  const put = (message: FromReader) => {
    come.push(message);
    wake();
  };
  worker.on("message", put);
  worker.on("error", (error) => put({ kind: "failed", message: error.stack ?? error.message, code: null }));
  worker.on("exit", () => put({ kind: "failed", message: "the thread that reads ended", code: null }));
  try {
    for (let i = 0; i < ahead; i++) worker.postMessage("next");
    for (;;) {
      while (come.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      const message = come.shift();
      if (message === undefined) continue;
      if (message.kind === "end") return;
      if (message.kind === "failed") throw Object.assign(new Error(message.message), message.code === null ? {} : { code: message.code });
      yield message.batch;
      worker.postMessage("next");
    }
  } finally {
    await worker.terminate();
  }
}
