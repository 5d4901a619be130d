import { isIP } from "node:net";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { fault } from "../../base/errors.ts";
import { acceptByPasskey, beginAcceptByPasskey } from "../../app/door/accept-by-passkey.ts";
import { acceptInvitation, invite } from "../../app/door/invite.ts";
import { limitStarts } from "../../app/door/limit-starts.ts";
import { lookAs } from "../../app/door/look-as.ts";
import { makeToken } from "../../app/door/make-token.ts";
import type { OpenedSession } from "../../app/door/open-session.ts";
import { setUp } from "../../app/door/set-up.ts";
import { signIn } from "../../app/door/sign-in.ts";
import { signOut } from "../../app/door/sign-out.ts";
import { answers, jsonBody } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { sessionAnswer } from "../session-answer.ts";
import { comerOf, enter, leave, onlySafely } from "../enter.ts";
import { newRoutes } from "../new-routes.ts";
import { PasskeyOptions } from "../schemas/door.ts";
import { AcceptByPasskey, AcceptInvitation, BeginAcceptByPasskey, InvitationLink, LookAs, NewInvitation, NewToken, Session, Setup, SignIn, TokenShown } from "../schemas/session.ts";

/** Who is asking, and how one becomes somebody. */
export function sessionRoutes(context: RouteContext): OpenAPIHono<ApiEnv> {
  const { app, settings } = context;
  const routes = newRoutes();
  const session = (c: Context<ApiEnv>, secret: string | null) => sessionAnswer(app, c, secret);
  const opened = async (c: Context<ApiEnv>, made: OpenedSession & { readonly device?: string | null }) => {
    enter(context, c, made);
    return c.json(await session(c, made.secret), 200);
  };

  routes.openapi(
    createRoute({ method: "get", path: "/api/session", summary: "Who is asking", responses: answers(Session, "The viewer, and what a page needs to know first") }),
    async (c) => c.json(await session(c, c.get("secret")), 200),
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/session", summary: "Sign in", request: jsonBody(SignIn), responses: answers(Session, "Signed in") }),
    async (c) => {
      onlySafely(context, c);
      return opened(c, await signIn(app, c.req.valid("json"), comerOf(c)));
    },
  );
  routes.openapi(
    createRoute({ method: "delete", path: "/api/session", summary: "Sign out", responses: answers(Session, "Signed out") }),
    async (c) => {
      const secret = c.get("secret");
      if (secret !== null) await signOut(app, secret);
      leave(context, c);
      return c.json(await session(c, null), 200);
    },
  );
  routes.openapi(
    createRoute({ method: "put", path: "/api/session/looking-as", summary: "Look as a member", request: jsonBody(LookAs), responses: answers(Session, "What one sees from now on is what that member sees") }),
    async (c) => {
      const secret = c.get("secret");
      if (secret === null) throw fault("sign-in-needed");
      const made = await lookAs(app, secret, c.req.valid("json").member);
      return made === null ? c.json(await session(c, secret), 200) : opened(c, made);
    },
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/setup", summary: "Make the first secretariat officer's account", request: jsonBody(Setup), responses: answers(Session, "Made, and signed in") }),
    async (c) => {
      if (!settings.setupFromAnywhere && !isLoopback(c.get("address"))) throw fault("setup-link-expired");
      onlySafely(context, c);
      const { body, ...wanted } = c.req.valid("json");
      return opened(c, await setUp(app, body === undefined ? wanted : { ...wanted, body }));
    },
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/invitations", summary: "Invite a person", request: jsonBody(NewInvitation), responses: answers(InvitationLink, "A one-time link, shown once") }),
    async (c) => {
      const secret = c.get("secret");
      if (secret === null) throw fault("sign-in-needed");
      const { role, ...wanted } = c.req.valid("json");
      const made = await invite(app, secret, { ...wanted, role: role === "officer" ? "secretariat" : role });
      return c.json({ link: `/invitation#token=${made.secret}`, expires: made.expiresAt.toISOString() }, 200);
    },
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/invitations/accept", summary: "Make the invited person's account", request: jsonBody(AcceptInvitation), responses: answers(Session, "Made, and signed in") }),
    async (c) => {
      onlySafely(context, c);
      return opened(c, await acceptInvitation(app, c.req.valid("json"), c.get("agent")));
    },
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/invitations/passkey/options", summary: "Begin to take up an invitation by a passkey", request: jsonBody(BeginAcceptByPasskey), responses: answers(PasskeyOptions, "What the browser needs") }),
    async (c) => {
      onlySafely(context, c);
      await limitStarts(app, c.get("address"));
      const made = await beginAcceptByPasskey(app, c.get("origin"), c.req.valid("json"));
      return c.json({ flow: made.flow, options: made.options as Record<string, unknown> }, 200);
    },
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/invitations/passkey", summary: "Make the invited person's account with a passkey", request: jsonBody(AcceptByPasskey), responses: answers(Session, "Made, and signed in") }),
    async (c) => {
      onlySafely(context, c);
      return opened(c, await acceptByPasskey(app, c.get("origin"), c.req.valid("json"), comerOf(c)));
    },
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
