import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type SignedUp, type TestApp, testApp } from "../../../test/support/test-app.ts";
import { clearUploads } from "./clear-uploads.ts";
import { runImport } from "./run-import.ts";
import { startImport } from "./start-import.ts";

let t: TestApp;
let officer: SignedUp;
beforeAll(async () => {
  t = await testApp();
  officer = await t.signedUp("secretariat", t.app.coalition.focusBodyId);
});
afterAll(() => t?.close());

const csv = "identifier,reporter_name,title\nA,M,T\n";
const take = () =>
  startImport(t.app, officer.secret, { fileName: "a.csv", publication: false, bytes: (async function* () { yield Buffer.from(csv); })() });
const aged = async (name: string, hours: number): Promise<string> => {
  const path = join(t.app.dataDir, "uploads", name);
  await writeFile(path, csv, { flag: "a" });
  const then = new Date(Date.now() - hours * 3_600_000);
  await utimes(path, then, then);
  return name;
};

test("a server that never took a file in has nothing to clear", async () => {
  expect(await clearUploads(t.app)).toEqual([]);
});

test("what crashes left is removed; what is to be read, now or again, stays however old it is", async () => {
  await mkdir(join(t.app.dataDir, "uploads"), { recursive: true });
  const [done, waiting, failed] = [await take(), await take(), await take()];
  await runImport(t.app, done, new AbortController().signal);
  await t.app.store.system({ act: "test" }, async (w) => {
    await w.db.updateTable("import").set({ state: "failed" }).where("id", "=", failed).execute();
    w.note({ recordIds: [failed], classId: 1, before: null, after: "failed" });
  });
  const stranger = "3f1c8a52-0d7e-4b3a-9c41-5e6f7a8b9c0d";
  const left = [await aged("cut-off.part", 2), await aged(stranger, 24 * 31), await aged(done, 0)];
  const stay = [await aged(waiting, 24 * 365), await aged(failed, 24 * 365), await aged("coming-in.part", 0), await aged("unknown", 24)];
  expect((await clearUploads(t.app)).toSorted()).toEqual(left.toSorted());
  expect((await readdir(join(t.app.dataDir, "uploads"))).toSorted()).toEqual(stay.toSorted());
  await runImport(t.app, waiting, new AbortController().signal);
  expect((await readdir(join(t.app.dataDir, "uploads"))).includes(waiting)).toBe(false);
});
