import { afterAll, beforeAll, expect, test } from "vitest";
import type { SignedUp } from "../support/test-app.ts";
import { fullWorld, type World } from "../picture/world.ts";

type View = { id: string; name: string; mine: boolean; shared: boolean; filter: object; mayEnd: boolean; marking: { tlp: string } };
type Views = { items: View[]; mayShare: boolean };
let w: World;
let analyst: SignedUp;
let colleague: SignedUp;
beforeAll(async () => {
  w = await fullWorld();
  [analyst, colleague] = [await w.signedUp("analyst", "orvelle"), await w.signedUp("focal-point", "orvelle")];
});
afterAll(() => w.close());

const view = (name: string, more: object = {}) => ({ name, filter: { line: ["capacity"], budget: "known" }, columns: ["title", "usd"], sort: "title", ...more });
const named = async (as: SignedUp) => (await w.get<Views>("/api/views", as)).body.items.map((v) => v.name).sort();
const end = async (id: string, as: SignedUp) => (await w.api.request(`/api/views/${id}`, { method: "DELETE", headers: as.headers })).status;

test("a view is its maker's alone until it is shared, whatever their role", async () => {
  const saved = await w.post<Views>("/api/views", view("mine to look at"), analyst);
  expect([saved.status, saved.body.items.map((v) => [v.name, v.mine, v.shared, v.filter])]).toEqual([200, [["mine to look at", true, false, { line: ["capacity"], budget: "known" }]]]);
  for (const other of [colleague, w.tamsund, w.officer]) expect(await named(other)).toEqual([]);
  expect((await w.get("/api/views")).status).toBe(401);
});

test("who speaks for a side shares a view with that side, or with the coalition; others may not", async () => {
  expect((await w.post("/api/views", view("not to be shared", { share: "coalition" }), analyst)).status).toBe(403);
  await w.post("/api/views", view("ours", { share: "own" }), w.orvelle);
  await w.post("/api/views", view("everybody's", { share: "coalition" }), w.orvelle);
  expect(await named(colleague)).toEqual(["everybody's", "ours"]);
  expect(await named(w.tamsund)).toEqual(["everybody's"]);
});

test("a circle's view is its circle's: who is not in it learns neither of it nor of the circle", async () => {
  const circle = (await w.post<{ id: string }>("/api/circles", { name: "Few", holders: [w.id("member", "tamsund")] }, w.orvelle)).body.id;
  expect((await w.post("/api/views", view("of the few", { share: circle }), w.orvelle)).status).toBe(200);
  expect(await named(w.tamsund)).toContain("of the few");
  expect(await named(w.officer)).not.toContain("of the few");
  expect((await w.post("/api/views", view("of theirs", { share: circle }), w.officer)).status).toBe(404);
});

test("a view is ended by who made it, or, once shared, by those who speak for that side", async () => {
  const all = (await w.get<Views>("/api/views", w.tamsund)).body.items;
  const shared = all.find((v) => v.name === "everybody's") as View;
  expect([shared.mayEnd, await end(shared.id, w.tamsund), await end(shared.id, analyst)]).toEqual([false, 404, 404]);
  expect(await end(shared.id, colleague)).toBe(200);
  const mine = (await w.get<Views>("/api/views", analyst)).body.items.find((v) => v.mine) as View;
  expect([await end(mine.id, colleague), await end(mine.id, analyst)]).toEqual([404, 200]);
  expect(await named(w.tamsund)).toEqual(["of the few"]);
});

test("a name is given once by each person", async () => {
  await w.post("/api/views", view("twice"), analyst);
  expect([(await w.post("/api/views", view("twice"), analyst)).status, (await w.post("/api/views", view("twice"), colleague)).status]).toEqual([409, 200]);
});
