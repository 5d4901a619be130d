import { type ChildProcess, execFile, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { seeded } from "./generate/initiatives.ts";
import { databaseAlone, openBesides } from "./generate/load-database.ts";

const initiatives = Number(process.env["BENCH_INITIATIVES"] ?? 100_000);
const viewers = Number(process.env["BENCH_VIEWERS"] ?? 50);
const seconds = Number(process.env["BENCH_SECONDS"] ?? 60);
/** Between two writes of twenty reports; 0: nobody writes. */
const writeEvery = Number(process.env["BENCH_WRITE_SECONDS"] ?? 20);
const members = 8;

/**
 * The server in a process of its own, and 50 viewers of ten kinds of rights at once: the secretariat, eight members that each see
 * reports of their own beside what is public, and the public. Each asks, looks for half a second to a second and a half, and asks again: a page of
 * the list (sorted, filtered or further down), the list's facets, the picture, one initiative. Somebody writes twenty reports every
 * twenty seconds; `after a write` are the answers that were asked for within two seconds of one. Every question is drawn from a seed.
 *
 * `first` rows: the first answer to each kind of rights, one after another, when nothing is kept; then each is warmed up, which is told as well. `database alone`: what every answer asks of it, in as many
 * connections as the server has, as fast as it goes: who asks, which classes, as of which writes.
 *
 * BENCH_INITIATIVES, BENCH_VIEWERS, BENCH_SECONDS, BENCH_WRITE_SECONDS change it; BENCH_DATA keeps the filled folder for another run.
 */
export default async function loadBench(): Promise<Record<string, string | number>[]> {
  const kept = process.env["BENCH_DATA"];
  const data = kept ?? (await mkdtemp(join(tmpdir(), "entente-bench-load-")));
  const env = { ...process.env, ENTENTE_DATA: data, PORT: "0" };
  const fill = await promisify(execFile)(process.execPath, [fileURLToPath(new URL("generate/load-folder.ts", import.meta.url)), String(initiatives), String(members)], { env, maxBuffer: 1 << 24 });
  const { secrets } = JSON.parse(fill.stdout.trim().split("\n").at(-1) ?? "") as { readonly secrets: readonly string[] };
  const rights: readonly (string | null)[] = [...secrets, null];
  const { server, port } = await startServer(env);
  const besides = await openBesides(env);
  try {
    const asker = (secret: string | null) => async (path: string): Promise<{ readonly ms: number; readonly bytes: number; readonly text: () => string }> => {
      const began = performance.now();
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { "accept-language": "en", ...(secret === null ? {} : { cookie: `entente=${secret}` }) } });
      const body = Buffer.from(await response.arrayBuffer());
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${body.toString().slice(0, 300)}`);
      return { ms: performance.now() - began, bytes: body.length, text: () => body.toString() };
    };
    const firsts: number[] = [];
    for (const secret of rights) firsts.push((await asker(secret)("/api/picture")).ms);
    const page = JSON.parse((await asker(null)("/api/initiatives?limit=200")).text()) as { readonly total: number; readonly items: readonly { readonly id: string }[] };
    const ids = page.items.map((i) => i.id);
    // Each kind of rights once through what takes long when it is asked for first; a row of its own tells how long.
    const warming: number[] = [];
    for (const secret of rights) for (const path of [...["title", "-money", "end", "-updated"].map((sort) => `/api/initiatives?limit=50&sort=${sort}`), "/api/initiatives?limit=1&q=border", `/api/initiatives/${ids[0]}`]) warming.push((await asker(secret)(path)).ms);

    const all: Asked[] = [];
    const peak = { rss: 0 };
    let lastWrite = Number.NEGATIVE_INFINITY;
    let stopped = false;
    const watch = setInterval(() => void (peak.rss = Math.max(peak.rss, residentBytes(server))), 250);
    const writing = (async () => {
      for (let waited = 0; !stopped && writeEvery > 0; waited += 0.1) {
        await pause(100);
        if (waited < writeEvery) continue;
        waited = 0;
        await besides.write();
        lastWrite = performance.now();
      }
    })();
    const until = performance.now() + seconds * 1000;
    const began = performance.now();
    await Promise.all(
      Array.from({ length: viewers }, async (_, viewer) => {
        const random = seeded(1000 + viewer);
        const ask = asker(rights[viewer % rights.length] ?? null);
        await pause(random() * 1000);
        while (performance.now() < until) {
          const { kind, path } = question(random, ids);
          const fresh = performance.now() - lastWrite < 2000;
          const { ms, bytes } = await ask(path);
          all.push({ kind, ms, bytes, fresh: fresh || performance.now() - ms < lastWrite });
          await pause(500 + random() * 1000);
        }
      }),
    );
    const took = (performance.now() - began) / 1000;
    stopped = true;
    await writing;
    clearInterval(watch);
    const alone = await databaseAlone(besides, rights);
    const kinds = ["list", "facets", "picture", "initiative"] as const;
    return [
      { question: `${page.total} initiatives, first picture of each rights`, p50: at(firsts, 0.5), p95: at(firsts, 0.95), p99: at(firsts, 0.99), asked: firsts.length },
      { question: "warming up: first list in each order, words, initiative", p50: at(warming, 0.5), p95: at(warming, 0.95), p99: at(warming, 0.99), "max ms": Math.max(...warming), asked: warming.length },
      ...kinds.map((kind) => row(kind, all.filter((a) => a.kind === kind))),
      row("all", all, took),
      row("all, nobody having written", all.filter((a) => !a.fresh)),
      row("all, after a write", all.filter((a) => a.fresh)),
      { question: "database alone", ...alone },
      { question: "server process", "peak MB": Math.round(peak.rss / 2 ** 20) },
    ];
  } finally {
    await besides.close();
    server.kill("SIGTERM");
    await new Promise((resolve) => server.once("exit", resolve));
    if (kept === undefined) await rm(data, { recursive: true, force: true });
  }
}

type Asked = { readonly kind: string; readonly ms: number; readonly bytes: number; readonly fresh: boolean };

/** What a viewer asks next: half of all are pages of the list, as people work. */
function question(random: () => number, ids: readonly string[]): { readonly kind: "list" | "facets" | "picture" | "initiative"; readonly path: string } {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const line = pick(["capacity", "resilience", "stabilisation", "counter-finance"]);
  const country = pick(["NE", "ML", "BF", "NG", "TD", "SO"]);
  const filter = pick(["", `&line=${line}`, `&country=${country}`, `&line=${line}&country=${country}`, "&budget=unknown", "&q=border", "&status=2"]);
  const roll = random();
  if (roll < 0.45) return { kind: "list", path: `/api/initiatives?limit=50&sort=${pick(["title", "-money", "end", "-updated"])}${filter}&cursor=${pick([0, 0, 0, 50, 100, 5000])}` };
  if (roll < 0.65) return { kind: "facets", path: `/api/initiatives?limit=1${filter}` };
  if (roll < 0.9) return { kind: "picture", path: `/api/picture${pick(["", "", `?country=${country}`, `?line=${line}`])}` };
  return { kind: "initiative", path: `/api/initiatives/${pick(ids)}` };
}

async function startServer(env: NodeJS.ProcessEnv): Promise<{ readonly server: ChildProcess; readonly port: number }> {
  const flags = process.env["BENCH_SERVER_FLAGS"]?.split(" ") ?? [];
  const server = spawn(process.execPath, [...flags, "--disable-warning=ExperimentalWarning", fileURLToPath(new URL("../src/server/main.ts", import.meta.url))], { env, stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  return new Promise((resolve, reject) => {
    server.stdout.on("data", (piece: Buffer) => {
      said += piece.toString();
      const port = /open at http:\/\/[^:]+:(\d+)/.exec(said)?.[1];
      if (port !== undefined) resolve({ server, port: Number(port) });
    });
    server.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
}

/** Linux tells it; elsewhere it is not measured. */
function residentBytes({ pid }: ChildProcess): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

function row(question: string, asked: readonly Asked[], took?: number): Record<string, string | number> {
  const ms = asked.map((a) => a.ms);
  if (ms.length === 0) return { question, asked: 0 };
  return {
    question, p50: at(ms, 0.5), p95: at(ms, 0.95), p99: at(ms, 0.99), "max ms": Math.max(...ms), asked: ms.length,
    ...(took === undefined ? {} : { "asked/s": ms.length / took }), kB: asked.reduce((n, a) => n + a.bytes, 0) / asked.length / 1000,
  };
}

const at = (list: readonly number[], share: number) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] as number;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
