import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openApiDocument } from "../../src/api/openapi.ts";
import { errorCatalogue } from "../../src/base/errors.ts";
import { formToken } from "../../src/api/who-asks.ts";
import { type SignedUp, type TestApp, testApp } from "../support/test-app.ts";

type Problem = { code: string; status: number; type: string; params?: Record<string, unknown>; errors?: { path: string; expected: string }[] };

let t: TestApp;
let officer: SignedUp;
beforeAll(async () => {
  t = await testApp();
  officer = await t.signedUp("secretariat", "upper-basin");
  for (let i = 0; i < 23; i++) await t.post("/api/sources", { title: `Source ${"abcdefg"[i % 7]} ${i % 4 === 0 ? "" : i}`, marking: i % 2 === 0 ? "TLP:CLEAR" : "TLP:GREEN" }, officer);
});
afterAll(() => t?.close());

const ask = (path: string, init: RequestInit = {}) => t.api.request(path, init);
const anonymously = { "x-entente-form": formToken(null), "content-type": "application/json" };

test("an answer asked again by its tag is not sent again; a changed one is", async () => {
  const first = await ask("/api/sources?limit=3");
  const tag = first.headers.get("etag") ?? "";
  expect(tag).toMatch(/^"[\w-]{27}"$/);
  expect(first.headers.get("cache-control")).toBe("public, no-cache");
  const again = await ask("/api/sources?limit=3", { headers: { "if-none-match": `"other", W/${tag}` } });
  expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", tag]);
  expect((await ask("/api/sources?limit=4", { headers: { "if-none-match": tag } })).status).toBe(200);
  const signedIn = await ask("/api/sources?limit=3", { headers: officer.headers });
  expect(signedIn.headers.get("etag")).not.toBe(tag);
  expect(signedIn.headers.get("cache-control")).toBe("private, no-store");
  await t.post("/api/sources", { title: "A first one", marking: "TLP:CLEAR" }, officer);
  expect((await ask("/api/sources?limit=3", { headers: { "if-none-match": tag } })).status).toBe(200);
  // A write that the anonymous visitor may not see leaves the tag as it was.
  const before = (await ask("/api/sources?limit=3")).headers.get("etag");
  await t.post("/api/sources", { title: "A hidden first one" }, officer);
  expect((await ask("/api/sources?limit=3")).headers.get("etag")).toBe(before);
});

test("a long answer is sent pressed to whoever takes it so, and says the same; one that holds a secret or echoes the question never is", async () => {
  const [plain, small] = [await ask("/api/sources?limit=50"), await ask("/api/sources?limit=50", { headers: { "accept-encoding": "br, gzip" } })];
  expect([plain.headers.get("content-encoding"), small.headers.get("content-encoding"), small.headers.get("etag")]).toEqual([null, "gzip", plain.headers.get("etag")]);
  const [long, pressed] = [Buffer.from(await plain.arrayBuffer()), Buffer.from(await small.arrayBuffer())];
  expect(pressed.length).toBeLessThan(long.length / 2);
  expect(gunzipSync(pressed).equals(long)).toBe(true);
  const encodings = await Promise.all([["/api/sources?limit=50", "gzip;q=0"], ["/api/sources?limit=50", "identity"], [`/api/search?q=${"a".repeat(180)}`, "gzip"], ["/api/session", "gzip"]].map(async ([path = "", takes = ""]) => (await ask(path, { headers: { ...officer.headers, "accept-encoding": takes } })).headers.get("content-encoding")));
  expect(encodings).toEqual([null, null, null, null]);
});

test("HEAD tells what GET tells, without the body", async () => {
  for (const path of ["/api/sources", "/api/coalition", "/api/sources/3f1c8a52-0d7e-4b3a-9c41-5e6f7a8b9c0d", "/api/openapi.json", "/api/docs"]) {
    const [get, head] = [await ask(path), await ask(path, { method: "HEAD" })];
    expect([head.status, await head.text(), Object.fromEntries(head.headers)], path).toEqual([get.status, "", Object.fromEntries(get.headers)]);
  }
});

test("every answer keeps a browser from running, framing or sniffing it", async () => {
  for (const [path, init] of [["/api/coalition", {}], ["/api/no-such", {}], ["/api/docs", {}], ["/api/openapi.json", {}], ["/api/sources", { method: "POST", headers: anonymously, body: "{}" }], ["/api/audit", {}]] as const) {
    const { headers } = await ask(path, init);
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(headers.get("x-frame-options"), path).toBe("DENY");
    expect(headers.get("referrer-policy"), path).toBe("no-referrer");
    expect(headers.get("content-security-policy"), path).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get("access-control-allow-origin"), path).toBeNull();
    expect(headers.get("vary"), path).toContain("Cookie");
  }
});

test("every route describes its refusals as problem details, every status of the catalogue that a request can meet among them", () => {
  const starting = new Set(["port-taken", "host-not-available", "data-folder-not-writable", "data-folder-newer", "data-folder-other-major", "database-too-old", "database-refused", "postgres-start-failed", "backup-damaged", "backup-newer", "restore-not-empty", "audit-broken", "precondition-failed"]);
  const statuses = [...new Set(Object.entries(errorCatalogue).flatMap(([code, { status }]) => (starting.has(code) ? [] : [String(status)])))].sort();
  for (const [path, byMethod] of Object.entries(openApiDocument().paths ?? {})) {
    for (const [method, operation] of Object.entries(byMethod as Record<string, { responses: Record<string, { content?: object }> }>)) {
      const refused = Object.entries(operation.responses).filter(([status]) => Number(status) >= 400);
      expect(refused.map(([status]) => status).sort(), `${method} ${path}`).toEqual(statuses);
      for (const [, r] of refused) expect(Object.keys(r.content ?? {})).toEqual(["application/problem+json"]);
    }
  }
});

async function problem(path: string, init: RequestInit = {}): Promise<Problem> {
  const response = await ask(path, init);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const body = (await response.json()) as Problem;
  expect(body.status).toBe(response.status);
  expect(body.type).toBe(`/api/problems#${body.code}`);
  return body;
}

test("an address that is none, a method that is none and a record that is none are not found, as problem details", async () => {
  expect((await problem("/api/no-such")).code).toBe("not-found");
  expect((await problem("/api")).code).toBe("not-found");
  expect((await problem("/api/sources/3f1c8a52-0d7e-4b3a-9c41-5e6f7a8b9c0d")).code).toBe("not-found");
  expect((await problem("/api/sources", { method: "PATCH", headers: anonymously })).code).toBe("not-found");
});

test("what is wrong in a request is named by its place", async () => {
  const headers = { ...officer.headers, "content-type": "application/json" };
  expect((await problem("/api/sources", { method: "POST", headers, body: "{not json" })).code).toBe("bad-input");
  const wrong = await problem("/api/circles", { method: "POST", headers, body: JSON.stringify({ name: "x", holders: ["no id"] }) });
  expect([wrong.code, wrong.params?.["path"], wrong.errors?.[0]?.path]).toEqual(["bad-input", "holders.0", "holders.0"]);
  expect((await problem("/api/sources?limit=1000")).params?.["path"]).toBe("limit");
  expect((await problem("/api/sources?cursor=rubbish")).code).toBe("bad-input");
  expect((await problem("/api/sources/no-id")).params?.["path"]).toBe("id");
  expect((await problem("/api/record?asOf=yesterday")).params?.["path"]).toBe("asOf");
});

test("a body that is too large is refused before it is read, whether it says its size or not", async () => {
  const headers = { ...officer.headers, "content-type": "application/json" };
  const large = JSON.stringify({ name: "x".repeat(1_100_000) });
  expect(await problem("/api/circles", { method: "POST", headers: { ...headers, "content-length": String(large.length) }, body: large })).toMatchObject({ status: 413, code: "too-large", params: { limit: 1_048_576 } });
  const endless = new ReadableStream({ pull: (stream) => stream.enqueue(new TextEncoder().encode("x".repeat(65_536))) });
  expect((await problem("/api/circles", { method: "POST", headers, body: endless, duplex: "half" } as RequestInit)).code).toBe("too-large");
  // The text of a source may be long.
  expect((await t.post("/api/sources", { title: "A long one", text: "نص ".repeat(160_000) }, officer)).status).toBe(200);
});

test("the pages of a list together are the list, whatever their size", async () => {
  const whole = async (path: string, as: SignedUp | undefined) => (await t.get<{ items: { id?: string; claimsHref?: string }[]; total: number; next: string | null }>(path, as)).body;
  for (const path of ["/api/sources", "/api/conflicts", "/api/audit", "/api/initiatives", "/api/overlaps", "/api/gaps", "/api/imports"]) {
    for (const as of path === "/api/audit" ? [officer] : [undefined, officer]) {
      const all = await whole(`${path}?limit=200`, as);
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 11 }), async (limit) => {
          const items: unknown[] = [];
          let cursor: string | null = null;
          do {
            const page = await whole(`${path}?limit=${limit}${cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`}`, as);
            expect(page.total).toBe(all.total);
            expect(page.items.length).toBeLessThanOrEqual(limit);
            items.push(...page.items);
            cursor = page.next;
          } while (cursor !== null);
          expect(items).toEqual(all.items);
        }),
        { numRuns: 4, seed: 7 },
      );
    }
  }
});

test("the description is a page too: every operation and shape stands on it, and nothing in it runs or is fetched", async () => {
  const page = await ask("/api/docs");
  expect(page.headers.get("content-type")).toMatch(/^text\/html/);
  const html = await page.text();
  const document = openApiDocument();
  for (const [path, byMethod] of Object.entries(document.paths ?? {})) {
    for (const [method, operation] of Object.entries(byMethod as Record<string, { summary: string }>)) {
      expect(html).toContain(`id="${method}-${path.replace(/[^a-z0-9]+/gi, "-")}"`);
      expect(html).toContain(operation.summary.replaceAll("&", "&amp;"));
    }
  }
  for (const name of Object.keys(document.components?.schemas ?? {})) expect(html).toContain(`id="shape-${name}"`);
  // Every link of the page leads somewhere on it.
  const targets = new Set([...html.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]));
  for (const [, to] of html.matchAll(/href="#([^"]+)"/g)) expect(targets, to).toContain(to);
  expect(html).not.toMatch(/<(script|link|img|iframe|object)|\sstyle="|\son[a-z]+="|(src|href)="(?!#|\/api\/openapi.json)|url\(|@import/);
  const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? "";
  expect(page.headers.get("content-security-policy")).toContain(`style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`);
});
