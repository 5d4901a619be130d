import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("hold-cluster.ts", import.meta.url));

/** Another process that holds the cluster. */
export interface Holder {
  /** What it said when the cluster was open, or the error. */
  readonly said: {
    readonly adopted?: boolean;
    readonly postmaster?: number;
    readonly uid?: number;
    readonly code?: string;
    readonly params?: Readonly<Record<string, unknown>>;
  };
  /** Closes the cluster and ends. @returns its exit code */
  close(): Promise<number | null>;
  /** kill -9 */
  kill(): Promise<void>;
}

/** @param uid to run as, where we are root */
export async function holdElsewhere(dataDir: string, uid?: number): Promise<Holder> {
  const child = spawn(process.execPath, [script, dataDir], {
    stdio: ["pipe", "pipe", "inherit"],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const ended = once(child, "exit");
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return {
    said: JSON.parse(line) as Holder["said"],
    close: async () => {
      child.stdin.end("close\n");
      await ended;
      return child.exitCode;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
