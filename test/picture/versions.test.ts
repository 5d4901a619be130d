import { afterAll, beforeAll, expect, test } from "vitest";
import { ComparedInitiative, InitiativeHistory } from "../../src/api/schemas/history.ts";
import { Initiative } from "../../src/api/schemas/initiatives.ts";
import { Picture } from "../../src/api/schemas/picture.ts";
import type { SignedUp } from "../support/test-app.ts";
import { activities, doerIati, fullWorld, type World } from "./world.ts";

let w: World;
beforeAll(async () => {
  w = await fullWorld();
});
afterAll(() => w.close());

const half = "from=2024-01&to=2024-06&basis=commitment";
const picture = async (as?: SignedUp): Promise<Picture> => Picture.parse((await w.get(`/api/picture?${half}`, as)).body);
const diffa = async (as?: SignedUp) => (await picture(as)).cells.find((c) => c.area.code === "NE-2");
const [header, women] = activities.split("\n") as [string, string];
const womenAs = (usd: number, updated: string) => `${header}\n${women.replace(",100,2024-01-01", `,${usd},2024-01-01`).replace(/2024-02-01$/, updated)}\n`;

test("the same file twice changes nothing", async () => {
  const before = await picture();
  expect(await w.brought("plans.csv", activities)).toMatchObject({ read: 15, added: 0, superseded: 0, unchanged: 15 });
  expect(await w.brought("doer.xml", doerIati, w.tamsund)).toMatchObject({ added: 0, unchanged: 1 });
  expect(await picture()).toEqual(before);
});

test("what another member brings of the same reporter is the same report, not a second one", async () => {
  const before = await picture();
  expect(await w.brought("plans.csv", activities, w.tamsund)).toMatchObject({ added: 15 });
  expect((await picture()).totals).toEqual(before.totals);
  expect((await picture()).computedFrom).toEqual(before.computedFrom);
});

test("a newer version takes the older one's place in the picture, and the older one is history", async () => {
  expect(await w.brought("plans-2.csv", womenAs(200, "2024-05-01"))).toMatchObject({ superseded: 1 });
  expect((await diffa())?.supplyUsd).toBeCloseTo(300, 9);
  const id = await w.initiative("XA-1-women");
  const page = Initiative.parse((await w.get(`/api/initiatives/${id}`)).body);
  expect(page.money.usd).toBe(200);
  expect(page.reports).toHaveLength(1);
  expect(page.history).toMatchObject([{ report: { superseded: true, lastUpdated: "2024-02-01" }, by: page.reports[0]?.report.id, changed: ["money"] }]);
});

test("its history tells what each version changed, and two days are compared by what had come in", async () => {
  const id = await w.initiative("XA-1-women");
  const told = InitiativeHistory.parse((await w.get(`/api/initiatives/${id}/history`)).body);
  const changed = told.items.filter((v) => !v.first);
  expect(changed).toMatchObject([{ changes: [{ field: "money" }], report: { superseded: false } }]);
  const [change] = changed[0]?.changes ?? [];
  expect([change?.before[0]?.text, change?.after[0]?.text]).toEqual(["100 USD", "200 USD"]);
  const first = InitiativeHistory.parse((await w.get(`/api/initiatives/${id}/history?limit=1`)).body);
  expect(InitiativeHistory.parse((await w.get(`/api/initiatives/${id}/history?limit=1&cursor=${first.next}`)).body).items[0]).toEqual(told.items[1]);
  const known = ComparedInitiative.parse((await w.get(`/api/initiatives/${id}/compare?time=known&from=2001-01-01&to=2100-01-01`)).body);
  // two members brought it; one of them the newer version
  expect(known.reports.map((r) => [r.from, r.to])).toEqual([["no", "yes"], ["no", "yes"]]);
  expect(known.reports.map((r) => r.fields.find((f) => f.field === "money"))).toEqual(expect.arrayContaining([expect.objectContaining({ from: [], to: [expect.objectContaining({ text: "200 USD" })], differs: true })]));
  const world = ComparedInitiative.parse((await w.get(`/api/initiatives/${id}/compare?from=2001-01-01&to=2024-02-01`)).body);
  expect(world.reports.every((r) => r.from === "no" && r.to === "yes" && r.fields.length === 0)).toBe(true);
});

test("an older version that comes late is history, and moves nothing", async () => {
  expect(await w.brought("plans-0.csv", womenAs(7, "2024-01-15"))).toMatchObject({ older: 1, superseded: 0 });
  expect((await diffa())?.supplyUsd).toBeCloseTo(300, 9);
  expect(Initiative.parse((await w.get(`/api/initiatives/${await w.initiative("XA-1-women")}`)).body).history).toHaveLength(2);
});

test("what a member keeps to itself changes its own picture and nobody else's", async () => {
  await w.brought("own.csv", womenAs(1_000, "2024-06-01"), w.orvelle, false);
  await w.brought("own-new.csv", `${header}\nXA-1-secret,XA-1,Alpha,Quiet training,2,2024-01-01,,,2024-10-31,50,2024-01-01,,,,USD,Alpha [XA-1],,NE,NE-2,capacity,women,,2024-02-01\n`, w.orvelle, false);
  const mine = await picture(w.orvelle);
  expect(mine.marking).toMatchObject({ tlp: "TLP:AMBER", openTo: { kind: "owner" } });
  expect(await diffa(w.orvelle)).toMatchObject({ initiatives: 3, supplyUsd: expect.closeTo(600 + 180 + 30, 9) });
  for (const other of [undefined, w.tamsund, w.officer]) {
    expect(await diffa(other)).toMatchObject({ initiatives: 2, supplyUsd: expect.closeTo(300, 9) });
    expect((await picture(other)).marking.tlp).toBe("TLP:CLEAR");
  }
  const page = Initiative.parse((await w.get(`/api/initiatives/${await w.initiative("XB-1-people")}`, w.orvelle)).body);
  // the initiative itself is open to all; that it meets something of Alpha's own is not
  expect(page.marking.tlp).toBe("TLP:CLEAR");
  expect(page.overlaps).toMatchObject({ total: 2, marking: { tlp: "TLP:AMBER" } });
});

test("a picture whose months were chosen from what is not open to all carries that marking, also where a filter hides it", async () => {
  const filtered = async (query: string) => Picture.parse((await w.get(`/api/picture?${query}&country=NG`, w.orvelle)).body).marking.tlp;
  expect(await filtered(half)).toBe("TLP:CLEAR");
  expect(await filtered("asOf=2024-06-15")).toBe("TLP:AMBER");
});

test("a publisher that dates nothing and goes back to what it said before is believed; the file's own order holds however often it comes", async () => {
  const undated = (...usd: readonly number[]) => `${header.replace(",last_updated", "")}\n${usd.map((n) => `XH-1-u,XH-1,Eta,Undated training,2,2024-01-01,,,2024-12-31,${n},2024-01-01,,,,USD,Eta [XH-1],,NE,NE-3,capacity,women,`).join("\n")}\n`;
  const money = async () => Initiative.parse((await w.get(`/api/initiatives/${await w.initiative("XH-1-u")}`)).body).money.usd;
  expect(await w.brought("u1.csv", undated(10))).toMatchObject({ added: 1 });
  expect(await w.brought("u2.csv", undated(20))).toMatchObject({ superseded: 1 });
  expect(await money()).toBe(20);
  expect(await w.brought("u1.csv", undated(10))).toMatchObject({ superseded: 1, unchanged: 0 });
  expect(await money()).toBe(10);
  expect(await w.brought("u1.csv", undated(10))).toMatchObject({ superseded: 0, unchanged: 1 });
  expect(await w.brought("u3.csv", undated(30, 40))).toMatchObject({ superseded: 2 });
  expect(await money()).toBe(40);
  expect(await w.brought("u3.csv", undated(30, 40))).toMatchObject({ superseded: 0, unchanged: 2 });
  expect(await money()).toBe(40);
  const page = Initiative.parse((await w.get(`/api/initiatives/${await w.initiative("XH-1-u")}`)).body);
  expect(page.reports).toHaveLength(1);
});
