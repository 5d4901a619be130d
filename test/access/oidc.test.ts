import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import OidcProvider from "oidc-provider";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Session } from "../../src/api/schemas/session.ts";
import { formToken } from "../../src/api/who-asks.ts";
import type { Provider } from "../../src/app/door/provider.ts";
import { type SignedUp, type TestApp, testApp } from "../support/test-app.ts";

const slow = 120_000;
const here = "http://localhost:4711";
type Person = { readonly sub: string; readonly name: string; readonly country: string };
const people: readonly Person[] = [
  { sub: "odile", name: "Odile T.", country: "TS" },
  { sub: "foreign", name: "A Stranger", country: "XX" },
  { sub: "orsola", name: "Orsola V.", country: "OV" },
];

let t: TestApp;
let issuer: string;
let idp: { readonly server: Server; readonly key: CryptoKey; readonly kid: string };
beforeAll(async () => {
  idp = await openProvider();
  issuer = `http://localhost:${(idp.server.address() as AddressInfo).port}`;
  const codes = await codesOf();
  const provider = (more: Partial<Provider>): Provider => ({
    kind: "provider", id: "ministry", name: { en: "The ministry" }, issuer, clientId: "entente", clientSecret: "a secret of the client", scopes: ["openid", "profile"],
    memberClaim: "country", members: codes, newcomers: "observer", plainHttp: true, ...more,
  });
  t = await testApp({ settings: { publicUrl: here }, door: { providers: [provider({}), provider({ id: "invited-only", newcomers: null })] } });
}, slow);
afterAll(async () => {
  idp?.server.close();
  idp?.server.closeAllConnections();
  await t?.close();
});

/** The members' codes as the invented coalition has them. */
async function codesOf(): Promise<Record<string, string>> {
  const app = await testApp();
  const rows = await app.app.store.system(null, ({ db }) => db.selectFrom("member").select(["id", "code"]).execute());
  const code = (key: string) => rows.find((r) => r.id === app.id("member", key))?.code ?? "";
  const codes = { TS: code("tamsund"), OV: code("orvelle") };
  await app.close();
  return codes;
}

/** A real provider on this machine, where whoever is named in the form signs in. */
async function openProvider() {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: "key-1", alg: "RS256", use: "sig" };
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const port = (server.address() as AddressInfo).port;
  const redirect_uris = ["ministry", "invited-only"].map((id) => `${here}/api/oidc/${id}/callback`);
  const provider = new OidcProvider(`http://localhost:${port}`, {
    jwks: { keys: [jwk] },
    clients: [{ client_id: "entente", client_secret: "a secret of the client", redirect_uris, response_types: ["code"], grant_types: ["authorization_code"] }],
    claims: { openid: ["sub", "sid"], profile: ["name", "country"] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true }, backchannelLogout: { enabled: true } },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => people.find((p) => p.sub === sub) ?? { sub } }),
    cookies: { keys: ["a key for tests alone"] },
  });
  server.on("request", provider.callback());
  return { server, key: privateKey, kid: "key-1" };
}

/** A browser without pages: follows redirects at the provider and fills its forms in, until it is sent back here. */
async function throughProvider(address: string, sub: string): Promise<URL> {
  const jar = new Map<string, string>();
  const ask = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const answer = await fetch(url, { redirect: "manual", headers: { cookie: [...jar].map((c) => c.join("=")).join("; "), ...(form ? { "content-type": "application/x-www-form-urlencoded" } : {}) }, ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}) });
    for (const c of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = (c.split(";")[0] ?? "").split(/=(.*)/s);
      jar.set(name, value);
    }
    return answer;
  };
  let url = address;
  for (let step = 0; step < 20; step++) {
    if (url.startsWith(here)) return new URL(url);
    const answer = await ask(url);
    const location = answer.headers.get("location");
    if (location !== null) {
      url = new URL(location, url).href;
      continue;
    }
    const page = await answer.text();
    const action = /action="([^"]+)"/.exec(page)?.[1];
    if (action === undefined) throw new Error(`no form and no way on at ${url}: ${page.slice(0, 400)}`);
    const prompt = page.includes('name="login"') ? "login" : "consent";
    const sent = await ask(new URL(action, url).href, { prompt, login: sub, password: "any" });
    url = new URL(sent.headers.get("location") ?? url, url).href;
  }
  throw new Error("the provider leads nowhere");
}

type Back = { readonly answer: Response; readonly page: string; readonly as: SignedUp };
async function start(id = "ministry", query = ""): Promise<{ address: string; cookie: string }> {
  const begun = await t.api.request(`${here}/api/oidc/${id}/start${query}`);
  expect(begun.status, await begun.clone().text()).toBe(302);
  return { address: begun.headers.get("location") ?? "", cookie: (begun.headers.getSetCookie()[0] ?? "").split(";")[0] ?? "" };
}
async function back(url: URL, cookie: string): Promise<Back> {
  const answer = await t.api.request(url.href, { headers: cookie === "" ? {} : { cookie } });
  const secret = /^entente=([^;]+)/.exec(answer.headers.getSetCookie().find((c) => c.startsWith("entente=")) ?? "")?.[1] ?? "";
  return { answer, page: await answer.text(), as: { secret, accountId: "", headers: { cookie: `entente=${secret}`, "x-entente-form": formToken(secret) } } };
}
async function enter(sub: string, id = "ministry", query = ""): Promise<Back> {
  const { address, cookie } = await start(id, query);
  return back(await throughProvider(address, sub), cookie);
}
const session = async (as: SignedUp) => Session.parse(await (await t.api.request(`${here}/api/session`, { headers: as.headers })).json());

test("a person whom the provider names comes in for the member that the claim says, in the role of its newcomers, and is the same one the next time", async () => {
  const { address } = await start();
  const asked = new URL(address).searchParams;
  expect([asked.get("code_challenge_method"), asked.get("response_type"), asked.get("nonce") !== null, asked.get("state") !== null]).toEqual(["S256", "code", true, true]);
  const first = await enter("odile", "ministry", "?return=%2Fen%2Fpicture");
  expect(first.page).toContain('url=/en/picture"');
  const me = await session(first.as);
  expect(me.viewer).toMatchObject({ person: { name: { text: "Odile T." } }, actsFor: { id: t.id("member", "tamsund") }, roles: [{ role: "observer" }] });
  const second = await session((await enter("odile")).as);
  expect(second.viewer).toMatchObject({ account: { id: (me.viewer as { account: { id: string } }).account.id } });
}, slow);

test("the first of all to come from a provider becomes no officer, and one of no member comes in at all", async () => {
  const foreign = await enter("foreign");
  expect(foreign.as.secret).toBe("");
  expect(foreign.page).toContain("/sign-in?refused=provider-refused");
  expect((await enter("orsola", "invited-only")).as.secret).toBe("");
  const officers = await t.app.store.system(null, ({ db }) => db.selectFrom("acting_role").select("role").where("role", "in", ["secretariat", "chair", "co-chair"]).execute());
  expect(officers).toEqual([]);
}, slow);

test("an answer is good once, and only in the browser that asked", async () => {
  const { address, cookie } = await start();
  const url = await throughProvider(address, "odile");
  expect((await back(url, "")).as.secret).toBe("");
  const other = await start();
  expect((await back(url, other.cookie)).as.secret).toBe("");
  expect((await back(url, cookie)).as.secret).not.toBe("");
  expect((await back(url, cookie)).as.secret).toBe("");
  const changed = await start();
  const forged = await throughProvider(changed.address, "odile");
  forged.searchParams.set("state", "another");
  expect((await back(forged, changed.cookie)).as.secret).toBe("");
  // back to another site's address: never
  for (const evil of ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example"]) expect((await enter("odile", "ministry", `?return=${encodeURIComponent(evil)}`)).page).toContain('url=/"');
}, slow);

test("an invitation is taken up by whoever the provider names, for its own member alone", async () => {
  const officer = await t.signedUp("secretariat", "upper-basin");
  const invited = async (holder: string) => {
    const made = await t.post<{ link: string }>("/api/invitations", { name: "Orsola V.", role: "focal-point", holder: t.id("member", holder) }, officer);
    return /token=(.+)$/.exec(made.body.link)?.[1] ?? "";
  };
  const foreign = await enter("orsola", "invited-only", `?invitation=${await invited("tamsund")}`);
  expect(foreign.as.secret).toBe("");
  const token = await invited("orvelle");
  const mine = await enter("orsola", "invited-only", `?invitation=${token}`);
  expect((await session(mine.as)).viewer).toMatchObject({ roles: [{ role: "focal-point" }], actsFor: { id: t.id("member", "orvelle") } });
  expect((await session((await enter("orsola", "invited-only")).as)).viewer).toMatchObject({ roles: [{ role: "focal-point" }] });
}, slow);

test("signing out at the provider ends the sessions that came from it; only the provider can say so, and once", async () => {
  const [one, two] = [await enter("odile"), await enter("odile")];
  const local = await t.signedUp("observer", "tamsund");
  const sign = (claims: Record<string, unknown>) =>
    new SignJWT({ events: { "http://schemas.openid.net/event/backchannel-logout": {} }, ...claims }).setProtectedHeader({ alg: "RS256", kid: idp.kid, typ: "logout+jwt" }).setIssuer(issuer).setAudience("entente").setIssuedAt().setJti(crypto.randomUUID());
  const tell = async (token: string) => t.api.request(`${here}/api/oidc/ministry/logout`, { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: new URLSearchParams({ logout_token: token }) });
  const stranger = await generateKeyPair("RS256");
  const bad = [
    await sign({ sub: "odile" }).sign(stranger.privateKey),
    await sign({ sub: "odile" }).setAudience("another").sign(idp.key),
    await sign({ sub: "odile" }).setIssuer("http://localhost:1").sign(idp.key),
    await sign({ sub: "odile" }).setIssuedAt(Math.floor(Date.now() / 1000) - 3600).sign(idp.key),
    await sign({ sub: "odile", nonce: "n" }).sign(idp.key),
    await sign({ sub: "odile", events: {} }).sign(idp.key),
    await sign({}).sign(idp.key),
    "not.a.token",
  ];
  for (const token of bad) expect((await tell(token)).status).toBe(401);
  expect((await session(one.as)).viewer.kind).toBe("account");
  const good = await sign({ sub: "odile" }).sign(idp.key);
  expect((await tell(good)).status).toBe(200);
  for (const gone of [one, two]) expect((await session(gone.as)).viewer.kind).toBe("anonymous");
  expect((await session(local)).viewer.kind).toBe("account");
  const again = await enter("odile");
  expect((await tell(good)).status).toBe(401);
  expect((await session(again.as)).viewer.kind).toBe("account");
}, slow);
