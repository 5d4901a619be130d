import { afterAll, beforeAll, expect, test } from "vitest";
import { GapCell, GapList } from "../../src/api/schemas/gaps.ts";
import { NeedList } from "../../src/api/schemas/needs.ts";
import { OverlapPair } from "../../src/api/schemas/overlaps.ts";
import { Picture } from "../../src/api/schemas/picture.ts";
import { fullWorld, type World } from "./world.ts";

let w: World;
beforeAll(async () => {
  w = await fullWorld();
});
afterAll(() => w.close());

const half = "from=2024-01&to=2024-06";
const picture = async (as = w.orvelle, query = half): Promise<Picture> => Picture.parse((await w.get(`/api/picture?${query}`, as)).body);
const gaps = async (query = half): Promise<GapList> => GapList.parse((await w.get(`/api/gaps?${query}`, w.orvelle)).body);
const opened = async (area: string, line: string) => GapCell.parse((await w.get(`/api/gaps/${area}/${line}?${half}`, w.orvelle)).body);
const cell = (p: Picture, code: string) => p.cells.find((c) => c.area.code === code);
const span = { from: "2024-01", to: "2024-06" };

test("only who acts for a member or the secretariat enters needs", async () => {
  const need = { needs: [{ area: "NE-2", line: "capacity", ...span, usdPerMonth: 1 }] };
  expect((await w.post("/api/needs", need)).status).toBe(401);
  const analyst = await w.signedUp("analyst", "orvelle");
  expect((await w.post("/api/needs", need, analyst)).status).toBe(403);
  expect((await picture()).sentence.needKnown).toBe(false);
});

test("a need that cannot be is refused with the place of the mistake, and none of its neighbours comes in", async () => {
  const good = { area: "NE-2", line: "capacity", ...span, usdPerMonth: 1 };
  const refused = async (more: object) => {
    const { status, body } = await w.post<{ code: string; params?: { path?: string } }>("/api/needs", { needs: [good, { ...good, ...more }] }, w.tamsund);
    return [status, body.code, body.params?.path ?? null];
  };
  expect(await refused({ area: "NE" })).toEqual([400, "bad-input", "needs.1.area"]);
  expect(await refused({ area: "XX-9" })).toEqual([400, "bad-input", "needs.1.area"]);
  expect(await refused({ to: "2023-12" })).toEqual([400, "bad-input", "needs.1.to"]);
  expect(await refused({ usdPerMonth: undefined })).toEqual([400, "bad-input", "needs.1"]);
  expect((await refused({ usdPerMonth: -1 })).slice(0, 2)).toEqual([400, "bad-input"]);
  expect((await refused({ severity: 6 })).slice(0, 2)).toEqual([400, "bad-input"]);
  expect((await refused({ line: "other" })).slice(0, 2)).toEqual([400, "bad-input"]);
  expect(await refused({ source: crypto.randomUUID() })).toEqual([404, "not-found", null]);
  expect(NeedList.parse((await w.get("/api/needs", w.tamsund)).body).items).toEqual([]);
});

test("needs that focal points enter change the picture of those who may see them", async () => {
  const entered = await w.post<{ ids: string[] }>("/api/needs", {
    needs: [
      { area: "NE-2", line: "capacity", from: "2024-01", to: "2024-10", usdPerMonth: 20 },
      { area: "NE-7", line: "stabilisation", ...span, usdPerMonth: 10, note: "Posts on the border" },
      { area: "NE-4", line: "capacity", ...span, people: 1_000, unitCostUsdYear: 60, severity: 4 },
      { area: "NE-6", line: "resilience", ...span, people: 1_000, reached: 250, severity: 3 },
      { area: "NG-AD", line: "resilience", ...span, people: 1_000, unitCostUsdYear: 60, severity: 5 },
    ],
  }, w.tamsund);
  expect(entered.status, JSON.stringify(entered.body)).toBe(200);
  expect(entered.body.ids).toHaveLength(5);

  const p = await picture();
  expect(p.sentence).toMatchObject({ needKnown: true, areasUnderServed: 1, areasNotKnown: 36 });
  expect(p.marking.tlp).toBe("TLP:GREEN");
  // a request to the coalition is no secret of the coalition's, and nothing for the public
  expect((await w.get<Picture>(`/api/picture?${half}`)).body.sentence.needKnown).toBe(false);

  expect(cell(p, "NE-2")).toMatchObject({ need: { basis: "requests", usd: 120, priority: null }, coverage: 1, label: "crowded" });
  expect(cell(p, "NE-7")).toMatchObject({ need: { usd: 60 }, coverage: expect.closeTo(0.3, 9), label: null });
  // work of unknown budget is there: not covered by zero, and never "under-served"
  expect(cell(p, "NE-4")).toMatchObject({ need: { basis: "people", usd: 30_000, people: 1_000, severity: 4 }, supplyUsd: null, coverage: null, label: null });
  expect(cell(p, "NE-6")).toMatchObject({ need: { basis: "people", usd: null, people: 1_000, reached: 250, severity: 3 }, coverage: null });
  expect(cell(p, "NG-AD")).toMatchObject({ need: { basis: "people", usd: 30_000, severity: 5 }, state: "not-known", supplyUsd: null, coverage: 0, label: "under-served" });
  expect(p.mismatch).toBeCloseTo((240 / 258 - 120 / 60_180 + (18 / 258 - 60 / 60_180) + 2 * (30_000 / 60_180)) / 2, 9);
});

test("gaps: known need first, the under-served before all, then money short, then people short; after them ranks", async () => {
  const list = await gaps();
  expect(list.items.map((g) => [g.area.code, g.line, g.gapUsd, g.gapPeople, g.label])).toEqual([
    ["NG-AD", "resilience", 30_000, null, "under-served"], ["NE-4", "capacity", 30_000, null, null], ["NE-7", "stabilisation", expect.closeTo(42, 9), null, null], ["NE-6", "resilience", null, 750, null], ["NG-YO", null, null, null, null],
  ]);
  expect(list.items[2]?.requestedBy.map((r) => r.name.text)).toEqual(["Kingdom of Tamsund"].map(() => expect.any(String)));
  expect(list.items[2]?.requestedBy).toHaveLength(1);
  expect(list.items.at(-1)?.need).toMatchObject({ basis: "priority", priority: { rank: 1 } });
  expect((await gaps(`${half}&area=NE-7`)).total).toBe(1);
  expect((await gaps(`${half}&state=not-known`)).items.map((g) => g.area.code)).toEqual(["NG-AD", "NG-YO"]);
  // nothing was asked for after June but in Diffa, and a request of spring is none of autumn
  expect((await gaps("from=2024-07&to=2024-12")).items.flatMap((g) => g.requestedBy)).toEqual([]);
});

test("what a need rests on adds up to it; several requests add up, of several counts of people the newest stands", async () => {
  await w.post("/api/needs", { needs: [
    { area: "NE-7", line: "stabilisation", from: "2024-06", to: "2024-08", usdPerMonth: 5 },
    { area: "NE-4", line: "capacity", from: "2024-04", to: "2024-06", people: 2_000, unitCostUsdYear: 60, severity: 4 },
    { area: "NE-7", line: "stabilisation", ...span, people: 9_999, unitCostUsdYear: 60 },
  ] }, w.orvelle);
  for (const [area, line, usd] of [["NE-7", "stabilisation", 65], ["NE-4", "capacity", 45_000], ["NE-2", "capacity", 120]] as const) {
    const c = await opened(area, line);
    expect(c.need?.usd).toBeCloseTo(usd, 9);
    expect(c.needFrom.filter((n) => n.counts).reduce((sum, n) => sum + (n.usd ?? 0), 0)).toBeCloseTo(usd, 9);
    expect(c.byMonth.filter((m) => m.month >= "2024-01" && m.month <= "2024-06").reduce((sum, m) => sum + (m.needUsd ?? 0), 0)).toBeCloseTo(usd, 9);
    expect(c.needFrom.every((n) => n.by !== null && n.source.text !== "")).toBe(true);
  }
  expect((await opened("NE-7", "stabilisation")).needFrom.filter((n) => !n.counts).map((n) => n.people)).toEqual([9_999]);
  expect((await opened("NE-7", "stabilisation")).requestedBy).toHaveLength(2);
});

test("with the need known, a pair says how much of what it contests is too much", async () => {
  const path = `/api/overlaps/${await w.initiative("XA-1-women")}/${await w.initiative("XB-1-people")}`;
  const p = OverlapPair.parse((await w.get(path, w.orvelle)).body);
  // 40 a month where 20 are needed: half of what both contest
  expect(p.duplicationUsd).toBeCloseTo(50, 9);
  expect(p.need).toMatchObject({ usd: expect.closeTo(200, 9), supplyUsd: expect.closeTo(400, 9) });
  expect(p.need?.source.text).not.toBe("");
  expect(p.byArea[0]).toMatchObject({ needUsd: expect.closeTo(200, 9) });
  expect(p.marking.tlp).toBe("TLP:GREEN");
  expect(OverlapPair.parse((await w.get(path)).body)).toMatchObject({ duplicationUsd: null, need: null, marking: { tlp: "TLP:CLEAR" } });
});

test("a need is taken back by its own side, with a reason, and is then gone from the picture", async () => {
  const list = NeedList.parse((await w.get("/api/needs", w.orvelle)).body);
  const theirs = list.items.find((n) => n.area.code === "NG-AD");
  const path = `/api/needs/${theirs?.id}/withdraw`;
  expect((await w.post(path, { reason: "Not ours" }, w.orvelle)).status).toBe(404);
  const left = await w.post(path, { reason: "Counted twice" }, w.tamsund);
  expect(left.status, JSON.stringify(left.body)).toBe(200);
  expect(cell(await picture(), "NG-AD")).toMatchObject({ need: { basis: "priority" }, label: null });
  expect((await w.post(path, { reason: "Again" }, w.tamsund)).status).toBe(404);
});

test("as many needs as may be sent at once come in at once", async () => {
  const needs = Array.from({ length: 5_000 }, (_, i) => ({ area: `NE-${(i % 8) + 1}`, line: "stabilisation", from: "2030-01", to: "2030-01", usdPerMonth: 1 }));
  const entered = await w.post<{ ids: string[] }>("/api/needs", { needs }, w.tamsund);
  expect(entered.status, JSON.stringify(entered.body).slice(0, 300)).toBe(200);
  expect(new Set(entered.body.ids).size).toBe(5_000);
  const c = GapCell.parse((await w.get("/api/gaps/NE-5/stabilisation?from=2030-01&to=2030-01", w.orvelle)).body);
  expect(c.need?.usd).toBe(625);
  expect(c.requestedBy).toHaveLength(1);
});
