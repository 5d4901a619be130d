import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { addSource } from "../../app/record/add-source.ts";
import { listSources, sourcePage } from "../../app/record/sources.ts";
import { answers, jsonBody } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { newRoutes } from "../new-routes.ts";
import { Id } from "../schemas/common.ts";
import { NewSource, SourceList, SourcePage, SourceQuery } from "../schemas/sources.ts";

/** Documents and data sets, and what is claimed from them. */
export function sourceRoutes({ app }: RouteContext): OpenAPIHono<ApiEnv> {
  const routes = newRoutes();
  routes.openapi(
    createRoute({
      method: "get",
      path: "/api/sources",
      summary: "Sources",
      request: { query: SourceQuery },
      responses: answers(SourceList, "In order of title"),
    }),
    async (c) =>
      c.json(await listSources(app, c.get("secret"), { ...c.req.valid("query"), languages: c.get("languages") }), 200),
  );
  routes.openapi(
    createRoute({
      method: "get",
      path: "/api/sources/{id}",
      summary: "A source",
      request: { params: z.object({ id: Id }) },
      responses: answers(SourcePage, "What stands on it"),
    }),
    async (c) =>
      c.json(await sourcePage(app, c.get("secret"), c.req.valid("param").id, { languages: c.get("languages") }), 200),
  );
  routes.openapi(
    createRoute({
      method: "post",
      path: "/api/sources",
      summary: "Add a source",
      request: jsonBody(NewSource),
      responses: answers(SourcePage, "The source"),
    }),
    async (c) =>
      c.json(await addSource(app, c.get("secret"), c.req.valid("json"), { languages: c.get("languages") }), 200),
  );
  return routes;
}
