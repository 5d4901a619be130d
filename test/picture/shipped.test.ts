import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Initiative } from "../../src/api/schemas/initiatives.ts";
import { Picture } from "../../src/api/schemas/picture.ts";
import { refreshWords } from "../../src/app/search/refresh-words.ts";
import { loadShipped } from "../../src/app/load-shipped.ts";
import { coalitions, type TestApp, testApp } from "../support/test-app.ts";

let folder: string;
let t: TestApp;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-shipped-"));
  await cp(coalitions.small, folder, { recursive: true });
  for (const part of ["initiatives", "events"]) await mkdir(join(folder, part));
  t = await testApp({ coalition: folder, now: () => new Date("2024-06-15T12:00:00Z") });
  // As on a database that a server has been started on before.
  await refreshWords(t.app.store);
});
afterAll(async () => {
  await t.close();
  await rm(folder, { recursive: true, force: true });
});

const header = "identifier,reporter_ref,reporter_name,title,actual_start,actual_end,commitment,commitment_date,currency,countries,areas,lines";
const row = (id: string, usd: number) => `${id},XA-1,Alpha,Plan ${id},2024-01-01,2024-12-31,${usd},2024-01-01,USD,NE,NE-2,capacity`;
const edition = async (...rows: readonly string[]) => {
  await writeFile(join(folder, "initiatives", "a.csv"), `${[header, ...rows].join("\n")}\n`);
  const said: string[] = [];
  await loadShipped(t.app, (line) => said.push(line));
  return said;
};
const events = (...rows: readonly string[]) => writeFile(join(folder, "events", "e.csv"), `area,month,events,deaths_best,deaths_low,deaths_high,precision,source\n${rows.join("\n")}\n`);
const picture = async () => Picture.parse((await t.get("/api/picture?from=2024-01&to=2024-06")).body);

test("what is shipped is loaded once, and what it rests on is cited", async () => {
  await events("NE-2,2024-02,3,4,4,9,1:3,Count A", "NE-2,2024-03,1,0,0,0,1:1,Count A", "NE-2,2024-03,2,1,1,1,1:2,Count B");
  await writeFile(join(folder, "events", "sources.csv"), "source,publisher,licence,url\nCount A,A university,CC BY 4.0,https://count.example/\n");
  expect(await edition(row("one", 12), row("two", 24))).toEqual(["Loaded 2 reports of initiatives.", "Loaded violent events of 3 months and areas."]);
  expect(await edition(row("one", 12), row("two", 24))).toEqual([]);
  const p = await picture();
  expect(p.totals).toMatchObject({ unique: 36, inPeriod: 18 });
  expect(p.sources).toEqual(expect.arrayContaining([{ what: "threat", title: "Count A", licence: "CC BY 4.0", url: "https://count.example/" }, { what: "threat", title: "Count B", licence: null, url: null }]));
  // two sources that count the same month may count the same events: the higher stands, their sum does not
  expect(p.cells.find((c) => c.area.code === "NE-2")?.threat).toEqual({ events: 5, deaths: 5, trend: null, months: { from: "2024-02", to: "2024-03" } });
});

test("a new edition corrects, leaves out and brings back; what it said before is history", async () => {
  await edition(row("one", 120));
  expect((await picture()).totals.unique).toBe(120);
  expect((await picture()).sentence.initiatives).toBe(1);
  await edition(row("one", 12), row("two", 24));
  expect((await picture()).totals.unique).toBe(36);
  const list = (await t.get<{ items: { id: string }[] }>("/api/initiatives?q=one")).body.items;
  const page = Initiative.parse((await t.get(`/api/initiatives/${list[0]?.id}`)).body);
  expect(page.money.usd).toBe(12);
  expect(page.history).toMatchObject([{ changed: ["money"], by: page.reports[0]?.report.id }]);
});

test("a file with a row that cannot come in is refused whole, with its place", async () => {
  await expect(edition(row("one", 1), "three,XA-1,Alpha,,,,,,,,,")).rejects.toMatchObject({ code: "csv-invalid", params: { file: "a.csv", line: 3 } });
  expect((await picture()).totals.unique).toBe(36);
});
