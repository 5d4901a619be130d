/**
 * Is what lies in node_modules what the lockfile says? Read by an old Node too: no syntax younger than 14.
 *
 * The quick answer is a stamp (hash of the lockfile and the platform) that we leave after an installation. A
 * person who ran `npm install` has no stamp, or an old one; then npm's own record of what it put there
 * (node_modules/.package-lock.json, written last) is compared entry by entry, so that nothing is installed twice.
 */
import { createHash } from "crypto";
import { existsSync, readFileSync, writeFileSync } from "fs";
import { join } from "path";

const STAMP = "node_modules/.entente-stamp";

export function lockHash(root) {
  const hash = createHash("sha256");
  hash.update(readFileSync(join(root, "package-lock.json")));
  hash.update(`\n${process.platform} ${process.arch}`);
  return hash.digest("hex");
}

export function isInstalled(root) {
  const wanted = lockHash(root);
  if (readStamp(root) === wanted) return true;
  if (!recordAgrees(root)) return false;
  try {
    writeStamp(root, wanted);
  } catch (error) {
    // a read-only installation (an image, another account's) is compared again next time
    if (!["EACCES", "EROFS", "EPERM"].includes(error.code)) throw error;
  }
  return true;
}

export function writeStamp(root, hash) {
  writeFileSync(join(root, STAMP), `${hash}\n`);
}

function readStamp(root) {
  const path = join(root, STAMP);
  // a stamp without npm's record is left over from an installation that was broken off
  if (!existsSync(path) || !existsSync(join(root, "node_modules/.package-lock.json"))) return undefined;
  return readFileSync(path, "utf8").trim();
}

/** True when every package of the lockfile that this platform can use stands in npm's record with the same bytes. */
function recordAgrees(root) {
  const recordPath = join(root, "node_modules/.package-lock.json");
  if (!existsSync(recordPath)) return false;
  let wanted;
  let present;
  try {
    wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
    present = JSON.parse(readFileSync(recordPath, "utf8")).packages;
  } catch {
    return false; // a record cut short by a broken installation
  }
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === "" || entry.link) continue;
    const found = present[path];
    if (found === undefined) {
      if (entry.optional && !isForHere(entry)) continue;
      return false;
    }
    if (found.version !== entry.version || found.integrity !== entry.integrity) return false;
    if (!existsSync(join(root, path, "package.json"))) return false;
  }
  return true;
}

/** Optional for npm, because each is for one platform; the one for this platform is needed all the same. */
function isForHere(entry) {
  // a package without os and cpu is optional for another reason (a peer that nobody asks for)
  if (entry.os === undefined && entry.cpu === undefined) return false;
  return allows(entry.os, process.platform) && allows(entry.cpu, process.arch) && allows(entry.libc, "glibc");
}

function allows(list, value) {
  if (list === undefined) return true;
  const names = Array.isArray(list) ? list : [list];
  return names.includes(value) || (names.every((name) => name.startsWith("!")) && !names.includes(`!${value}`));
}
