import { createHash } from "node:crypto";
import { chmod, chown, lstat, mkdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { fault } from "../../base/errors.ts";
import type { ServerAccount } from "./server-account.ts";
import { errorCode } from "./system-error.ts";

/** The number in the socket's name; there is no network port. */
export const socketPort = 5432;
export const socketName = `.s.PGSQL.${socketPort}`;

// sun_path holds 104 bytes on macOS and 108 on Linux, the last of them zero.
const longestSocketPath = 103;

/** The folder of the socket: in the data folder, or a short one under /tmp where that path would be too long. */
export async function socketFolder(dataFolder: string): Promise<string> {
  const path = await realpath(dataFolder);
  const inside = join(path, "postgresql", "socket");
  if (Buffer.byteLength(join(inside, socketName)) <= longestSocketPath) return inside;
  return join("/tmp", `entente-${createHash("sha256").update(path).digest("hex").slice(0, 16)}`);
}

/**
 * Creates the folder for PostgreSQL's account alone.
 *
 * @throws postgres-start-failed when somebody else made it before us (anyone can, in /tmp)
 */
export async function makeSocketFolder(folder: string, account: ServerAccount): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
    if (account.drops) await chown(folder, account.uid, account.gid);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  }
  const found = await lstat(folder);
  if (!found.isDirectory() || (found.uid !== account.uid && found.uid !== 0)) {
    throw fault("postgres-start-failed", {
      folder,
      reason: `the folder for the socket belongs to account number ${found.uid}, not to ${account.name}`,
    });
  }
  if (account.drops) await chown(folder, account.uid, account.gid);
  await chmod(folder, 0o700);
}
