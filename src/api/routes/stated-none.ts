import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { listNone } from "../../app/stated-none/list-none.ts";
import { stateNone } from "../../app/stated-none/state-none.ts";
import { withdrawNone } from "../../app/stated-none/withdraw-none.ts";
import { answers, jsonBody } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { newRoutes } from "../new-routes.ts";
import { Withdraw } from "../schemas/claims.ts";
import { Id } from "../schemas/common.ts";
import { NewStatedNone, StatedNoneList } from "../schemas/stated-none.ts";

/** Where members say that they have no work. */
export function statedNoneRoutes({ app }: RouteContext): OpenAPIHono<ApiEnv> {
  const routes = newRoutes();
  routes.openapi(
    createRoute({ method: "get", path: "/api/stated-none", summary: "Where members state that they have no work", responses: answers(StatedNoneList, "From what the viewer may see") }),
    async (c) => c.json(await listNone(app, c.get("secret"), c.get("languages")), 200),
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/stated-none", summary: "State that one's own member has no work somewhere", request: jsonBody(NewStatedNone), responses: answers(StatedNoneList, "The statements with it") }),
    async (c) => {
      const { marking, ...said } = c.req.valid("json");
      await stateNone(app, c.get("secret"), said, marking);
      return c.json(await listNone(app, c.get("secret"), c.get("languages")), 200);
    },
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/stated-none/{id}/withdraw", summary: "Take back a statement of no work", request: { params: z.object({ id: Id }), ...jsonBody(Withdraw) }, responses: answers(StatedNoneList, "The statements, this one withdrawn") }),
    async (c) => {
      await withdrawNone(app, c.get("secret"), c.req.valid("param").id, c.req.valid("json").reason);
      return c.json(await listNone(app, c.get("secret"), c.get("languages")), 200);
    },
  );
  return routes;
}
