import { isIP } from "node:net";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { setCookie } from "hono/cookie";
import { fault } from "../../base/errors.ts";
import { acceptInvitation, invite } from "../../app/door/invite.ts";
import { lookAs } from "../../app/door/look-as.ts";
import { makeToken } from "../../app/door/make-token.ts";
import type { OpenedSession } from "../../app/door/open-session.ts";
import { setUp } from "../../app/door/set-up.ts";
import { signIn } from "../../app/door/sign-in.ts";
import { signOut } from "../../app/door/sign-out.ts";
import { whoAmI } from "../../app/door/who-am-i.ts";
import { answers, jsonBody } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { newRoutes } from "../new-routes.ts";
import { AcceptInvitation, InvitationLink, LookAs, NewInvitation, NewToken, Session, Setup, SignIn, TokenShown } from "../schemas/session.ts";
import { cookieName, formToken } from "../who-asks.ts";

/** Who is asking, and how one becomes somebody. */
export function sessionRoutes({ app, settings }: RouteContext): OpenAPIHono<ApiEnv> {
  const routes = newRoutes();

  const session = async (c: Context<ApiEnv>, secret: string | null) => {
    const me = await whoAmI(app, secret, c.get("languages"));
    const { viewer } = me;
    return {
      needsSetup: me.needsSetup,
      today: me.today,
      formToken: formToken(secret),
      languages: [...c.get("languages")],
      viewer:
        viewer.kind === "anonymous"
          ? viewer
          : {
              kind: "account" as const,
              account: viewer.account,
              person: viewer.person,
              actsFor: viewer.actsFor,
              roles: [
                {
                  role: (viewer.role === "secretariat" ? "officer" : viewer.role) as "officer",
                  body: { kind: "body" as const, id: viewer.body.id, code: null, name: viewer.body.name },
                  from: viewer.from,
                  to: viewer.to,
                  holdsToday: true,
                },
              ],
              may: [...viewer.may] as "import"[],
              lookingAs: viewer.lookingAs,
              expires: viewer.expires,
            },
    };
  };
  const opened = async (c: Context<ApiEnv>, made: OpenedSession) => {
    setCookie(c, cookieName(settings.secure), made.secret, { path: "/", httpOnly: true, sameSite: "Strict", secure: settings.secure, expires: made.expiresAt });
    c.set("secret", made.secret);
    return c.json(await session(c, made.secret), 200);
  };

  routes.openapi(
    createRoute({ method: "get", path: "/api/session", summary: "Who is asking", responses: answers(Session, "The viewer, and what a page needs to know first") }),
    async (c) => c.json(await session(c, c.get("secret")), 200),
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/session", summary: "Sign in", request: jsonBody(SignIn), responses: answers(Session, "Signed in") }),
    async (c) => {
      const { login, password } = c.req.valid("json");
      return opened(c, await signIn(app, login, password, c.get("address")));
    },
  );
  routes.openapi(
    createRoute({ method: "delete", path: "/api/session", summary: "Sign out", responses: answers(Session, "Signed out") }),
    async (c) => {
      const secret = c.get("secret");
      if (secret !== null) await signOut(app, secret);
      setCookie(c, cookieName(settings.secure), "", { path: "/", httpOnly: true, sameSite: "Strict", secure: settings.secure, maxAge: 0 });
      return c.json(await session(c, null), 200);
    },
  );
  routes.openapi(
    createRoute({ method: "put", path: "/api/session/looking-as", summary: "Look as a member", request: jsonBody(LookAs), responses: answers(Session, "What one sees from now on is what that member sees") }),
    async (c) => {
      const secret = c.get("secret");
      if (secret === null) throw fault("sign-in-needed");
      await lookAs(app, secret, c.req.valid("json").member);
      return c.json(await session(c, secret), 200);
    },
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/setup", summary: "Make the first secretariat officer's account", request: jsonBody(Setup), responses: answers(Session, "Made, and signed in") }),
    async (c) => {
      if (!settings.setupFromAnywhere && !isLoopback(c.get("address"))) throw fault("setup-link-expired");
      const { body, ...wanted } = c.req.valid("json");
      return opened(c, await setUp(app, body === undefined ? wanted : { ...wanted, body }));
    },
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/invitations", summary: "Invite a person", request: jsonBody(NewInvitation), responses: answers(InvitationLink, "A one-time link, shown once") }),
    async (c) => {
      const secret = c.get("secret");
      if (secret === null) throw fault("sign-in-needed");
      const { name, role, holder, validTo } = c.req.valid("json");
      const made = await invite(app, secret, { name, role: role === "officer" ? "secretariat" : role, holder, ...(validTo === undefined ? {} : { validTo }) });
      return c.json({ link: `/invitation#token=${made.secret}`, expires: made.expiresAt.toISOString() }, 200);
    },
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/invitations/accept", summary: "Make the invited person's account", request: jsonBody(AcceptInvitation), responses: answers(Session, "Made, and signed in") }),
    async (c) => opened(c, await acceptInvitation(app, c.req.valid("json"))),
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/tokens", summary: "Make a personal access token", request: jsonBody(NewToken), responses: answers(TokenShown, "The token, shown once") }),
    async (c) => {
      const secret = c.get("secret");
      if (secret === null) throw fault("sign-in-needed");
      const made = await makeToken(app, secret, c.req.valid("json"));
      return c.json({ token: made.token, expires: made.expiresAt.toISOString() }, 200);
    },
  );
  return routes;
}

function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/, "");
  return (isIP(plain) === 4 && plain.startsWith("127.")) || plain === "::1";
}
