import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { fieldClaims } from "../../app/record/field-claims.ts";
import { answers } from "../answers.ts";
import type { ApiEnv, RouteContext } from "../context.ts";
import { newRoutes } from "../new-routes.ts";
import { FieldClaims } from "../schemas/claims.ts";
import { Id, Language } from "../schemas/common.ts";

/** What sources state for one field, and what people decided about it. */
export function claimRoutes({ app }: RouteContext): OpenAPIHono<ApiEnv> {
  const routes = newRoutes();
  routes.openapi(
    createRoute({
      method: "get", path: "/api/claims", summary: "The claims for one field",
      request: { query: z.object({ record: Id, field: z.string(), language: Language.optional() }) },
      responses: answers(FieldClaims, "Every source's statement, the shown one marked"),
    }),
    async (c) => c.json(await fieldClaims(app, c.get("secret"), c.req.valid("query"), { languages: c.get("languages") }), 200),
  );
  return routes;
}
