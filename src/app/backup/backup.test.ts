import { randomBytes } from "node:crypto";
import { appendFile, copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase, ensureExtensions } from "../../store/postgres/ensure-database.ts";
import { roleNames } from "../../store/postgres/roles.ts";
import { openStore } from "../../store/open-store.ts";
import { testCluster } from "../../../test/support/database.ts";
import { settled } from "../../../test/support/settled.ts";
import { type TestApp, testApp } from "../../../test/support/test-app.ts";
import { newCheckpointMemory, writeCheckpoint } from "../audit/write-checkpoint.ts";
import { verifyAudit } from "../audit/verify-audit.ts";
import { runImport } from "../imports/run-import.ts";
import { startImport } from "../imports/start-import.ts";
import { type EmptyPlace, restoreInto, verifyBackup } from "./restore-backup.ts";
import { writeBackup } from "./write-backup.ts";

const csv = 'identifier,reporter_name,title,countries\nX-1,XX-1,A school,NE 100%\nX-2,XX-1,"Another\'s well \\N\t""\\."" a\\b",NE 100%\n';
let source: TestApp;
let folder: string;
let backup: string;
const places: { database: string; dataDir: string }[] = [];

beforeAll(async () => {
  source = await testApp();
  folder = await mkdtemp(join(tmpdir(), "entente-backup-"));
  backup = join(folder, "kept.backup");
  const officer = await source.signedUp("secretariat", source.app.coalition.focusBodyId);
  const bytes = async function* () { yield Buffer.from(csv); };
  const done = await startImport(source.app, officer.secret, { fileName: "a.csv", publication: false, bytes: bytes() });
  await runImport(source.app, done, new AbortController().signal);
  await settled(source.app.store);
  await writeCheckpoint(source.app, newCheckpointMemory());
  // waits to be read: its file belongs to what is kept
  await startImport(source.app, officer.secret, { fileName: "b.csv", publication: false, bytes: bytes() });
  await writeBackup(source.app, backup);
});

afterAll(async () => {
  await source.close();
  for (const { database, dataDir } of places) {
    await administer((client) => client.query(`drop database if exists ${database} with (force)`));
    await rm(dataDir, { recursive: true, force: true });
  }
  await rm(folder, { recursive: true, force: true });
});

async function administer(work: (client: pg.Client) => Promise<unknown>, database = "postgres"): Promise<void> {
  const client = new pg.Client((await testCluster()).administer(database));
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function emptyPlace(): Promise<EmptyPlace> {
  const cluster = await testCluster();
  const database = `entente_test_${process.pid}_${randomBytes(5).toString("hex")}`;
  await administer((client) => createDatabase(client, database, roleNames.owner, "TEMPLATE template0 ENCODING 'UTF8'"));
  await administer(ensureExtensions, database);
  const dataDir = await mkdtemp(join(tmpdir(), "entente-restored-"));
  places.push({ database, dataDir });
  return { connect: (role) => cluster.connect(role, database), database, dataDir };
}

/** Every row of every kept table, as text, in an order of its own. */
async function contents(connect: EmptyPlace["connect"], tables: readonly string[]): Promise<Record<string, unknown[]>> {
  const client = new pg.Client(connect("jobs"));
  await client.connect();
  const all: Record<string, unknown[]> = {};
  for (const t of tables) all[t] = (await client.query(`select to_jsonb(t) - 'xid' as row from public."${t}" t order by (to_jsonb(t) - 'xid')::text`)).rows.map((r) => r.row);
  await client.end();
  return all;
}

async function isUntouched(place: EmptyPlace): Promise<void> {
  const client = new pg.Client(place.connect("owner"));
  await client.connect();
  const { rows } = await client.query("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'");
  await client.end();
  expect(rows).toEqual([]);
  expect(await readdir(place.dataDir, { recursive: true }).then((names) => names.filter((n) => n.includes(".") || /[0-9a-f]{8}-/.test(n)))).toEqual([]);
}

test("what is restored is what was kept, row by row; the audit log verifies; uploads of unfinished imports are there", async () => {
  const place = await emptyPlace();
  const restored = await restoreInto(place, backup);
  const tables = restored.tables.map((t) => t.name);
  expect(tables).toEqual(expect.arrayContaining(["record", "claim", "report", "import", "account", "audit_leaf", "audit_checkpoint", "text", "visibility_class"]));
  for (const absent of ["session", "door_link", "migration"]) expect(tables).not.toContain(absent);
  // that the backup was made is told after it
  const kept = tables.filter((t) => t !== "backup_made");
  const before = await contents(source.database.connect, kept);
  // the source's own session use may have gone on; the tables kept have not
  expect(await contents(place.connect, kept)).toEqual(before);
  expect(Object.fromEntries(restored.tables.filter((t) => kept.includes(t.name)).map((t) => [t.name, t.rows]))).toEqual(Object.fromEntries(kept.map((t) => [t, before[t]?.length])));
  expect(before["report"]?.length).toBe(2);
  expect(restored.audit).toMatchObject({ fault: null, checkpoints: 1 });
  expect(await readdir(join(place.dataDir, "uploads"))).toEqual(await readdir(join(source.app.dataDir, "uploads")));
  expect((await readdir(join(place.dataDir, "audit"))).toSorted()).toEqual((await readdir(join(source.app.dataDir, "audit"))).filter((f) => f !== "signing-key.pem").toSorted());
});

test("the restored place goes on: new rows get new numbers, policies bind again, the log is signed on by a key of its own", async () => {
  const place = await emptyPlace();
  await restoreInto(place, backup);
  const store = openStore(place.connect);
  const app = { ...source.app, store, dataDir: place.dataDir };
  try {
    await store.system({ act: "test" }, async (writer) => {
      writer.note({ recordIds: [], classId: 1, before: null, after: "after the restore" });
    });
    await settled(app.store);
    await writeCheckpoint(app, newCheckpointMemory());
    const report = await verifyAudit(app);
    expect(report).toMatchObject({ fault: null, checkpoints: 2, pending: 0 });
    expect(await store.read(null, ({ db }) => db.selectFrom("import").select("id").execute())).toEqual([]);
    expect((await store.system(null, ({ db }) => db.selectFrom("import").select("id").execute())).length).toBe(2);
  } finally {
    await store.close();
  }
});

test("a place that is not empty is refused, and stays as it is", async () => {
  const place = await emptyPlace();
  await restoreInto(place, backup);
  await rm(join(place.dataDir, "uploads"), { recursive: true });
  await rm(join(place.dataDir, "audit"), { recursive: true });
  await expect(restoreInto(place, backup)).rejects.toMatchObject({ code: "restore-not-empty" });
  const withFiles = await emptyPlace();
  await mkdir(join(withFiles.dataDir, "audit"));
  await writeFile(join(withFiles.dataDir, "audit", "signing-key.pem"), "a key");
  await expect(restoreInto(withFiles, backup)).rejects.toMatchObject({ code: "restore-not-empty", params: { where: join(withFiles.dataDir, "audit") } });
});

const hurt: readonly (readonly [string, (whole: Buffer) => Buffer])[] = [
  ["cut in the middle", (b) => b.subarray(0, b.length >> 1)],
  ["without its last byte", (b) => b.subarray(0, -1)],
  ["with a byte more", (b) => Buffer.concat([b, Buffer.from([0])])],
  ["with one bit turned in the middle", (b) => Buffer.from(b.map((x, i) => (i === b.length >> 1 ? x ^ 4 : x)))],
  ["with another file behind it", (b) => Buffer.concat([b, gzipSync("more")])],
  ["empty", () => Buffer.alloc(0)],
  ["something else", () => gzipSync("a spreadsheet, perhaps")],
  ["packed again with a word changed", (b) => repacked(b, (text) => text.replace("Another's well", "Another's fell"))],
  ["packed again with a table left out", (b) => repacked(b, (text) => text.replace(/\{"kind":"table","name":"threat"[\s\S]*?"kind":"sums"[^\n]*\n/, ""))],
  ["packed again and ended early", (b) => repacked(b, (text) => text.slice(0, text.lastIndexOf('{"kind":"end"')))],
];

function repacked(whole: Buffer, change: (text: string) => string): Buffer {
  const text = gunzipSync(whole).toString("latin1");
  const changed = change(text);
  expect(changed).not.toBe(text);
  return gzipSync(Buffer.from(changed, "latin1"));
}

test.each(hurt)("a backup %s is refused, and nothing is changed", async (_, harm) => {
  const place = await emptyPlace();
  const file = join(folder, `${randomBytes(4).toString("hex")}.backup`);
  await writeFile(file, harm(await readFile(backup)));
  await expect(restoreInto(place, file)).rejects.toMatchObject({ code: "backup-damaged", params: { file } });
  await expect(verifyBackup(file)).rejects.toMatchObject({ code: "backup-damaged" });
  await isUntouched(place);
});

test.each([
  ["another format", (text: string) => text.replace('"format":1', '"format":2')],
  ["a schema that this version does not know", (text: string) => text.replace('"migrations":[', '"migrations":["9999-later.sql",')],
] as const)("a backup of %s is refused as newer", async (_, change) => {
  const file = join(folder, `${randomBytes(4).toString("hex")}.backup`);
  await writeFile(file, repacked(await readFile(backup), change));
  await expect(restoreInto(await emptyPlace(), file)).rejects.toMatchObject({ code: "backup-newer", params: { file } });
});

test("a path in a backup leads nowhere outside the data folder", async () => {
  const place = await emptyPlace();
  const file = join(folder, "path.backup");
  const name = (await readdir(join(source.app.dataDir, "uploads")))[0] ?? "";
  // The sum over the whole would tell already: it is made to hold, as whoever writes such a file would.
  const text = gunzipSync(await readFile(backup)).toString("latin1").replace(`uploads/${name}`, `../uploads/${name.slice(3)}`);
  const at = text.lastIndexOf('{"kind":"end"');
  const { createHash } = await import("node:crypto");
  const parts = (JSON.parse(text.slice(at)) as { parts: number }).parts;
  const sha256 = createHash("sha256").update(Buffer.from(text.slice(0, at), "latin1")).digest("hex");
  await writeFile(file, gzipSync(Buffer.from(`${text.slice(0, at)}${JSON.stringify({ kind: "end", parts, sha256 })}\n`, "latin1")));
  await expect(restoreInto(place, file)).rejects.toMatchObject({ code: "backup-damaged" });
  await isUntouched(place);
});

test("a file that is there is not written over, and a folder that is not there is named", async () => {
  const there = join(folder, "there.backup");
  await copyFile(backup, there);
  await appendFile(there, "mine");
  await expect(writeBackup(source.app, there)).rejects.toMatchObject({ code: "bad-input", params: { found: there } });
  expect((await readFile(there)).subarray(-4).toString()).toBe("mine");
  await expect(writeBackup(source.app, join(folder, "no", "such.backup"))).rejects.toMatchObject({ code: "bad-input" });
});
