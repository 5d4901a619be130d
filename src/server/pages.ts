import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnv } from "../api/context.ts";
import { takesCoding } from "../api/takes-coding.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".json": "application/json",
  ".woff2": "font/woff2", ".svg": "image/svg+xml", ".png": "image/png", ".ico": "image/x-icon", ".txt": "text/plain; charset=utf-8", ".webmanifest": "application/manifest+json",
};
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

type Page = { readonly body: Buffer; readonly gzip: Buffer | null; readonly brotli: Buffer | null; readonly type: string; readonly etag: string; readonly immutable: boolean };

/** Serves the built workspace; an address without a file is a scene of it. Read once: a few hundred kilobytes. */
export async function addPages(app: OpenAPIHono<ApiEnv>, folder: string): Promise<void> {
  const pages = new Map<string, Page>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    // the build writes texts a second time, pressed with Brotli: another form of a page, not a page
    if (!entry.isFile() || entry.name.endsWith(".br")) continue;
    const path = join(entry.parentPath, entry.name);
    const body = await readFile(path);
    const type = types[extname(entry.name)] ?? "application/octet-stream";
    const compressible = /^(text|application\/(json|manifest)|image\/svg)/.test(type);
    pages.set(`/${relative(folder, path).replaceAll("\\", "/")}`, {
      body, type, gzip: compressible ? gzipSync(body, { level: 9 }) : null, brotli: compressible && existsSync(`${path}.br`) ? await readFile(`${path}.br`) : null, etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`, immutable: /\/assets\//.test(path),
    });
  }
  app.get("*", (c, next) => {
    const path = c.req.path;
    const page = pages.get(path) ?? (/\.[a-z0-9]{2,5}$/i.test(path) || path.startsWith("/api/") ? undefined : pages.get("/index.html"));
    if (!page) return next();
    const headers: Record<string, string> = {
      "Content-Type": page.type, ETag: page.etag, "Cache-Control": page.immutable ? "public, max-age=31536000, immutable" : "no-cache", "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer", "Content-Security-Policy": policy, "Cross-Origin-Opener-Policy": "same-origin", "X-Frame-Options": "DENY", Vary: "Accept-Encoding",
    };
    if (c.req.header("if-none-match") === page.etag) return c.body(null, 304, headers);
    const { body, coding } = formFor(page, c.req.header("accept-encoding") ?? "");
    return c.body(new Uint8Array(body), 200, coding === null ? headers : { ...headers, "Content-Encoding": coding });
  });
}

/** The smallest form that the browser takes; a coding refused by `;q=0` is not taken. */
function formFor(page: Page, accepted: string): { readonly body: Buffer; readonly coding: "br" | "gzip" | null } {
  if (page.brotli !== null && takesCoding(accepted, "br")) return { body: page.brotli, coding: "br" };
  if (page.gzip !== null && takesCoding(accepted, "gzip")) return { body: page.gzip, coding: "gzip" };
  return { body: page.body, coding: null };
}
