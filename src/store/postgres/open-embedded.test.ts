// Over 400 lines because its tests share one cluster, and every file more would make another.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { statSync } from "node:fs";
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { holdElsewhere } from "../../../test/support/holder.ts";
import type { Cluster } from "./cluster.ts";
import { openCluster } from "./open-cluster.ts";
import { exists, livingPostmaster } from "./postmaster.ts";
import { asAccount } from "./initialise.ts";
import { clusterFolder, serverAccount } from "./server-account.ts";
import { stopServer } from "./start-server.ts";

const isRoot = process.getuid?.() === 0;
let folder: string;
let made: string[] = [];

/** An empty folder; each start in one makes a whole cluster, so most tests share the first one's. */
async function emptyFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "entente-embedded-"));
  made.push(path);
  return path;
}

beforeAll(async () => {
  folder = await emptyFolder();
});
afterEach(async () => {
  for (const path of made) await stopServer(clusterFolder(path));
  for (const path of made) if (path !== folder) await rm(path, { recursive: true });
  made = [folder];
});
afterAll(() => rm(folder, { recursive: true }));

async function ask(config: pg.ClientConfig, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const write = (cluster: Cluster, word: string): Promise<unknown> =>
  ask(cluster.connect("owner"), `create table if not exists kept (word text); insert into kept values ('${word}')`);
const read = async (cluster: Cluster): Promise<unknown[]> =>
  (await ask(cluster.connect("owner"), "select word from kept order by word")).map((row) => row["word"]);
const serverPid = async (of = folder): Promise<number | undefined> => (await livingPostmaster(clusterFolder(of)))?.pid;

/** Ends the server as a power cut would, and waits until its pid is free. */
async function killServer(): Promise<void> {
  const pid = await serverPid();
  if (pid === undefined) throw new Error("no server to kill");
  process.kill(pid, "SIGKILL");
  while (exists(pid) && (await serverPid()) === pid) await pause(5);
}

test("the first start makes a private folder, the roles, the database and its extensions; close stops the server, and the next start finds what was written", async () => {
  const first = await openCluster({ dataDir: folder });
  expect(first).toMatchObject({ kind: "embedded", adopted: false, database: "entente" });
  expect(first.serverVersion).toMatch(/^18\./);
  for (const path of [folder, join(folder, "postgresql"), clusterFolder(folder)])
    expect((await stat(path)).mode & 0o067).toBe(0);
  expect(JSON.parse(await readFile(join(folder, "version.json"), "utf8"))).toEqual({ layout: 1, postgres: 18 });
  const roles = await Promise.all(
    (["owner", "app", "door", "jobs"] as const).map((role) =>
      ask(first.connect(role), "select current_user::text as me, current_setting('is_superuser') as super"),
    ),
  );
  expect(roles.flat()).toEqual(
    ["entente_owner", "entente_app", "entente_door", "entente_unfiltered_jobs"].map((me) => ({ me, super: "off" })),
  );
  expect(
    await ask(first.connect("app"), "select extname from pg_extension where extname <> 'plpgsql' order by 1"),
  ).toEqual(["btree_gist", "pg_trgm", "pgcrypto", "unaccent"].map((extname) => ({ extname })));
  await write(first, "kept");
  await Promise.all([first.close(), first.close()]);
  expect(await serverPid()).toBeUndefined();

  const second = await openCluster({ dataDir: folder });
  expect(second.adopted).toBe(false);
  expect(await read(second)).toContain("kept");
  await second.close();
});

test("it waits for the disk, listens on no port, and leaves what people wrote out of its log", async () => {
  const cluster = await openCluster({ dataDir: folder });
  expect(
    await ask(
      cluster.connect("app"),
      "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'listen_addresses') order by name",
    ),
  ).toEqual([
    { name: "data_checksums", setting: "on" },
    { name: "fsync", setting: "on" },
    { name: "full_page_writes", setting: "on" },
    { name: "listen_addresses", setting: "" },
    { name: "synchronous_commit", setting: "on" },
  ]);
  await ask(
    cluster.connect("owner"),
    "create table once (word text primary key); insert into once values ('a very private word')",
  );
  await expect(ask(cluster.connect("owner"), "insert into once values ('a very private word')")).rejects.toMatchObject({
    code: "23505",
  });
  const log = await readFile(join(folder, "postgresql", "server.log"), "utf8");
  expect(log).toContain("duplicate key");
  expect(log).not.toContain("private word");
  await cluster.close();
});

test("trigrams see Arabic letters, and order is the same on every machine", async () => {
  const cluster = await openCluster({ dataDir: folder });
  expect(
    await ask(
      cluster.connect("app"),
      "select round(similarity('محمد', 'محمود')::numeric, 3)::text as alike, 'B' < 'a' as by_code, upper('é') as upper",
    ),
  ).toEqual([{ alike: "0.375", by_code: true, upper: "É" }]);
  await cluster.close();
});

test("after kill -9 of the process the server goes on, the next process adopts it and is the one that stops it", async () => {
  const holder = await holdElsewhere(folder);
  expect(holder.said.adopted).toBe(false);
  await holder.kill();
  const cluster = await openCluster({ dataDir: folder });
  expect(cluster.adopted).toBe(true);
  expect(await serverPid()).toBe(holder.said.postmaster);
  await write(cluster, "after");
  expect(await read(cluster)).toContain("after");
  await cluster.close();
  expect(await serverPid()).toBeUndefined();
});

test("two processes share one server; it goes on when the one that started it leaves first, and stops with the last", async () => {
  const starter = await holdElsewhere(folder);
  const cluster = await openCluster({ dataDir: folder });
  expect(cluster.adopted).toBe(true);
  expect(await starter.close()).toBe(0);
  expect(await serverPid()).toBe(starter.said.postmaster);
  await write(cluster, "still here");
  await cluster.close();
  expect(await serverPid()).toBeUndefined();
});

test("processes that open an empty folder at the same moment end up with one server", async () => {
  const empty = await emptyFolder();
  const holders = await Promise.all([holdElsewhere(empty), holdElsewhere(empty), holdElsewhere(empty)]);
  const pid = await serverPid(empty);
  expect(holders.map((h) => h.said)).toEqual(holders.map(() => expect.objectContaining({ postmaster: pid })));
  expect(await Promise.all(holders.map((h) => h.close()))).toEqual([0, 0, 0]);
  expect(await serverPid(empty)).toBeUndefined();
});

test("one leaves as the other comes, again and again: whoever opened it can work", async () => {
  let current = await openCluster({ dataDir: folder });
  for (let round = 0; round < 12; round++) {
    const [next] = await Promise.all([openCluster({ dataDir: folder }), current.close()]);
    await write(next, `round ${round}`);
    current = next;
  }
  expect((await read(current)).filter((word) => String(word).startsWith("round"))).toHaveLength(12);
  await current.close();
});

test("after both are killed, the file with the dead server's pid does not stop the next start, and nothing acknowledged is gone", async () => {
  const holder = await holdElsewhere(folder);
  const cluster = await openCluster({ dataDir: folder });
  await write(cluster, "acknowledged");
  await holder.kill();
  await cluster.close();
  const again = await holdElsewhere(folder);
  await again.kill();
  await killServer();
  const next = await openCluster({ dataDir: folder });
  expect(next.adopted).toBe(false);
  expect(await read(next)).toContain("acknowledged");
  await next.close();
});

/** A living program that is no PostgreSQL, of the account that PostgreSQL runs as: one of another does not block it. */
async function bystander(script: string): Promise<{ readonly said: number; readonly end: () => void }> {
  const account = await serverAccount(folder);
  const child = spawn("/bin/sh", ["-c", script], {
    ...asAccount(account),
    cwd: "/",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [said] = (await once(child.stdout, "data")) as [Buffer];
  return { said: Number(said.toString()), end: () => child.kill() };
}

/** The files that a server with this pid leaves behind when it is killed. */
async function leaveFilesOf(pid: number): Promise<void> {
  const socket = join(folder, "postgresql", "socket");
  await writeFile(
    join(clusterFolder(folder), "postmaster.pid"),
    `${pid}\n${clusterFolder(folder)}\n1700000000\n5432\n${socket}\n\n  1234567  1\nready   \n`,
  );
  await writeFile(
    join(socket, ".s.PGSQL.5432.lock"),
    `${pid}\n${clusterFolder(folder)}\n1700000000\n5432\n${socket}\n`,
  );
}

test("a pid file that names another program, as after a restart of the machine, is healed", async () => {
  await (await openCluster({ dataDir: folder })).close();
  const other = await bystander("echo $$; exec sleep 60");
  await leaveFilesOf(other.said);
  const cluster = await openCluster({ dataDir: folder });
  expect(cluster.adopted).toBe(false);
  await cluster.close();
  other.end();
});

test.runIf(process.platform === "linux")("a pid file that names a zombie is healed", async () => {
  await (await openCluster({ dataDir: folder })).close();
  // The shell becomes a program that does not know of its child, and so never buries it.
  const parent = await bystander("sleep 61 & echo $!; exec sleep 60");
  const statOf = (pid: number | string): Promise<string> => readFile(`/proc/${pid}/stat`, "utf8");
  const [, , , above = ""] = (await statOf(parent.said)).split(" ");
  while (!(await statOf(above)).includes("(sleep)")) await pause(5);
  process.kill(parent.said, "SIGKILL");
  while (!/\) Z/.test(await statOf(parent.said))) await pause(5);
  await leaveFilesOf(parent.said);
  const cluster = await openCluster({ dataDir: folder });
  expect(cluster.adopted).toBe(false);
  await cluster.close();
  parent.end();
});

test.each([
  ["empty", ""],
  ["full of zeros", "\0".repeat(80)],
])("lock files that a power cut left %s do not stop the next start", async (_, text) => {
  await (await openCluster({ dataDir: folder })).close();
  const files = [
    join(clusterFolder(folder), "postmaster.pid"),
    join(folder, "postgresql", "socket", ".s.PGSQL.5432.lock"),
  ];
  for (const file of files) {
    await writeFile(file, text);
    await utimes(file, 1_700_000_000, 1_700_000_000);
  }
  const cluster = await openCluster({ dataDir: folder });
  expect(cluster.adopted).toBe(false);
  await cluster.close();
});

test("an empty lock file that is only just made is another server's that is starting: nobody takes it away, and the start waits", async () => {
  await (await openCluster({ dataDir: folder })).close();
  const file = join(clusterFolder(folder), "postmaster.pid");
  const log = join(folder, "postgresql", "server.log");
  const before = (await readFile(log, "utf8")).length;
  await writeFile(file, "");
  const opening = openCluster({ dataDir: folder });
  while (!(await readFile(log, "utf8")).slice(before).includes("is empty")) {
    await utimes(file, new Date(), new Date());
    await pause(5);
  }
  expect(await readFile(file, "utf8")).toBe("");
  await rm(file);
  const cluster = await opening;
  expect(cluster.adopted).toBe(false);
  await cluster.close();
});

test("processes that come after a power cut at the same moment end up with one server", async () => {
  const before = await holdElsewhere(folder);
  await before.kill();
  await killServer();
  const holders = await Promise.all([holdElsewhere(folder), holdElsewhere(folder), holdElsewhere(folder)]);
  const pid = await serverPid();
  expect(holders.map((h) => h.said)).toEqual(holders.map(() => expect.objectContaining({ postmaster: pid })));
  expect(await Promise.all(holders.map((h) => h.close()))).toEqual([0, 0, 0]);
});

test("a server that dies under us is started again, at the same socket", async () => {
  const restarted = Promise.withResolvers<void>();
  let starts = 0;
  const cluster = await openCluster({
    dataDir: folder,
    log: { warn: () => {}, info: (_, words) => words.startsWith("started") && ++starts === 2 && restarted.resolve() },
  });
  await write(cluster, "before");
  await killServer();
  await restarted.promise;
  expect(await read(cluster)).toContain("before");
  await cluster.close();
  expect(await serverPid()).toBeUndefined();
});

test("a folder whose path is too long for a socket, with spaces and letters of any script, works through a short one", async () => {
  const empty = await emptyFolder();
  const dataDir = join(
    empty,
    "the data of the secretariat's 'own' office",
    "بيانات الأمانة العامة للتحالف الدولي",
    "é".repeat(40),
  );
  if (isRoot) await chmod(empty, 0o711);
  if (isRoot) await mkdir(join(dataDir, ".."), { recursive: true, mode: 0o755 });
  const cluster = await openCluster({ dataDir });
  const host = cluster.connect("app").host ?? "";
  expect(Buffer.byteLength(host)).toBeLessThan(90);
  expect(host.startsWith(empty)).toBe(false);
  expect((await stat(host)).mode & 0o077).toBe(0);
  expect(await ask(cluster.connect("app"), "select 1 as one")).toEqual([{ one: 1 }]);
  await cluster.close();
  await rm(host, { recursive: true });
});

test("a folder of a newer version, or of another major version of PostgreSQL, is refused and left as it is", async () => {
  const empty = await emptyFolder();
  const file = join(empty, "version.json");
  await writeFile(file, JSON.stringify({ layout: 2, postgres: 18 }));
  await expect(openCluster({ dataDir: empty })).rejects.toMatchObject({
    code: "data-folder-newer",
    params: { folder: empty, found: "2", expected: "1" },
  });
  await writeFile(file, JSON.stringify({ layout: 1, postgres: 17 }));
  await expect(openCluster({ dataDir: empty })).rejects.toMatchObject({
    code: "data-folder-other-major",
    params: { folder: empty, found: "17", expected: "18" },
  });
  await writeFile(file, "{");
  await expect(openCluster({ dataDir: empty })).rejects.toMatchObject({
    code: "bad-input",
    params: { path: file, found: "{" },
  });
  await writeFile(file, JSON.stringify({ layout: 1, postgres: 18 }));
  await mkdir(clusterFolder(empty), { recursive: true });
  await writeFile(join(clusterFolder(empty), "PG_VERSION"), "17\n");
  if (isRoot) for (const path of [empty, join(empty, "postgresql"), clusterFolder(empty)]) await chmod(path, 0o755);
  await expect(openCluster({ dataDir: empty })).rejects.toMatchObject({
    code: "data-folder-other-major",
    params: { found: "17", expected: "18" },
  });
  expect(await readFile(join(clusterFolder(empty), "PG_VERSION"), "utf8")).toBe("17\n");
});

test("a place that is no folder is refused", async () => {
  const empty = await emptyFolder();
  const dataDir = join(empty, "a file");
  await writeFile(dataDir, "");
  for (const path of [dataDir, join(dataDir, "below")]) {
    await expect(openCluster({ dataDir: path })).rejects.toMatchObject({
      code: "data-folder-not-writable",
      params: { folder: path, reason: "not a folder" },
    });
  }
});

test.runIf(isRoot)(
  "as root, a folder that PostgreSQL's account may not enter is refused, and the one that bars the way is named",
  async () => {
    const empty = await emptyFolder();
    const dataDir = join(empty, "data");
    const refused = openCluster({ dataDir });
    await expect(refused).rejects.toMatchObject({
      code: "data-folder-not-writable",
      params: { folder: dataDir, bar: empty },
    });
  },
);

test("settings that PostgreSQL does not understand show in the error, with its own last words", async () => {
  await (await openCluster({ dataDir: folder })).close();
  const settings = join(folder, "postgresql", "postgresql.local.conf");
  await writeFile(settings, "shared_bufers = 1GB\n");
  await expect(openCluster({ dataDir: folder })).rejects.toMatchObject({
    code: "postgres-start-failed",
    params: { reason: expect.stringContaining("shared_bufers") },
  });
  await rm(settings);
});

const nobody = 65534;

/** Whether an account without rights could run this source code. */
function othersMayEnter(path: string): boolean {
  return (statSync(path).mode & 0o001) !== 0 && (path === "/" || othersMayEnter(dirname(path)));
}

test.runIf(isRoot && othersMayEnter(import.meta.dirname))(
  "without root, everything runs as ourselves, and a folder that is not ours is refused",
  async () => {
    const empty = await emptyFolder();
    await chmod(empty, 0o500);
    await chown(empty, nobody, nobody);
    const refused = await holdElsewhere(empty, nobody);
    expect(refused.said).toMatchObject({
      code: "data-folder-not-writable",
      params: { folder: empty, reason: "permission denied" },
    });
    await chmod(empty, 0o700);
    const holder = await holdElsewhere(empty, nobody);
    expect(holder.said).toMatchObject({ adopted: false, uid: nobody });
    // The operator of the machine may join the server of another account, and leaves its files alone.
    const cluster = await openCluster({ dataDir: empty });
    expect(cluster.adopted).toBe(true);
    expect(await holder.close()).toBe(0);
    await write(cluster, "as root");
    await cluster.close();
    const again = await holdElsewhere(empty, nobody);
    expect(again.said).toMatchObject({ adopted: false });
    expect(await again.close()).toBe(0);
  },
);
