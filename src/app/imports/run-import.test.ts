import { existsSync } from "node:fs";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { generateIati } from "../../../bench/generate/iati.ts";
import { type SignedUp, type TestApp, testApp } from "../../../test/support/test-app.ts";
import { storableJson } from "./encode-rows.ts";
import { importSummary } from "./import-summary.ts";
import { readImport } from "./read-import.ts";
import { resumeImport } from "./resume-import.ts";
import { runImport, unfinishedImports } from "./run-import.ts";
import { startImport, uploadPath } from "./start-import.ts";

let own: TestApp;
let officer: SignedUp;
const never = new AbortController().signal;

beforeAll(async () => {
  own = await testApp();
  officer = await own.signedUp("secretariat", own.app.coalition.focusBodyId);
});
afterAll(() => own.close());
afterEach(() =>
  own.app.store.system({ act: "test" }, async (w) => {
    for (const table of ["import_fault", "report", "import"] as const) await w.db.deleteFrom(table).execute();
    w.note({ recordIds: [], classId: 1, before: null, after: "emptied" });
  }),
);

type Activity = { readonly id: string; readonly title: string; readonly updated?: string };
const iati = (...activities: readonly (Activity | string)[]) =>
  `<iati-activities version="2.03">\n${activities.map((a) => (typeof a === "string" ? a : `<iati-activity${a.updated === undefined ? "" : ` last-updated-datetime="${a.updated}"`}><iati-identifier>${a.id}</iati-identifier><reporting-org ref="XX-1" type="10"><narrative>Office</narrative></reporting-org><title><narrative>${a.title}</narrative></title><description><narrative>d</narrative></description><participating-org role="1" ref="XX-1"/><activity-status code="2"/><activity-date type="2" iso-date="2024-01-01"/><recipient-country code="NE"/><sector vocabulary="1" code="15210"/></iati-activity>`)).join("\n")}\n</iati-activities>`;

async function take(content: string | Uint8Array, fileName = "a.xml"): Promise<string> {
  const bytes = async function* () { yield typeof content === "string" ? Buffer.from(content) : content; };
  return startImport(own.app, officer.secret, { fileName, publication: false, bytes: bytes() });
}
const told = (id: string) => readImport(own.app, officer.secret, id, ["en"]);
async function brought(content: string | Uint8Array) {
  const id = await take(content);
  await runImport(own.app, id, never);
  return told(id);
}
const versions = (identifier: string) =>
  own.app.store.system(null, ({ db }) => db.selectFrom("report").select(["title", "current", "arrived"]).where("identifier", "=", identifier).orderBy("received_at").orderBy("id").execute());
const all = async () =>
  (await own.app.store.system(null, ({ db }) => db.selectFrom("report").select(["identifier", "content_sha256", "current", "arrived", "line", "title"]).execute())).map((r) => JSON.stringify(r)).toSorted();

test("the same file twice changes nothing", async () => {
  const file = iati({ id: "XX-1-A", title: "One" }, { id: "XX-1-B", title: "Two" });
  expect(await brought(file)).toMatchObject({ state: "done", counts: { read: 2, added: 2, unchanged: 0 } });
  const before = await all();
  expect(await brought(file)).toMatchObject({ state: "done", counts: { read: 2, added: 0, superseded: 0, unchanged: 2 } });
  expect(await all()).toEqual(before);
});

test("a newer version supersedes the older one and keeps it; an older one that comes later is history", async () => {
  await brought(iati({ id: "XX-1-A", title: "Second", updated: "2024-02-01T00:00:00Z" }));
  expect((await brought(iati({ id: "XX-1-A", title: "Third", updated: "2024-03-01T00:00:00Z" }))).counts).toMatchObject({ superseded: 1, added: 0 });
  expect((await brought(iati({ id: "XX-1-A", title: "First", updated: "2024-01-01T00:00:00Z" }))).counts).toMatchObject({ older: 1, superseded: 0 });
  expect((await versions("XX-1-A")).toSorted((a, b) => (a.title < b.title ? -1 : 1))).toEqual([
    { title: "First", current: false, arrived: "older" },
    { title: "Second", current: false, arrived: "added" },
    { title: "Third", current: true, arrived: "superseded" },
  ]);
});

test("of two versions in one file the later dated one counts, whatever their order", async () => {
  expect((await brought(iati({ id: "XX-1-A", title: "New", updated: "2024-03-01T00:00:00Z" }, { id: "XX-1-A", title: "Old", updated: "2024-01-01T00:00:00Z" }))).counts).toMatchObject({ added: 1, older: 1 });
  expect((await versions("XX-1-A")).filter((v) => v.current)).toEqual([{ title: "New", current: true, arrived: "added" }]);
});

test("a bad record is set aside with line, path, found and expected, and the good ones come in", async () => {
  const job = await brought(iati({ id: "XX-1-A", title: "One" }, `<iati-activity><iati-identifier>XX-1-BAD</iati-identifier><reporting-org ref="XX-1"/><title><narrative>t</narrative></title><activity-date type="2" iso-date="31/02/2020"/></iati-activity>`, { id: "XX-1-B", title: "Two" }));
  expect(job).toMatchObject({ state: "done", counts: { read: 3, added: 2, setAside: 1 } });
  expect(job.faults.filter((f) => f.severity === "error")).toMatchObject([{ file: "a.xml", line: 3, path: "/iati-activities/iati-activity[2]/activity-date/@iso-date", found: "31/02/2020", expected: "a date, e.g. 2024-05-31", identifier: "XX-1-BAD", hasRaw: true }]);
  let csv = "";
  for await (const piece of importSummary(own.app, officer.secret, job.id)) csv += Buffer.from(piece).toString();
  expect(csv).toContain('"31/02/2020"');
});

test("what PostgreSQL's text cannot hold is shown as the replacement character", () => {
  expect(storableJson({ a: "a\0b", b: ["\ud800x"], c: "\\u0000" })).toBe('{"a":"a\ufffdb","b":["\ufffdx"],"c":"\\\\u0000"}');
});

test("stopped after any batch and taken up again, it ends with the reports and counts of an undisturbed run", async () => {
  // long enough for a thread of its own, and for several batches
  const pieces: Uint8Array[] = [];
  for await (const piece of generateIati(1_100, 4, { broken: 0.02 })) pieces.push(piece);
  const file = Buffer.concat(pieces);
  const calm = await brought(file);
  const expected = await all();
  await own.app.store.system({ act: "test" }, async (w) => {
    for (const table of ["import_fault", "report", "import"] as const) await w.db.deleteFrom(table).execute();
    w.note({ recordIds: [], classId: 1, before: null, after: "emptied" });
  });
  const id = await take(file);
  for (const batches of [1, 2]) {
    const stop = new AbortController();
    let seen = 0;
    await runImport(own.app, id, stop.signal, { progress: () => { if (++seen === batches) stop.abort(); } });
    expect(await told(id)).toMatchObject({ state: "reading" });
    expect(await unfinishedImports(own.app)).toEqual([id]);
    expect(existsSync(uploadPath(own.app, id))).toBe(true);
  }
  await runImport(own.app, id, never);
  const job = await told(id);
  expect(job.counts).toEqual(calm.counts);
  expect(await all()).toEqual(expected);
  expect(existsSync(uploadPath(own.app, id))).toBe(false);
}, 120_000);

test("only one at a time is at an import, and one that has ended is not run again", async () => {
  const id = await take(iati({ id: "XX-1-A", title: "One" }));
  await Promise.all([runImport(own.app, id, never), runImport(own.app, id, never)]);
  const done = await told(id);
  expect(done).toMatchObject({ state: "done", counts: { read: 1, added: 1, unchanged: 0 } });
  await runImport(own.app, id, never);
  expect(await told(id)).toEqual(done);
});

test("an import whose file is gone fails with its reason, and cannot be resumed without it", async () => {
  const id = await take(iati({ id: "XX-1-A", title: "One" }));
  const { rm } = await import("node:fs/promises");
  await rm(uploadPath(own.app, id));
  await runImport(own.app, id, never);
  expect(await told(id)).toMatchObject({ state: "failed", problem: { code: "not-found" } });
  await expect(resumeImport(own.app, officer.secret, id)).rejects.toMatchObject({ code: "conflict-edit" });
});

test("a title longer than an index can hold does not end an import", async () => {
  const title = Array.from({ length: 4_000 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7_919) % 20_000))).join("");
  expect(await brought(iati({ id: "XX-1-A", title }))).toMatchObject({ state: "done", counts: { added: 1 } });
});
