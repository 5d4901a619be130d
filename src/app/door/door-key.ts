import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fault } from "../../base/errors.ts";

/**
 * The key that seals what the door must read again (secrets of second factors), made at the first use. It lies in the data folder and
 * not in the database or a backup: who finds one of those finds no second factor in it.
 */
export async function doorKey(dataDir: string): Promise<Buffer> {
  const file = join(dataDir, "door-key");
  await mkdir(dataDir, { recursive: true });
  // "wx": of two processes at once only one makes the key, and both read the same.
  await writeFile(file, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  const key = Buffer.from((await readFile(file, "utf8")).trim(), "base64url");
  if (key.length !== 32) throw fault("bad-input", { file, path: "", found: `${key.length} bytes`, expected: "32 bytes in base64url" });
  return key;
}
