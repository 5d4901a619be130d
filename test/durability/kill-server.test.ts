import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generateIati } from "../../bench/generate/iati.ts";
import { runImport } from "../../src/app/imports/run-import.ts";
import { startImport } from "../../src/app/imports/start-import.ts";
import { openCluster } from "../../src/store/postgres/open-cluster.ts";
import { livingPostmaster } from "../../src/store/postgres/postmaster.ts";
import { clusterFolder } from "../../src/store/postgres/server-account.ts";
import { stopServer } from "../../src/store/postgres/start-server.ts";
import { type TestApp, testApp } from "../support/test-app.ts";
import { ask, type Running, serverEnvironment, startServer } from "./server.ts";

// The real server is killed with -9 ten times, every third time PostgreSQL with it, while it reads a file and while people write.
// What it had said to be done must be there afterwards, and the file must end as if nothing had happened.

const kills = 10;
const activities = 2_500;
let folder: string;
let undisturbed: TestApp;
let server: Running | null = null;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-killed-"));
  undisturbed = await testApp();
});
afterAll(async () => {
  await undisturbed.close();
  if (server !== null) await server.kill();
  await stopServer(clusterFolder(folder));
  await rm(folder, { recursive: true, force: true });
});

type Session = { formToken: string };
type Claims = { claims: { id: string; value: { text: string }; shown: boolean }[]; decisions: { id: string; reason: string; withdrawn: unknown }[] };
type Job = { id: string; state: string; counts: { read: number; added: number; setAside: number; warnings: number; superseded: number; older: number; unchanged: number } };

async function file(): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of generateIati(activities, 11, { broken: 0.01 })) pieces.push(piece);
  return Buffer.concat(pieces);
}

const reportRows = "select identifier, reporter_key, content_sha256, current, arrived, line, title, version_at, superseded_by is null as last, body from report where import_id is not null order by identifier, reporter_key, content_sha256";
const faultRows = "select n, severity, code, line, path, found, expected, identifier, raw from import_fault order by n";
async function rowsOf(config: pg.ClientConfig, query: string): Promise<unknown[]> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return (await client.query(query)).rows;
  } finally {
    await client.end();
  }
}

/** The first officer, by the printed link; a token to go on with. */
async function firstOfficer(server: Running): Promise<string> {
  const session = await fetch(`${server.url}/api/session`).then((r) => r.json() as Promise<Session>);
  const made = await fetch(`${server.url}/api/setup`, {
    method: "POST", headers: { "content-type": "application/json", "x-entente-form": session.formToken },
    body: JSON.stringify({ token: await server.setup(), login: "officer", password: "a long test password", name: "An Officer" }),
  });
  expect(made.status).toBe(200);
  const cookie = made.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const own = await fetch(`${server.url}/api/session`, { headers: { cookie } }).then((r) => r.json() as Promise<Session>);
  const token = await fetch(`${server.url}/api/tokens`, { method: "POST", headers: { "content-type": "application/json", cookie, "x-entente-form": own.formToken }, body: JSON.stringify({ name: "test", days: 1, readOnly: false }) });
  expect(token.status).toBe(200);
  return ((await token.json()) as { token: string }).token;
}

test("kill -9 of the server, ten times, while it imports and while people write: nothing acknowledged is missing, the import ends as undisturbed, the audit log holds", async () => {
  const bytes = await file();
  const first = await startServer(folder);
  server = first;
  const token = await firstOfficer(first);
  const index = await ask<{ tree: { id: string }[] }>(first.url, "GET", "/api/record", token);
  const body = index?.body.tree[0]?.id ?? "";
  const sources = await ask<{ items: { id: string }[] }>(first.url, "GET", "/api/sources", token);
  const source = sources?.body.items[0]?.id ?? "";
  const acknowledged = { claims: [] as string[], decisions: [] as string[] };
  const taken = await ask<Job>(first.url, "POST", "/api/imports?name=generated.xml&publication=yes", token, bytes);
  expect(taken?.status).toBe(202);
  const job = taken?.body.id ?? "";
  let n = 0;

  /** Claims and decisions one after another, until the server is gone. */
  const write = async (url: string): Promise<void> => {
    for (;;) {
      n++;
      const text = `Name ${n}`;
      const claim = await ask<Claims>(url, "POST", "/api/claims", token, { record: body, field: "alias", value: { text, language: "en" }, source, confidence: "reported" });
      if (claim === null) return;
      expect(claim.status).toBe(200);
      acknowledged.claims.push(text);
      const field = await ask<Claims>(url, "GET", `/api/claims?record=${body}&field=founded`, token);
      if (field === null) return;
      const choice = field.body.claims[n % field.body.claims.length]?.id;
      const basedOn = field.body.decisions.find((d) => d.withdrawn === null)?.id ?? null;
      const decision = await ask<Claims>(url, "POST", "/api/decisions", token, { record: body, field: "founded", claim: choice, reason: `reason ${n}`, basedOn });
      if (decision === null) return;
      expect(decision.status).toBe(200);
      acknowledged.decisions.push(`reason ${n}`);
    }
  };
  const missing = async (url: string) => {
    const aliases = await ask<Claims>(url, "GET", `/api/claims?record=${body}&field=alias`, token);
    const founded = await ask<Claims>(url, "GET", `/api/claims?record=${body}&field=founded`, token);
    const names = new Set(aliases?.body.claims.map((c) => c.value.text));
    const reasons = new Set(founded?.body.decisions.map((d) => d.reason));
    return [...acknowledged.claims.filter((c) => !names.has(c)), ...acknowledged.decisions.filter((d) => !reasons.has(d))];
  };

  let midImport = 0;
  for (let round = 0; round < kills; round++) {
    const before = acknowledged.decisions.length;
    const running: Running = server;
    const writing = write(running.url);
    // Killed when it has read further than a point that moves, and has said yes to at least one decision.
    for (;;) {
      const now = await ask<Job>(running.url, "GET", `/api/imports/${job}`, token);
      const { state = "", counts } = now?.body ?? {};
      if (acknowledged.decisions.length > before && (state === "done" || (state === "reading" && (counts?.read ?? 0) >= (round % 3) * 400))) {
        if (state === "reading") midImport++;
        break;
      }
      await pause(10);
    }
    await running.kill();
    server = null;
    await writing;
    if (round % 3 === 2) await killPostgres();
    server = await startServer(folder);
    expect(await missing(server.url)).toEqual([]);
  }
  const last: Running = server;
  expect(midImport).toBe(kills);

  let done: Job | undefined;
  while (done?.state !== "done") {
    done = (await ask<Job>(last.url, "GET", `/api/imports/${job}`, token))?.body;
    if (done?.state === "failed") throw new Error("the import failed");
    await pause(20);
  }
  const officer = await undisturbed.signedUp("secretariat", undisturbed.app.coalition.focusBodyId);
  const whole = async function* () { yield bytes; };
  const calm = await startImport(undisturbed.app, officer.secret, { fileName: "generated.xml", publication: true, bytes: whole() });
  await runImport(undisturbed.app, calm, new AbortController().signal);
  const calmCounts = await undisturbed.get<Job>(`/api/imports/${calm}`, officer);
  expect(done.counts).toEqual(calmCounts.body.counts);

  const cluster = await openCluster({ dataDir: folder });
  try {
    expect(await rowsOf(cluster.connect("jobs"), reportRows)).toEqual(await rowsOf(undisturbed.database.connect("jobs"), reportRows));
    expect(await rowsOf(cluster.connect("jobs"), faultRows)).toEqual(await rowsOf(undisturbed.database.connect("jobs"), faultRows));
  } finally {
    await cluster.close();
  }
  const cli = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ["--disable-warning=ExperimentalWarning", cli, "--json", "audit", "verify"], { env: serverEnvironment(folder) });
  expect(JSON.parse(stdout)).toMatchObject({ fault: null });
  expect(await last.stop()).toBe(0);
  server = null;
  expect(await livingPostmaster(clusterFolder(folder))).toBeUndefined();
}, 240_000);

async function killPostgres(): Promise<void> {
  const running = await livingPostmaster(clusterFolder(folder));
  if (!running) throw new Error("no PostgreSQL to kill");
  process.kill(running.pid, "SIGKILL");
  while (await livingPostmaster(clusterFolder(folder))) await pause(5);
}
