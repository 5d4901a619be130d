import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { readWorklist } from "../../app/coordination/worklist.ts";
import { answers } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { newRoutes } from "../new-routes.ts";
import { WorkQuery, Worklist } from "../schemas/worklist.ts";

/** What waits for a decision. */
export function worklistRoutes({ app }: RouteContext): OpenAPIHono<ApiEnv> {
  const routes = newRoutes();
  routes.openapi(
    createRoute({ method: "get", path: "/api/worklist", summary: "All that waits for a decision of whoever asks", request: { query: WorkQuery }, responses: answers(Worklist, "Pairs, gaps, conflicts, own files") }),
    async (c) => c.json(await readWorklist(app, c.get("secret"), c.req.valid("query"), c.get("languages")), 200),
  );
  return routes;
}
