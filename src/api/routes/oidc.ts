import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { backChannelLogout } from "../../app/door/oidc-logout.ts";
import { beginOidc, finishOidc } from "../../app/door/oidc-sign-in.ts";
import { limitStarts } from "../../app/door/limit-starts.ts";
import { isFault } from "../../base/errors.ts";
import { answers } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { comerOf, enter, onlySafely } from "../enter.ts";
import { newRoutes } from "../new-routes.ts";
import { Ended } from "../schemas/door.ts";

const flowMinutes = 10;

/** The way over an identity provider and back (OpenID Connect, authorisation code with PKCE), and word from it that somebody signed out there. */
export function oidcRoutes(context: RouteContext): OpenAPIHono<ApiEnv> {
  const { app, settings } = context;
  const routes = newRoutes();
  const provider = z.object({ provider: z.string().max(40) });
  // Lax: the browser brings it along when the provider sends it back here. It opens nothing by itself.
  const cookie = settings.secure ? "__Host-entente-way" : "entente-way";
  const bound = { path: "/", httpOnly: true, sameSite: "Lax", secure: settings.secure } as const;
  const callback = (origin: string, id: string) => `${origin}/api/oidc/${encodeURIComponent(id)}/callback`;

  routes.openapi(
    createRoute({ method: "get", path: "/api/oidc/{provider}/start", summary: "Sign in by an identity provider", request: { params: provider, query: z.object({ return: z.string().max(2000).optional(), invitation: z.string().max(100).optional() }) }, responses: { ...answers(z.any(), "A problem"), 302: { description: "To the provider" } } }),
    async (c) => {
      onlySafely(context, c);
      await limitStarts(app, c.get("address"));
      const { provider: id } = c.req.valid("param");
      const query = c.req.valid("query");
      const { flow, address } = await beginOidc(app, id, callback(c.get("origin"), id), pathOnly(query.return), query.invitation ?? null);
      setCookie(c, cookie, flow, { ...bound, maxAge: flowMinutes * 60 });
      c.header("Cache-Control", "private, no-store");
      return c.redirect(address, 302) as never;
    },
  );
  routes.openapi(
    createRoute({ method: "get", path: "/api/oidc/{provider}/callback", summary: "Back from an identity provider", request: { params: provider }, responses: { ...answers(z.any(), "A problem"), 200: { content: { "text/html": { schema: z.string() } }, description: "A page that leads on into the workspace" } } }),
    async (c) => {
      const { provider: id } = c.req.valid("param");
      const answer = new URL(callback(c.get("origin"), id) + new URL(c.req.url).search);
      const flow = getCookie(c, cookie) ?? null;
      deleteCookie(c, cookie, bound);
      try {
        const came = await finishOidc(app, id, answer, flow, comerOf(c));
        enter(context, c, came);
        return leadOn(came.returnTo) as never;
      } catch (error) {
        // Whoever was refused is a person before a page, not a script: the page of signing in says why.
        if (isFault(error, "provider-refused") || isFault(error, "setup-link-expired")) return leadOn(`/sign-in?refused=${encodeURIComponent(error.code)}`) as never;
        throw error;
      }
      function leadOn(path: string): Response {
        // A redirect would still count as begun by the provider, and the strict cookie would stay behind.
        const to = path.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
        c.header("Cache-Control", "private, no-store");
        return c.html(`<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${to}"><title>Entente</title></head><body><a href="${to}">Entente</a></body></html>`, 200);
      }
    },
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/oidc/{provider}/logout", summary: "An identity provider says that somebody signed out there", request: { params: provider, body: { content: { "application/x-www-form-urlencoded": { schema: z.object({ logout_token: z.string().max(20_000) }) } }, required: true } }, responses: answers(Ended, "Their sessions that came from it have ended") }),
    async (c) => c.json({ ended: await backChannelLogout(app, c.req.valid("param").provider, c.req.valid("form").logout_token) }, 200),
  );
  return routes;
}

/** A path of these pages, and never another site's address. */
function pathOnly(wanted: string | undefined): string {
  return wanted !== undefined && /^\/(?![/\\])[^\r\n]*$/.test(wanted) ? wanted : "/";
}
