import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../src/server/main.ts", import.meta.url));

/**
 * From the start of the server's process to its address, and to its first answer; on an empty folder (initdb, migrations, the shipped
 * record), on the same folder again, and after kill -9 with PostgreSQL still there. Without what npm start does before: installing and
 * building. Memory is the Node process's peak (Linux).
 */
export default async function startUp(): Promise<Record<string, string | number>[]> {
  const folder = await mkdtemp(join(tmpdir(), "entente-bench-start-"));
  try {
    const rows = [await measure("first, empty folder", folder, "SIGTERM")];
    for (let i = 1; i <= 3; i++) rows.push(await measure(`again ${i}`, folder, i === 3 ? "SIGKILL" : "SIGTERM"));
    rows.push(await measure("after kill -9", folder, "SIGTERM"));
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(start: string, folder: string, end: "SIGTERM" | "SIGKILL") {
  const began = performance.now();
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "--max-semi-space-size=8", main], { env: { ...process.env, ENTENTE_DATA: folder, PORT: "0" }, stdio: ["ignore", "pipe", "inherit"] });
  const url = await addressOf(child);
  const open = performance.now() - began;
  await fetch(`${url}/api/session`).then((r) => r.text());
  const first = performance.now() - began;
  await fetch(`${url}/api/picture`).then((r) => r.text());
  const picture = performance.now() - began;
  const peak = peakOf(child);
  const ended = once(child, "exit");
  const asked = performance.now();
  child.kill(end);
  await ended;
  return { start, "open ms": Math.round(open), "first answer ms": Math.round(first), "first picture ms": Math.round(picture), "stop ms": Math.round(performance.now() - asked), "peak RSS MB": peak };
}

async function addressOf(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    const url = /is open at (\S+)/.exec(line)?.[1];
    if (url !== undefined) {
      child.stdout?.resume();
      return url;
    }
  }
  throw new Error("the server ended before it was open");
}

function peakOf(child: ChildProcess): number {
  if (process.platform !== "linux") return Number.NaN;
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? Number.NaN) / 1024);
}
