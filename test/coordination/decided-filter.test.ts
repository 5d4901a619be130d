import { afterAll, beforeAll, expect, test } from "vitest";
import { GapList } from "../../src/api/schemas/gaps.ts";
import { OverlapList } from "../../src/api/schemas/overlaps.ts";
import { fullWorld, type World } from "../picture/world.ts";

let w: World;
beforeAll(async () => {
  w = await fullWorld();
});
afterAll(() => w.close());

const months = "from=2024-01&to=2024-06";
const pairs = async (decided: string, as = w.orvelle) => OverlapList.parse((await w.get(`/api/overlaps?${months}&decided=${decided}`, as)).body);
const gaps = async (decided: string) => GapList.parse((await w.get(`/api/gaps?${months}&decided=${decided}`, w.orvelle)).body);

test("a list of pairs is narrowed to those with a decision that holds, or to the rest", async () => {
  const all = OverlapList.parse((await w.get(`/api/overlaps?${months}`, w.orvelle)).body);
  expect([(await pairs("yes")).total, (await pairs("no")).total]).toEqual([0, all.total]);
  const [first] = all.items;
  await w.post(`/api/overlaps/${first?.b.id}/${first?.a.id}/decision`, { outcome: "coordinate" }, w.orvelle);
  const [yes, no] = [await pairs("yes"), await pairs("no")];
  expect([yes.total, yes.items.map((p) => [p.a.id, p.b.id]), no.total]).toEqual([1, [[first?.a.id, first?.b.id]], all.total - 1]);
  expect(no.items.every((p) => p.decision === null)).toBe(true);
});

test("the same of gaps", async () => {
  const all = GapList.parse((await w.get(`/api/gaps?${months}`, w.orvelle)).body);
  const [first] = all.items;
  const made = await w.post(`/api/gaps/${first?.area.code}/${first?.line ?? "all"}/decision?${months}`, { outcome: "accepted", reason: "later" }, w.orvelle);
  expect(made.status).toBe(200);
  const [yes, no] = [await gaps("yes"), await gaps("no")];
  expect([yes.items.map((g) => [g.area.code, g.line]), yes.total, no.total]).toEqual([[[first?.area.code, first?.line]], 1, all.total - 1]);
});
