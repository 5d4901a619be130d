import { afterAll, beforeAll, expect, test } from "vitest";
import { OverlapList, OverlapPair } from "../../src/api/schemas/overlaps.ts";
import { activities, fullWorld, type World } from "../picture/world.ts";
import type { SignedUp } from "../support/test-app.ts";

let w: World;
let path: string;
beforeAll(async () => {
  w = await fullWorld();
  path = `/api/overlaps/${await w.initiative("XA-1-women")}/${await w.initiative("XB-1-people")}`;
});
afterAll(() => w.close());

type Refusal = { readonly code: string };
const pair = async (as?: SignedUp) => OverlapPair.parse((await w.get(path, as)).body);
const decide = (as: SignedUp | undefined, body: object) => w.post(`${path}/decision`, body, as);
const listed = async (as: SignedUp) => OverlapList.parse((await w.get("/api/overlaps?from=2024-01&to=2024-06", as)).body).items.find((o) => path.includes(o.a.id) && path.includes(o.b.id));

test("an anonymous visitor decides nothing, and an observer may not", async () => {
  const observer = await w.signedUp("observer", "orvelle");
  expect((await decide(undefined, { outcome: "coordinate" })).status).toBe(401);
  expect((await decide(observer, { outcome: "coordinate" })).status).toBe(403);
  expect([(await pair()).mayDecide, (await pair(observer)).mayDecide, (await pair(w.orvelle)).mayDecide]).toEqual([false, false, true]);
});

test("to dismiss needs a reason; a lead is a member or body that is seen", async () => {
  expect(await decide(w.orvelle, { outcome: "dismissed", reason: " " })).toMatchObject({ status: 400, body: { code: "bad-input", params: { path: "reason" } } });
  expect((await decide(w.orvelle, { outcome: "coordinate", lead: crypto.randomUUID() })).status).toBe(404);
  expect((await decide(w.orvelle, { outcome: "coordinate", lead: w.id("meeting", "nowhere") })).status).toBe(404);
  expect((await pair(w.orvelle)).decisions).toEqual([]);
});

test("a decision is shown with who made it, what it was about, and to those who may see both sides; the public sees none", async () => {
  const lead = w.id("member", "tamsund");
  const made = OverlapPair.parse((await decide(w.orvelle, { outcome: "coordinate", reason: "one trains, the other equips", lead })).body);
  expect(made.decision).toMatchObject({ outcome: "coordinate", reason: "one trains, the other equips", mine: true, holds: true, changes: [], lead: { kind: "member", id: lead }, withdrawn: null });
  expect(made.decision?.about.contestedUsd).toBeCloseTo(100, 9);
  expect(made.decision?.about.totals).toEqual(made.totals);
  expect(made.marking.tlp).toBe("TLP:GREEN");
  expect((await pair(w.tamsund)).decision).toMatchObject({ outcome: "coordinate", mine: false });
  expect(await listed(w.tamsund)).toMatchObject({ decision: { outcome: "coordinate", holds: true } });
  const open = await pair();
  expect([open.decision, open.decisions, open.marking.tlp]).toEqual([null, [], "TLP:CLEAR"]);
});

test("the same pair from the other side has the same decision, with its figures turned", async () => {
  const [a, b] = path.split("/").slice(-2);
  const turned = OverlapPair.parse((await w.get(`/api/overlaps/${b}/${a}`, w.tamsund)).body);
  expect(turned.decision?.about.totals).toEqual(turned.totals);
});

test("whoever did not see the decision in force is told of it; another side decides for itself, and sees its own first", async () => {
  expect(await decide(w.tamsund, { outcome: "complementary" })).toMatchObject({ status: 409, body: { code: "conflict-edit" } satisfies Refusal });
  const theirs = (await pair(w.tamsund)).decision?.id;
  const own = OverlapPair.parse((await decide(w.tamsund, { outcome: "complementary", basedOn: theirs })).body);
  expect(own.decision).toMatchObject({ outcome: "complementary", mine: true });
  expect((await pair(w.orvelle)).decision).toMatchObject({ outcome: "coordinate", mine: true });
  expect(own.decisions).toHaveLength(2);
});

test("only one's own side takes a decision back; it stays to be read, and the audit log tells of both", async () => {
  const mine = (await pair(w.tamsund)).decision?.id;
  expect((await w.post(`${path}/decision/withdraw`, { decision: mine }, w.orvelle)).status).toBe(403);
  const after = OverlapPair.parse((await w.post(`${path}/decision/withdraw`, { decision: mine, reason: "too early" }, w.tamsund)).body);
  expect(after.decision).toMatchObject({ outcome: "coordinate", mine: false });
  expect(after.decisions.find((d) => d.id === mine)).toMatchObject({ withdrawn: { reason: "too early" } });
  expect((await w.post(`${path}/decision/withdraw`, { decision: mine }, w.tamsund)).status).toBe(409);
  expect((await w.post(`/api/overlaps/${await w.initiative("XA-1-z")}/${await w.initiative("XB-1-z")}/decision/withdraw`, { decision: mine }, w.tamsund)).status).toBe(404);
  const acts = (await w.get<{ items: { act: string }[] }>("/api/audit?limit=20", w.tamsund)).body.items.map((e) => e.act);
  expect(acts.slice(0, 2)).toEqual(["withdraw-finding", "decide-overlap"]);
});

test("a newer version with nothing different in it changes nothing; one that says other months returns the decision", async () => {
  const again = activities.split("\n").filter((l) => l.startsWith("identifier") || l.startsWith("XA-1-women")).join("\n");
  await w.brought("again.csv", again.replace("Training of women wardens", "Training of women wardens (again)").replace("2024-02-01", "2024-05-01"));
  expect((await pair(w.orvelle)).decision).toMatchObject({ holds: true });
  await w.brought("longer.csv", again.replace("2024-10-31", "2025-03-31").replace("2024-02-01", "2024-06-01"));
  const changed = await pair(w.orvelle);
  expect(changed.decision).toMatchObject({ holds: false, changes: [{ kind: "newer-version", fields: ["months"] }], about: { months: { to: "2024-10" } } });
  expect(await listed(w.orvelle)).toMatchObject({ decision: { holds: false } });
  const decided = OverlapPair.parse((await decide(w.orvelle, { outcome: "one-initiative", basedOn: changed.decision?.id })).body);
  expect(decided.decision).toMatchObject({ outcome: "one-initiative", holds: true });
  expect(decided.decisions.filter((d) => d.withdrawn === null)).toHaveLength(1);
});

test("a decision on what only one side may see is theirs alone", async () => {
  const hidden = "identifier,reporter_ref,reporter_name,title,status,actual_start,actual_end,commitment,commitment_date,currency,funding,countries,areas,lines,target_groups,last_updated\nXH-1-own,XH-1,Hidden,Quiet training,2,2024-01-01,2024-10-31,50,2024-01-01,USD,Hidden [XH-1],NE,NE-2,capacity,women,2024-02-01";
  await w.brought("own.csv", hidden, w.orvelle, false);
  const own = `/api/overlaps/${await w.initiative("XH-1-own")}/${await w.initiative("XB-1-people")}`;
  expect((await w.post(`${own}/decision`, { outcome: "coordinate" }, w.tamsund)).status).toBe(404);
  const made = OverlapPair.parse((await w.post(`${own}/decision`, { outcome: "coordinate" }, w.orvelle)).body);
  expect(made.marking.tlp).toBe("TLP:AMBER");
  const seen = await w.app.store.read(w.tamsund.secret, ({ db }) => db.selectFrom("finding_decision").select("id").execute());
  const all = await w.app.store.read(w.orvelle.secret, ({ db }) => db.selectFrom("finding_decision").select("id").execute());
  expect(seen.map((d) => d.id)).not.toContain(made.decision?.id);
  expect(all.map((d) => d.id)).toContain(made.decision?.id);
});
