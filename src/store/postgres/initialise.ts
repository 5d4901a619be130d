import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, mkdir, open, rename, rm, statfs, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { fault } from "../../base/errors.ts";
import { letterClasses } from "./ensure-database.ts";
import type { Program } from "./program.ts";
import { clusterFolder, type ServerAccount, whatBars } from "./server-account.ts";
import { accessRules, accountMap, serverSettings, superuser } from "./settings.ts";
import { errorCode } from "./system-error.ts";

/** What a fresh cluster with our database takes, and some to work with. */
const bytesNeeded = 150 * 1024 ** 2;

/**
 * Makes the cluster with initdb beside its final place and moves it there when it is whole: a crash in between leaves
 * nothing that looks like a cluster.
 *
 * The rules for letters and order are PostgreSQL's own (C.UTF-8): the same on every machine, and the search by
 * trigrams sees Arabic letters, which it drops under the C locale.
 *
 * @throws disk-full, data-folder-not-writable, postgres-start-failed
 */
export async function initialise(dataFolder: string, program: Program, account: ServerAccount): Promise<void> {
  const cluster = clusterFolder(dataFolder);
  const disk = await statfs(dirname(cluster));
  const free = disk.bavail * disk.bsize;
  if (free < bytesNeeded) throw fault("disk-full", { folder: dataFolder, found: free, expected: bytesNeeded });
  const part = `${cluster}.${randomBytes(6).toString("hex")}.part`;
  try {
    await mkdir(part, { mode: 0o700 });
    if (account.drops) await chown(part, account.uid, account.gid);
    await initdb(part, program, account).catch(async (error: unknown) => {
      throw await whyNot(error, wordsOf(error), dataFolder, account);
    });
    await rename(part, cluster);
    await syncFolder(dirname(cluster));
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    // Another process was faster.
    if (!["ENOTEMPTY", "EEXIST"].includes(errorCode(error) ?? "")) throw error;
  }
}

/** Our settings, the rules of access and the map of accounts, as this start wants them. Several processes may do so at once. */
export async function writeSettings(cluster: string, socketFolder: string, account: ServerAccount): Promise<void> {
  const files = {
    "postgresql.conf": serverSettings(socketFolder, existsSync(join(dirname(cluster), "postgresql.local.conf"))),
    "pg_hba.conf": accessRules,
    "pg_ident.conf": accountMap(account),
  };
  for (const [name, text] of Object.entries(files)) {
    const part = join(cluster, `${name}.${randomBytes(6).toString("hex")}.part`);
    try {
      await writeFile(part, text, { mode: 0o600 });
      if (account.drops) await chown(part, account.uid, account.gid);
      await rename(part, join(cluster, name));
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }
}

/** @throws what execFile throws, with the words of initdb */
async function initdb(folder: string, program: Program, account: ServerAccount): Promise<void> {
  for (const ctype of letterClasses) {
    const options = [
      "-D",
      folder,
      "-U",
      superuser,
      "--auth=peer",
      "--encoding=UTF8",
      "--no-instructions",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
      `--lc-ctype=${ctype}`,
    ];
    try {
      await promisify(execFile)(program.initdb, options, {
        ...asAccount(account),
        cwd: dirname(folder),
        env: serverEnvironment,
      });
      return;
    } catch (error) {
      if (!/invalid locale name/.test(wordsOf(error)) || ctype === letterClasses.at(-1)) throw error;
    }
  }
}

const wordsOf = (error: unknown): string =>
  error instanceof Error && "stderr" in error ? String(error.stderr).trim() : "";

/** Nothing of the caller's environment reaches PostgreSQL: a PGDATA or PGPORT there would lead it astray. */
export const serverEnvironment: Readonly<Record<string, string>> = {
  PATH: process.env["PATH"] ?? "",
  LC_ALL: "C",
  TZ: "UTC",
};

export const asAccount = (account: ServerAccount): { uid?: number; gid?: number } =>
  account.drops ? { uid: account.uid, gid: account.gid } : {};

/** The plain error behind a start that failed: an account that cannot enter, a full disk, or PostgreSQL's own words. */
export async function whyNot(error: unknown, said: string, dataFolder: string, account: ServerAccount): Promise<Error> {
  const full = errorCode(error) === "ENOSPC" || /No space left on device|Disk quota exceeded/.test(said);
  if (full) return fault("disk-full", { folder: dataFolder }, error);
  if (errorCode(error) === "EACCES" || /[Pp]ermission denied/.test(said)) {
    const bar = await whatBars(clusterFolder(dataFolder), account);
    if (bar)
      return fault(
        "data-folder-not-writable",
        {
          folder: dataFolder,
          reason: `PostgreSQL runs as ${account.name}, which may not enter ${bar}`,
          account: account.name,
          bar,
        },
        error,
      );
  }
  const words = said.split("\n").slice(-8).join("\n") || (error instanceof Error ? error.message : String(error));
  return fault("postgres-start-failed", { folder: dataFolder, reason: words }, error);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
