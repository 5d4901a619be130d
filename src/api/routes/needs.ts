import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { fault } from "../../base/errors.ts";
import { enterNeeds } from "../../app/needs/enter-needs.ts";
import { listNeeds } from "../../app/needs/list-needs.ts";
import { withdrawNeed } from "../../app/needs/withdraw-need.ts";
import { answers, jsonBody } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { newRoutes } from "../new-routes.ts";
import { Withdraw } from "../schemas/claims.ts";
import { Id } from "../schemas/common.ts";
import { NeedList, NeedsEntered, NewNeeds } from "../schemas/needs.ts";

/** What members and others say is needed, and where. */
export function needRoutes({ app }: RouteContext): OpenAPIHono<ApiEnv> {
  const routes = newRoutes();
  const signedIn = (secret: string | null): string => {
    if (secret === null) throw fault("sign-in-needed");
    return secret;
  };
  routes.openapi(
    createRoute({ method: "get", path: "/api/needs", summary: "Needs, newest first", responses: answers(NeedList, "From what the viewer may see") }),
    async (c) => c.json(await listNeeds(app, c.get("secret"), c.get("languages")), 200),
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/needs", summary: "Enter needs", request: jsonBody(NewNeeds), responses: answers(NeedsEntered, "All were entered") }),
    async (c) => {
      const { needs, marking } = c.req.valid("json");
      return c.json({ ids: [...(await enterNeeds(app, signedIn(c.get("secret")), needs, marking))] }, 200);
    },
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/needs/{id}/withdraw", summary: "Take an own need back", request: { params: z.object({ id: Id }), ...jsonBody(Withdraw) }, responses: answers(NeedList, "The needs that stand") }),
    async (c) => {
      const secret = signedIn(c.get("secret"));
      await withdrawNeed(app, secret, c.req.valid("param").id, c.req.valid("json").reason);
      return c.json(await listNeeds(app, secret, c.get("languages")), 200);
    },
  );
  return routes;
}
