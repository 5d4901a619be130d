import { EventEmitter, once } from "node:events";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../../test/support/test-app.ts";
import { readImport } from "../app/imports/read-import.ts";
import { startImport } from "../app/imports/start-import.ts";
import { fault } from "../base/errors.ts";
import { importQueue } from "./import-queue.ts";

let t: TestApp;
beforeAll(async () => {
  t = await testApp();
});
afterAll(() => t?.close());

const bytes = async function* () { yield Buffer.from("identifier,reporter_name,title\nA,M,T\n"); };

test("an import is taken up again when the database is back that was away, also for noting that it failed", async () => {
  const officer = await t.signedUp("secretariat", t.app.coalition.focusBodyId);
  const told = new EventEmitter();
  let away = true;
  let tries = 0;
  const store: typeof t.app.store = { ...t.app.store, system: (act, work) => (away ? Promise.reject(fault("database-unreachable", { where: "database", reason: "57P02" })) : t.app.store.system(act, work)) };
  const log = { info: () => {}, error: () => { tries += 1; if (tries === 3) away = false; told.emit("tried"); } };
  away = false;
  const queue = await importQueue({ ...t.app, store }, log, 1);
  away = true;
  const id = await startImport(t.app, officer.secret, { fileName: "a.csv", publication: false, bytes: bytes() });
  queue.add(id);
  while (tries < 3) await once(told, "tried");
  for (;;) if ((await readImport(t.app, officer.secret, id, ["en"])).state === "done") break;
  await queue.stop();
  expect(await readImport(t.app, officer.secret, id, ["en"])).toMatchObject({ state: "done", counts: { added: 1 }, problem: null });
});

test("a folder that cannot hold uploads is named, and nothing is taken in", async () => {
  const officer = await t.signedUp("secretariat", t.app.coalition.focusBodyId);
  const folder = join(t.app.dataDir, "uploads");
  await rm(folder, { recursive: true, force: true });
  await writeFile(folder, "in its place");
  await expect(startImport(t.app, officer.secret, { fileName: "b.csv", publication: false, bytes: bytes() })).rejects.toMatchObject({ code: "data-folder-not-writable", params: { folder } });
  expect(await readFile(folder, "utf8")).toBe("in its place");
});
