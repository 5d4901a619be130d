import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { timeCode } from "../../src/access/time-code.ts";
import { People } from "../../src/api/schemas/door.ts";
import { Operation } from "../../src/api/schemas/operation.ts";
import { Session } from "../../src/api/schemas/session.ts";
import { formToken } from "../../src/api/who-asks.ts";
import { openEmergency } from "../../src/app/door/emergency.ts";
import { writeBackup } from "../../src/app/backup/write-backup.ts";
import { goneOn, type SignedUp, type TestApp, testApp } from "../support/test-app.ts";

const slow = 120_000;
let ahead = 0;
let t: TestApp;
let officer: SignedUp;
beforeEach(() => {
  ahead = 0;
});
beforeAll(async () => {
  t = await testApp({ now: () => new Date(Date.now() + ahead), door: { passwords: "with-second-factor" } });
  officer = await t.signedUp("secretariat", "upper-basin");
}, slow);
afterAll(() => t?.close());

const password = "a long test password";
const put = (path: string, body: unknown, as: SignedUp) => t.api.request(path, { method: "PUT", headers: { ...as.headers, "content-type": "application/json" }, body: JSON.stringify(body) });
const session = async (as?: SignedUp) => Session.parse((await t.get("/api/session", as)).body);
const loginOf = async (as: SignedUp) => ((await session(as)).viewer as { account: { login: string } }).account.login;
const came = (answer: Response): SignedUp => {
  const secret = /(?:^|[ ,])entente=([^;]+)/.exec(answer.headers.get("set-cookie") ?? "")?.[1] ?? "";
  return { secret, accountId: "", headers: { cookie: `entente=${secret}`, "x-entente-form": formToken(secret) } };
};
const signIn = (body: object) => t.api.request("/api/session", { method: "POST", headers: { "x-entente-form": formToken(null), "content-type": "application/json" }, body: JSON.stringify(body) });

test("a name is changed by its bearer, and signs from then on; the audit tells both", async () => {
  const person = await t.signedUp("focal-point", "orvelle");
  expect((await put("/api/account/name", { name: "  " }, person)).status).toBe(400);
  expect((await put("/api/account/name", { name: "Odile T." }, person)).status).toBe(200);
  expect((await session(person)).viewer).toMatchObject({ person: { name: { text: "Odile T." } } });
  const people = People.parse((await t.get("/api/people", officer)).body).items;
  expect(people.map((p) => p.name)).toContain("Odile T.");
  expect(JSON.stringify((await t.get("/api/audit?limit=3", person)).body)).toMatch(/change-name.*"is":"Odile T\.","was":"Test focal-point"/);
});

test("an officer takes away a lost second factor: sessions end, its bearer is told who and why, and makes a new one before anything else", async () => {
  const person = await t.signedUp("focal-point", "orvelle");
  const login = await loginOf(person);
  const begun = (await t.post<{ secret: string }>("/api/account/second-factor", {}, person)).body;
  const now = goneOn(person, await put("/api/account/second-factor", { code: timeCode(begun.secret, new Date(Date.now())) }, person));
  const { token } = (await t.post<{ token: string }>("/api/tokens", { name: "script" }, now)).body;
  const reset = (as: SignedUp, reason = "The telephone is lost") => t.post<{ code?: string }>(`/api/people/${person.accountId}/second-factor/reset`, { reason }, as);
  expect((await reset(await t.signedUp("focal-point", "orvelle"))).status).toBe(403);
  expect((await reset(officer, " ")).status).toBe(400);
  expect(People.parse((await t.get("/api/people", officer)).body).items.find((p) => p.id === person.accountId)).toMatchObject({ secondFactor: true, secondWay: true });
  expect((await reset(officer)).status).toBe(200);
  expect((await reset(officer)).status).toBe(404);
  expect((await session(now)).viewer.kind).toBe("anonymous");
  expect((await t.api.request("/api/account", { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
  // the password alone opens nothing but the making of a new one
  const enrolling = came(await signIn({ login, password }));
  expect(await session(enrolling)).toMatchObject({ viewer: { kind: "anonymous" }, enrol: true, notices: [] });
  const anew = (await t.post<{ secret: string }>("/api/account/second-factor", {}, enrolling)).body;
  const back = goneOn(enrolling, await put("/api/account/second-factor", { code: timeCode(anew.secret, new Date()) }, enrolling));
  const told = await session(back);
  expect(told.notices).toMatchObject([{ what: "second-factor-reset", by: "Test secretariat", reason: "The telephone is lost" }]);
  const other = await t.signedUp("analyst", "orvelle");
  expect((await t.post(`/api/account/notices/${told.notices[0]?.id}/read`, {}, other)).status).toBe(404);
  expect((await t.post(`/api/account/notices/${told.notices[0]?.id}/read`, {}, back)).status).toBe(200);
  expect((await session(back)).notices).toEqual([]);
  // nobody does it for themselves
  expect((await t.post(`/api/people/${officer.accountId}/second-factor/reset`, { reason: "mine" }, officer)).status).toBe(403);
  expect(JSON.stringify((await t.get("/api/audit?limit=20", back)).body)).toContain("reset-second-factor");
}, slow);

test("an invitation is sent again: the earlier link opens nothing, also after its time is over", async () => {
  const made = (await t.post<{ link: string }>("/api/invitations", { name: "Late D.", role: "observer", holder: t.id("member", "orvelle") }, officer)).body;
  ahead = 8 * 86_400_000;
  const patient = await t.signedUp("secretariat", "upper-basin");
  await t.app.store.system(null, ({ db }) => db.updateTable("session").set({ expires_at: new Date(Date.now() + 20 * 86_400_000), idle_at: null }).where("account_id", "=", patient.accountId).execute());
  const list = (await t.get<{ items: { id: string; name: string; expired: boolean }[] }>("/api/invitations", patient)).body.items;
  const mine = list.find((i) => i.name === "Late D.");
  expect(mine?.expired).toBe(true);
  const again = await t.post<{ link: string }>(`/api/invitations/${mine?.id}/link`, {}, patient);
  expect(again.status).toBe(200);
  const accept = (link: string) => t.post(`/api/invitations/accept`, { token: link.split("#token=")[1], login: `late-${Math.random()}`, password });
  expect((await accept(made.link)).status).toBe(410);
  expect((await accept(again.body.link)).status).toBe(200);
}, slow);

test("whoever asks the door for a start again and again from one address waits; from another address nobody does", async () => {
  const start = (address: string) => t.api.request("/api/session/passkey/options", { method: "POST", headers: { "x-entente-form": formToken(null), "content-type": "application/json", "x-forwarded-for": address }, body: "{}" }, undefined);
  const statuses: number[] = [];
  for (let i = 0; i < 121; i++) statuses.push((await start("198.51.100.1")).status);
  expect(statuses.slice(0, 120).every((s) => s === 200)).toBe(true);
  const refused = await start("198.51.100.1");
  expect([statuses[120], refused.status]).toEqual([429, 429]);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  // after its time it opens again, by itself
  ahead = 11 * 60_000;
  expect((await start("198.51.100.1")).status).toBe(200);
}, slow);

test("an emergency is told to everybody who is signed in, with who, why and until when, for a week after", async () => {
  const person = await t.signedUp("analyst", "tamsund");
  await openEmergency(t.app, { name: "Ines K.", reason: "Both officers are travelling" });
  expect((await session(person)).emergency).toMatchObject({ for: "Ines K.", reason: "Both officers are travelling" });
  expect((await session()).emergency).toBeNull();
});

test("looking after the place shows how it runs, and counts nothing that its viewer may not read", async () => {
  const seen = async (as: SignedUp) => Operation.parse((await t.get("/api/operation", as)).body);
  const auditor = await t.signedUp("auditor", "tamsund");
  const hidden = await t.signedUp("focal-point", "orvelle");
  const before = await seen(auditor);
  expect(before.accounts).toBeNull();
  expect(before.backup).toBeNull();
  await t.post("/api/sources", { title: "Nobody else's", marking: "TLP:AMBER" }, hidden);
  expect((await seen(auditor)).markings).toEqual(before.markings);
  expect((await t.get("/api/operation", hidden)).status).toBe(403);
  await writeBackup(t.app, `${t.app.dataDir}/one.backup`);
  const after = await seen(officer);
  expect(after.backup).toMatchObject({ name: "one.backup", old: false, verified: expect.any(String) });
  expect(after.accounts?.standing).toBeGreaterThan(2);
  const verdict = await t.post<{ holds: boolean }>("/api/operation/verify-audit", {}, auditor);
  expect(verdict.body).toMatchObject({ holds: true });
  expect(Object.keys(verdict.body).toSorted()).toEqual(["at", "holds"]);
});
