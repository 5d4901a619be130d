import { createHash } from "node:crypto";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import { fault } from "../base/errors.ts";
import { knownToken } from "../app/door/known-token.ts";
import { usedNow } from "../app/door/used-now.ts";
import type { ApiEnv, RouteContext } from "./context.ts";

/** `__Host-` binds a cookie to this host and to https; on plain loopback browsers refuse that name. */
export function cookieName(secure: boolean): string {
  return secure ? "__Host-entente" : "entente";
}

/** Kept for half a year by a browser in which somebody came in. */
export function deviceCookieName(secure: boolean): string {
  return secure ? "__Host-entente-device" : "entente-device";
}

/** What a page sends back with a write, so that another site's page cannot: it cannot read it. */
export function formToken(secret: string | null): string {
  return createHash("sha256").update(`form ${secret ?? "anonymous"}`).digest("base64url").slice(0, 32);
}

/** Told by a provider's server, not by a browser: what it sends is signed. */
const fromProvider = /^\/api\/oidc\/[^/]+\/logout$/;
const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/** Finds who is asking and in which languages, and refuses a browser's write that another site started. */
export function whoAsks({ app, settings }: RouteContext): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const bearer = /^Bearer\s+(\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1] ?? null;
    if (bearer !== null) await knownToken(app, bearer);
    const secret = bearer ?? getCookie(c, cookieName(settings.secure)) ?? null;
    c.set("secret", secret);
    c.set("languages", wantedLanguages(c.req.query("lang") ?? c.req.header("accept-language") ?? ""));
    c.set("address", addressOf(c, settings.proxies));
    c.set("device", getCookie(c, deviceCookieName(settings.secure)) ?? null);
    c.set("agent", c.req.header("user-agent") ?? null);
    c.set("origin", settings.publicUrl ?? new URL(c.req.url).origin);
    if (secret !== null) await usedNow(app, secret);
    if (!reading.has(c.req.method) && bearer === null && !fromProvider.test(c.req.path)) {
      const site = c.req.header("sec-fetch-site");
      const origin = c.req.header("origin");
      const foreign = (site !== undefined && site !== "same-origin" && site !== "none") || (origin !== undefined && URL.canParse(origin) && new URL(origin).host !== c.req.header("host"));
      if (foreign || c.req.header("x-entente-form") !== formToken(secret)) throw fault("not-allowed", { right: "form-token", whoCanGive: "GET /api/session" });
    }
    await next();
  };
}

/** The asking machine: the socket's other end, or, where that is a named proxy, the last address before it that is none. */
function addressOf(c: Context, proxies: ReadonlySet<string>): string {
  const plain = (address: string) => address.replace(/^::ffff:/, "");
  const socket = plain(socketAddress(c));
  if (!proxies.has(socket)) return socket;
  const forwarded = (c.req.header("x-forwarded-for") ?? "").split(",").map((a) => plain(a.trim())).filter((a) => a !== "");
  return forwarded.findLast((a) => !proxies.has(a)) ?? socket;
}

function socketAddress(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? "unknown";
  } catch {
    // A request that came by no socket: the API called in the same process.
    return "127.0.0.1";
  }
}

/** Languages of Accept-Language by weight; English last, so that there is always one. */
export function wantedLanguages(header: string): readonly string[] {
  const weighted = header
    .split(",")
    .map((part, i) => {
      const [tag = "", ...params] = part.trim().split(";");
      const q = params.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((v) => v !== undefined);
      return { tag: tag.trim(), q: q === undefined ? 1 : Number(q), i };
    })
    .filter((l) => /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(l.tag) && l.q > 0)
    .sort((a, b) => b.q - a.q || a.i - b.i)
    .map((l) => l.tag);
  return [...new Set([...weighted, "en"])];
}
