import { readFile, writeFile } from "node:fs/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { leafDigest } from "../../audit/leaf.ts";
import { testCluster } from "../../../test/support/database.ts";
import { type TestApp, testApp } from "../../../test/support/test-app.ts";
import { verifyForViewer } from "../operation/verify-for-viewer.ts";
import { rootsFile } from "./audit-keys.ts";
import { verifyAudit } from "./verify-audit.ts";
import { settled } from "../../../test/support/settled.ts";
import { newCheckpointMemory, writeCheckpoint } from "./write-checkpoint.ts";

// The log of a real database, changed behind the application's back by who owns the database server.

let own: TestApp;
let owner: pg.Client;
let roots: string;
const tables = ["audit_leaf", "audit_position", "audit_checkpoint"];

beforeAll(async () => {
  own = await testApp();
  owner = new pg.Client((await testCluster()).administer(own.database.name));
  await owner.connect();
  // an account of its own side makes a second marking
  await own.signedUp("secretariat", own.app.coalition.focusBodyId);
  const memory = newCheckpointMemory();
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < 4; i++) await write(`write ${round}.${i}`);
    await settled(own.app.store);
    await writeCheckpoint(own.app, memory);
  }
  await write("not yet signed");
  roots = await readFile(rootsFile(own.app.dataDir), "utf8");
  for (const t of tables) await owner.query(`create table kept_${t} as table ${t}`);
});

afterEach(async () => {
  for (const t of tables.toReversed()) await owner.query(`delete from ${t}`);
  await owner.query("delete from audit_leaf");
  for (const t of tables) await owner.query(`insert into ${t} overriding system value select * from kept_${t}`);
  await writeFile(rootsFile(own.app.dataDir), roots);
});

afterAll(async () => {
  await owner.end();
  await own.close();
});

async function write(words: string): Promise<void> {
  await own.app.store.system({ act: "test", reason: words }, async (writer) => {
    writer.note({ recordIds: [], classId: 1, before: { was: words }, after: { is: words } });
  });
}

const at = async (position: number): Promise<string> => (await owner.query<{ leaf_id: string }>("select leaf_id from audit_position where position = $1", [position])).rows[0]?.leaf_id ?? "";

test("an untouched log holds, with all its checkpoints", async () => {
  expect(await verifyAudit(own.app)).toMatchObject({ fault: null, checkpoints: 2, pending: 1, checkpointsFrom: "file" });
});

test.each([
  ["what was before", `"before" = '{"was":"nothing"}'`],
  ["what was after", `"after" = '{"is":"nothing"}'`],
  ["who did it", "account_id = gen_random_uuid()"],
  ["the role", "role = 'chair'"],
  ["the act", "act = 'read'"],
  ["the reason", "reason = 'as agreed'"],
  ["when", "at = at - interval '1 day'"],
  ["the records", "record_ids = array[gen_random_uuid()]"],
  ["its marking", "class_id = (select max(id) from visibility_class)"],
])("a row in which %s was changed is named", async (_, change) => {
  const id = await at(3);
  const { rowCount } = await owner.query(`update audit_leaf set ${change} where id = $1`, [id]);
  expect(rowCount).toBe(1);
  expect((await verifyAudit(own.app)).fault).toMatchObject({ kind: "leaf", what: "changed", id, position: 3 });
});

test("a row that waits for its signature is checked too", async () => {
  const { rows } = await owner.query<{ id: string }>("update audit_leaf set act = 'nothing' where id not in (select leaf_id from audit_position) returning id");
  expect((await verifyAudit(own.app)).fault).toMatchObject({ kind: "leaf", what: "changed", id: rows[0]?.id });
});

test("a row that was removed with its place leaves a gap that is named", async () => {
  const id = await at(5);
  await owner.query("delete from audit_position where position = 5");
  await owner.query("delete from audit_leaf where id = $1", [id]);
  expect((await verifyAudit(own.app)).fault).toMatchObject({ kind: "leaf", what: "removed", position: 5 });
});

test("the last signed rows cannot be taken away with their checkpoint: the file beside the database knows them", async () => {
  const { rows } = await owner.query<{ size: string }>("select size from audit_checkpoint where n = 0");
  await owner.query("delete from audit_position where position >= $1", [rows[0]?.size]);
  await owner.query("delete from audit_leaf where id not in (select leaf_id from audit_position)");
  await owner.query("delete from audit_checkpoint where n = 1");
  expect((await verifyAudit(own.app)).fault).toMatchObject({ kind: "leaf", what: "removed", position: Number(rows[0]?.size) });
});

test("two rows that changed places are named", async () => {
  await owner.query(`update audit_position p set position = -1 - position where position in (2, 3)`);
  await owner.query(`update audit_position p set position = case position when -3 then 3 else 2 end where position < 0`);
  expect((await verifyAudit(own.app)).fault).toMatchObject({ kind: "leaf", what: "reordered" });
});

test("a row rewritten with every hash that the database holds is named by the hashes kept beside it", async () => {
  const id = await at(1);
  const { rows } = await owner.query("select * from audit_leaf where id = $1", [id]);
  const l = rows[0];
  const hash = leafDigest({
    id, at: l.at.toISOString(), accountId: l.account_id, role: l.role, holderId: l.holder_id, act: "something harmless", reason: l.reason, recordIds: l.record_ids, classId: l.class_id, beforeHash: l.before_hash, afterHash: l.after_hash,
  });
  await owner.query("update audit_leaf set act = 'something harmless', leaf_hash = $2 where id = $1", [id, hash]);
  await owner.query("update audit_position set leaf_hash = $2 where leaf_id = $1", [id, hash]);
  expect((await verifyAudit(own.app)).fault).toMatchObject({ kind: "leaf", what: "changed", id, position: 1 });
});

test("a checkpoint that was changed in the file has no signature", async () => {
  await writeFile(rootsFile(own.app.dataDir), roots.replace(/"root":"./, (found) => (found.endsWith("0") ? '"root":"1' : '"root":"0')));
  expect((await verifyAudit(own.app)).fault).toMatchObject({ kind: "checkpoint", what: "signature", checkpoint: 0 });
});

test("a line of the file that is none is named", async () => {
  await writeFile(rootsFile(own.app.dataDir), `garbage\n${roots}`);
  await expect(verifyAudit(own.app)).rejects.toMatchObject({ code: "audit-broken", params: { where: `${rootsFile(own.app.dataDir)}:1` } });
});

test("a viewer who may ask is answered that the log does not hold, also where its file cannot be read", async () => {
  const officer = await own.signedUp("secretariat", own.app.coalition.focusBodyId);
  // an app of its own each: an answer is kept for a minute
  expect(await verifyForViewer({ ...own.app }, officer.secret)).toMatchObject({ holds: true });
  await writeFile(rootsFile(own.app.dataDir), `garbage\n${roots}`);
  expect(await verifyForViewer({ ...own.app }, officer.secret)).toMatchObject({ holds: false });
  await writeFile(rootsFile(own.app.dataDir), roots.replace(/"signature":"../, '"signature":"AA'));
  expect(await verifyForViewer({ ...own.app }, officer.secret)).toMatchObject({ holds: false });
});

test("a last line that a crash cut short is passed over, and written anew by the next checkpoint", async () => {
  await writeFile(rootsFile(own.app.dataDir), `${roots.split("\n")[0]}\n{"n":1,"si`);
  expect(await verifyAudit(own.app)).toMatchObject({ fault: null, checkpoints: 2 });
  await settled(own.app.store);
  await writeCheckpoint(own.app, newCheckpointMemory());
  expect(await verifyAudit(own.app)).toMatchObject({ fault: null, checkpoints: 3, pending: 0 });
});

test("the file's last line may be missing after a crash: the database has that checkpoint, and it holds", async () => {
  await writeFile(rootsFile(own.app.dataDir), `${roots.split("\n")[0]}\n`);
  expect(await verifyAudit(own.app)).toMatchObject({ fault: null, checkpoints: 2 });
});
