import { spawnSync } from "child_process";
import { createHash } from "crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "fs";
import { join } from "path";
import { lockHash } from "./lock-state.mjs";
import { fail, say } from "./root.mjs";

/** What the pages are made of. */
const SOURCES = ["web", "src/locales", "vite.config.ts", "lingui.config.ts"];

/**
 * Builds the pages into dist/web when their sources are not those of the last build. The build goes to a folder of
 * its own and is moved into place when it is whole: a broken one leaves the last good pages.
 */
export function ensureWebBuilt(root, node) {
  if (!existsSync(join(root, "web/index.html"))) fail("web/index.html is missing: this checkout is not whole.");
  const stampPath = join(root, "dist/web.stamp");
  const target = join(root, "dist/web");
  const wanted = sourcesHash(root);
  const has =
    existsSync(stampPath) && existsSync(join(target, "index.html")) ? readFileSync(stampPath, "utf8").trim() : "";
  if (has === wanted) return false;
  say("Building the pages (once, and when their sources change) …");
  const fresh = join(root, `dist/web.${process.pid}`);
  mkdirSync(join(root, "dist"), { recursive: true });
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const args = [
    "build",
    "--config",
    join(root, "vite.config.ts"),
    "--outDir",
    fresh,
    "--emptyOutDir",
    "--logLevel",
    "warn",
  ];
  const done = spawnSync(node, [vite, ...args], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    env: { ...process.env, ...colours(), NODE_ENV: "production" },
  });
  if (done.status !== 0 || !existsSync(join(fresh, "index.html"))) {
    rmSync(fresh, { recursive: true, force: true });
    fail("The pages could not be built; the reason stands above. Nothing was started.");
  }
  rmSync(stampPath, { force: true });
  rmSync(target, { recursive: true, force: true });
  renameSync(fresh, target);
  writeFileSync(stampPath, `${wanted}\n`);
  return true;
}

export function sourcesHash(root) {
  const hash = createHash("sha256");
  hash.update(lockHash(root));
  for (const source of SOURCES) addTo(hash, root, source);
  return hash.digest("hex");
}

function addTo(hash, root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  let names;
  try {
    names = readdirSync(full).sort();
  } catch (error) {
    if (error.code !== "ENOTDIR") throw error;
    hash.update(`${path}\n`);
    hash.update(readFileSync(full));
    return;
  }
  for (const name of names) {
    // tests are no part of the pages, and hidden files are an editor's
    if (name.startsWith(".") || /\.test\.tsx?$/.test(name)) continue;
    addTo(hash, root, `${path}/${name}`);
  }
}

/** A log file is no place for colours. */
function colours() {
  return process.stderr.isTTY ? {} : { NO_COLOR: "1" };
}
