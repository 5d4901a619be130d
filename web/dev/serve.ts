import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import * as answers from "./answers.ts";

/** The built workspace beside made-up answers, for looking at it. See README.md. */
const port = Number(process.argv[2] ?? 4760);
const folder = process.argv[3] ?? fileURLToPath(new URL("../../dist/web", import.meta.url));
const data = fileURLToPath(new URL("../../data/areas/", import.meta.url));
const types: Readonly<Record<string, string>> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2", ".svg": "image/svg+xml" };
const app = new Hono();
const spoken = (header: string | undefined): answers.Spoken => (header === "fr" || header === "ar" ? header : "en");
const language = (c: { req: { header: (name: string) => string | undefined } }) => spoken(c.req.header("accept-language"));
const problem = (code: string, status: 404 | 401) => Response.json({ type: "about:blank", title: code, status, code }, { status });

app.use(async (c, next) => {
  await next();
  c.header("content-security-policy", "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
});
// with ENTENTE_API, a real server answers instead
const api = process.env["ENTENTE_API"];
if (api !== undefined) {
  app.all("/api/*", async (c) => {
    const url = new URL(c.req.url);
    const headers = new Headers(c.req.raw.headers);
    headers.set("host", new URL(api).host);
    headers.set("origin", api);
    const body = ["GET", "HEAD"].includes(c.req.method) ? null : await c.req.arrayBuffer();
    const answer = await fetch(api + url.pathname + url.search, { method: c.req.method, headers, body, redirect: "manual" });
    const kept = new Headers(answer.headers);
    kept.delete("content-encoding");
    kept.delete("content-length");
    return new Response(answer.body, { status: answer.status, headers: kept });
  });
}
app.get("/api/session", (c) => c.json(answers.session(process.argv.includes("--anonymous"))));
app.post("/api/session", () => problem("sign-in-failed", 401));
app.get("/api/coalition", (c) => c.json(answers.coalition(language(c))));
app.get("/api/picture", (c) => c.json(answers.picture(language(c), new URL(c.req.url).searchParams)));
app.get("/api/areas", async (c) => c.body(await readFile(join(data, "areas.topo.json"), "utf8"), 200, { "content-type": "application/json" }));
app.get("/api/areas/:code", (c) => c.json(answers.area(language(c), c.req.param("code"))));
app.get("/api/initiatives", (c) => c.json(answers.initiatives(language(c), new URL(c.req.url).searchParams)));
app.get("/api/initiatives/:id", (c) => c.json(answers.initiative(language(c), c.req.param("id"))));
app.get("/api/overlaps", (c) => c.json({ items: answers.picture(language(c), new URL(c.req.url).searchParams).overlaps.items, total: 12, next: null, basis: "commitment", marking: { tlp: "TLP:GREEN", openTo: { kind: "coalition", names: [] } } }));
app.get("/api/overlaps/:a/:b", (c) => c.json(answers.pair(language(c), c.req.param("a"), c.req.param("b"))));
app.get("/api/claims", (c) => c.json(answers.claims(c.req.query("field") ?? "")));
app.all("/api/*", () => problem("not-found", 404));
app.get("*", async (c) => {
  const path = normalize(new URL(c.req.url).pathname);
  const file = extname(path) === "" ? "index.html" : path;
  const body = await readFile(join(folder, file)).catch(() => null);
  return body === null ? c.notFound() : c.body(body, 200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
});
serve({ fetch: app.fetch, port, hostname: "127.0.0.1" }, () => console.log(`http://127.0.0.1:${port}`));
