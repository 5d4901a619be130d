import { afterAll, beforeAll, expect, test } from "vitest";
import { Picture } from "../../src/api/schemas/picture.ts";
import { fullWorld, type World } from "./world.ts";

let w: World;
beforeAll(async () => {
  w = await fullWorld();
});
afterAll(() => w.close());

const half = "from=2024-01&to=2024-06";
const picture = async (query = half): Promise<Picture> => Picture.parse((await w.get(`/api/picture?${query}`)).body);
const cell = (p: Picture, code: string) => p.cells.find((c) => c.area.code === code);
const inMonth = (p: Picture, month: string) => p.months.find((m) => m.month === month);

test("the sentence counts what is at work on a line in the period", async () => {
  const p = await picture();
  expect(p.sentence).toEqual({ reporters: 6, members: 0, initiatives: 15, overlaps: 5, areas: 45, areasNoneReported: 0, areasNotKnown: 36, areasUnderServed: null, needKnown: false });
  expect(p.computedFrom).toEqual({ reports: 17, initiatives: 15 });
  expect(p.facets.other).toBe(1);
  expect(p.facets.lines).toEqual([{ line: "counter-finance", initiatives: 2 }, { line: "capacity", initiatives: 6 }, { line: "stabilisation", initiatives: 5 }, { line: "resilience", initiatives: 3 }]);
  expect(p.marking).toEqual({ tlp: "TLP:CLEAR", openTo: { kind: "everyone", names: [] } });
});

test("reported, unique and uncertain: a chain counts once, a secondary reporter only where it is alone, unknown is in none", async () => {
  const { totals, linking, basis } = await picture();
  expect(totals.reported).toBeCloseTo(2_530 - 1_000 + 6_400, 9);
  expect(totals.unique).toBeCloseTo(2_470, 9);
  expect(totals.inPeriod).toBeCloseTo(1_190, 9);
  expect(totals).toMatchObject({ basis: "commitment", uncertain: 0, unknownBudget: 2 });
  expect(basis).toEqual({ basis: "commitment", why: "most-stated" });
  // nothing searches for double reports under different identifiers: zero uncertain must not be read as none
  expect(linking).toBe("same-identifier");
});

test("another basis is another picture: bases never mix", async () => {
  const p = await picture(`${half}&basis=budget`);
  expect(p.basis).toEqual({ basis: "budget", why: "asked" });
  expect(p.totals).toMatchObject({ basis: "budget", reported: 240, unique: 240, inPeriod: 60, unknownBudget: 14 });
  expect((await picture(`${half}&basis=pledge`)).totals).toMatchObject({ reported: 0, unique: 0, unknownBudget: 15 });
});

test("a cell adds up what is known there in the period, and says what is not known", async () => {
  const p = await picture();
  expect(cell(p, "NE-2")).toMatchObject({ initiatives: 2, supplyUsd: 240, unknownBudget: 0, state: "reported", overlaps: 1, contestedUsd: 60, need: { basis: "priority", usd: null, priority: { rank: 3, of: 6 } }, coverage: null, label: null });
  expect(cell(p, "NE-1")?.supplyUsd).toBeCloseTo(600, 9);
  expect(cell(p, "NE-3")?.supplyUsd).toBeCloseTo(20, 9);
  expect(cell(p, "NE-6")?.supplyUsd).toBeCloseTo(45, 9);
  expect(cell(p, "NE-8")).toMatchObject({ initiatives: 2, supplyUsd: 72, contestedUsd: 0 });
  expect(cell(p, "NG-BO")?.supplyUsd).toBeCloseTo(135, 9);
  // reported, nothing known of money: neither zero nor contested by zero
  expect(cell(p, "NE-5")).toMatchObject({ initiatives: 1, supplyUsd: null, unknownBudget: 1, state: "reported", contestedUsd: null });
  expect(cell(p, "NE-4")).toMatchObject({ initiatives: 1, supplyUsd: null, unknownBudget: 1 });
  // nobody's report is no report of nobody
  expect(cell(p, "NG-YO")).toMatchObject({ initiatives: 0, supplyUsd: null, state: "not-known", contestedUsd: null });
});

test("pairs never add up: what three contest in a cell is less than their three pairs", async () => {
  const p = await picture("from=2024-01&to=2024-12");
  const here = p.overlaps.items.filter((o) => o.areas.some((a) => a.code === "NE-7"));
  expect(here.map((o) => o.contestedUsd)).toEqual([12, 12, 12]);
  expect(cell(p, "NE-7")).toMatchObject({ supplyUsd: 36, contestedUsd: 24, overlaps: 3 });
});

test("money known for the country alone stands beside the map", async () => {
  const p = await picture();
  expect(p.besideMap).toEqual([{ country: { code: "NE", name: { text: "Niger", language: "en" } }, initiatives: 1, usd: 60 }]);
  expect(p.cells.some((c) => c.area.level === 0)).toBe(false);
});

test("filters by line, country and reporter narrow every part, and shares are not blown up", async () => {
  const line = await picture(`${half}&line=counter-finance`);
  expect(line.sentence.initiatives).toBe(2);
  expect(line.totals.unique).toBe(360);
  expect(line.totals.inPeriod).toBeCloseTo(90, 9);
  expect(cell(line, "NE-6")?.supplyUsd).toBeCloseTo(22.5, 9);
  expect(inMonth(line, "2024-01")?.supplyUsd).toBeCloseTo(15, 9);
  expect(line.besideMap[0]?.usd).toBe(60);

  const country = await picture(`${half}&country=ng`);
  expect(country.sentence).toMatchObject({ initiatives: 3, areas: 37 });
  expect(country.totals.inPeriod).toBeCloseTo(135, 9);
  expect(inMonth(country, "2024-01")?.supplyUsd).toBeCloseTo(22.5, 9);
  expect(inMonth(country, "2024-02")?.events).toBe(1);
  expect(country.besideMap).toEqual([]);

  const both = await picture(`${half}&country=NG&line=counter-finance`);
  expect(both.totals.inPeriod).toBeCloseTo(7.5, 9);
  expect(both.besideMap).toEqual([]);

  const atlas = line.facets.reporters.length > 0 ? (await picture()).facets.reporters.find((r) => r.reporter.code === "XT-1") : undefined;
  const mine = await picture(`${half}&member=${atlas?.reporter.id}`);
  expect(mine.sentence.initiatives).toBe(2);
  // the initiative is the same whoever is asked about: the funder's 1,000, not the atlas's 5,000
  expect(mine.totals.unique).toBe(1_024);
  expect((await picture(`${half}&line=capacity&line=resilience`)).sentence.initiatives).toBe(9);
});

test("months say what lies in each, and nothing where nobody counts", async () => {
  const p = await picture();
  expect(inMonth(p, "2024-01")).toEqual({ month: "2024-01", supplyUsd: 195, events: 5, deaths: 14 });
  expect(inMonth(p, "2024-03")?.supplyUsd).toBeCloseTo(200, 9);
  expect(inMonth(p, "2024-07")?.supplyUsd).toBeCloseTo(220, 9);
  expect(inMonth(p, "2024-12")?.supplyUsd).toBeCloseTo(80, 9);
  expect(inMonth(p, "2024-04")).toMatchObject({ events: null, deaths: null });
  expect(inMonth(p, "2021-08")).toEqual({ month: "2021-08", supplyUsd: null, events: 0, deaths: 0 });
});

test("violence is told for the months that its source covers, and for no other country", async () => {
  const p = await picture();
  const covered = { from: "2024-01", to: "2024-03" };
  expect(cell(p, "NE-2")?.threat).toEqual({ events: 6, deaths: 13, trend: null, months: covered });
  expect(cell(p, "NE-5")?.threat).toEqual({ events: 0, deaths: 0, trend: 0, months: covered });
  expect(cell(p, "NG-YO")?.threat).toEqual({ events: 4, deaths: 9, trend: null, months: covered });
  const before = await picture("from=2023-01&to=2023-12");
  expect(cell(before, "NE-5")?.threat).toMatchObject({ events: 9, months: { from: "2023-01", to: "2023-12" } });
  const after = await picture("from=2024-04&to=2024-06");
  expect(after.cells.every((c) => c.threat === null)).toBe(true);
});

test("without a known need there is a rank from violence and nothing else", async () => {
  const p = await picture();
  expect(p.mismatch).toBeNull();
  expect(p.gaps).toMatchObject({ total: 2, items: [{ area: { code: "NG-YO" }, line: null, state: "not-known", supplyUsd: null, coverage: null, gapUsd: null, label: null, need: { basis: "priority", usd: null, priority: { rank: 1, of: 6 } } }, { area: { code: "NG-AD" }, need: { priority: { rank: 4, of: 6 } } }] });
});

test("what ends soon ends in the last month of the period or within six months of it, published ends first", async () => {
  const { endingSoon } = await picture();
  expect(endingSoon).toMatchObject({ total: 14, from: "2024-06", to: "2024-12" });
  expect(endingSoon.items.map((i) => i.ends).slice(0, 4)).toEqual(["2024-10", "2024-10", "2024-10", "2024-12"]);
  const late = (await picture("from=2026-09&to=2026-10")).endingSoon;
  expect(late).toMatchObject({ total: 1, items: [{ ends: "2026-12", assumed: true }] });
});

test("the period is the last three years where reports speak of them, else the last years of which they do, and says so", async () => {
  expect((await picture("")).period).toEqual({ from: "2021-07", to: "2024-06", why: "now" });
  expect((await picture("")).asOf).toBe("2024-06-15");
  // an assumed end speaks of nothing: Niamey's open one does not carry the period on to 2026
  expect((await picture("asOf=2030-01-15")).period).toEqual({ from: "2022-01", to: "2024-12", why: "data" });
  const before = await picture("asOf=2023-06-01");
  expect(before.period).toEqual({ from: "2020-07", to: "2023-06", why: "now" });
  expect(before.sentence).toMatchObject({ initiatives: 0, overlaps: 0 });
  expect(before.totals).toMatchObject({ reported: 0, unique: 0, inPeriod: 0 });
  expect((await picture("from=2024-02")).period).toEqual({ from: "2024-02", to: "2024-06", why: "asked" });
});

test("a period that cannot be is refused, with what was found", async () => {
  expect((await w.get("/api/picture?from=2024-06&to=2024-01")).status).toBe(400);
  expect((await w.get("/api/picture?from=2024-13")).status).toBe(400);
  expect((await w.get("/api/picture?asOf=2024-02-30")).status).toBe(400);
  expect((await w.get("/api/picture?from=1900-01&to=2024-01")).status).toBe(400);
});

test("the same question has the same answer, and another one another tag", async () => {
  const [a, b, c] = [await picture(), await picture(), await picture(`${half}&line=capacity`)];
  expect(a).toEqual(b);
  expect(a.etag).toMatch(/^[0-9a-f]{32}$/);
  expect(c.etag).not.toBe(a.etag);
});
