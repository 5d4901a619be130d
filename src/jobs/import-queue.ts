import { setTimeout } from "node:timers/promises";
import type { App } from "../app/app.ts";
import { clearUploads } from "../app/imports/clear-uploads.ts";
import { runImport, unfinishedImports } from "../app/imports/run-import.ts";
import type { JobLog } from "./job-log.ts";

export type ImportQueue = { readonly add: (importId: string) => void; readonly stop: () => Promise<void> };

/** In milliseconds, until an import is taken up again that could not even be noted as failed: the database was away, or its disk full. */
const againAfter = 5_000;

/** Reads imports one after another, beginning with those that the last run left unfinished. Clears away what crashes left of others. */
export async function importQueue(app: App, log: JobLog, pause = againAfter): Promise<ImportQueue> {
  const cleared = await clearUploads(app);
  if (cleared.length > 0) log.info({ files: cleared }, "removed what was left of uploads");
  const waiting = [...(await unfinishedImports(app))];
  const stopping = new AbortController();
  let running: Promise<void> | null = null;

  const next = (): void => {
    const id = waiting.shift();
    if (id === undefined || stopping.signal.aborted) {
      running = null;
      return;
    }
    running = runImport(app, id, stopping.signal)
      .catch(async (error: unknown) => {
        log.error({ import: id, error }, "an import failed");
        await setTimeout(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
        // One that was noted as failed is left alone by run-import.
        waiting.unshift(id);
      })
      .then(next);
  };
  next();
  return {
    add: (id) => {
      waiting.push(id);
      if (running === null) next();
    },
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
