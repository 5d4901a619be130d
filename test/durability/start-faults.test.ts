import { execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { livingPostmaster } from "../../src/store/postgres/postmaster.ts";
import { clusterFolder } from "../../src/store/postgres/server-account.ts";
import { stopServer } from "../../src/store/postgres/start-server.ts";
import { testCluster } from "../support/database.ts";
import { failToStart, type Running, startServer } from "./server.ts";

// What keeps the real server from starting is told in one message with a code and what to do, and leaves exit code 2.

vi.setConfig({ testTimeout: 120_000 });
let folder: string;
let server: Running | null = null;
const isRoot = process.getuid?.() === 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-start-"));
});
afterEach(async () => {
  await server?.kill();
  server = null;
});
afterAll(async () => {
  await stopServer(clusterFolder(folder));
  await rm(folder, { recursive: true, force: true });
});

test("SIGTERM ends it with 0 and leaves no PostgreSQL behind; a second start finds everything", async () => {
  const first = await startServer(folder);
  server = first;
  const before = await fetch(`${first.url}/api/record`).then((r) => r.json() as Promise<{ counts: object }>);
  expect(await livingPostmaster(clusterFolder(folder))).toBeDefined();
  expect(await first.stop()).toBe(0);
  server = null;
  expect(await livingPostmaster(clusterFolder(folder))).toBeUndefined();
  const second = await startServer(folder);
  server = second;
  expect(await fetch(`${second.url}/api/record`).then((r) => r.json() as Promise<{ counts: object }>)).toMatchObject({ counts: before.counts });
  expect(await second.stop()).toBe(0);
  server = null;
});

test("a port that is taken is named, and PostgreSQL is stopped again", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const address = other.address();
  const port = typeof address === "object" && address !== null ? String(address.port) : "";
  const { code, said } = await failToStart(folder, { PORT: port });
  other.close();
  expect(code).toBe(2);
  expect(said).toContain("port-taken");
  expect(said).toContain(`port: ${port}`);
  expect(said).toContain("PORT=4701");
  expect(await livingPostmaster(clusterFolder(folder))).toBeUndefined();
});

test("a folder that cannot be written in is named", async () => {
  const closed = join(folder, "closed");
  await mkdir(closed);
  await chmod(closed, 0o500);
  // Root writes everywhere: there it is run as an account without rights, or in a folder where the system makes none.
  const where = isRoot ? "/proc/entente" : join(closed, "data");
  const { code, said } = await failToStart(where);
  expect(code).toBe(2);
  expect(said).toContain("data-folder-not-writable");
  expect(said).toContain(where);
  expect(said).toContain("ENTENTE_DATA=");
});

test("a folder of a newer version is refused, and stays as it is", async () => {
  const newer = join(folder, "newer");
  await mkdir(newer);
  const version = '{"layout": 99, "postgres": 18}';
  await writeFile(join(newer, "version.json"), version);
  const { code, said } = await failToStart(newer);
  expect(code).toBe(2);
  expect(said).toContain("data-folder-newer");
  expect(said).toContain("found: 99");
  expect(await readFile(join(newer, "version.json"), "utf8")).toBe(version);
});

test("a database that cannot be reached is named without its password", async () => {
  const outside = join(folder, "outside");
  await mkdir(outside);
  const { code, said } = await failToStart(outside, { DATABASE_URL: "postgresql://operator:secret-word@127.0.0.1:9/entente" });
  expect(code).toBe(2);
  expect(said).toContain("database-unreachable");
  expect(said).toContain("127.0.0.1:9");
  expect(said).toContain("DATABASE_URL");
  expect(said).not.toContain("secret-word");
});

/** A disk of 40 MB, where this account may make one. */
function tinyDisk(at: string): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=40m,mode=755", "tmpfs", at], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

test("a disk that is full is named (where a small one can be mounted)", async ({ skip }) => {
  const full = join(folder, "full");
  await mkdir(full);
  if (!tinyDisk(full)) skip("NOT TESTED: a full disk. This account may not mount a small file system");
  try {
    const { code, said } = await failToStart(full);
    expect(code).toBe(2);
    expect(said).toContain("disk-full");
    expect(said).toContain(full);
    expect(said).toContain("Free some space");
  } finally {
    execFileSync("umount", [full]);
  }
});

test("DATABASE_URL: the same server on a PostgreSQL of the operator's own", async ({ skip }) => {
  const url = process.env["ENTENTE_TEST_DATABASE_URL"];
  if (url === undefined) skip("NOT TESTED here: set ENTENTE_TEST_DATABASE_URL to a PostgreSQL 16 or newer");
  const cluster = await testCluster();
  const outside = join(folder, "outside-database");
  await mkdir(outside);
  const named = new URL(url ?? "");
  const database = `entente_test_${process.pid}_server`;
  named.pathname = `/${database}`;
  const running = await startServer(outside, { DATABASE_URL: named.href });
  server = running;
  expect(await fetch(`${running.url}/api/record`).then((r) => r.status)).toBe(200);
  expect(await running.stop()).toBe(0);
  server = null;
  const administrator = new pg.Client(cluster.administer("postgres"));
  await administrator.connect();
  await administrator.query(`drop database if exists ${database} with (force)`);
  await administrator.end();
});
