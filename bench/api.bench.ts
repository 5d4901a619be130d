import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { buildApi } from "../src/api/build-api.ts";
import { newSetupSecret } from "../src/app/door/setup-link.ts";
import { setUp } from "../src/app/door/set-up.ts";
import { runImport } from "../src/app/imports/run-import.ts";
import { startImport } from "../src/app/imports/start-import.ts";
import { loadShipped } from "../src/app/load-shipped.ts";
import { deskOf } from "../src/app/picture/kept/desk.ts";
import { openApp } from "../src/app/open-app.ts";
import { listen } from "../src/server/listen.ts";
import { openStore } from "../src/store/open-store.ts";
import { generateIati } from "./generate/iati.ts";

/** Time inside PostgreSQL and on the way to it, of the request under way; requests here come one after another. */
let inSql = 0;
let queries = 0;
const query = Reflect.get(pg.Client.prototype, "query") as (...all: unknown[]) => unknown;
pg.Client.prototype.query = function timed(this: pg.Client, ...all: unknown[]): unknown {
  const began = performance.now();
  const answer = query.apply(this, all);
  queries++;
  const done = () => void (inSql += performance.now() - began);
  if (answer instanceof Promise) void answer.then(done, done);
  return answer;
} as never;

const initiatives = Number(process.env["BENCH_INITIATIVES"] ?? 10_000);
const rounds = Number(process.env["BENCH_ROUNDS"] ?? 40);
const writes = 5;
const delay = monitorEventLoopDelay({ resolution: 5 });

/**
 * Pages over HTTP as a signed-in officer, over the shipped record and 10,000 published and own initiatives: p50 and p95; the part of it
 * that is SQL under row-level security; and the same SQL through the role that no policy filters. `first` is the first answer after a
 * write of twenty reports, when pictures are computed anew from what changed; `blocked` is the longest that the process answered nobody meanwhile, the
 * bench itself included. The rows at the end: the first picture of all, when nothing is kept; and 50 viewers at once, of two kinds of rights, who
 * page through lists and pictures while somebody writes every two seconds.
 */
export default async function apiBench(): Promise<Record<string, string | number>[]> {
  const folder = await mkdtemp(join(tmpdir(), "entente-bench-api-"));
  const data = await mkdtemp(join(tmpdir(), "entente-bench-data-"));
  const opened = await openApp({ env: { ENTENTE_DATA: data } });
  const plainStore = openStore((role) => opened.cluster.connect(role === "app" ? "jobs" : role));
  const settings = { secure: false, setupFromAnywhere: true, proxies: new Set<string>(), importStarted: () => {}, faultOfOurs: (error: unknown) => console.error(error) };
  try {
    const { app } = opened;
    await loadShipped(app, () => {});
    const { secret } = await setUp(app, { token: (await newSetupSecret(app))?.secret ?? "", login: "bench", password: "a password for the bench", name: "Bench" });
    for (const [seed, share, publication] of [[1, 0.8, true], [2, 0.2, false]] as const) {
      const file = join(folder, `${seed}.xml`);
      await pipeline(Readable.from(generateIati(Math.round(initiatives * share), seed)), createWriteStream(file));
      await runImport(app, await startImport(app, secret, { fileName: `${seed}.xml`, publication, bytes: createReadStream(file) }), new AbortController().signal);
    }
    const served = [await listen(buildApi({ app, settings }).fetch as never, "127.0.0.1", 0), await listen(buildApi({ app: { ...app, store: plainStore }, settings }).fetch as never, "127.0.0.1", 0)] as const;
    const [filtered, plain] = served.map(({ port }) => async (path: string) => {
      [inSql, queries] = [0, 0];
      const began = performance.now();
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie: `entente=${secret}` } });
      const bytes = (await response.arrayBuffer()).byteLength;
      if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
      return { ms: performance.now() - began, sql: inSql, queries, bytes };
    }) as [Asker, Asker];
    const rows: Record<string, string | number>[] = [];
    delay.enable();
    rows.push(await cold(filtered));
    for (const path of await paths(served[0].port, secret)) rows.push(await measure(path, filtered, plain, app));
    const sum = (key: "RLS SQL ms" | "plain SQL ms") => rows.reduce((n, r) => n + ((r[key] as number | undefined) ?? 0), 0);
    rows.push({ page: "all together", "RLS SQL ms": sum("RLS SQL ms"), "plain SQL ms": sum("plain SQL ms"), "RLS costs %": percent(sum("RLS SQL ms"), sum("plain SQL ms")) });
    rows.push(...(await crowd(served[0].port, [secret, null], app)));
    const kept = await deskOf(app).size();
    const memory = (bytes: number) => Math.round(bytes / 2 ** 20);
    rows.push({ page: `kept: ${kept.grounds} sets of classes, ${kept.reports} reports, ${memory(kept.reportBytes)} MB of them, ${memory(kept.groundBytes)} MB of columns; heap of the thread ${memory(kept.heapBytes)} MB; process ${memory(process.memoryUsage().rss)} MB` });
    for (const { server } of served) server.close();
    return rows;
  } finally {
    await plainStore.close();
    await opened.close();
    await rm(folder, { recursive: true, force: true });
    await rm(data, { recursive: true, force: true });
  }
}

type Asker = (path: string) => Promise<{ ms: number; sql: number; queries: number; bytes: number }>;

async function paths(port: number, secret: string): Promise<readonly string[]> {
  const get = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie: `entente=${secret}` } })).json();
  const [index, members, list] = [await get("/api/record"), await get("/api/members"), await get("/api/initiatives?limit=1")];
  const body = index.tree[0].children.find((b: { children: unknown[] }) => b) ?? index.tree[0];
  const page = await get(`/api/bodies/${body.id}`);
  const root = index.tree[0].id;
  return [
    "/api/session", "/api/coalition", "/api/record", `/api/bodies/${root}`, `/api/bodies/${body.id}`, "/api/members", `/api/members/${members.items[0].member.id}`, `/api/meetings/${page.meetings[0].id}`,
    `/api/claims?record=${root}&field=founded`, "/api/conflicts", "/api/sources", "/api/audit", "/api/picture", "/api/picture?line=capacity&country=NE", "/api/initiatives", "/api/initiatives?q=water&sort=title",
    `/api/initiatives/${list.items[0].id}`, "/api/overlaps", "/api/gaps", "/api/areas/NE-6",
  ];
}

async function measure(path: string, filtered: Asker, plain: Asker, app: { store: { system: <T>(act: null, work: (s: { client: pg.PoolClient }) => Promise<T>) => Promise<T> } }) {
  const firsts: Awaited<ReturnType<Asker>>[] = [];
  delay.reset();
  for (let n = 0; n < writes; n++) {
    await write(app);
    firsts.push(await filtered(path));
  }
  const blocked = delay.max / 1e6;
  await plain(path);
  const with_: typeof firsts = [];
  const without: typeof firsts = [];
  // Turn about, so that what else the machine does meanwhile falls on both.
  for (let n = 0; n < rounds; n++) {
    with_.push(await filtered(path));
    without.push(await plain(path));
  }
  const [rls, bare] = [at(with_.map((r) => r.sql), 0.5), at(without.map((r) => r.sql), 0.5)];
  return {
    page: path.replace(/[0-9a-f-]{36}/g, "…").slice(0, 48), "first p50 ms": at(firsts.map((r) => r.ms), 0.5), "first p95 ms": at(firsts.map((r) => r.ms), 0.95), "blocked ms": blocked, "p50 ms": at(with_.map((r) => r.ms), 0.5), "p95 ms": at(with_.map((r) => r.ms), 0.95), "RLS SQL ms": rls, "plain SQL ms": bare,
    "RLS costs %": percent(rls, bare), queries: (with_[0] as (typeof with_)[0]).queries, kB: Math.round((with_[0] as (typeof with_)[0]).bytes / 1000),
  };
}

const at = (list: readonly number[], share: number) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] as number;

type BenchApp = Parameters<typeof measure>[3];

/** What an import of a small file or somebody's decision leaves behind: a few reports that were written again. */
async function write(app: BenchApp): Promise<void> {
  await app.store.system(null, async ({ client }) => {
    await client.query("update report set title = title where id in (select id from report where current order by md5(id::text || clock_timestamp()::text) limit 20)");
    await client.query("insert into picture_change default values");
  });
}

async function cold(filtered: Asker) {
  delay.reset();
  const { ms } = await filtered("/api/picture");
  return { page: "the first picture of all", "first p50 ms": ms, "first p95 ms": ms, "blocked ms": delay.max / 1e6 };
}

/** 50 viewers at once, each with a page after another, for as many rounds as everything else; one answer in five is never kept from before. */
async function crowd(port: number, secrets: readonly (string | null)[], app: BenchApp): Promise<Record<string, string | number>[]> {
  const kinds = { lists: (n: number) => `/api/initiatives?limit=50&sort=${n % 2 === 0 ? "title" : "-money"}&cursor=${(n % 20) * 50}`, facets: (n: number) => `/api/initiatives?limit=1&line=${["capacity", "resilience", "stabilisation"][n % 3]}&country=${["NE", "ML", "NG"][n % 3]}`, picture: (n: number) => (n % 5 === 0 ? "/api/picture?country=NE" : "/api/picture") };
  const times = new Map<string, number[]>(Object.keys(kinds).map((k) => [k, []]));
  let running = true;
  const writing = (async () => {
    while (running) {
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      await write(app);
    }
  })();
  delay.reset();
  const viewers = Promise.all(
    Array.from({ length: 50 }, async (_, viewer) => {
      const secret = secrets[viewer % secrets.length] ?? null;
      for (let n = 0; n < rounds; n++) {
        const kind = Object.keys(kinds)[(viewer + n) % 3] as keyof typeof kinds;
        const began = performance.now();
        const response = await fetch(`http://127.0.0.1:${port}${kinds[kind](viewer + n)}`, { headers: secret === null ? {} : { cookie: `entente=${secret}` } });
        await response.arrayBuffer();
        if (response.status !== 200) throw new Error(`${kinds[kind](viewer + n)}: ${response.status}`);
        times.get(kind)?.push(performance.now() - began);
        // A reader looks at a page before the next.
        await new Promise((resolve) => setTimeout(resolve, 500 + ((viewer * 37 + n * 91) % 500)));
      }
    }),
  );
  await viewers.finally(() => (running = false)).finally(() => writing);
  return [...times].map(([kind, ms]) => ({ page: `50 viewers at once: ${kind}`, "blocked ms": delay.max / 1e6, "p50 ms": at(ms, 0.5), "p95 ms": at(ms, 0.95) }));
}

const percent = (a: number, b: number) => Math.round((a / b - 1) * 100);
