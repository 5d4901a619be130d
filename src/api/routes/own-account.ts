import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { pickWords } from "../../base/language-map.ts";
import { actInRole } from "../../app/door/act-in-role.ts";
import { changeName } from "../../app/door/change-name.ts";
import { changePassword } from "../../app/door/change-password.ts";
import type { OpenedSession } from "../../app/door/open-session.ts";
import { limitStarts } from "../../app/door/limit-starts.ts";
import { noticeRead } from "../../app/door/notices.ts";
import { endOwnSession, ownAccount } from "../../app/door/own-account.ts";
import { beginPasskey, beginPasskeySignIn, endPasskey, makePasskey, signInByPasskey } from "../../app/door/passkeys.ts";
import { beginSecondFactor, confirmSecondFactor } from "../../app/door/second-factor.ts";
import { answers, jsonBody } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { comerOf, enter, onlySafely, secretOf } from "../enter.ts";
import { newRoutes } from "../new-routes.ts";
import { Id } from "../schemas/common.ts";
import { ActIn, Code, Ended, NewNameOfOnes, NewPasskey, NewPassword, OwnAccount, PasskeyAnswer, PasskeyOptions, RecoveryCodes, SecondFactor, Ways } from "../schemas/door.ts";
import { Session } from "../schemas/session.ts";
import { roleSaid, sessionAnswer } from "../session-answer.ts";

/** One's own ways in: sessions, tokens, passkeys, second factor, password. */
export function ownAccountRoutes(context: RouteContext): OpenAPIHono<ApiEnv> {
  const { app } = context;
  const routes = newRoutes();
  const withId = z.object({ id: Id });
  const goOn = async (c: Context<ApiEnv>, made: OpenedSession & { readonly device?: string | null }) => {
    enter(context, c, made);
    return c.json(await sessionAnswer(app, c, made.secret), 200);
  };
  const options = (made: { flow: string; options: unknown }) => ({ flow: made.flow, options: made.options as Record<string, unknown> });

  routes.openapi(
    createRoute({ method: "get", path: "/api/session/ways", summary: "Which ways in there are", responses: answers(Ways, "What a page of signing in offers") }),
    (c) => {
      const { protocol, hostname } = new URL(c.get("origin"));
      const named = (name: Readonly<Record<string, string>>) => pickWords(name, c.get("languages")) ?? { text: "?", language: "und" };
      return c.json({ passwords: app.door.passwords, publicView: app.door.publicView, passkeys: protocol === "https:" || hostname === "localhost", providers: app.door.providers.map((p) => ({ id: p.id, name: named(p.name) })) }, 200);
    },
  );
  routes.openapi(
    createRoute({ method: "put", path: "/api/session/role", summary: "Act in another role of one's own", request: jsonBody(ActIn), responses: answers(Session, "The session goes on under a new secret") }),
    async (c) => goOn(c, await actInRole(app, secretOf(c), c.req.valid("json").role)),
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/session/passkey/options", summary: "Begin to sign in by a passkey", responses: answers(PasskeyOptions, "What the browser needs") }),
    async (c) => {
      onlySafely(context, c);
      await limitStarts(app, c.get("address"));
      return c.json(options(await beginPasskeySignIn(app, c.get("origin"))), 200);
    },
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/session/passkey", summary: "Sign in by a passkey", request: jsonBody(PasskeyAnswer), responses: answers(Session, "Signed in") }),
    async (c) => {
      onlySafely(context, c);
      return goOn(c, await signInByPasskey(app, c.get("origin"), c.req.valid("json"), comerOf(c)));
    },
  );
  routes.openapi(
    createRoute({ method: "get", path: "/api/account", summary: "One's own ways in", responses: answers(OwnAccount, "Sessions and tokens that stand, passkeys, second factor, providers") }),
    async (c) => {
      const mine = await ownAccount(app, c.get("secret"));
      return c.json({ ...mine, sessions: mine.sessions.map((s) => ({ ...s, role: roleSaid(s.role), madeWith: s.madeWith as "password" })) }, 200);
    },
  );
  routes.openapi(
    createRoute({ method: "delete", path: "/api/account/sessions/{id}", summary: "End one of one's own sessions or tokens", request: { params: withId }, responses: answers(Ended, "It opens nothing any more") }),
    async (c) => c.json({ ended: await endOwnSession(app, secretOf(c), { id: c.req.valid("param").id }) }, 200),
  );
  routes.openapi(
    createRoute({ method: "delete", path: "/api/account/sessions", summary: "End all of one's own sessions in other browsers", responses: answers(Ended, "Only this one goes on") }),
    async (c) => c.json({ ended: await endOwnSession(app, secretOf(c), "others") }, 200),
  );
  routes.openapi(
    createRoute({ method: "put", path: "/api/account/name", summary: "Change how one signs", request: jsonBody(NewNameOfOnes), responses: answers(Session, "Under the new name") }),
    async (c) => {
      const secret = secretOf(c);
      await changeName(app, secret, c.req.valid("json").name);
      return c.json(await sessionAnswer(app, c, secret), 200);
    },
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/account/notices/{id}/read", summary: "Say that one has read what was done to one's account", request: { params: withId }, responses: answers(Ended, "It is told no more") }),
    async (c) => {
      await noticeRead(app, secretOf(c), c.req.valid("param").id);
      return c.json({ ended: 1 }, 200);
    },
  );
  routes.openapi(
    createRoute({ method: "put", path: "/api/account/password", summary: "Change one's own password", request: jsonBody(NewPassword), responses: answers(Session, "Changed; sessions in other browsers have ended") }),
    async (c) => goOn(c, await changePassword(app, secretOf(c), c.req.valid("json"))),
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/account/second-factor", summary: "Begin to make a second factor", responses: answers(SecondFactor, "For an authenticator app, shown once") }),
    async (c) => c.json(await beginSecondFactor(app, secretOf(c)), 200),
  );
  routes.openapi(
    createRoute({ method: "put", path: "/api/account/second-factor", summary: "Put the second factor in force by its first code", request: jsonBody(Code), responses: answers(RecoveryCodes, "In force; recovery codes, shown once") }),
    async (c) => {
      const made = await confirmSecondFactor(app, secretOf(c), c.req.valid("json").code);
      enter(context, c, made.session);
      return c.json({ codes: [...made.codes], session: await sessionAnswer(app, c, made.session.secret) }, 200);
    },
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/account/passkeys/options", summary: "Begin to make a passkey", responses: answers(PasskeyOptions, "What the browser needs") }),
    async (c) => c.json(options(await beginPasskey(app, secretOf(c), c.get("origin"))), 200),
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/account/passkeys", summary: "Keep a passkey that the browser made", request: jsonBody(NewPasskey), responses: answers(Session, "It opens the door from now on") }),
    async (c) => goOn(c, await makePasskey(app, secretOf(c), c.get("origin"), c.req.valid("json"))),
  );
  routes.openapi(
    createRoute({ method: "delete", path: "/api/account/passkeys/{id}", summary: "End a passkey", request: { params: withId }, responses: answers(Ended, "It opens nothing any more") }),
    async (c) => {
      await endPasskey(app, secretOf(c), c.req.valid("param").id);
      return c.json({ ended: 1 }, 200);
    },
  );
  return routes;
}
