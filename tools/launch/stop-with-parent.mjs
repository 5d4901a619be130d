/** Loaded into a handed-over process: when its launcher is gone, it is asked to stop as by SIGTERM. */
import { isMainThread } from "node:worker_threads";

if (isMainThread && process.channel) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  // neither the listener nor the channel may keep a finished command alive
  process.channel.unref();
}
