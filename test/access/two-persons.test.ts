import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ActList } from "../../src/api/schemas/acts.ts";
import { Why } from "../../src/api/schemas/circles.ts";
import { Session } from "../../src/api/schemas/session.ts";
import { type SignedUp, type TestApp, testApp } from "../support/test-app.ts";

const day = 86_400_000;
let ahead = 0;
let t: TestApp;
let first: SignedUp;
let second: SignedUp;
let stranger: SignedUp;
beforeAll(async () => {
  t = await testApp({ now: () => new Date(Date.now() + ahead) });
  [first, second, stranger] = [await t.signedUp("focal-point", "orvelle"), await t.signedUp("focal-point", "orvelle"), await t.signedUp("focal-point", "tamsund")];
}, 120_000);
afterAll(() => t?.close());

const source = async (marking: string, as = first) => (await t.post<{ id: string }>("/api/sources", { title: `A source ${crypto.randomUUID()}`, marking }, as)).body.id;
const sees = async (id: string, as?: SignedUp) => (await t.get(`/api/sources/${id}`, as)).status;
const acts = async (as: SignedUp) => ActList.parse((await t.get("/api/acts", as)).body).items;
const propose = (body: object, as = first) => t.post<{ id: string; code?: string; params?: Record<string, string> }>("/api/acts", { reason: "It is wanted in public", ...body }, as);
const widen = (id: string, tlp: string, as = first) => propose({ kind: "widen-marking", subject: { kind: "source", id }, tlp }, as);
const settle = (id: string, how: "second" | "refuse" | "withdraw", as: SignedUp, body: object = {}) => t.post<{ code: string | null; params?: Record<string, string> }>(`/api/acts/${id}/${how}`, body, as);
const waiting = async (as: SignedUp) => Session.parse((await t.get("/api/session", as)).body).actsWaiting;

test("a marking is opened further by two persons, and by nobody alone", async () => {
  const id = await source("TLP:AMBER");
  const proposed = await widen(id, "TLP:CLEAR");
  expect(proposed.status, JSON.stringify(proposed.body)).toBe(200);
  expect(await sees(id)).toBe(404);
  expect([await waiting(first), await waiting(second), await waiting(stranger)]).toEqual([0, 1, 0]);
  // who proposed it does not second it; who is of another side does not see it
  expect((await settle(proposed.body.id, "second", first)).body).toMatchObject({ code: "not-allowed", params: { whoCanGive: "another person" } });
  expect((await settle(proposed.body.id, "second", stranger)).status).toBe(404);
  expect((await acts(stranger)).length).toBe(0);
  expect((await acts(second))[0]).toMatchObject({ kind: "widen-marking", state: "waiting", mayDecide: true, mine: false, to: { tlp: "TLP:CLEAR" } });
  expect((await settle(proposed.body.id, "second", second)).status).toBe(200);
  expect(await sees(id)).toBe(200);
  expect(await waiting(second)).toBe(0);
  // once, and no more
  expect((await settle(proposed.body.id, "refuse", second, { reason: "too late" })).status).toBe(409);
  const log = await t.get<{ items: { act: string; reason: string | null }[] }>(`/api/audit?record=${id}`, second);
  expect(log.body.items.map((i) => i.act)).toEqual(["second-act", "propose-act"]);
});

test("an act is refused with a reason, taken back, or dies of its age; then nothing has happened", async () => {
  const id = await source("TLP:AMBER");
  const one = (await widen(id, "TLP:GREEN")).body.id;
  expect((await widen(id, "TLP:CLEAR")).status).toBe(409);
  expect((await settle(one, "refuse", second)).status).toBe(400);
  expect((await settle(one, "refuse", second, { reason: "Not yet agreed" })).status).toBe(200);
  const two = (await widen(id, "TLP:GREEN")).body.id;
  expect((await settle(two, "withdraw", second)).body).toMatchObject({ code: "not-allowed" });
  expect((await settle(two, "withdraw", first)).status).toBe(200);
  const three = (await widen(id, "TLP:GREEN")).body.id;
  ahead = 8 * day;
  expect((await settle(three, "second", second)).status).toBe(409);
  expect((await acts(second)).find((a) => a.id === three)).toMatchObject({ state: "expired", mayDecide: false });
  ahead = 0;
  expect((await acts(first)).filter((a) => a.subject?.id === id).map((a) => a.state).sort()).toEqual(["refused", "waiting", "withdrawn"]);
  expect(await sees(id, stranger)).toBe(404);
});

test("the database itself refuses one person twice, also under two accounts, and a wider marking or a deletion without an act", async () => {
  const id = await source("TLP:AMBER");
  const act = (await widen(id, "TLP:CLEAR")).body.id;
  const jobs = new pg.Client(t.database.connect("jobs"));
  const app = new pg.Client(t.database.connect("app"));
  await Promise.all([jobs.connect(), app.connect()]);
  try {
    await expect(jobs.query("update two_person_act set outcome = 'done', settled_by = proposed_by where id = $1", [act])).rejects.toThrow(/two_different/);
    await jobs.query("update account set person_id = (select person_id from account where id = $1) where id = $2", [first.accountId, second.accountId]);
    expect((await settle(act, "second", second)).body).toMatchObject({ code: "not-allowed", params: { whoCanGive: "another person" } });
    await jobs.query("update account set person_id = (select person_id from account where id = $1) where id = $2", [stranger.accountId, second.accountId]);
    await expect(jobs.query("delete from source where id = $1", [id])).rejects.toThrow(/not allowed/);
    await app.query("begin");
    await app.query(`set local entente.session = '${first.secret}'`);
    await expect(app.query("update source set class_id = (select own_class(0::smallint, null)) where id = $1", [id])).rejects.toThrow(/not allowed/);
    await app.query("rollback");
    // what stands is not rewritten
    await expect(jobs.query("update two_person_act set to_class_id = 1, proposed_by = $2 where id = $1", [act, stranger.accountId])).rejects.toThrow(/not allowed/);
  } finally {
    await Promise.all([jobs.end(), app.end()]);
  }
});

test("a source goes by two persons with all that rests on it, and others are told of what was theirs", async () => {
  const id = await source("TLP:GREEN");
  const claim = (as: SignedUp, text: string) => t.post("/api/claims", { record: t.id("member", "orvelle"), field: "name", language: "en", value: { text }, source: id, confidence: "reported", marking: "TLP:AMBER" }, as);
  expect([(await claim(first, "Orvelle One")).status, (await claim(stranger, "Orvelle Two")).status]).toEqual([200, 200]);
  expect((await propose({ kind: "delete-source", subject: { kind: "source", id } }, stranger)).body).toMatchObject({ code: "not-allowed", params: { whoCanGive: "owner" } });
  const act = (await propose({ kind: "delete-source", subject: { kind: "source", id } })).body.id;
  expect(await sees(id, stranger)).toBe(200);
  const done = await settle(act, "second", second);
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  expect([await sees(id, first), await sees(id, stranger)]).toEqual([404, 404]);
  const left = await t.app.store.system(null, ({ db }) => db.selectFrom("claim").select("id").where("source_id", "=", id).execute());
  expect(left).toEqual([]);
  const told = async (as: SignedUp) => JSON.stringify((await t.get("/api/audit?limit=5", as)).body);
  expect(await told(stranger)).toContain("source-deleted-by-its-owner");
  expect(await told(first)).not.toContain("source-deleted-by-its-owner");
  // its act stays, without the name of what is gone
  expect((await acts(first)).find((a) => a.id === act)).toMatchObject({ state: "done", subject: { kind: "source", id } });
});

test("a token proposes and never seconds", async () => {
  const id = await source("TLP:AMBER");
  const { token } = (await t.post<{ token: string }>("/api/tokens", { name: "script", readOnly: false }, second)).body;
  const act = (await widen(id, "TLP:CLEAR")).body.id;
  const bearer: SignedUp = { secret: token, accountId: "", headers: { authorization: `Bearer ${token}` } };
  expect((await settle(act, "second", bearer)).body).toMatchObject({ code: "not-allowed", params: { right: "second-act", whoCanGive: "signing in by hand" } });
});

test("why one may see it is told of whatever stands on a page, by each marking that had to be open", async () => {
  const id = await source("TLP:GREEN");
  const why = async (kind: string, of: string, as?: SignedUp) => t.get(`/api/why/${kind}/${of}`, as).then((a) => (a.status === 200 ? Why.parse(a.body).reasons.map((r) => r.code) : a.status));
  expect(await why("source", id, first)).toEqual(["acts-for-owner"]);
  expect(await why("source", id, stranger)).toEqual(["in-coalition"]);
  expect(await why("source", id)).toBe(404);
  expect(await why("record", t.id("member", "orvelle"))).toEqual(["clear"]);
  expect(await why("import", id, first)).toBe(404);
});
