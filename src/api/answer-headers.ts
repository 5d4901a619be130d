import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { MiddlewareHandler } from "hono";
import type { ApiEnv } from "./context.ts";
import { takesCoding } from "./takes-coding.ts";

const pressed = promisify(gzip);
/** Below it, what is saved is less than a packet. */
const worthPressing = 1400;
/** A pressed answer's length tells a little of what stands in it: never where a secret stands, or beside words that came with the question. */
const neverPressed = /^\/api\/(session|account|search|tokens|invitations)\b/;

/** An answer of the API is data: nothing in it runs, is framed, or is read by another site's page. */
export const guards: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
};

/**
 * Sets what every answer carries. An ETag is a hash of the answer itself: a viewer who may not see a change cannot
 * notice it by the tag. Anonymous answers may be kept and asked again; others are never stored. A file is sent as it is made, without a tag.
 */
export function answerHeaders(): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(guards)) if (!c.res.headers.has(name)) c.header(name, value);
    c.header("Vary", "Cookie, Authorization, Accept-Language, Accept-Encoding", { append: true });
    const anonymous = c.get("secret") === null;
    // HEAD is answered as GET, without the body.
    const reading = c.req.method === "GET" || c.req.method === "HEAD";
    if (!c.res.headers.has("Cache-Control")) c.header("Cache-Control", anonymous && reading ? "public, no-cache" : "private, no-store");
    const type = c.res.headers.get("Content-Type") ?? "";
    if (!reading || c.res.status !== 200 || !type.startsWith("application/json") || c.res.headers.has("Content-Disposition")) return;
    const body = Buffer.from(await c.res.arrayBuffer());
    const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
    const headers = new Headers(c.res.headers);
    headers.set("ETag", etag);
    const known = (c.req.header("if-none-match") ?? "").split(",").map((t) => t.trim().replace(/^W\//, ""));
    if (known.includes(etag) || known.includes("*")) {
      c.res = new Response(null, { status: 304, headers });
    } else if (body.length >= worthPressing && !neverPressed.test(c.req.path) && takesCoding(c.req.header("accept-encoding") ?? "", "gzip")) {
      headers.set("Content-Encoding", "gzip");
      headers.delete("Content-Length");
      c.res = new Response(new Uint8Array(await pressed(body)), { status: 200, headers });
    } else {
      c.res = new Response(body, { status: 200, headers });
    }
  };
}
