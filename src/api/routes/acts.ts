import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { listActs } from "../../app/acts/list-acts.ts";
import { proposeAct } from "../../app/acts/propose-act.ts";
import { settleAct } from "../../app/acts/settle-act.ts";
import { answers, jsonBody } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { newRoutes } from "../new-routes.ts";
import { ActList, ActProposed, ActSettled, NewAct, RefuseAct, SecondAct } from "../schemas/acts.ts";
import { Id } from "../schemas/common.ts";

/** What one person alone may not do: proposed by one, seconded or refused by another. */
export function actRoutes({ app }: RouteContext): OpenAPIHono<ApiEnv> {
  const routes = newRoutes();
  const params = z.object({ id: Id });
  routes.openapi(
    createRoute({ method: "get", path: "/api/acts", summary: "Acts that need two persons", responses: answers(ActList, "Those that wait first, then those of the last month") }),
    async (c) => c.json({ items: [...(await listActs(app, c.get("secret"), { languages: c.get("languages") })).items] }, 200),
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/acts", summary: "Propose an act that needs a second person", request: jsonBody(NewAct), responses: answers(ActProposed, "It waits; nothing has happened yet") }),
    async (c) => c.json(await proposeAct(app, c.get("secret"), c.req.valid("json")), 200),
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/acts/{id}/second", summary: "Second an act, which then happens", request: { params, ...jsonBody(SecondAct) }, responses: answers(ActSettled, "Done, in the same transaction") }),
    async (c) => c.json(await settleAct(app, c.get("secret"), c.req.valid("param").id, { ...c.req.valid("json"), outcome: "done" }), 200),
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/acts/{id}/refuse", summary: "Refuse an act", request: { params, ...jsonBody(RefuseAct) }, responses: answers(ActSettled, "It does not happen") }),
    async (c) => c.json(await settleAct(app, c.get("secret"), c.req.valid("param").id, { ...c.req.valid("json"), outcome: "refused" }), 200),
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/acts/{id}/withdraw", summary: "Take back an act that one proposed", request: { params }, responses: answers(ActSettled, "It does not happen") }),
    async (c) => c.json(await settleAct(app, c.get("secret"), c.req.valid("param").id, { outcome: "withdrawn" }), 200),
  );
  return routes;
}
