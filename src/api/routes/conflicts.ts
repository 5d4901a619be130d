import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { listConflicts } from "../../app/record/conflicts.ts";
import { answers } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { newRoutes } from "../new-routes.ts";
import { ConflictList, ConflictQuery } from "../schemas/conflicts.ts";

/** Where sources disagree. */
export function conflictRoutes({ app }: RouteContext): OpenAPIHono<ApiEnv> {
  const routes = newRoutes();
  routes.openapi(
    createRoute({
      method: "get",
      path: "/api/conflicts",
      summary: "Fields whose sources disagree",
      request: { query: ConflictQuery },
      responses: answers(ConflictList, "Each with its sides"),
    }),
    async (c) =>
      c.json(
        await listConflicts(app, c.get("secret"), { ...c.req.valid("query"), languages: c.get("languages") }),
        200,
      ),
  );
  return routes;
}
