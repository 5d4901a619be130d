import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { listCircles } from "../../app/circles/list-circles.ts";
import { makeCircle } from "../../app/circles/make-circle.ts";
import { mark, type Marked } from "../../app/circles/mark.ts";
import { setHolders } from "../../app/circles/set-holders.ts";
import { why, whyKinds } from "../../app/circles/why.ts";
import { whyRecord } from "../../app/circles/why-record.ts";
import { answers, jsonBody } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { newRoutes } from "../new-routes.ts";
import { Circle, CircleHolders, CircleList, MarkedAs, NewCircle, NewMarking, Why, WhyRecord } from "../schemas/circles.ts";
import { Id } from "../schemas/common.ts";

const params = z.object({ id: Id });
const markable: readonly (readonly [Marked, string])[] = [["source", "sources"], ["claim", "claims"], ["record", "records"], ["import", "imports"]];

/** With whom one shares, and why one may see what others share. */
export function circleRoutes({ app }: RouteContext): OpenAPIHono<ApiEnv> {
  const routes = newRoutes();
  routes.openapi(
    createRoute({ method: "get", path: "/api/circles", summary: "Circles that the viewer's side owns or is in", responses: answers(CircleList, "In order of name") }),
    async (c) => c.json(await listCircles(app, c.get("secret"), { languages: c.get("languages") }), 200),
  );
  routes.openapi(
    createRoute({ method: "post", path: "/api/circles", summary: "Make a circle", request: jsonBody(NewCircle), responses: answers(Circle, "The circle") }),
    async (c) => c.json(await makeCircle(app, c.get("secret"), c.req.valid("json"), { languages: c.get("languages") }), 200),
  );
  routes.openapi(
    createRoute({ method: "put", path: "/api/circles/{id}/holders", summary: "Say who is in a circle", request: { params, ...jsonBody(CircleHolders) }, responses: answers(Circle, "The circle") }),
    async (c) => c.json(await setHolders(app, c.get("secret"), c.req.valid("param").id, c.req.valid("json").holders, { languages: c.get("languages") }), 200),
  );
  for (const [what, plural] of markable) {
    routes.openapi(
      createRoute({ method: "put", path: `/api/${plural}/{id}/marking`, summary: what === "import" ? "Mark the reports of an import anew" : `Mark a ${what} anew`, request: { params, ...jsonBody(NewMarking) }, responses: answers(MarkedAs, "Its marking from now on") }),
      async (c) => c.json(await mark(app, c.get("secret"), what, c.req.valid("param").id, c.req.valid("json"), c.get("languages")), 200),
    );
  }
  routes.openapi(
    createRoute({ method: "get", path: "/api/records/{id}/why", summary: "Why the viewer may see a record", request: { params }, responses: answers(WhyRecord, "The rule that opened it") }),
    async (c) => c.json(await whyRecord(app, c.get("secret"), c.req.valid("param").id, { languages: c.get("languages") }), 200),
  );
  routes.openapi(
    createRoute({ method: "get", path: "/api/why/{kind}/{id}", summary: "Why the viewer may see something", request: { params: z.object({ kind: z.enum(whyKinds), id: Id }) }, responses: answers(Why, "Each rule that opened it") }),
    async (c) => {
      const { kind, id } = c.req.valid("param");
      const said = await why(app, c.get("secret"), kind, id, { languages: c.get("languages") });
      return c.json({ ...said, reasons: [...said.reasons] }, 200);
    },
  );
  return routes;
}
