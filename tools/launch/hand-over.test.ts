import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ROOT } from "./root.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entente-hand-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** An old Node cannot replace its own process; taking execve away shows what happens there. */
const WAYS = [
  ["replaces its process", ""],
  ["stands between, as in an old Node", "process.execve = undefined;"],
] as const;

function launch(before: string, program: string, args: readonly string[] = []): ChildProcessWithoutNullStreams {
  const file = join(folder, "program.ts");
  writeFileSync(file, program);
  const launcher = join(folder, "launcher.mjs");
  const handOver = pathToFileURL(join(ROOT, "tools/launch/hand-over.mjs")).href;
  writeFileSync(
    launcher,
    `${before}\nconst { handOver } = await import(${JSON.stringify(handOver)});\n` +
      `handOver(process.execPath, ${JSON.stringify(file)}, process.argv.slice(2));\n`,
  );
  return spawn(process.execPath, [launcher, ...args]);
}

/** Waits until both outputs have ended, which is when nobody holds them any more. */
function ended(
  child: ChildProcessWithoutNullStreams,
): Promise<{ code: number | null; signal: string | null; out: string; err: string }> {
  let out = "";
  let err = "";
  child.stdout.on("data", (part: Buffer) => (out += part.toString("utf8")));
  child.stderr.on("data", (part: Buffer) => (err += part.toString("utf8")));
  return new Promise((resolve) => child.on("close", (code, signal) => resolve({ code, signal, out, err })));
}

function firstWords(child: ChildProcessWithoutNullStreams): Promise<void> {
  return new Promise((resolve) => child.stdout.once("data", () => resolve()));
}

const SERVER = `
const alive: ReturnType<typeof setInterval> = setInterval(() => undefined, 1000);
process.on("SIGTERM", () => { clearInterval(alive); console.log("stopped"); process.exitCode = 7; });
console.log("ready");
`;

test.each(WAYS)("arguments, output and exit code come through: it %s", async (_way, before) => {
  const child = launch(before, `console.log(process.argv.slice(2).join("|")); process.exitCode = 3;`, [
    "a b",
    "--json",
  ]);
  expect(await ended(child)).toEqual({ code: 3, signal: null, out: "a b|--json\n", err: "" });
});

test.each(WAYS)("SIGTERM reaches the program, which ends in its own way: it %s", async (_way, before) => {
  const child = launch(before, SERVER);
  const end = ended(child);
  await firstWords(child);
  child.kill("SIGTERM");
  expect(await end).toMatchObject({ code: 7, out: "ready\nstopped\n" });
});

test.each(WAYS)("a program killed by a signal is told as killed: it %s", async (_way, before) => {
  const child = launch(before, `process.kill(process.pid, "SIGKILL");`);
  expect(await ended(child)).toMatchObject({ code: null, signal: "SIGKILL" });
});

test("a launcher killed outright does not leave its program running", async () => {
  const child = launch(WAYS[1][1], SERVER);
  const end = ended(child);
  await firstWords(child);
  child.kill("SIGKILL");
  expect((await end).out).toBe("ready\nstopped\n");
});
