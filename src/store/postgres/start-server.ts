import { spawn } from "node:child_process";
import { once } from "node:events";
import { chown, open, readFile, rename, stat } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { fault } from "../../base/errors.ts";
import { asAccount, serverEnvironment, whyNot, writeSettings } from "./initialise.ts";
import { healStaleFiles, livingPostmaster, readPostmasterFile } from "./postmaster.ts";
import type { Program } from "./program.ts";
import type { ServerAccount } from "./server-account.ts";
import { makeSocketFolder } from "./socket-folder.ts";
import { inTurn } from "./start-turn.ts";
import { unlessAbsent } from "./system-error.ts";

/**
 * What PostgreSQL says when another process is faster, is only just writing its lock file or removes the same old one,
 * and when the last sessions of a server that died are still leaving.
 */
const isContended =
  /lock file "[^"]*" (already exists|is empty)|bogus data in lock file|could not remove old lock file|pre-existing shared memory block|data directory lock file is invalid/;

/** Where one embedded server lives. */
export interface Place {
  readonly dataFolder: string;
  readonly cluster: string;
  readonly socketFolder: string;
  readonly log: string;
  readonly account: ServerAccount;
  readonly program: Program;
}

const pollMilliseconds = 5;
const lostPauseMilliseconds = 100;
const logBytesKept = 5 * 1024 ** 2;
// Replaying the log of a crash may take long; a server that says nothing for this long will not come.
const patienceMilliseconds = 10 * 60_000;

/**
 * Starts the server unless one is up or coming up, and waits until it takes connections.
 *
 * It is detached and writes to a file: it outlives a Node that is killed, and the next one adopts it. PostgreSQL's own
 * lock decides between two processes that start it at the same moment.
 *
 * @returns its pid, and whether it was there before
 * @throws postgres-start-failed with the last lines of the log, disk-full, data-folder-not-writable
 */
export async function startServer(place: Place): Promise<{ readonly pid: number; readonly adopted: boolean }> {
  const deadline = Date.now() + patienceMilliseconds;
  let lost = 0;
  for (;;) {
    const living = await livingPostmaster(place.cluster);
    if (living?.ready) return { pid: living.pid, adopted: true };
    if (!living) {
      const pid = await inTurn(place.dataFolder, deadline - Date.now(), async () =>
        (await livingPostmaster(place.cluster)) ? undefined : launch(place, deadline),
      );
      if (pid !== undefined) return { pid, adopted: false };
      lost += 1;
      await pause(lostPauseMilliseconds);
    }
    if (Date.now() > deadline || lost > 100)
      throw fault("postgres-start-failed", { folder: place.dataFolder, reason: await lastLines(place.log) });
    await pause(pollMilliseconds);
  }
}

/**
 * Asks the server to end its sessions and write everything down ("fast shutdown"), and waits until it is gone.
 *
 * @returns false when it still writes after a minute; it ends by itself
 */
export async function stopServer(cluster: string): Promise<boolean> {
  const living = await livingPostmaster(cluster);
  if (!living) return true;
  process.kill(living.pid, "SIGINT");
  for (const until = Date.now() + 60_000; Date.now() < until; await pause(pollMilliseconds)) {
    if ((await livingPostmaster(cluster))?.pid !== living.pid) return true;
  }
  return false;
}

/** @returns the pid when our server is ready, undefined when another process's server is there instead */
async function launch(place: Place, deadline: number): Promise<number | undefined> {
  await makeSocketFolder(place.socketFolder, place.account);
  await healStaleFiles(place.cluster, place.socketFolder);
  await writeSettings(place.cluster, place.socketFolder, place.account);
  const log = await openLog(place);
  const from = (await log.stat()).size;
  const child = spawn(place.program.postgres, ["-D", place.cluster], {
    ...asAccount(place.account),
    cwd: place.dataFolder,
    detached: true,
    env: serverEnvironment,
    stdio: ["ignore", log.fd, log.fd],
  });
  let ended: unknown;
  child.once("error", (error) => (ended = error));
  child.once("exit", (code, signal) => (ended ??= new Error(`postgres ended with ${code ?? signal}`)));
  try {
    await once(child, "spawn");
  } catch (error) {
    throw await whyNot(error, "", place.dataFolder, place.account);
  } finally {
    await log.close();
  }
  child.unref();
  while (Date.now() < deadline) {
    const file = await readPostmasterFile(place.cluster);
    if (file?.ready && file.pid === child.pid) return file.pid;
    if (ended !== undefined) {
      // The file is shared, and its length is in bytes.
      const said = (await readFile(place.log)).subarray(from).toString("utf8");
      if (isContended.test(said)) return undefined;
      throw await whyNot(ended, said.trim(), place.dataFolder, place.account);
    }
    await pause(pollMilliseconds);
  }
  throw fault("postgres-start-failed", { folder: place.dataFolder, reason: await lastLines(place.log) });
}

async function openLog(place: Place): Promise<Awaited<ReturnType<typeof open>>> {
  if (((await unlessAbsent(stat(place.log)))?.size ?? 0) > logBytesKept) await rename(place.log, `${place.log}.1`);
  const handle = await open(place.log, "a", 0o600);
  if (place.account.drops) await chown(place.log, place.account.uid, place.account.gid);
  return handle;
}

async function lastLines(log: string): Promise<string> {
  return ((await unlessAbsent(readFile(log, "utf8"))) ?? "").trimEnd().split("\n").slice(-8).join("\n");
}
