import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { buildApi } from "../src/api/build-api.ts";
import { newSetupSecret } from "../src/app/door/setup-link.ts";
import { setUp } from "../src/app/door/set-up.ts";
import { runImport } from "../src/app/imports/run-import.ts";
import { startImport } from "../src/app/imports/start-import.ts";
import { loadShipped } from "../src/app/load-shipped.ts";
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

/**
 * Pages over HTTP as a signed-in officer, over the shipped record and 10,000 published and own initiatives: p50 and p95; the part of it
 * that is SQL under row-level security; and the same SQL through the role that no policy filters. `first` is the first answer after a
 * write, when the picture is computed anew.
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
    await app.store.system(null, ({ client }) => client.query("analyze"));
    const served = [await listen(buildApi({ app, settings }).fetch as never, "127.0.0.1", 0), await listen(buildApi({ app: { ...app, store: plainStore }, settings }).fetch as never, "127.0.0.1", 0)] as const;
    const [filtered, plain] = served.map(({ port }) => async (path: string) => {
      [inSql, queries] = [0, 0];
      const began = performance.now();
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie: `entente=${secret}` } });
      const bytes = (await response.arrayBuffer()).byteLength;
      if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
      return { ms: performance.now() - began, sql: inSql, queries, bytes };
    }) as [Asker, Asker];
    const rows: Awaited<ReturnType<typeof measure>>[] = [];
    for (const path of await paths(served[0].port, secret)) rows.push(await measure(path, filtered, plain, app));
    const sum = (key: "RLS SQL ms" | "plain SQL ms") => rows.reduce((n, r) => n + (r[key] as number), 0);
    rows.push({ page: "all together", "first ms": 0, "p50 ms": 0, "p95 ms": 0, "RLS SQL ms": sum("RLS SQL ms"), "plain SQL ms": sum("plain SQL ms"), "RLS costs %": percent(sum("RLS SQL ms"), sum("plain SQL ms")), queries: 0, kB: 0 });
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
  await app.store.system(null, ({ client }) => client.query("insert into picture_change default values"));
  const first = await filtered(path);
  await plain(path);
  const [with_, without] = [[first], [first]].map(() => [] as Awaited<ReturnType<Asker>>[]) as [Awaited<ReturnType<Asker>>[], Awaited<ReturnType<Asker>>[]];
  // Turn about, so that what else the machine does meanwhile falls on both.
  for (let n = 0; n < rounds; n++) {
    with_.push(await filtered(path));
    without.push(await plain(path));
  }
  const at = (list: readonly number[], share: number) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] as number;
  const [rls, bare] = [at(with_.map((r) => r.sql), 0.5), at(without.map((r) => r.sql), 0.5)];
  return {
    page: path.replace(/[0-9a-f-]{36}/g, "…").slice(0, 48), "first ms": first.ms, "p50 ms": at(with_.map((r) => r.ms), 0.5), "p95 ms": at(with_.map((r) => r.ms), 0.95), "RLS SQL ms": rls, "plain SQL ms": bare,
    "RLS costs %": percent(rls, bare), queries: first.queries, kB: Math.round(first.bytes / 1000),
  };
}

const percent = (a: number, b: number) => Math.round((a / b - 1) * 100);
