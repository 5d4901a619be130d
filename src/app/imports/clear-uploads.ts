import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { App } from "../app.ts";

const hour = 3_600_000;
/** Another process may be taking in a younger one just now. */
const oldPart = hour;
/** A file that this database knows nothing of may wait for another one that the folder was used with. */
const oldStranger = 30 * 24 * hour;

/**
 * Removes what crashes left among the uploads: files cut off while they came in, files of imports that ended well, and after a month those
 * that no import names. The file of an import that waits, runs or failed stays: it is to be read, perhaps again.
 *
 * @returns the names of what was removed
 */
export async function clearUploads(app: App): Promise<readonly string[]> {
  const folder = join(app.dataDir, "uploads");
  const found = (await orNothing(readdir(folder))) ?? [];
  if (found.length === 0) return [];
  const imports = await app.store.system(null, ({ db }) => db.selectFrom("import").select(["id", "state"]).execute());
  const states = new Map(imports.map((r) => [r.id, r.state]));
  const gone: string[] = [];
  for (const name of found) {
    const made = (await orNothing(stat(join(folder, name))))?.mtimeMs;
    if (made === undefined) continue;
    const age = app.now().getTime() - made;
    const state = states.get(name);
    const isLeft = name.endsWith(".part") ? age > oldPart : state === undefined ? age > oldStranger : state === "done";
    if (isLeft) gone.push(name);
  }
  for (const name of gone) await rm(join(folder, name), { force: true });
  return gone;
}

/** undefined where there is no such file or folder */
async function orNothing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
