import { execFile } from "node:child_process";
import { readFile, readlink, realpath, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { socketName } from "./socket-folder.ts";
import { errorCode, unlessAbsent } from "./system-error.ts";

/** What postmaster.pid says. A stale file says it too. */
export interface PostmasterFile {
  readonly pid: number;
  readonly socketFolder: string;
  readonly ready: boolean;
}

export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const text = await unlessAbsent(readFile(join(cluster, "postmaster.pid"), "utf8"));
  const lines = text?.split("\n") ?? [];
  const pid = Number.parseInt(lines[0] ?? "", 10);
  // Empty or half written: whoever writes it is starting now.
  if (!(pid > 0)) return undefined;
  return { pid, socketFolder: lines[4] ?? "", ready: (lines[7] ?? "").startsWith("ready") };
}

/** The postmaster of this cluster if it lives; undefined where the file is stale, or its pid is a zombie or another program. */
export async function livingPostmaster(cluster: string): Promise<PostmasterFile | undefined> {
  const file = await readPostmasterFile(cluster);
  return file && (await isPostmasterOf(file.pid, cluster)) ? file : undefined;
}

/**
 * Lets a start succeed that a stale file would block: PostgreSQL refuses to start while the pid in the file exists,
 * though it be a zombie, or after a restart of the machine quite another program; and while a file holds no pid.
 *
 * A file with a pid stays, with one that cannot exist: PostgreSQL then still looks for processes of the old server
 * that use the shared memory named in it.
 */
export async function healStaleFiles(cluster: string, socketFolder: string): Promise<boolean> {
  const path = join(cluster, "postmaster.pid");
  const lock = join(socketFolder, `${socketName}.lock`);
  const emptied = [await removeUnwritten(path), await removeUnwritten(lock)].includes(true);
  const file = await readPostmasterFile(cluster);
  if (!file || !exists(file.pid) || (await isPostmasterOf(file.pid, cluster))) return emptied;
  const text = await readFile(path, "utf8");
  if (Number.parseInt(text, 10) === file.pid) await writeFile(path, text.replace(/^\d+/, String(noPid)));
  const locked = await unlessAbsent(readFile(lock, "utf8"));
  if (locked && Number.parseInt(locked, 10) === file.pid) await rm(lock, { force: true });
  return true;
}

/** No system gives so high a number. */
const noPid = 2 ** 31 - 1;
// PostgreSQL writes the number right after it made the file.
const unwrittenMilliseconds = 5_000;

/**
 * Removes a lock file without a number in it: what a power cut leaves of one, empty or full of zeros. One that is
 * young stays: whoever made it may be about to write.
 */
async function removeUnwritten(file: string): Promise<boolean> {
  const text = await unlessAbsent(readFile(file, "utf8"));
  if (text === undefined || /^\d/.test(text)) return false;
  const made = (await unlessAbsent(stat(file)))?.mtimeMs;
  // A clock that was set back makes old files look as if they came from the future.
  if (made === undefined || Math.abs(Date.now() - made) < unwrittenMilliseconds) return false;
  await rm(file, { force: true });
  return true;
}

export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

/** In doubt yes: two servers on one cluster would destroy it. */
async function isPostmasterOf(pid: number, cluster: string): Promise<boolean> {
  if (!exists(pid)) return false;
  const seen = process.platform === "linux" ? await seenInProc(pid) : await seenByPs(pid);
  if (!seen || seen.zombie) return false;
  const ours = await realpath(cluster);
  if (seen.folder) return seen.folder === ours;
  if (!/(^|\/)postgres$/.test(seen.program)) return false;
  // A postgres whose folder we may not see: another one only if it names another folder that exists.
  const named = seen.words[seen.words.indexOf("-D") + 1] ?? "";
  const theirs = await unlessAbsent(realpath(named));
  return theirs === undefined || theirs === ours || !(await unlessAbsent(stat(join(theirs, "PG_VERSION"))));
}

interface Seen {
  readonly zombie: boolean;
  readonly program: string;
  readonly words: readonly string[];
  /** Its working folder, which for a postmaster is its cluster; undefined where we may not look. */
  readonly folder: string | undefined;
}

async function seenInProc(pid: number): Promise<Seen | undefined> {
  const status = await unlessAbsent(readFile(`/proc/${pid}/stat`, "utf8"));
  if (status === undefined) return undefined;
  // The name in parentheses may hold anything, parentheses too.
  const zombie = /^[ZX]/.test(status.slice(status.lastIndexOf(")") + 2));
  const words = ((await unlessAbsent(readFile(`/proc/${pid}/cmdline`, "utf8"))) ?? "").split("\0");
  // Root in a container may not look at the processes of other accounts.
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return { zombie, program: words[0] ?? "", words, folder };
}

async function seenByPs(pid: number): Promise<Seen | undefined> {
  const run = promisify(execFile);
  const found = await run("ps", ["-ww", "-o", "stat=,command=", "-p", String(pid)]).catch(() => undefined);
  if (!found) return undefined;
  const [, state = "", command = ""] = /^\s*(\S+)\s+(.*)$/m.exec(found.stdout) ?? [];
  // Paths may hold spaces: the folder is the rest of the line, as we start it with nothing after -D.
  const [program = "", folder = ""] = command.split(" -D ");
  return { zombie: state.startsWith("Z"), program, words: ["-D", folder.trim()], folder: undefined };
}
