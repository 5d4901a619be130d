import { afterAll, beforeAll, expect, test } from "vitest";
import { csv, imported } from "../leak/cast.ts";
import { type SignedUp, type TestApp, testApp } from "../support/test-app.ts";

let t: TestApp;
let importer: SignedUp;
let second: SignedUp;
let other: SignedUp;
let job: string;
beforeAll(async () => {
  t = await testApp();
  [importer, second, other] = [await t.signedUp("focal-point", "orvelle"), await t.signedUp("focal-point", "orvelle"), await t.signedUp("focal-point", "tamsund")];
  job = await imported(t, importer, "own.csv", csv(["OV-77", "OV", "Quellwasser for Diffa", 5, "NE-2", "capacity"]), false);
}, 120_000);
afterAll(() => t?.close());

/** In the list, by its words, and in the picture's count of initiatives. */
const found = async (as?: SignedUp) => {
  const list = (await t.get<{ items: unknown[] }>("/api/initiatives?q=OV-77", as)).body.items.length;
  const hits = (await t.get<{ groups: { items: unknown[] }[] }>("/api/search?q=Quellwasser", as)).body.groups.flatMap((g) => g.items).length;
  const cell = (await t.get<{ cell: { initiatives: number } }>("/api/areas/NE-2?from=2024-01&to=2026-12", as)).body.cell.initiatives;
  return { list, hits, cell };
};
const [seen, hidden] = [{ list: 1, hits: 1, cell: 1 }, { list: 0, hits: 0, cell: 0 }];

test("what was imported as one's own is published later by two persons of its side: in lists, in search and in pictures, for everyone", async () => {
  expect([await found(importer), await found(other), await found()]).toEqual([seen, hidden, hidden]);
  expect((await t.api.request(`/api/imports/${job}/marking`, { method: "PUT", headers: { ...importer.headers, "content-type": "application/json" }, body: JSON.stringify({ tlp: "TLP:CLEAR", circle: null }) })).status).toBe(400);
  const act = (await t.post<{ id: string }>("/api/acts", { kind: "widen-marking", subject: { kind: "import", id: job }, tlp: "TLP:CLEAR", reason: "agreed with the ministry" }, importer)).body.id;
  expect(await found(other)).toEqual(hidden);
  expect((await t.post(`/api/acts/${act}/second`, {}, importer)).status).toBe(403);
  expect((await t.post(`/api/acts/${act}/second`, {}, second)).status).toBe(200);
  expect([await found(importer), await found(other), await found()]).toEqual([seen, seen, seen]);
  expect((await t.get(`/api/imports/${job}`, other)).status).toBe(404);
});

test("its own side closes it again at once, and it is found nowhere by others; the log tells of both", async () => {
  const narrowed = await t.api.request(`/api/imports/${job}/marking`, { method: "PUT", headers: { ...importer.headers, "content-type": "application/json" }, body: JSON.stringify({ tlp: "TLP:AMBER", circle: null }) });
  expect(narrowed.status).toBe(200);
  expect([await found(importer), await found(other), await found()]).toEqual([seen, hidden, hidden]);
  const acts = (await t.get<{ items: { act: string }[] }>("/api/audit?limit=20", importer)).body.items.map((e) => e.act);
  expect(acts).toEqual(expect.arrayContaining(["propose-act", "second-act", "mark-import"]));
});
