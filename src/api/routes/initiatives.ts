import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { listInitiatives } from "../../app/picture/list-initiatives.ts";
import { readInitiative } from "../../app/picture/read-initiative.ts";
import { answers } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { newRoutes } from "../new-routes.ts";
import { Id } from "../schemas/common.ts";
import { Initiative, InitiativeList, InitiativeQuery } from "../schemas/initiatives.ts";
import { PictureQuery } from "../schemas/picture.ts";

/** What the coalition believes is being done: lists, and one initiative with its reports side by side. */
export function initiativeRoutes({ app }: RouteContext): OpenAPIHono<ApiEnv> {
  const routes = newRoutes();
  routes.openapi(
    createRoute({ method: "get", path: "/api/initiatives", summary: "Initiatives", request: { query: InitiativeQuery }, responses: answers(InitiativeList, "From what the viewer may see") }),
    async (c) => c.json(await listInitiatives(app, c.get("secret"), c.req.valid("query"), c.get("languages")), 200),
  );
  routes.openapi(
    createRoute({ method: "get", path: "/api/initiatives/{id}", summary: "One initiative", request: { params: z.object({ id: Id }), query: PictureQuery.pick({ basis: true, asOf: true }) }, responses: answers(Initiative, "Composed for this viewer") }),
    async (c) => c.json(await readInitiative(app, c.get("secret"), c.req.valid("param").id, c.req.valid("query"), c.get("languages")), 200),
  );
  return routes;
}
