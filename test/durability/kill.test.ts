import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openCluster } from "../../src/store/postgres/open-cluster.ts";
import { livingPostmaster } from "../../src/store/postgres/postmaster.ts";
import { clusterFolder } from "../../src/store/postgres/server-account.ts";
import { stopServer } from "../../src/store/postgres/start-server.ts";

const writer = fileURLToPath(new URL("acknowledged-writer.ts", import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-durability-"));
});
afterAll(async () => {
  await stopServer(clusterFolder(folder));
  await rm(folder, { recursive: true });
});

/** Lets the writer acknowledge `count` numbers, kills it with -9 while it goes on, and gives all that it acknowledged. */
async function writeUntilKilled(from: number, count: number): Promise<readonly number[]> {
  const child = spawn(process.execPath, [writer, folder, String(from)], { stdio: ["ignore", "pipe", "inherit"] });
  const acknowledged: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(Number(line));
    if (acknowledged.length === count) child.kill("SIGKILL");
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return acknowledged;
}

async function killServer(): Promise<void> {
  const server = await livingPostmaster(clusterFolder(folder));
  if (!server) throw new Error("no server to kill");
  process.kill(server.pid, "SIGKILL");
  while (await livingPostmaster(clusterFolder(folder))) await pause(5);
}

test("kill -9 during writes, ten times, every other time of PostgreSQL too: no acknowledged write is missing", async () => {
  const all: number[] = [];
  for (let round = 0; round < 10; round++) {
    const acknowledged = await writeUntilKilled((all.at(-1) ?? 0) + 1000, 20 + 7 * round);
    expect(acknowledged.length).toBeGreaterThanOrEqual(20 + 7 * round);
    all.push(...acknowledged);
    if (round % 2 === 1) await killServer();

    const cluster = await openCluster({ dataDir: folder });
    expect(cluster.adopted).toBe(round % 2 === 0);
    const client = new pg.Client(cluster.connect("owner"));
    await client.connect();
    const { rows } = await client.query<{ missing: string[] | null }>(
      "select array_agg(n) as missing from unnest($1::bigint[]) n where n not in (select n from number_kept)",
      [all],
    );
    expect(rows).toEqual([{ missing: null }]);
    await client.end();
    await cluster.close();
  }
}, 120_000);
