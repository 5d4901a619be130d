import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { endView } from "../../app/views/end-view.ts";
import { listViews } from "../../app/views/list-views.ts";
import { saveView } from "../../app/views/save-view.ts";
import { answers, jsonBody } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { newRoutes } from "../new-routes.ts";
import { Id } from "../schemas/common.ts";
import { NewView, ViewList } from "../schemas/views.ts";

/** Views of the list of initiatives that people keep and share. */
export function viewRoutes({ app }: RouteContext): OpenAPIHono<ApiEnv> {
  const routes = newRoutes();
  routes.openapi(
    createRoute({ method: "get", path: "/api/views", summary: "Saved views: one's own, and those shared with one", responses: answers(ViewList, "The views") }),
    async (c) => c.json(await listViews(app, c.get("secret"), c.get("languages")), 200),
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/views", summary: "Save a view", request: jsonBody(NewView), responses: answers(ViewList, "The views with it") }),
    async (c) => {
      await saveView(app, c.get("secret"), c.req.valid("json"));
      return c.json(await listViews(app, c.get("secret"), c.get("languages")), 200);
    },
  );
  routes.openapi(
    createRoute({ method: "delete", path: "/api/views/{id}", summary: "End a view", request: { params: z.object({ id: Id }) }, responses: answers(ViewList, "The views without it") }),
    async (c) => {
      await endView(app, c.get("secret"), c.req.valid("param").id);
      return c.json(await listViews(app, c.get("secret"), c.get("languages")), 200);
    },
  );
  return routes;
}
