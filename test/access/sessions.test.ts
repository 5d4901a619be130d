import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { timeCode } from "../../src/access/time-code.ts";
import { OwnAccount, People } from "../../src/api/schemas/door.ts";
import { Session } from "../../src/api/schemas/session.ts";
import { formToken } from "../../src/api/who-asks.ts";
import { readDoorSettings } from "../../src/app/door/door-settings.ts";
import { openEmergency } from "../../src/app/door/emergency.ts";
import { classOf } from "../../src/store/queries/classes.ts";
import { type SignedUp, type TestApp, testApp } from "../support/test-app.ts";

const minute = 60_000;
const slow = 120_000;
let ahead = 0;
let t: TestApp;
beforeEach(() => {
  ahead = 0;
});
beforeAll(async () => {
  t = await testApp({ now: () => new Date(Date.now() + ahead) });
});
afterAll(() => t.close());

async function send(app: TestApp, method: string, path: string, body?: unknown, as?: SignedUp, more: Record<string, string> = {}) {
  const headers = { ...(as?.headers ?? { "x-entente-form": formToken(null) }), ...(body === undefined ? {} : { "content-type": "application/json" }), ...more };
  const answer = await app.api.request(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const text = await answer.text();
  return { status: answer.status, text, code: (text.startsWith("{") ? (JSON.parse(text) as { code?: string }) : {}).code, headers: answer.headers, json: <T>() => JSON.parse(text) as T };
}
type Said = Awaited<ReturnType<typeof send>>;
function came(said: Said): SignedUp {
  const secret = /(?:^|[ ,])entente=([^;]+)/.exec(said.headers.get("set-cookie") ?? "")?.[1] ?? "";
  return { secret, accountId: "", headers: { cookie: `entente=${secret}`, "x-entente-form": formToken(secret) } };
}
const session = async (app: TestApp, as?: SignedUp) => Session.parse((await send(app, "GET", "/api/session", undefined, as)).json());
const loginOf = async (app: TestApp, as: SignedUp) => ((await session(app, as)).viewer as { account: { login: string } }).account.login;
const account = async (app: TestApp, as: SignedUp) => OwnAccount.parse((await send(app, "GET", "/api/account", undefined, as)).json());
const password = "a long test password";

test("a session that nobody opened is nobody's, whatever it is called", async () => {
  for (const secret of ["guessed", "0", "' or true --", "A".repeat(43), "../../etc", `${"B".repeat(42)}\u0000`])
    expect((await session(t, { secret, accountId: "", headers: { cookie: `entente=${encodeURIComponent(secret)}` } })).viewer).toEqual({ kind: "anonymous" });
});

test("a session that somebody planted in a browser is not the one that is opened there", async () => {
  const person = await t.signedUp("analyst", "orvelle");
  const planted = "P".repeat(43);
  const signedIn = await send(t, "POST", "/api/session", { login: await loginOf(t, person), password }, { secret: planted, accountId: "", headers: { cookie: `entente=${planted}`, "x-entente-form": formToken(planted) } });
  expect(signedIn.status, signedIn.text).toBe(200);
  expect(came(signedIn).secret).not.toBe(planted);
  expect((await session(t, { secret: planted, accountId: "", headers: { cookie: `entente=${planted}` } })).viewer.kind).toBe("anonymous");
}, slow);

test("a session that is not used ends, one that is used goes on to its own end and no further", async () => {
  const person = await t.signedUp("analyst", "orvelle");
  const put = (at: Record<string, Date>) => t.app.store.system(null, ({ db }) => db.updateTable("session").set(at).where("account_id", "=", person.accountId).execute());
  await put({ idle_at: new Date(Date.now() + 1 * minute) });
  expect((await session(t, person)).viewer.kind).toBe("account");
  const idle = await t.app.store.system(null, ({ db }) => db.selectFrom("session").select(["idle_at", "last_used_at"]).where("account_id", "=", person.accountId).executeTakeFirstOrThrow());
  expect(idle.last_used_at).not.toBeNull();
  expect(idle.idle_at?.getTime()).toBeGreaterThan(Date.now() + 100 * minute);
  // unused for longer than the limit
  await put({ idle_at: new Date(Date.now() - 1000) });
  expect((await session(t, person)).viewer.kind).toBe("anonymous");
  // asking again does not bring it back
  expect((await session(t, person)).viewer.kind).toBe("anonymous");
  await put({ idle_at: new Date(Date.now() + 600 * minute), expires_at: new Date(Date.now() - 1000) });
  expect((await session(t, person)).viewer.kind).toBe("anonymous");
});

test("one's own sessions and tokens are listed with their last use, and end at once, also in other open tabs", async () => {
  const first = await t.signedUp("focal-point", "orvelle");
  const login = await loginOf(t, first);
  const second = came(await send(t, "POST", "/api/session", { login, password }, undefined, { "user-agent": "Second browser" }));
  const token = (await send(t, "POST", "/api/tokens", { name: "nightly", readOnly: false }, first)).json<{ token: string }>().token;
  const bearer: SignedUp = { secret: token, accountId: "", headers: { authorization: `Bearer ${token}` } };
  expect((await send(t, "GET", "/api/needs", undefined, bearer)).status).toBe(200);
  const mine = await account(t, first);
  expect(new Set(mine.sessions.map((s) => `${s.kind} ${s.name ?? s.agent} ${s.current}`))).toEqual(new Set(["browser null true", "browser Second browser false", "token nightly false"]));
  expect(mine.sessions.find((s) => s.kind === "token")?.lastUsed).not.toBeNull();
  expect(JSON.stringify(mine)).not.toContain(token);
  const stranger = await t.signedUp("focal-point", "tamsund");
  for (const s of mine.sessions) expect((await send(t, "DELETE", `/api/account/sessions/${s.id}`, undefined, stranger)).status).toBe(404);
  expect((await send(t, "DELETE", `/api/account/sessions/${mine.sessions.find((s) => s.kind === "token")?.id}`, undefined, first)).status).toBe(200);
  expect((await send(t, "GET", "/api/needs", undefined, bearer)).code).toBe("token-invalid");
  expect((await send(t, "DELETE", "/api/account/sessions", undefined, first)).json()).toEqual({ ended: 1 });
  expect((await session(t, second)).viewer.kind).toBe("anonymous");
  expect((await send(t, "POST", "/api/tokens", { name: "after" }, second)).status).toBe(401);
  expect((await session(t, first)).viewer.kind).toBe("account");
}, slow);

test("a role given gives rights, a role ended takes them at the next question, wherever its session is", async () => {
  const officer = await t.signedUp("secretariat", "upper-basin");
  const person = await t.signedUp("observer", "orvelle");
  const login = await loginOf(t, person);
  const need = { needs: [{ area: "NE-2", line: "capacity", from: "2024-01", to: "2024-06", usdPerMonth: 1 }] };
  expect((await send(t, "POST", "/api/needs", need, person)).status).toBe(403);
  const give = (body: object, as: SignedUp = officer) => send(t, "POST", `/api/people/${person.accountId}/roles`, body, as);
  expect((await give({ role: "focal-point", holder: t.id("member", "orvelle") }, person)).status).toBe(403);
  expect((await give({ role: "officer", holder: t.id("member", "orvelle") })).status).toBe(400);
  expect((await give({ role: "officer", holder: t.id("body", "compact") })).status).toBe(403);
  expect((await give({ role: "co-chair", holder: t.id("member", "orvelle") })).code).toBe("bad-input");
  const given = (await give({ role: "focal-point", holder: t.id("member", "orvelle") })).json<{ id: string }>();
  const later = (await give({ role: "auditor", holder: t.id("member", "orvelle"), from: "2999-01-01" })).json<{ id: string }>();
  // one acts in one role at a time, and changing it changes the session's secret
  expect((await send(t, "PUT", "/api/session/role", { role: later.id }, person)).status).toBe(404);
  const acting = await send(t, "PUT", "/api/session/role", { role: given.id }, person);
  expect(acting.status, acting.text).toBe(200);
  expect((await session(t, person)).viewer.kind).toBe("anonymous");
  const now = came(acting);
  expect((await session(t, now)).viewer).toMatchObject({ roles: [{ role: "focal-point", current: true }, { role: "auditor", holdsToday: false }, { role: "observer", current: false }] });
  expect((await send(t, "POST", "/api/needs", need, now)).status).toBe(200);
  expect((await send(t, "POST", `/api/roles/${given.id}/end`, {}, now)).status).toBe(403);
  expect((await send(t, "POST", `/api/roles/${given.id}/end`, {}, officer)).status).toBe(200);
  expect((await send(t, "POST", "/api/needs", need, now)).status).toBe(401);
  expect((await session(t, now)).viewer.kind).toBe("anonymous");
  const people = People.parse((await send(t, "GET", "/api/people", undefined, officer)).json());
  expect(people.items.find((p) => p.id === person.accountId)?.roles.map((r) => `${r.role} ${r.holdsToday}`).toSorted()).toEqual(["auditor false", "focal-point false", "observer true"]);
  // the other role is there still
  expect((await send(t, "POST", "/api/session", { login, password })).status).toBe(200);
  expect((await send(t, "POST", `/api/people/${person.accountId}/end`, {}, officer)).status).toBe(200);
  expect((await send(t, "POST", "/api/session", { login, password })).code).toBe("sign-in-failed");
}, slow);

test("the last officer cannot be put out", async () => {
  const app = await testApp();
  try {
    const only = await app.signedUp("secretariat", "upper-basin");
    const role = ((await session(app, only)).viewer as { roles: { id: string }[] }).roles[0]?.id;
    expect((await send(app, "POST", `/api/roles/${role}/end`, {}, only)).status).toBe(403);
    expect((await send(app, "POST", `/api/people/${only.accountId}/end`, {}, only)).status).toBe(403);
    await app.signedUp("secretariat", "upper-basin");
    expect((await send(app, "POST", `/api/people/${only.accountId}/end`, {}, only)).status).toBe(200);
    expect((await session(app, only)).viewer.kind).toBe("anonymous");
  } finally {
    await app.close();
  }
}, slow);

test.each([
  { kind: "office", role: "co-chair", from: "from", to: "to" },
  { kind: "membership", role: "delegate", from: "joined", to: "left" },
] as const)("a role that rests on a $kind holds while that does, as those say whose it is", async ({ kind, role, from, to }) => {
  const officer = await t.signedUp("secretariat", "upper-basin");
  const [member, other, basin] = [t.id("member", "orvelle"), t.id("member", "tamsund"), t.id("body", "upper-basin")];
  const term = crypto.randomUUID();
  const claim = (owner: string, field: string, day: string) =>
    t.app.store.system(null, async ({ db }) => {
      const source = await db.selectFrom("source").select("id").limit(1).executeTakeFirstOrThrow();
      await db.insertInto("claim").values({ record_id: term, field, language: null, value: JSON.stringify(day), start_not_before: day, start_not_after: day, end_not_before: day, end_not_after: day, source_id: source.id, confidence: "verified", owner_id: owner, class_id: await classOf(db, 0, owner) }).execute();
    });
  await t.app.store.system(null, async ({ db }) => {
    await db.insertInto("record").values({ id: term, kind, key: `a-${kind}`, owner_id: basin, class_id: await classOf(db, 0, basin) }).execute();
    await (kind === "office" ? db.insertInto("office").values({ id: term, body_id: basin, holder_id: member, office: "co-chair" }) : db.insertInto("membership").values({ id: term, body_id: basin, member_id: member })).execute();
  });
  await claim(basin, from, "2024-01-01");
  const invite = (body: object) => send(t, "POST", "/api/invitations", { name: "Odile T.", role, holder: member, ...body }, officer);
  if (kind === "office") expect((await invite({})).code).toBe("bad-input");
  expect((await invite({ holder: other, through: term })).code).toBe("bad-input");
  expect((await invite({ through: t.id("body", "upper-basin") })).status).toBe(404);
  const token = /token=(.+)$/.exec((await invite({ through: term })).json<{ link: string }>().link)?.[1];
  const chair = came(await send(t, "POST", "/api/invitations/accept", { token, login: `odile-${kind}`, password }));
  expect((await session(t, chair)).viewer).toMatchObject({ roles: [{ role }], may: expect.arrayContaining(kind === "office" ? ["decide", "import"] : []) });
  // somebody else says that it has ended: it is not theirs to say
  await claim(other, to, "2024-06-30");
  expect((await session(t, chair)).viewer.kind).toBe("account");
  await claim(basin, to, "2025-06-30");
  expect((await session(t, chair)).viewer.kind).toBe("anonymous");
  expect((await send(t, "POST", "/api/session", { login: `odile-${kind}`, password })).code).toBe("sign-in-failed");
  await t.app.store.system(null, ({ db }) => db.updateTable("claim").set({ withdrawn_at: new Date(), withdrawn_reason: "mistaken" }).where("record_id", "=", term).where("field", "=", to).where("owner_id", "=", basin).execute());
  expect((await session(t, chair)).viewer.kind).toBe("account");
}, slow);

test("invitations are listed without their links, and one that was ended opens nothing", async () => {
  const officer = await t.signedUp("secretariat", "upper-basin");
  const made = await send(t, "POST", "/api/invitations", { name: "Never came", role: "observer", holder: t.id("member", "tamsund") }, officer);
  const token = /token=(.+)$/.exec(made.json<{ link: string }>().link)?.[1] ?? "";
  const list = await send(t, "GET", "/api/invitations", undefined, officer);
  expect(list.text).not.toContain(token);
  const item = list.json<{ items: { id: string; name: string }[] }>().items.find((i) => i.name === "Never came");
  expect((await send(t, "DELETE", `/api/invitations/${item?.id}`, undefined, officer)).status).toBe(200);
  expect((await send(t, "DELETE", `/api/invitations/${item?.id}`, undefined, officer)).status).toBe(404);
  expect((await send(t, "POST", "/api/invitations/accept", { token, login: "never-came", password })).code).toBe("setup-link-expired");
}, slow);

test("where passwords need a second factor, one without opens only the making of it; each code is good once, recovery codes too", async () => {
  const app = await testApp({ now: () => new Date(Date.now() + ahead), door: { passwords: "with-second-factor" } });
  try {
    const login = await loginOf(app, await app.signedUp("focal-point", "orvelle"));
    const enter = (code?: string, pass = password) => send(app, "POST", "/api/session", { login, password: pass, ...(code === undefined ? {} : { code }) });
    const first = await enter();
    expect(first.json()).toMatchObject({ enrol: true, viewer: { kind: "anonymous" } });
    const half = came(first);
    expect((await send(app, "GET", "/api/account", undefined, half)).status).toBe(401);
    expect((await send(app, "POST", "/api/tokens", { name: "x" }, half)).status).toBe(401);
    expect((await send(app, "PUT", "/api/session/role", { role: crypto.randomUUID() }, half)).status).toBe(401);
    const begun = (await send(app, "POST", "/api/account/second-factor", {}, half)).json<{ secret: string; address: string }>();
    expect(begun.address).toMatch(/^otpauth:\/\/totp\//);
    const code = () => timeCode(begun.secret, new Date(Date.now() + ahead));
    expect((await send(app, "PUT", "/api/account/second-factor", { code: code() === "000000" ? "111111" : "000000" }, half)).code).toBe("second-factor-wrong");
    const confirmed = await send(app, "PUT", "/api/account/second-factor", { code: code() }, half);
    expect(confirmed.status, confirmed.text).toBe(200);
    const { codes } = confirmed.json<{ codes: string[] }>();
    expect(new Set(codes).size).toBe(10);
    expect((await session(app, came(confirmed))).viewer.kind).toBe("account");
    expect((await session(app, half)).viewer.kind).toBe("anonymous");
    // the code that put it in force is spent
    expect((await enter(code())).code).toBe("second-factor-wrong");
    expect((await enter()).code).toBe("second-factor-needed");
    expect((await enter(undefined, "not the password")).code).toBe("sign-in-failed");
    ahead += minute;
    const now = code();
    const both = await Promise.all([enter(now), enter(now)]);
    expect(both.map((b) => b.status).toSorted((a, b) => a - b)).toEqual([200, 401]);
    expect((await enter(codes[0]?.toUpperCase().replaceAll("-", " "))).status).toBe(200);
    ahead += 5 * minute;
    expect((await enter(codes[0])).code).toBe("second-factor-wrong");
    expect((await account(app, came(confirmed))).secondFactor).toMatchObject({ recoveryCodesLeft: 9 });
    // nothing of it lies in the open: not in the database, not in the audit log
    const kept = await app.app.store.system(null, async ({ db }) => JSON.stringify([await db.selectFrom("second_factor").selectAll().execute(), await db.selectFrom("recovery_code").selectAll().execute(), await db.selectFrom("audit_leaf").selectAll().execute(), await db.selectFrom("session").selectAll().execute()]));
    for (const secret of [begun.secret, Buffer.from(begun.secret).toString("hex"), ...codes, came(confirmed).secret, password]) expect(kept).not.toContain(secret);
  } finally {
    await app.close();
  }
}, slow);

test("changing the password ends every other session of the account", async () => {
  const first = await t.signedUp("analyst", "orvelle");
  const login = await loginOf(t, first);
  const second = came(await send(t, "POST", "/api/session", { login, password }));
  const next = "another long password";
  expect((await send(t, "PUT", "/api/account/password", { present: "not the right one", next }, first)).code).toBe("sign-in-failed");
  const changed = await send(t, "PUT", "/api/account/password", { present: password, next }, first);
  expect(changed.status, changed.text).toBe(200);
  for (const gone of [first, second]) expect((await session(t, gone)).viewer.kind).toBe("anonymous");
  expect((await session(t, came(changed))).viewer.kind).toBe("account");
  expect((await send(t, "POST", "/api/session", { login, password })).code).toBe("sign-in-failed");
  expect((await send(t, "POST", "/api/session", { login, password: next })).status).toBe(200);
}, slow);

test("a closed public view shows nothing to who is not signed in, by the API and behind it, and lets people in", async () => {
  const app = await testApp({ door: { publicView: "closed" } });
  try {
    for (const path of ["/api/record", "/api/members", "/api/picture", "/api/initiatives", "/api/coalition", "/api/sources"]) expect(await send(app, "GET", path)).toMatchObject({ status: 401, code: "sign-in-needed" });
    await expect(app.app.store.read(null, async () => "seen")).rejects.toMatchObject({ code: "sign-in-needed" });
    expect((await send(app, "GET", "/api/session/ways")).json()).toMatchObject({ publicView: "closed" });
    const person = await app.signedUp("observer", "orvelle");
    expect((await send(app, "POST", "/api/session", { login: await loginOf(app, person), password })).status).toBe(200);
    expect((await send(app, "GET", "/api/members", undefined, person)).status).toBe(200);
  } finally {
    await app.close();
  }
}, slow);

test("nobody proves who they are over a line that others can read", async () => {
  const over = (url: string) => t.api.request(url, { method: "POST", headers: { "content-type": "application/json", "x-entente-form": formToken(null) }, body: JSON.stringify({ login: "amina", password }) });
  expect(await (await over("http://entente.example/api/session")).json()).toMatchObject({ code: "https-needed", status: 403 });
  expect((await over("http://localhost:4700/api/session")).status).toBe(401);
  const behind = await testApp({ settings: { secure: true, publicUrl: "https://entente.example" } });
  try {
    const person = await behind.signedUp("analyst", "orvelle");
    const login = (await behind.app.store.system(null, ({ db }) => db.selectFrom("account").select("login").where("id", "=", person.accountId).executeTakeFirstOrThrow())).login;
    const came = await behind.api.request("http://entente.example/api/session", { method: "POST", headers: { "content-type": "application/json", "x-entente-form": formToken(null) }, body: JSON.stringify({ login, password }) });
    const cookies = came.headers.getSetCookie();
    expect(cookies.map((c) => c.split("=")[0])).toEqual(["__Host-entente", "__Host-entente-device"]);
    for (const c of cookies) expect(c).toMatch(/; Path=\/; .*HttpOnly; Secure; SameSite=Strict/);
    for (const c of cookies) expect(c).not.toMatch(/Domain/);
    // the plain name is no way in there
    const secret = /=([^;]+)/.exec(cookies[0] ?? "")?.[1] ?? "";
    const asked = await behind.api.request("http://entente.example/api/session", { headers: { cookie: `entente=${secret}` } });
    expect(((await asked.json()) as Session).viewer.kind).toBe("anonymous");
  } finally {
    await behind.close();
  }
}, slow);

test("an emergency way in makes an officer until tomorrow, and everybody is told", async () => {
  const app = await testApp({ now: () => new Date(Date.now() + ahead) });
  try {
    await expect(openEmergency(app.app, { name: "N. N.", reason: "no officer can come in" })).rejects.toMatchObject({ code: "setup-link-expired" });
    const witness = await app.signedUp("focal-point", "orvelle");
    await expect(openEmergency(app.app, { name: "N. N.", reason: " " })).rejects.toMatchObject({ code: "bad-input" });
    const opened = await openEmergency(app.app, { name: "N. N.", reason: "no officer can come in" });
    expect((await session(app, witness)).emergency).toMatchObject({ reason: "no officer can come in" });
    expect((await session(app)).emergency).toBeNull();
    expect((await send(app, "GET", "/api/audit", undefined, witness)).text).toContain("no officer can come in");
    const comes = () => send(app, "POST", "/api/invitations/accept", { token: opened.secret, login: "in-need", password });
    const inNeed = await comes();
    expect(inNeed.json()).toMatchObject({ viewer: { roles: [{ role: "officer", to: opened.until.toISOString().slice(0, 10) }] } });
    expect((await comes()).code).toBe("setup-link-expired");
    ahead = 8 * 24 * 60 * minute;
    expect((await app.app.store.system(null, ({ db }) => db.selectFrom("emergency").selectAll().execute())).length).toBe(1);
  } finally {
    await app.close();
  }
}, slow);

test("settings that make no sense are named", async () => {
  for (const [name, value] of [["ENTENTE_PASSWORDS", "yes"], ["ENTENTE_PUBLIC", "no"], ["ENTENTE_IDLE_MINUTES", "0"], ["ENTENTE_SESSION_HOURS", "x"]] as const)
    await expect(readDoorSettings({ [name]: value })).rejects.toMatchObject({ code: "bad-input", params: { path: name } });
  await expect(readDoorSettings({ ENTENTE_OIDC: "/nowhere/providers.json" })).rejects.toMatchObject({ code: "bad-input" });
  expect(await readDoorSettings({})).toMatchObject({ passwords: "with-second-factor", publicView: "open" });
});
