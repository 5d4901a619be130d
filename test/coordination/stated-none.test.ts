import { afterAll, beforeAll, expect, test } from "vitest";
import { GapCell, GapList } from "../../src/api/schemas/gaps.ts";
import { StatedNoneList } from "../../src/api/schemas/stated-none.ts";
import { fullWorld, type World } from "../picture/world.ts";
import type { SignedUp } from "../support/test-app.ts";

let w: World;
beforeAll(async () => {
  w = await fullWorld();
});
afterAll(() => w.close());

const half = "from=2024-01&to=2024-06";
const cell = async (line: string, as?: SignedUp) => GapCell.parse((await w.get(`/api/gaps/NG-YO/${line}?${half}`, as)).body);
const state = (body: object, as: SignedUp = w.orvelle) => w.post("/api/stated-none", { area: "NG-YO", from: "2024-01", to: "2024-06", ...body }, as);
const list = async (as?: SignedUp) => StatedNoneList.parse((await w.get("/api/stated-none", as)).body).items;

test("only a member says that it has no work, in an area and months that there are", async () => {
  expect(await state({}, w.officer)).toMatchObject({ status: 400, body: { params: { path: "holder" } } });
  expect((await w.post("/api/stated-none", { area: "NG-YO", from: "2024-01", to: "2024-06" })).status).toBe(401);
  expect(await state({ area: "NG" })).toMatchObject({ status: 400, body: { params: { path: "area" } } });
  expect(await state({ to: "2023-01" })).toMatchObject({ status: 400, body: { params: { path: "to" } } });
  expect((await state({ source: crypto.randomUUID() })).status).toBe(404);
  expect(await list(w.orvelle)).toEqual([]);
});

test("what nobody told of is not known; where a member states none it is reported none, for whoever may see the statement", async () => {
  expect((await cell("capacity", w.tamsund)).state).toBe("not-known");
  expect((await state({ line: "capacity", source: w.id("source", "charter"), quote: "no programme there", locator: "page 2" })).status).toBe(200);
  expect([(await cell("capacity", w.tamsund)).state, (await cell("resilience", w.tamsund)).state, (await cell("capacity")).state]).toEqual(["none-reported", "not-known", "not-known"]);
  expect((await cell("capacity", w.tamsund)).supplyUsd).toBe(0);
  expect((await cell("capacity", w.tamsund)).marking.tlp).toBe("TLP:GREEN");
  expect(await list(w.tamsund)).toMatchObject([{ by: { id: w.id("member", "orvelle") }, mine: false, area: { code: "NG-YO" }, line: "capacity", quote: "no programme there", withdrawn: null }]);
  expect(await list()).toEqual([]);
});

test("for some of the months it is not known for all of them; with no line it stands for every one, and the area is reported none", async () => {
  expect((await cell("stabilisation", w.tamsund)).state).toBe("not-known");
  await state({ to: "2024-03" });
  expect((await cell("stabilisation", w.tamsund)).state).toBe("not-known");
  await state({ from: "2024-04" });
  expect((await cell("stabilisation", w.tamsund)).state).toBe("none-reported");
  const gaps = GapList.parse((await w.get(`/api/gaps?${half}&state=none-reported`, w.tamsund)).body);
  expect(gaps.items.map((g) => [g.area.code, g.line])).toEqual([["NG-YO", null]]);
});

test("reported work is stronger than a statement of none by another", async () => {
  await state({ area: "NE-2", line: "capacity" });
  expect(GapCell.parse((await w.get(`/api/gaps/NE-2/capacity?${half}`, w.tamsund)).body).state).toBe("reported");
});

test("a decision on the gap returns when a statement comes; taken back, the statement stays to be read and no longer counts", async () => {
  const decided = GapCell.parse((await w.post(`/api/gaps/NG-YO/counter-finance/decision?${half}`, { outcome: "accepted", reason: "no access" }, w.officer)).body);
  expect(decided.decision?.holds).toBe(true);
  await state({ line: "counter-finance" }, w.tamsund);
  expect((await cell("counter-finance", w.officer)).decision).toMatchObject({ holds: false, changes: [{ kind: "new-statement" }] });
  const id = (await list(w.tamsund)).find((n) => n.line === "counter-finance")?.id;
  expect((await w.post(`/api/stated-none/${id}/withdraw`, { reason: "mistaken" }, w.orvelle)).status).toBe(403);
  expect((await w.post(`/api/stated-none/${id}/withdraw`, { reason: "mistaken" }, w.tamsund)).status).toBe(200);
  expect((await w.post(`/api/stated-none/${id}/withdraw`, { reason: "mistaken" }, w.tamsund)).status).toBe(409);
  expect((await list(w.orvelle)).find((n) => n.id === id)).toMatchObject({ withdrawn: { reason: "mistaken" } });
  expect((await cell("counter-finance", w.officer)).decision?.holds).toBe(true);
});
