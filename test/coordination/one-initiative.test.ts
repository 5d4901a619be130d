import { afterAll, beforeAll, expect, test } from "vitest";
import { Initiative } from "../../src/api/schemas/initiatives.ts";
import { OverlapList, OverlapPair } from "../../src/api/schemas/overlaps.ts";
import { Picture } from "../../src/api/schemas/picture.ts";
import { fullWorld, type World } from "../picture/world.ts";
import type { SignedUp } from "../support/test-app.ts";

let w: World;
let ids: { readonly whole: string; readonly part: string };
let path: string;
beforeAll(async () => {
  w = await fullWorld();
  const both = [await w.initiative("XA-1-z"), await w.initiative("XB-1-z")].sort() as [string, string];
  ids = { whole: both[0], part: both[1] };
  path = `/api/overlaps/${ids.part}/${ids.whole}`;
});
afterAll(() => w.close());

const seen = async (as?: SignedUp) => {
  const picture = Picture.parse((await w.get("/api/picture?from=2024-01&to=2024-06", as)).body);
  const pairs = OverlapList.parse((await w.get("/api/overlaps?from=2024-01&to=2024-06&area=NE-7", as)).body);
  const listed = (await w.get<{ total: number; items: { id: string }[] }>("/api/initiatives?area=NE-7", as)).body;
  const found = (await w.get<{ groups: { kind: string; total: number; items: { id: string }[] }[] }>("/api/search?q=Zinder&kinds=initiative", as)).body.groups[0];
  return { initiatives: picture.sentence.initiatives, totals: picture.totals, pairs: pairs.total, listed: listed.total, found: [found?.total, found?.items.length] };
};

test("two that a decision makes one are listed, counted, searched and paired once, by those who see the decision; reported stays", async () => {
  const [before, open] = [await seen(w.orvelle), await seen()];
  expect([before.pairs, before.listed, before.found]).toEqual([3, 3, [3, 3]]);
  const made = OverlapPair.parse((await w.post(`${path}/decision`, { outcome: "one-initiative", reason: "told twice" }, w.orvelle)).body);
  expect(made).toMatchObject({ oneInitiative: ids.whole, decision: { outcome: "one-initiative", mine: true, holds: true } });
  const after = await seen(w.tamsund);
  expect([after.initiatives, after.pairs, after.listed, after.found]).toEqual([before.initiatives - 1, 1, 2, [2, 2]]);
  expect(after.totals.reported).toBe(before.totals.reported);
  expect(after.totals.unique).toBeLessThanOrEqual(before.totals.unique);
  expect(await seen()).toEqual(open);
});

test("either address leads to it, with what it is composed of and who decided so; its marking is no lower than the decision's", async () => {
  const [one, other] = [Initiative.parse((await w.get(`/api/initiatives/${ids.whole}`, w.tamsund)).body), Initiative.parse((await w.get(`/api/initiatives/${ids.part}`, w.tamsund)).body)];
  expect([one.id, other.id]).toEqual([ids.whole, ids.whole]);
  expect(one.parts.map((p) => p.identifier).sort()).toEqual(["XA-1-z", "XB-1-z"]);
  expect(one.links).toMatchObject([{ linked: true, decisions: [{ outcome: "one-initiative", reason: "told twice" }] }]);
  expect(one.marking.tlp).toBe("TLP:GREEN");
  const open = Initiative.parse((await w.get(`/api/initiatives/${ids.part}`)).body);
  expect([open.id, open.parts.length, open.links, open.marking.tlp]).toEqual([ids.part, 1, [], "TLP:CLEAR"]);
});

test("another side that takes them for two parts them for everybody, and the dispute is told and is uncertain money", async () => {
  const standing = OverlapPair.parse((await w.get(path, w.tamsund)).body).decision?.id;
  expect((await w.post(`${path}/decision`, { outcome: "complementary", basedOn: standing }, w.tamsund)).status).toBe(200);
  expect((await seen(w.orvelle)).listed).toBe(3);
  const page = Initiative.parse((await w.get(`/api/initiatives/${ids.part}`, w.orvelle)).body);
  expect([page.id, page.links.map((l) => [l.linked, l.decisions.length])]).toEqual([ids.part, [[false, 2]]]);
  const theirs = OverlapPair.parse((await w.get(path, w.tamsund)).body).decision?.id;
  await w.post(`${path}/decision/withdraw`, { decision: theirs }, w.tamsund);
  expect((await seen(w.orvelle)).listed).toBe(2);
});

test("what was linked is decided on with all its reports, and from any of its addresses", async () => {
  const third = await w.initiative("XC-1-z");
  const made = OverlapPair.parse((await w.post(`/api/overlaps/${third}/${ids.part}/decision`, { outcome: "coordinate" }, w.tamsund)).body);
  expect([made.b.id, made.b.parts.length, made.decision?.outcome]).toEqual([ids.whole, 2, "coordinate"]);
  expect(OverlapPair.parse((await w.get(`/api/overlaps/${ids.whole}/${third}`, w.orvelle)).body).decision).toMatchObject({ outcome: "coordinate", holds: true });
});

test("taken back, each is what it was, under its own address", async () => {
  const standing = OverlapPair.parse((await w.get(path, w.orvelle)).body).decision?.id;
  const after = OverlapPair.parse((await w.post(`${path}/decision/withdraw`, { decision: standing, reason: "two after all" }, w.orvelle)).body);
  expect([after.oneInitiative, after.decision]).toEqual([null, null]);
  const now = await seen(w.orvelle);
  expect([now.pairs, now.listed, now.found]).toEqual([3, 3, [3, 3]]);
  expect(Initiative.parse((await w.get(`/api/initiatives/${ids.part}`, w.orvelle)).body)).toMatchObject({ id: ids.part, links: [] });
});
