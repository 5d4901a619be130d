import type { App } from "../app/app.ts";
import { clearUploads } from "../app/imports/clear-uploads.ts";
import { runImport, unfinishedImports } from "../app/imports/run-import.ts";
import type { JobLog } from "./job-log.ts";

export type ImportQueue = { readonly add: (importId: string) => void; readonly stop: () => Promise<void> };

/** Reads imports one after another, beginning with those that the last run left unfinished. Clears away what crashes left of others. */
export async function importQueue(app: App, log: JobLog): Promise<ImportQueue> {
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
      .catch((error: unknown) => log.error({ import: id, error }, "an import failed"))
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
