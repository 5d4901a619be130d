import { spawn } from "child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "fs";
import { tmpdir } from "os";
import { delimiter, dirname, join } from "path";
import { isInstalled, lockHash, writeStamp } from "./lock-state.mjs";
import { carrierHere } from "./pick-node.mjs";
import { NEEDED_NODE, fail, say } from "./root.mjs";

/**
 * Brings node_modules to what the lockfile says. Packages' own install scripts never run: what they would do,
 * we do ourselves or do without.
 */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return;
  const release = claim(root);
  process.once("exit", release); // also when it ends in words
  try {
    if (isInstalled(root)) return; // another start has done it while we waited
    say("Installing what package-lock.json lists (about half a minute; needs the network this once) …");
    const began = Date.now();
    const first = await firstNode(root);
    try {
      await npmCi(root, first.node);
    } finally {
      first.remove();
    }
    writeStamp(root, lockHash(root));
    say(`Installed in ${Math.round((Date.now() - began) / 1000)} s.`);
  } finally {
    release();
  }
}

/**
 * The Node that runs npm. npm leaves out, without a word, every optional package that says it needs a younger Node
 * than npm itself runs in, and compilers' binaries are such packages. So an old Node first fetches the one that
 * the lockfile names, alone, into a temporary folder.
 */
async function firstNode(root) {
  const own = { node: process.execPath, remove() {} };
  if (Number(process.versions.node.split(".")[0]) >= NEEDED_NODE) return own;
  const name = carrierHere();
  const entry = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages[`node_modules/${name}`];
  if (name === undefined || entry === undefined) return own; // pickNode says in words what is missing
  const folder = mkdtempSync(join(tmpdir(), "entente-node-"));
  const wants = { dependencies: { [name]: entry.version } };
  const lock = {
    name: "first-node",
    lockfileVersion: 3,
    requires: true,
    packages: { "": wants, [`node_modules/${name}`]: entry },
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify(wants));
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify(lock));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  say(`This Node is ${process.versions.node}; fetching ${entry.version} first …`);
  await npmCi(folder, process.execPath);
  return { node: join(folder, "node_modules", name, "bin", "node"), remove };
}

async function npmCi(folder, node) {
  const done = await runNpm(folder, node);
  if (done.error)
    fail(`npm could not be started (${done.error.message}). Install Node with npm, or put npm on the PATH.`);
  if (done.status !== 0) {
    fail(
      "npm ci did not succeed; nothing was started. Its reason stands above. Without a network, copy node_modules " +
        "from a machine with the same system and processor.",
    );
  }
}

function runNpm(folder, node) {
  const npm = npmCommand(node);
  // warnings stay silent: an old Node is told by each of many packages that it is old, which is why we bring another
  const quiet = ["--loglevel=error", "--no-audit", "--no-fund"];
  const args = [...npm.args, "ci", "--ignore-scripts", "--include=dev", "--include=optional", ...quiet];
  return new Promise((resolve) => {
    // npm's words go to stderr with ours
    const child = spawn(npm.file, args, { cwd: folder, stdio: ["ignore", 2, 2], env: cleanEnv(node) });
    const began = Date.now();
    const tick = setInterval(() => say(`  … ${Math.round((Date.now() - began) / 1000)} s`), 10000);
    child.on("error", (error) => {
      clearInterval(tick);
      resolve({ error });
    });
    child.on("exit", (status) => {
      clearInterval(tick);
      resolve({ status });
    });
  });
}

/** Two starts at once must not install over each other. The claim holds the installer's process id. */
function claim(root) {
  const path = join(root, ".installing");
  for (let round = 0; ; round += 1) {
    try {
      writeFileSync(path, String(process.pid), { flag: "wx" });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (error.code !== "EEXIST") {
        fail(`Cannot write into ${root} (${error.code}): the first start installs its packages there.`);
      }
    }
    const holder = readHolder(path);
    if (holder !== undefined && !isAlive(holder)) {
      rmSync(path, { force: true });
      continue;
    }
    if (round === 0) say("Another start is installing the packages; waiting for it …");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  }
}

/** The id in the claim; none while it is being written, or when it has just gone. */
function readHolder(path) {
  try {
    return Number(readFileSync(path, "utf8")) || undefined;
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** npm names itself when it runs a script; typed directly, the one on the PATH is taken, with our Node before it. */
function npmCommand(node) {
  const script = process.env.npm_execpath;
  if (script && script.endsWith("npm-cli.js") && existsSync(script)) return { file: node, args: [script] };
  return { file: "npm", args: [] };
}

/** Settings of the surrounding `npm start` (among them its silence and its --omit) are not meant for `npm ci`. */
function cleanEnv(node) {
  const kept = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (/^npm_(lifecycle|package|config_(omit|production|only|loglevel|argv))/i.test(name)) continue;
    if (name === "NODE_ENV") continue;
    kept[name] = value;
  }
  kept.PATH = [dirname(node), process.env.PATH || ""].join(delimiter);
  return kept;
}
