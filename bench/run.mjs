/**
 * `npm run bench [NAME …]`: every bench/*.bench.ts whose name holds one of the words, one after another, each in
 * a process of its own so that none inherits another's memory.
 *
 * A benchmark exports a default async function that returns rows: plain objects with the same keys, numbers with
 * their unit in the key ("rows/s", "peak MB"). `--json` prints them for a baseline instead of a table.
 */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { table } from "./table.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const MARK = "\u001erows ";

if (process.argv[2] === "--one") {
  const { default: run } = await import(pathToFileURL(process.argv[3]).href);
  const rows = await run();
  process.stdout.write(`${MARK}${JSON.stringify(rows)}\n`);
  process.exit(0);
}

const asJson = process.argv.includes("--json");
const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const names = readdirSync(here)
  .filter((name) => name.endsWith(".bench.ts"))
  .sort();
const chosen = names.filter((name) => words.length === 0 || words.some((word) => name.includes(word)));
if (chosen.length === 0) {
  process.stderr.write(
    `No benchmark is named ${words.join(", ") || "anything"}; there are: ${names.join(", ") || "none"}.\n`,
  );
  process.exit(1);
}

if (!asJson) {
  const memory = Math.round(totalmem() / 2 ** 30);
  process.stdout.write(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}, ${memory} GB\n`);
}
const results = {};
let failed = 0;
for (const name of chosen) {
  const title = name.replace(/\.bench\.ts$/, "");
  if (!asJson) process.stdout.write(`\n── ${title}\n`);
  const began = performance.now();
  const done = spawnSync(
    process.execPath,
    ["--expose-gc", "--max-semi-space-size=8", "--disable-warning=ExperimentalWarning", fileURLToPath(import.meta.url), "--one", join(here, name)],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1 << 28 },
  );
  const at = done.stdout.lastIndexOf(MARK);
  if (done.status !== 0 || at < 0) {
    failed += 1;
    process.stderr.write(`${title}: ended with ${done.status ?? done.signal}\n${done.stdout}`);
    continue;
  }
  const rows = JSON.parse(done.stdout.slice(at + MARK.length));
  if (!Array.isArray(rows) || rows.length === 0) {
    failed += 1;
    process.stderr.write(`${title}: measured nothing\n`);
    continue;
  }
  results[title] = rows;
  if (!asJson) {
    process.stdout.write(`${table(rows)}(${((performance.now() - began) / 1000).toFixed(1)} s)\n`);
  }
}
if (asJson) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
process.exitCode = failed === 0 ? 0 : 1;
