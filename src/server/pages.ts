import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative } from "node:path";
import { promisify } from "node:util";
import { gzip, gzipSync } from "node:zlib";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import type { ApiEnv } from "../api/context.ts";
import type { FirstAsk } from "../api/public/first-answer.ts";
import { takesCoding } from "../api/takes-coding.ts";
import { cookieName, wantedLanguages } from "../api/who-asks.ts";
import { type PublicLanguage, publicLanguages } from "../locales/public-words.ts";
import { type Built, type FirstScene, sceneParts } from "./scene-parts.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".json": "application/json",
  ".woff2": "font/woff2", ".svg": "image/svg+xml", ".png": "image/png", ".ico": "image/x-icon", ".txt": "text/plain; charset=utf-8", ".webmanifest": "application/manifest+json",
};
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

const guards: Readonly<Record<string, string>> = { "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Content-Security-Policy": policy, "Cross-Origin-Opener-Policy": "same-origin", "X-Frame-Options": "DENY" };

type Page = { readonly body: Buffer; readonly gzip: Buffer | null; readonly brotli: Buffer | null; readonly type: string; readonly etag: string; readonly immutable: boolean };

const pressed = promisify(gzip);
/** How long a page waits for its answer; one that takes longer comes by itself, as it did before. Milliseconds. */
const patience = 600;

/** Puts a scene's answer into its page before the script has come. `secure` names the cookie, see api/who-asks.ts. */
export type First = { readonly secure: boolean; readonly answer: (ask: FirstAsk) => Promise<string> };

/** Serves the built workspace; an address without a file is a scene of it. Read once: a few hundred kilobytes. */
export async function addPages(app: OpenAPIHono<ApiEnv>, folder: string, first: First | null = null): Promise<void> {
  const manifest = join(folder, ".vite/manifest.json");
  const built = existsSync(manifest) ? (JSON.parse(await readFile(manifest, "utf8")) as Built) : {};
  const pages = new Map<string, Page>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    // the build writes texts a second time, pressed with Brotli: another form of a page, not a page
    if (!entry.isFile() || entry.name.endsWith(".br")) continue;
    const path = join(entry.parentPath, entry.name);
    if (path === manifest) continue;
    const body = await readFile(path);
    const type = types[extname(entry.name)] ?? "application/octet-stream";
    const compressible = /^(text|application\/(json|manifest)|image\/svg)/.test(type);
    pages.set(`/${relative(folder, path).replaceAll("\\", "/")}`, {
      body, type, gzip: compressible ? gzipSync(body, { level: 9 }) : null, brotli: compressible && existsSync(`${path}.br`) ? await readFile(`${path}.br`) : null, etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`, immutable: /\/assets\//.test(path),
    });
  }
  const files = [...pages.keys()];
  app.get("*", async (c, next) => {
    const path = c.req.path;
    const scene = firstSceneOf(c);
    const index = pages.get("/index.html");
    if (scene !== null && first !== null && index) {
      const answered = await withAnswer(c, first, index.body.toString("utf8"), scene, sceneParts(built, files, scene.language, scene.scene));
      if (answered !== null) return answered;
    }
    const page = pages.get(path) ?? (/\.[a-z0-9]{2,5}$/i.test(path) || path.startsWith("/api/") ? undefined : pages.get("/index.html"));
    if (!page) return next();
    const headers: Record<string, string> = { ...guards, "Content-Type": page.type, ETag: page.etag, "Cache-Control": page.immutable ? "public, max-age=31536000, immutable" : "no-cache", Vary: "Accept-Encoding" };
    if (c.req.header("if-none-match") === page.etag) return c.body(null, 304, headers);
    const { body, coding } = formFor(page, c.req.header("accept-encoding") ?? "");
    return c.body(new Uint8Array(body), 200, coding === null ? headers : { ...headers, "Content-Encoding": coding });
  });
}

/** The scenes that are opened first, as their plain addresses: a filter in the address asks another question. */
function firstSceneOf(c: Context<ApiEnv>): { readonly scene: FirstScene; readonly language: PublicLanguage } | null {
  const [, tag, rest] = /^\/([a-z]{2})(?:\/(|picture))?$/.exec(c.req.path) ?? [];
  const language = publicLanguages.find((l) => l === tag);
  return language === undefined || new URL(c.req.url).search !== "" ? null : { scene: rest === "picture" ? "picture" : "home", language };
}

/** What a scene's script asks first (web/router.tsx), asked while it is on its way: the browser hands it over what has come. */
const questions: Readonly<Record<FirstScene, readonly string[]>> = { home: ["/api/session", "/api/coalition"], picture: ["/api/session", "/api/coalition", "/api/picture"] };

/** Whether the browser, asking by itself, is answered in the page's language: the script says which it wants, a link cannot. */
function speaks(c: Context<ApiEnv>, language: PublicLanguage): boolean {
  const wanted = wantedLanguages(c.req.header("accept-language") ?? "").map((tag) => tag.split("-", 1)[0] ?? "");
  return wanted[0] === language && wanted.every((tag) => tag === language || tag === "en");
}

/** Null: there is no answer in time, or none for this visitor; the page comes empty and its script asks, and says what was refused. */
async function withAnswer(c: Context<ApiEnv>, { secure, answer }: First, page: string, { scene, language }: { readonly scene: FirstScene; readonly language: PublicLanguage }, parts: ReturnType<typeof sceneParts>): Promise<Response | null> {
  const secret = getCookie(c, cookieName(secure)) ?? null;
  const late = new Promise<null>((resolve) => void setTimeout(resolve, patience, null).unref());
  const said = await Promise.race([answer({ scene, language, secret }).catch(() => null), late]);
  if (said === null) return null;
  const links = [
    ...parts.styles.map((href) => `<link rel="stylesheet" crossorigin href="${href}">`),
    ...parts.scripts.map((href) => `<link rel="modulepreload" crossorigin fetchpriority="low" href="${href}">`),
    ...[...(speaks(c, language) ? questions[scene] : []), ...(scene === "picture" ? ["/api/areas", ...parts.maps] : [])].map((href) => `<link rel="preload" as="fetch" crossorigin fetchpriority="low" href="${href}">`),
    ...parts.fonts.map((href) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${href}">`),
  ].filter((link) => !page.includes(/href="[^"]*"/.exec(link)?.[0] ?? "-"));
  const body = page
    .replace('<html lang="en">', `<html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}">`)
    .replace("</head>", () => `${links.join("\n    ")}\n  </head>`)
    .replace('<div id="root"></div>', () => `<div id="root">${said}</div>`);
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const headers: Record<string, string> = { ...guards, "Content-Type": "text/html; charset=utf-8", Vary: "Cookie, Accept-Encoding", ...(secret === null ? { "Cache-Control": "no-cache", ETag: etag } : { "Cache-Control": "private, no-store" }) };
  if (secret === null && c.req.header("if-none-match") === etag) return c.body(null, 304, headers);
  if (!takesCoding(c.req.header("accept-encoding") ?? "", "gzip")) return c.body(body, 200, headers);
  return c.body(new Uint8Array(await pressed(body)), 200, { ...headers, "Content-Encoding": "gzip" });
}

/** The smallest form that the browser takes; a coding refused by `;q=0` is not taken. */
function formFor(page: Page, accepted: string): { readonly body: Buffer; readonly coding: "br" | "gzip" | null } {
  if (page.brotli !== null && takesCoding(accepted, "br")) return { body: page.brotli, coding: "br" };
  if (page.gzip !== null && takesCoding(accepted, "gzip")) return { body: page.gzip, coding: "gzip" };
  return { body: page.body, coding: null };
}
