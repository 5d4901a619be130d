import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { setCookie } from "hono/cookie";
import { enterAs } from "../../app/demonstration/enter-as.ts";
import { demonstrationPeople } from "../../app/demonstration/people.ts";
import { answers, jsonBody } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { newRoutes } from "../new-routes.ts";
import { Demonstration, EnterDemonstration, Entered } from "../schemas/demonstration.ts";
import { cookieName } from "../who-asks.ts";

/** The open door of a fictional coalition, and of no other. */
export function demonstrationRoutes({ app, settings }: RouteContext): OpenAPIHono<ApiEnv> {
  const routes = newRoutes();
  routes.openapi(
    createRoute({ method: "get", path: "/api/demonstration", summary: "The people of a fictional coalition", responses: answers(Demonstration, "As whom it can be looked at") }),
    (c) => c.json({ people: demonstrationPeople(app, c.get("languages")).map((p) => ({ ...p })) }, 200),
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/demonstration/session", summary: "Look at a fictional coalition as one of its people", request: jsonBody(EnterDemonstration), responses: answers(Entered, "Signed in") }),
    async (c) => {
      const { login } = c.req.valid("json");
      const made = await enterAs(app, login);
      setCookie(c, cookieName(settings.secure), made.secret, { path: "/", httpOnly: true, sameSite: "Strict", secure: settings.secure, expires: made.expiresAt });
      return c.json({ login }, 200);
    },
  );
  return routes;
}
