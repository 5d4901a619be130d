import type { App } from "../app/app.ts";
import { newCheckpointMemory, writeCheckpoint } from "../app/audit/write-checkpoint.ts";
import type { JobLog } from "./job-log.ts";

/** Signs the audit log every minute, and once more when it stops. */
export function checkpointer(app: App, log: JobLog, everyMs = 60_000): { readonly stop: () => Promise<void> } {
  const memory = newCheckpointMemory();
  let running: Promise<unknown> = Promise.resolve();
  const tick = () => {
    running = running.then(() => writeCheckpoint(app, memory)).catch((error: unknown) => log.error({ error }, "the audit log could not be signed"));
  };
  const timer = setInterval(tick, everyMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      tick();
      await running;
    },
  };
}
