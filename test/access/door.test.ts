import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { Session } from "../../src/api/schemas/session.ts";
import { formToken } from "../../src/api/who-asks.ts";
import { newSetupSecret } from "../../src/app/door/setup-link.ts";
import { type SignedUp, type TestApp, testApp } from "../support/test-app.ts";

const minute = 60_000;
/** Every attempt costs what a password's hash is meant to cost. */
const slow = 120_000;
const password = "Niamey en mars, à midi";
let ahead = 0;
let t: TestApp;
beforeEach(() => {
  ahead = 0;
});
const fresh = () => testApp({ now: () => new Date(Date.now() + ahead) });

type Said = { status: number; code: string | undefined; text: string; headers: Headers };
async function send(app: TestApp, method: string, path: string, body?: unknown, as?: SignedUp | string, more: Record<string, string> = {}): Promise<Said> {
  const headers = { ...(typeof as === "string" ? { authorization: `Bearer ${as}` } : (as?.headers ?? { "x-entente-form": formToken(null) })), ...(body === undefined ? {} : { "content-type": "application/json" }), ...more };
  const answer = await app.api.request(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const text = await answer.text();
  return { status: answer.status, code: (JSON.parse(text) as { code?: string }).code, text, headers: answer.headers };
}
const cookieOf = (said: Said): SignedUp => {
  const secret = /entente=([^;]+)/.exec(said.headers.get("set-cookie") ?? "")?.[1] ?? "";
  return { secret, accountId: "", headers: { cookie: `entente=${secret}`, "x-entente-form": formToken(secret) } };
};
const session = async (app: TestApp, as?: SignedUp | string) => Session.parse(JSON.parse((await send(app, "GET", "/api/session", undefined, as)).text));

beforeAll(async () => {
  t = await fresh();
});
afterAll(() => t.close());

test("the setup link makes the first officer, once", async () => {
  const app = await fresh();
  try {
    expect((await session(app)).needsSetup).toBe(true);
    const void_ = await newSetupSecret(app.app);
    const link = await newSetupSecret(app.app);
    const wanted = { login: "amina", password, name: "Amina D." };
    const set = (token: string | undefined, more: object = {}) => send(app, "POST", "/api/setup", { token, ...wanted, ...more });
    // an earlier link is void once a later one is printed, and a guess is as void
    expect(await set(void_?.secret)).toMatchObject({ status: 410, code: "setup-link-expired" });
    expect(await set("guess")).toMatchObject({ status: 410, code: "setup-link-expired" });
    // a mistake does not use it up
    expect((await set(link?.secret, { password: "too short" })).status).toBe(400);
    expect((await set(link?.secret, { body: crypto.randomUUID() })).status).toBe(400);
    const made = await set(link?.secret);
    expect(made.status, made.text).toBe(200);
    expect(made.headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Strict/);
    expect(await session(app, cookieOf(made))).toMatchObject({ needsSetup: false, viewer: { kind: "account", account: { login: "amina" }, roles: [{ role: "officer", holdsToday: true }], may: expect.arrayContaining(["manage-accounts", "look-as", "import"]) } });
    expect(await set(link?.secret, { login: "other" })).toMatchObject({ status: 410, code: "setup-done" });
    expect(await newSetupSecret(app.app)).toBeNull();
  } finally {
    await app.close();
  }
}, slow);

test("a setup link is good for half an hour, and of two people with it at once one comes in", async () => {
  const app = await fresh();
  try {
    const late = await newSetupSecret(app.app);
    ahead = 31 * minute;
    expect(await send(app, "POST", "/api/setup", { token: late?.secret, login: "late", password, name: "Late" })).toMatchObject({ status: 410, code: "setup-link-expired" });
    const link = await newSetupSecret(app.app);
    const both = await Promise.all(["first", "second"].map((login) => send(app, "POST", "/api/setup", { token: link?.secret, login, password, name: login })));
    expect(both.map((s) => s.status).sort((a, b) => a - b)).toEqual([200, 410]);
    expect(both.find((s) => s.status === 410)?.code).toBe("setup-done");
  } finally {
    await app.close();
  }
}, slow);

test("signing in says the same of a wrong password, an unknown login, an ended account and an ended role", async () => {
  const officer = await t.signedUp("secretariat", "upper-basin");
  const { account } = (await session(t, officer)).viewer as { account: { login: string } };
  const right = await send(t, "POST", "/api/session", { login: `  ${account.login.toUpperCase()} `, password: "a long test password" });
  expect(right.status, right.text).toBe(200);
  expect((await session(t, cookieOf(right))).viewer).toMatchObject({ kind: "account", account: { login: account.login } });

  const [gone, ended] = [await t.signedUp("focal-point", "orvelle"), await t.signedUp("analyst", "orvelle")];
  await t.app.store.system(null, async ({ db }) => {
    await db.updateTable("account").set({ ended_at: new Date() }).where("id", "=", gone.accountId).execute();
    await db.updateTable("acting_role").set({ valid_from: "2020-01-01", valid_to: "2020-12-31" }).where("account_id", "=", ended.accountId).execute();
  });
  const logins = await t.app.store.system(null, ({ db }) => db.selectFrom("account").select(["id", "login"]).where("id", "in", [gone.accountId, ended.accountId]).execute());
  const tries = [{ login: account.login, password: "not the password" }, { login: "nobody", password }, ...logins.map((l) => ({ login: l.login, password: "a long test password" }))];
  const answers = [];
  for (const body of tries) answers.push(await send(t, "POST", "/api/session", body));
  expect(new Set(answers.map((a) => `${a.status} ${a.text} ${a.headers.get("set-cookie") ?? ""}`)).size).toBe(1);
  expect(answers[0]).toMatchObject({ status: 401, code: "sign-in-failed" });
}, slow);

test("guessing is slowed more and more, also many at once, and nobody else is locked out", async () => {
  // a clock that stands still between the tries
  const began = Date.now();
  const app = await testApp({ now: () => new Date(began + ahead) });
  try {
    const someone = await app.signedUp("analyst", "orvelle");
    const { account } = (await session(app, someone)).viewer as { account: { login: string } };
    const right = { login: account.login, password: "a long test password" };
    // a browser in which they came in before
    const first = await send(app, "POST", "/api/session", right);
    const device = /entente-device=([^;]+)/.exec(first.headers.get("set-cookie") ?? "")?.[1] ?? "";
    const guess = (more: Record<string, string> = {}) => send(app, "POST", "/api/session", { login: account.login, password: "a guess at a password" }, undefined, more);
    const guesses = await Promise.all(Array.from({ length: 16 }, () => guess()));
    expect(guesses.filter((g) => g.status === 401)).toHaveLength(5);
    expect(guesses.filter((g) => g.status === 429)).toHaveLength(11);
    // each wrong try doubles what the next has to wait, up to a quarter of an hour
    const waits: number[] = [];
    for (let i = 0; i < 12; i++) {
      const slowed = await guess();
      expect(slowed).toMatchObject({ status: 429, code: "rate-limited" });
      waits.push(Number(slowed.headers.get("retry-after")));
      ahead += (waits.at(-1) as number) * 1000;
      expect((await guess()).status).toBe(401);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
    expect((await send(app, "POST", "/api/session", right)).status).toBe(429);
    // the known browser has a count of its own, that nobody else can raise
    const known = await send(app, "POST", "/api/session", right, undefined, { cookie: `entente-device=${device}` });
    expect(known.status, known.text).toBe(200);
    expect(known.headers.get("set-cookie")).not.toContain("entente-device");
    // and is no way to guess at another's account
    const other = await app.signedUp("analyst", "tamsund");
    const login = ((await session(app, other)).viewer as { account: { login: string } }).account.login;
    expect((await send(app, "POST", "/api/session", { ...right, login })).status).toBe(200);
    for (let i = 0; i < 5; i++) expect((await send(app, "POST", "/api/session", { login, password: "a guess at a password" }, undefined, { cookie: `entente-device=${device}` })).status).toBe(401);
    expect((await send(app, "POST", "/api/session", { login, password: "a guess at a password" }, undefined, { cookie: `entente-device=${device}` })).status).toBe(429);
    ahead += 61 * minute;
    expect((await send(app, "POST", "/api/session", right)).status).toBe(200);
    // what was right is on no count, and what is older than the window is gone
    const left = await app.app.store.system(null, ({ db }) => db.selectFrom("sign_in_failure").selectAll().execute());
    expect(left).toEqual([]);
  } finally {
    await app.close();
  }
}, slow);

test("an invitation makes one account for one role, from whom may give it", async () => {
  const officer = await t.signedUp("secretariat", "upper-basin");
  const focal = await t.signedUp("focal-point", "orvelle");
  const tamsund = t.id("member", "tamsund");
  const wanted = { name: "Odile T.", role: "focal-point", holder: tamsund };
  const invite = (more: object, as: SignedUp | undefined = officer) => send(t, "POST", "/api/invitations", { ...wanted, ...more }, as);
  expect((await send(t, "POST", "/api/invitations", wanted)).status).toBe(401);
  expect(await invite({}, focal)).toMatchObject({ status: 403, code: "not-allowed" });
  expect((await invite({ holder: crypto.randomUUID() })).status).toBe(404);
  expect((await invite({ role: "officer" })).status).toBe(400);
  expect((await invite({ holder: t.id("body", "compact"), role: "officer" })).status).toBe(403);
  expect(await invite({ validTo: "2020-01-01" })).toMatchObject({ status: 400, code: "bad-input" });

  const made = await invite({});
  const token = /token=(.+)$/.exec((JSON.parse(made.text) as { link: string }).link)?.[1];
  const accept = (login: string, secret = token) => send(t, "POST", "/api/invitations/accept", { token: secret, login, password });
  const taken = ((await session(t, officer)).viewer as { account: { login: string } }).account.login;
  expect(await accept(taken)).toMatchObject({ status: 409, code: "already-exists" });
  const accepted = await accept("odile");
  expect(accepted.status, accepted.text).toBe(200);
  expect((await session(t, cookieOf(accepted))).viewer).toMatchObject({ person: { name: { text: "Odile T." } }, actsFor: { kind: "member", id: tamsund }, roles: [{ role: "focal-point" }] });
  expect(await accept("odile-again")).toMatchObject({ status: 410, code: "setup-link-expired" });

  const late = /token=(.+)$/.exec((JSON.parse((await invite({})).text) as { link: string }).link)?.[1];
  ahead = 8 * 24 * 60 * minute;
  expect(await accept("too-late", late)).toMatchObject({ status: 410 });
  ahead = 0;
  const short = /token=(.+)$/.exec((JSON.parse((await invite({ validTo: new Date().toISOString().slice(0, 10) })).text) as { link: string }).link)?.[1];
  ahead = 2 * 24 * 60 * minute;
  // the role ended before it was taken up: refused, not an error of ours
  expect(await accept("too-short", short)).toMatchObject({ status: 410, code: "setup-link-expired" });
}, slow);

test("a read-only token reads as its bearer and writes nothing; a bad one is told so, and never answered as anybody", async () => {
  const focal = await t.signedUp("focal-point", "orvelle");
  const make = (body: object, as: SignedUp | string = focal) => send(t, "POST", "/api/tokens", { name: "nightly", ...body }, as);
  const { token } = JSON.parse((await make({})).text) as { token: string };
  expect(token).toMatch(/^ent_/);
  expect((await session(t, token)).viewer).toMatchObject({ kind: "account", actsFor: { id: t.id("member", "orvelle") }, may: ["read-audit"] });
  const need = { needs: [{ area: "NE-2", line: "capacity", from: "2024-01", to: "2024-06", usdPerMonth: 1 }] };
  expect(await send(t, "POST", "/api/needs", need, token)).toMatchObject({ status: 403, code: "not-allowed" });
  expect((await send(t, "POST", "/api/imports?name=x.csv", need, token)).status).toBe(403);
  expect((await make({}, token)).status).toBe(403);

  const writing = JSON.parse((await make({ readOnly: false, days: 2 })).text) as { token: string; expires: string };
  expect((await send(t, "POST", "/api/needs", need, writing.token)).status).toBe(200);
  // a token cannot prolong itself through another
  const child = JSON.parse((await make({ readOnly: false, days: 365 }, writing.token)).text) as { expires: string };
  expect(child.expires).toBe(writing.expires);
  expect((await make({ days: 366 })).status).toBe(400);

  await t.app.store.system(null, ({ db }) => db.updateTable("session").set({ expires_at: new Date(Date.now() - 1_000) }).where("kind", "=", "token").where("read_only", "=", true).execute());
  for (const bad of [token, "ent_guessed"]) expect(await send(t, "GET", "/api/picture", undefined, bad)).toMatchObject({ status: 401, code: "token-invalid" });
}, slow);

test("a role that has ended gives no right, although the session stands", async () => {
  const focal = await t.signedUp("focal-point", "orvelle");
  expect((await session(t, focal)).viewer.kind).toBe("account");
  await t.app.store.system(null, ({ db }) => db.updateTable("acting_role").set({ valid_from: "2020-01-01", valid_to: "2020-12-31" }).where("account_id", "=", focal.accountId).execute());
  expect((await session(t, focal)).viewer).toEqual({ kind: "anonymous" });
  expect((await send(t, "POST", "/api/needs", { needs: [{ area: "NE-2", line: "capacity", from: "2024-01", to: "2024-06", usdPerMonth: 1 }] }, focal)).status).toBe(401);
  expect((await send(t, "POST", "/api/tokens", { name: "after" }, focal)).status).toBe(401);
}, slow);

test("signing out ends the session wherever its secret is", async () => {
  const focal = await t.signedUp("focal-point", "orvelle");
  const out = await send(t, "DELETE", "/api/session", undefined, focal);
  expect(out.status).toBe(200);
  expect(out.headers.get("set-cookie")).toMatch(/entente=; Max-Age=0/);
  expect((await session(t, focal)).viewer).toEqual({ kind: "anonymous" });
  expect((await send(t, "DELETE", "/api/session", undefined, focal)).status).toBe(200);
}, slow);

test("a write that another page started is refused", async () => {
  const focal = await t.signedUp("focal-point", "orvelle");
  const body = { name: "x" };
  expect((await send(t, "POST", "/api/tokens", body, focal, { "x-entente-form": formToken(null) })).status).toBe(403);
  expect((await send(t, "POST", "/api/tokens", body, focal, { "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await send(t, "POST", "/api/tokens", body, focal, { origin: "https://elsewhere.example" })).status).toBe(403);
}, slow);

test("an officer who looks as a member sees and does no more than that member, and no more than the officer", async () => {
  let officer = await t.signedUp("secretariat", "upper-basin");
  const focal = await t.signedUp("focal-point", "orvelle");
  const look = (member: string | null, as?: SignedUp) => send(t, "PUT", "/api/session/looking-as", { member }, as ?? officer);
  expect((await look(t.id("member", "tamsund"), focal)).status).toBe(403);
  expect((await look(crypto.randomUUID())).status).toBe(404);
  const need = (note: string) => ({ needs: [{ area: "NE-2", line: "capacity", from: "2024-01", to: "2024-06", usdPerMonth: 1, note }], marking: "TLP:AMBER" });
  expect((await send(t, "POST", "/api/needs", need("the officer's own"), officer)).status).toBe(200);
  expect((await send(t, "POST", "/api/needs", need("Orvelle's own"), focal)).status).toBe(200);
  const notes = async () => ((await t.get<{ items: { note: string | null }[] }>("/api/needs", officer)).body.items.map((n) => n.note));
  expect(await notes()).toContain("the officer's own");

  const seen = await look(t.id("member", "orvelle"));
  expect(seen.status, seen.text).toBe(200);
  // the session goes on under a new secret: the one before opens nothing any more
  expect((await session(t, officer)).viewer).toEqual({ kind: "anonymous" });
  officer = cookieOf(seen);
  expect((await session(t, officer)).viewer).toMatchObject({ lookingAs: { id: t.id("member", "orvelle") }, may: ["look-as", "read-audit"] });
  const there = await notes();
  expect(there).not.toContain("the officer's own");
  expect(there).not.toContain("Orvelle's own");
  expect((await send(t, "POST", "/api/needs", need("as Orvelle"), officer)).status).toBe(403);
  expect((await send(t, "POST", "/api/tokens", { name: "as Orvelle" }, officer)).status).toBe(403);
  const back = await look(null);
  expect(back.status).toBe(200);
  officer = cookieOf(back);
  expect(await notes()).toContain("the officer's own");
}, slow);
