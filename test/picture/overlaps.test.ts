import { afterAll, beforeAll, expect, test } from "vitest";
import { Initiative } from "../../src/api/schemas/initiatives.ts";
import { OverlapList, OverlapPair } from "../../src/api/schemas/overlaps.ts";
import { fullWorld, type World } from "./world.ts";

let w: World;
beforeAll(async () => {
  w = await fullWorld();
});
afterAll(() => w.close());

const half = "from=2024-01&to=2024-06";
const overlaps = async (query = half): Promise<OverlapList> => OverlapList.parse((await w.get(`/api/overlaps?${query}`)).body);
const titles = (list: OverlapList) => list.items.map((o) => [o.a.title.text, o.b.title.text].sort().join(" / "));
const pair = async (a: string, b: string, query = "") => OverlapPair.parse((await w.get(`/api/overlaps/${await w.initiative(a)}/${await w.initiative(b)}${query}`)).body);

test("pairs stand in the order of the money that both put to the same use", async () => {
  const list = await overlaps();
  expect(titles(list).slice(0, 2)).toEqual(["Training of all wardens / Training of women wardens", "Advice to ministries / Two things in two places"]);
  expect(list.items.map((o) => Math.round((o.contestedUsd ?? 0) * 1e6) / 1e6)).toEqual([100, 41.25, 12, 12, 12]);
  expect(list).toMatchObject({ total: 5, next: null, basis: "commitment" });
});

test("women 100 against women, men and youth 300: all of the smaller one is contested", async () => {
  const p = await pair("XA-1-women", "XB-1-people");
  expect(p).toMatchObject({ kind: "money", lines: ["capacity"], areaCount: 1, months: { from: "2024-01", to: "2024-10" }, monthCount: 10, presence: expect.closeTo(1 / 3, 9), duplicationUsd: null, need: null, decision: null });
  expect(p.contestedUsd).toBeCloseTo(100, 9);
  expect(p.score).toBeCloseTo(1, 9);
  expect(p.rules).toEqual([]);
  expect(p.sharedGroups.map((g) => g.group)).toEqual(["women"]);
  expect(p.byMonth).toHaveLength(10);
  for (const m of p.byMonth) expect([m.a, m.b, m.contested].map((n) => Math.round((n ?? 0) * 1e6) / 1e6)).toEqual([10, 10, 10]);
  expect(p.byArea).toMatchObject([{ area: { code: "NE-2" }, needUsd: null, supplyUsd: expect.closeTo(400, 9) }]);
  expect(new Set([p.totals.a, p.totals.b])).toEqual(new Set([100, 300]));
  expect(p.contributions.a.map((c) => c.usd)).toEqual([p.totals.a]);
  expect(p.contributions.b.map((c) => c.usd)).toEqual([p.totals.b]);
  // one initiative would keep both funders' money: merging these loses nothing, because two funders pay
  expect(p.ifOneUsd).toBeCloseTo(0, 9);
  const implementers = p.rows.find((r) => r.field === "implementers");
  expect(new Set([implementers?.a.value?.[0]?.text, implementers?.b.value?.[0]?.text])).toEqual(new Set(["Alpha", "Beta"]));
});

test("the same pair is the same from either side", async () => {
  const [x, y] = [await pair("XA-1-women", "XB-1-people"), await pair("XB-1-people", "XA-1-women")];
  expect(x.contestedUsd).toBe(y.contestedUsd);
  expect(x.byMonth.map((m) => m.contested)).toEqual(y.byMonth.map((m) => m.contested));
});

test("a pair that is known to meet in a country only says so, and can be asked for apart", async () => {
  const [, country] = (await overlaps()).items;
  expect(country).toMatchObject({ areas: [{ code: "NE", level: 0 }], rules: ["country-level", "coarsened", "unknown-group-half"] });
  expect(country?.score).toBeCloseTo(41.25 / 120, 9);
  expect((await overlaps(`${half}&place=area`)).total).toBe(4);
  expect(titles(await overlaps(`${half}&place=country`))).toEqual(["Advice to ministries / Two things in two places"]);
  expect((await overlaps(`${half}&area=NE-7`)).total).toBe(3);
  expect((await overlaps(`${half}&area=NE-6`)).total).toBe(0);
});

test("parent and child are no overlap, and two that do not meet are no pair", async () => {
  const [parent, child] = [await w.initiative("XC-1-parent"), await w.initiative("XC-1-child")];
  expect((await overlaps()).items.some((o) => o.a.id === parent || o.b.id === parent)).toBe(false);
  expect((await w.get(`/api/overlaps/${parent}/${child}`)).status).toBe(404);
  expect((await w.get(`/api/overlaps/${parent}/${parent}`)).status).toBe(404);
  expect((await w.get(`/api/overlaps/${parent}/${crypto.randomUUID()}`)).status).toBe(404);
  const page = Initiative.parse((await w.get(`/api/initiatives/${child}`)).body);
  expect(page.overlaps.total).toBe(0);
  expect(page.related).toMatchObject([{ type: "parent", identifier: "XC-1-parent", initiative: { id: parent } }]);
});

test("a programme and its own part are not crowded against each other", async () => {
  const cells = (await w.get<{ cells: { area: { code: string }; contestedUsd: number | null }[] }>(`/api/picture?${half}&line=stabilisation`)).body.cells;
  expect(cells.find((c) => c.area.code === "NG-BO")?.contestedUsd).toBe(0);
});

test("pages of a list follow one another and end", async () => {
  const seen: string[] = [];
  let next: string | null = "";
  while (next !== null) {
    const page: OverlapList = await overlaps(`${half}&limit=2${next === "" ? "" : `&cursor=${next}`}`);
    seen.push(...titles(page));
    next = page.next;
  }
  expect(seen).toHaveLength(5);
  expect(new Set(seen).size).toBe(5);
});

test("an unknown budget gives presence and no money", async () => {
  await w.brought("dark.csv", "identifier,reporter_ref,reporter_name,title,status,actual_start,actual_end,countries,areas,lines,target_groups,last_updated\nXE-1-dark,XE-1,Epsilon,Also in Tahoua,2,2024-01-01,2024-12-31,NE,NE-5,capacity,men,2024-02-01\n");
  const list = await overlaps(`${half}&kind=presence`);
  expect(list.items).toMatchObject([{ kind: "presence", contestedUsd: null, score: null, duplicationUsd: null, presence: expect.closeTo(1, 9) }]);
  const p = await pair("XE-1-dark", "XA-1-dark");
  expect(p).toMatchObject({ contestedUsd: null, ifOneUsd: null, totals: { a: null, b: null } });
  expect(p.byMonth.every((m) => m.a === null && m.b === null && m.contested === null)).toBe(true);
});
