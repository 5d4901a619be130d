import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { search } from "../../app/search/search.ts";
import { answers } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { newRoutes } from "../new-routes.ts";
import { SearchAnswer, SearchQuery } from "../schemas/search.ts";

/** Everything that is called so. */
export function searchRoutes({ app }: RouteContext): OpenAPIHono<ApiEnv> {
  const routes = newRoutes();
  routes.openapi(
    createRoute({ method: "get", path: "/api/search", summary: "Search over everything", request: { query: SearchQuery }, responses: answers(SearchAnswer, "By kind, best first; only what the viewer may see") }),
    async (c) => {
      const { kinds, ...wish } = c.req.valid("query");
      return c.json(await search(app, c.get("secret"), { ...wish, kinds: kinds?.split(",") }, c.get("languages")), 200);
    },
  );
  return routes;
}
