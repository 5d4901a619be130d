import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { coalitionPage } from "../../app/coalition-page.ts";
import { answers } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { newRoutes } from "../new-routes.ts";
import { Coalition } from "../schemas/coalition.ts";
import { AsOfQuery } from "../schemas/common.ts";

/** What every page needs to name things. */
export function coalitionRoutes({ app }: RouteContext): OpenAPIHono<ApiEnv> {
  const routes = newRoutes();
  routes.openapi(
    createRoute({
      method: "get",
      path: "/api/coalition",
      summary: "The coalition",
      request: { query: AsOfQuery },
      responses: answers(Coalition, "Its names, lines, countries, and what one may do next"),
    }),
    async (c) =>
      c.json(
        Coalition.parse(
          await coalitionPage(app, c.get("secret"), { ...c.req.valid("query"), languages: c.get("languages") }),
        ),
        200,
      ),
  );
  return routes;
}
