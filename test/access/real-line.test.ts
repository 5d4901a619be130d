import { createServer, request, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { formToken } from "../../src/api/who-asks.ts";
import { addPages } from "../../src/server/pages.ts";
import { goneOn, type SignedUp, type TestApp, testApp } from "../support/test-app.ts";

// Over real sockets, as a reverse proxy and a stranger beside it would speak to the server.

const [proxy, stranger] = ["127.0.0.2", "127.0.0.3"];
let t: TestApp;
let server: Server;
let pages: string;
let port: number;
beforeAll(async () => {
  t = await testApp({ settings: { proxies: new Set([proxy]) } });
  pages = await mkdtemp(join(tmpdir(), "entente-pages-"));
  await mkdir(join(pages, "assets"));
  await writeFile(join(pages, "index.html"), "<!doctype html><title>Entente</title>");
  for (const file of ["assets/a.js", "assets/a.css"]) await writeFile(join(pages, file), "/* */");
  await addPages(t.api, pages);
  server = createServer(getRequestListener(t.api.fetch));
  await new Promise<void>((listening) => server.listen(0, "0.0.0.0", listening));
  ({ port } = server.address() as AddressInfo);
}, 120_000);
afterAll(async () => {
  server?.closeAllConnections();
  server?.close();
  await rm(pages, { recursive: true, force: true });
  await t?.close();
});

type Said = { readonly status: number; readonly headers: IncomingMessage["headers"]; readonly text: string };
const ask = (from: string, method: string, path: string, headers: Record<string, string> = {}, body?: unknown) =>
  new Promise<Said>((done, failed) => {
    const asked = request({ host: "127.0.0.1", port, localAddress: from, method, path, headers: { "x-entente-form": formToken(null), "content-type": "application/json", ...headers } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => done({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(parts).toString("utf8") }));
    });
    asked.on("error", failed);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
const start = async (from: string, forwarded?: string) => (await ask(from, "POST", "/api/session/passkey/options", forwarded === undefined ? {} : { "x-forwarded-for": forwarded }, {})).status;
const until429 = async (from: string, forwarded?: string) => {
  for (let n = 1; n <= 130; n++) if ((await start(from, forwarded)) === 429) return n;
  return null;
};

test("who asked is told by a named proxy alone: its clients are counted apart, and nobody else names themselves", async () => {
  // one client behind the proxy is stopped; another behind the same proxy is free
  expect(await until429(proxy, "198.51.100.7")).toBe(121);
  expect(await start(proxy, "198.51.100.8")).toBe(200);
  // what a client wrote before the proxy added the address it saw counts for nothing
  expect(await start(proxy, "198.51.100.9, 198.51.100.7")).toBe(429);
  // a stranger cannot take up another's name to stop them, nor a new one each time to go on
  expect(await start(stranger, "198.51.100.8")).toBe(200);
  for (let n = 0; n < 119; n++) await start(stranger, `203.0.113.${n}`);
  expect(await start(stranger, "203.0.113.200")).toBe(429);
  expect(await start(proxy, "198.51.100.8")).toBe(200);
}, 120_000);

test("every page, asset, answer and error carries a policy without unsafe-anything", async () => {
  const officer = await t.signedUp("secretariat", "upper-basin");
  const seen: number[] = [];
  for (const [method, path, headers] of [
    ["GET", "/en", {}], ["GET", "/fr/people", {}], ["GET", "/ar/invitation", {}], ["GET", "/assets/a.js", {}], ["GET", "/assets/a.css", {}], ["GET", "/assets/absent.js", {}],
    ["GET", "/api/session", {}], ["GET", "/api/docs", {}], ["GET", "/api/openapi.json", {}], ["GET", "/api/nothing", {}], ["GET", "/api/people", {}], ["GET", "/api/people", officer.headers], ["GET", `/api/members/${crypto.randomUUID()}`, {}],
    ["POST", "/api/people/import", {}], ["POST", "/api/session", { "sec-fetch-site": "cross-site" }], ["GET", "/api/members/..%2f", {}], ["GET", "/public/en", {}],
  ] as const) {
    const said = await ask("127.0.0.1", method, path, headers as Record<string, string>, method === "POST" ? {} : undefined);
    const policy = said.headers["content-security-policy"];
    expect.soft(policy, `${method} ${path} ${said.status}`).toMatch(/default-src 'none'/);
    expect.soft(policy, `${method} ${path}`).not.toMatch(/unsafe-|\*|https?:/);
    expect.soft(policy, `${method} ${path}`).toContain("frame-ancestors 'none'");
    expect.soft(said.headers["x-content-type-options"], `${method} ${path}`).toBe("nosniff");
    seen.push(said.status);
  }
  // the walk met pages, answers, refusals and what is not there
  expect([200, 401, 403, 404].filter((s) => !seen.includes(s))).toEqual([]);
}, 60_000);

test("a page that stays open after signing out, a secret that was replaced, and one that was made up are nobody", async () => {
  const person = await t.signedUp("focal-point", "orvelle");
  const tokens = (who: SignedUp) => ask("127.0.0.1", "POST", "/api/tokens", who.headers as Record<string, string>, { name: "x" });
  // a change of one's keys goes on under a new secret; who copied the earlier one has nothing
  const answer = await t.api.request("/api/account/password", { method: "PUT", headers: { ...person.headers, "content-type": "application/json" }, body: JSON.stringify({ present: "a long test password", next: "another long password" }) });
  expect(answer.status, await answer.clone().text()).toBe(200);
  const now = goneOn(person, answer);
  expect([(await tokens(person)).status, (await tokens(now)).status]).toEqual([401, 200]);
  for (const forged of [`${now.secret.slice(0, -1)}${now.secret.endsWith("A") ? "B" : "A"}`, now.secret.toLowerCase() === now.secret ? now.secret.toUpperCase() : now.secret.toLowerCase(), "x".repeat(43)])
    expect((await tokens({ ...now, headers: { cookie: `entente=${forged}`, "x-entente-form": formToken(forged) } })).status).toBe(401);
  expect((await ask("127.0.0.1", "DELETE", "/api/session", now.headers as Record<string, string>)).status).toBe(200);
  expect((await tokens(now)).status).toBe(401);
  expect(JSON.parse((await ask("127.0.0.1", "GET", "/api/session", now.headers as Record<string, string>)).text)).toMatchObject({ viewer: { kind: "anonymous" } });
});

test("a role that ends is over at the very next question, which names the right that is missing", async () => {
  const [officer, analyst, leaver] = [await t.signedUp("secretariat", "upper-basin"), await t.signedUp("focal-point", "orvelle"), await t.signedUp("focal-point", "tamsund")];
  const write = (who: SignedUp) => ask("127.0.0.1", "POST", "/api/sources", who.headers as Record<string, string>, { title: "A source" });
  expect((await write(leaver)).status).toBe(200);
  const people = JSON.parse((await ask("127.0.0.1", "GET", "/api/people", officer.headers as Record<string, string>)).text) as { items: { id: string; roles: { id: string }[] }[] };
  const role = people.items.find((p) => p.id === leaver.accountId)?.roles[0]?.id;
  expect((await ask("127.0.0.1", "POST", `/api/roles/${role}/end`, officer.headers as Record<string, string>, {})).status).toBe(200);
  const refused = await write(leaver);
  expect([refused.status, (JSON.parse(refused.text) as { code: string }).code]).toEqual([401, "sign-in-needed"]);
  // who never had it is told which right it is, and who can give it
  const invited = await ask("127.0.0.1", "POST", "/api/invitations", analyst.headers as Record<string, string>, { name: "x", role: "observer", holder: t.id("member", "orvelle") });
  expect(JSON.parse(invited.text)).toMatchObject({ code: "not-allowed", params: { right: "manage-accounts", whoCanGive: "secretariat" } });
});

test("a write from another site is refused, whatever cookie it carries and whichever header tells on it", async () => {
  const person = await t.signedUp("focal-point", "orvelle");
  const write = (more: Record<string, string>) => ask("127.0.0.1", "POST", "/api/sources", { ...(person.headers as Record<string, string>), ...more }, { title: "A source" });
  expect((await write({})).status).toBe(200);
  expect((await write({ origin: `http://127.0.0.1:${port}`, "sec-fetch-site": "same-origin" })).status).toBe(200);
  for (const more of [{ "sec-fetch-site": "cross-site" }, { "sec-fetch-site": "same-site" }, { origin: "https://elsewhere.example" }, { origin: `http://127.0.0.1:${port + 1}` }, { "x-entente-form": formToken(null) }, { "x-entente-form": "" }])
    expect((await write(more)).status, JSON.stringify(more)).toBe(403);
  // a form of another page can send neither JSON nor the header
  expect((await write({ "content-type": "text/plain", "x-entente-form": "" })).status).toBe(403);
});
