import { spawnSync } from "child_process";
import { existsSync, mkdirSync, rmSync, statSync } from "fs";
import { join } from "path";
import { isInstalled, lockHash, writeStamp } from "./lock-state.mjs";
import { fail, say } from "./root.mjs";

/** Minutes after which another start's claim on the installation is taken for dead. */
const CLAIM_MINUTES = 10;

/**
 * Brings node_modules to what the lockfile says. Packages' own install scripts never run: what they would do,
 * we do ourselves or do without.
 */
export function ensureInstalled(root) {
  if (isInstalled(root)) return;
  const release = claim(root);
  try {
    if (isInstalled(root)) return; // another start has done it while we waited
    say("Installing what package-lock.json lists (about half a minute; needs the network this once) …");
    const began = Date.now();
    const npm = npmCommand();
    const args = [...npm.args, "ci", "--ignore-scripts", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
    const done = spawnSync(npm.file, args, {
      cwd: root,
      // npm's words go to stderr with ours
      stdio: ["ignore", 2, 2],
      env: withoutNpmLifecycle(process.env),
    });
    if (done.error) fail(`npm could not be started (${done.error.message}). Install Node with npm, or put npm on the PATH.`);
    if (done.status !== 0) {
      fail(
        "npm ci did not succeed; nothing was started. Its reason stands above. Without a network, copy node_modules " +
          "from a machine with the same system and processor.",
      );
    }
    writeStamp(root, lockHash(root));
    say(`Installed in ${Math.round((Date.now() - began) / 1000)} s.`);
  } finally {
    release();
  }
}

/** Two starts at once must not install over each other. */
function claim(root) {
  const path = join(root, ".installing");
  let waited = false;
  for (;;) {
    try {
      mkdirSync(path);
      return () => rmSync(path, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== "EEXIST") {
        fail(`Cannot write into ${root} (${error.code}): the first start installs its packages there.`);
      }
    }
    if (existsSync(path) && Date.now() - statSync(path).mtimeMs > CLAIM_MINUTES * 60_000) {
      rmSync(path, { recursive: true, force: true });
      continue;
    }
    if (!waited) say("Another start is installing the packages; waiting for it …");
    waited = true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  }
}

/** npm names itself when it runs a script; typed directly, the one on the PATH is taken. */
function npmCommand() {
  const script = process.env.npm_execpath;
  if (script && script.endsWith("npm-cli.js") && existsSync(script)) return { file: process.execPath, args: [script] };
  return { file: "npm", args: [] };
}

/** Settings of the surrounding `npm start` (among them its silence and its --omit) are not meant for `npm ci`. */
function withoutNpmLifecycle(env) {
  const kept = {};
  for (const [name, value] of Object.entries(env)) {
    if (/^npm_(lifecycle|package|config_(omit|production|only|loglevel|argv))/i.test(name)) continue;
    if (name === "NODE_ENV") continue;
    kept[name] = value;
  }
  return kept;
}
