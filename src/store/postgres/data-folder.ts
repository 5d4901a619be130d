import { randomBytes } from "node:crypto";
import { chmod, chown, mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fault } from "../../base/errors.ts";
import { ownerOfFolder, serverAccount, type ServerAccount } from "./server-account.ts";
import { errorCode, unlessAbsent } from "./system-error.ts";

const probePrefix = ".probe-";

/** The layout of the data folder that this version writes and reads. */
export const dataLayout = 1;

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly root: boolean;
}

export interface DataFolder {
  /** Absolute. */
  readonly path: string;
  /** Who the embedded PostgreSQL runs as. */
  readonly account: ServerAccount;
}

interface VersionFile {
  readonly layout: number;
  /** The major version of the embedded PostgreSQL that wrote the folder; null when the database is an outside one. */
  readonly postgres: number | null;
}

export const thisMachine = (): Machine => ({
  platform: process.platform,
  home: homedir(),
  root: process.getuid?.() === 0,
});

/**
 * Where the data is: `ENTENTE_DATA`, or the platform's data folder. For root that is the one of the system, because
 * PostgreSQL runs as an account without rights, which cannot enter root's home.
 *
 * @returns an absolute path; nothing is created
 */
export function resolveDataFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
  machine: Machine = thisMachine(),
): string {
  if (env["ENTENTE_DATA"]) return resolve(env["ENTENTE_DATA"]);
  if (machine.platform === "darwin")
    return machine.root
      ? "/Library/Application Support/Entente"
      : join(machine.home, "Library", "Application Support", "Entente");
  if (env["XDG_DATA_HOME"]?.startsWith("/")) return join(env["XDG_DATA_HOME"], "entente");
  return machine.root ? "/var/lib/entente" : join(machine.home, ".local", "share", "entente");
}

/**
 * Creates the folder for its owner alone if it is not there, and checks that we may write in it and understand it.
 *
 * @param postgresMajor of the embedded PostgreSQL, or null when the database is an outside one
 * @throws data-folder-not-writable, data-folder-newer, data-folder-other-major, disk-full
 */
export async function openDataFolder(folder: string, postgresMajor: number | null): Promise<DataFolder> {
  const path = resolve(folder);
  await refusingPlainly(path, async () => {
    await makeFolder(path);
    if (!(await stat(path)).isDirectory())
      throw fault("data-folder-not-writable", { folder: path, reason: "not a folder" });
    await rm(await writeProbe(path));
  });
  const found = await readVersion(path);
  if (found && found.layout > dataLayout)
    throw fault("data-folder-newer", { folder: path, found: String(found.layout), expected: String(dataLayout) });
  if (found?.postgres && postgresMajor && found.postgres !== postgresMajor) {
    throw fault("data-folder-other-major", {
      folder: path,
      found: String(found.postgres),
      expected: String(postgresMajor),
    });
  }
  const account = await serverAccount(path);
  // A folder that somebody filled or owns before us keeps the rights it has. The probe of a process that opens the
  // same new folder at this moment does not fill it: else each would leave the closing to the other.
  const isEmpty = (await readdir(path)).every((name) => name.startsWith(probePrefix));
  if (isEmpty && (await ownerOfFolder(path)) === process.getuid?.()) await closeToOthers(path, account);
  if (!found || (found.postgres === null && postgresMajor)) {
    await refusingPlainly(path, () =>
      writePrivately(join(path, "version.json"), { layout: dataLayout, postgres: postgresMajor } satisfies VersionFile),
    );
  }
  return { path, account };
}

/** Closes a folder of ours to all but ourselves; PostgreSQL's account, where it is another, may pass through, no more. */
export async function closeToOthers(path: string, account: ServerAccount): Promise<void> {
  if (account.drops) await chown(path, 0, account.gid);
  await chmod(path, account.drops ? 0o710 : 0o700);
}

/** Writes a small JSON file, readable by its owner alone, whole or not at all even if the power fails. */
export async function writePrivately(file: string, value: unknown): Promise<void> {
  const part = `${file}.${randomBytes(6).toString("hex")}.part`;
  try {
    const handle = await open(part, "wx", 0o600);
    try {
      await handle.writeFile(`${JSON.stringify(value, null, 2)}\n`);
      const { uid, gid } = await stat(dirname(file));
      if (process.getuid?.() === 0) await handle.chown(uid, gid);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Not mkdir's own recursion, which never ends where the file system itself makes no folders, as under /proc. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    if (errorCode(error) === "EEXIST") return;
    if (errorCode(error) !== "ENOENT" || (await unlessAbsent(stat(dirname(path))))) throw error;
    await makeFolder(dirname(path));
    await mkdir(path, { mode: 0o700 });
  }
}

async function readVersion(path: string): Promise<VersionFile | undefined> {
  const file = join(path, "version.json");
  const text = await refusingPlainly(path, () => unlessAbsent(readFile(file, "utf8")));
  if (text === undefined) return undefined;
  const expected = `{ "layout": ${dataLayout}, "postgres": 18 }`;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && "layout" in value && typeof value.layout === "number") {
      const postgres = "postgres" in value && typeof value.postgres === "number" ? value.postgres : null;
      return { layout: value.layout, postgres };
    }
  } catch (error) {
    throw fault("bad-input", { path: file, found: text.slice(0, 80), expected }, error);
  }
  throw fault("bad-input", { path: file, found: text.slice(0, 80), expected });
}

async function writeProbe(path: string): Promise<string> {
  const probe = join(path, `${probePrefix}${randomBytes(6).toString("hex")}`);
  const handle = await open(probe, "wx", 0o600);
  try {
    await handle.writeFile("writable");
  } finally {
    await handle.close();
  }
  return probe;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "read-only file system",
  ENOENT: "no folders can be made there",
  ENOTDIR: "not a folder",
  EEXIST: "not a folder",
};

async function refusingPlainly<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOSPC" || code === "EDQUOT") throw fault("disk-full", { folder }, error);
    const reason = reasons[code ?? ""];
    if (reason) throw fault("data-folder-not-writable", { folder, reason }, error);
    throw error;
  }
}
